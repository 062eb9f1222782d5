using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>An order came in. Who asks stands in the order; its name and phone stay out of the trace.</summary>
public sealed record ReceivedData(
    string Number,
    Channel Channel,
    Category Category,
    Guid? LitigantId,
    Guid? CaseId,
    string? CaseNumber,
    DateOnly DueDay,
    ReplyWay ReplyWay
) : FactData;

public sealed record DispatchedData(Owner To) : FactData;

/// <param name="AsksForMore">The requester is asked for something: 等待补充.</param>
public sealed record InterimData(bool AsksForMore) : FactData;

/// <param name="OffersSurvey">The requester got a link to rate it.</param>
/// <param name="Form">What of it reaches the requester by itself.</param>
public sealed record AnsweredData(AnswerMeans Means, bool OffersSurvey, AnswerForm Form) : FactData;

/// <summary>The requester opened it by the link of its notice.</summary>
/// <param name="Phone">That was proved, masked.</param>
public sealed record AnswerReadByLinkData(string Phone) : FactData;

/// <summary>The liaison officer reported that it is late.</summary>
public sealed record ReportedLateData(IReadOnlyList<ToldPerson> To, int WorkingDaysLate) : FactData;

public sealed record RatedData(Satisfaction Satisfaction, RatingWay Way) : FactData;

/// <summary>A leader supervised it by hand.</summary>
/// <param name="WorkingDaysLate">0 on the first working day after the limit.</param>
/// <param name="Together">Orders of this owner supervised by the same press, this one included.</param>
/// <param name="NoticeOfId">The order whose notice tells of all of them.</param>
public sealed record SupervisedByLeaderData(int WorkingDaysLate, int Together, Guid NoticeOfId, string OwnerName) : FactData;
