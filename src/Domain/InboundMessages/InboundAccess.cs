using Domain.Organisation;
using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>Which inbound SMS a member of staff may see. Every query and use case starts from here.</summary>
public static class InboundAccess
{
    /// <summary>A liaison officer the own division's; the filing division and the administrator their court's and those of unknown numbers.</summary>
    public static IQueryable<InboundSms> InboundSmsVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff read inbound SMS.");
        var (court, division) = (post.CourtId, post.DivisionId);
        return by.ExtentOf(Feature.InboundSms) switch
        {
            Extent.All => db.Set<InboundSms>(),
            Extent.Court => db.Set<InboundSms>().Where(s => s.CourtId == court || s.CourtId == null),
            Extent.Division => db.Set<InboundSms>().Where(s => s.DivisionId == division),
            _ => db.Set<InboundSms>().Where(s => false),
        };
    }
}
