using Domain.Organisation;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Whose limits a person may set by themselves: those of the own court. What holds for all courts is a change of the city (全市变更).</summary>
public static class AnswerLimitAccess
{
    public static bool MaySetLimits(this Actor by, Guid court) => by.Reaches(Feature.AnswerLimitSetting) && by.Post!.CourtId == court;
}
