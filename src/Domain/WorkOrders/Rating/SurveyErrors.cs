using Domain.Shared;

namespace Domain.WorkOrders;

public static class SurveyErrors
{
    /// <summary>The same for a link that never was, is over, was used, or belongs to an answer that was taken up again.</summary>
    public static RefusedException NotFound() =>
        new(
            Refusal.NotFound,
            "survey.not_found",
            "这个评价链接打不开：可能已经评价过，过了有效期，或者地址不完整。还有话要说，可以打 12368"
        );
}
