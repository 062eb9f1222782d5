using Domain.Cases;

namespace Infrastructure.Litigants;

/// <summary>One case as one of its people reads about it: what now and by when, who handles it, what has happened.</summary>
/// <param name="Todo">
/// What the case asks of the person, by the day; as on the home, and "due": a period that the court set. Its <c>Details</c> begin with what is
/// left of it.
/// </param>
/// <param name="Waiting">Where nothing is asked: 法院在办，现在不用您做什么.</param>
/// <param name="Hearings">Those ahead, the next one first.</param>
/// <param name="Limits">Periods that run.</param>
/// <param name="Nodes">The newest first; more by <c>/cases/{id}/nodes</c>.</param>
/// <param name="Documents">Served on the person in this case.</param>
/// <param name="Messages">Of the person about this case.</param>
public sealed record CaseView(
    CaseRow Case,
    IReadOnlyList<Todo> Todo,
    string? Waiting,
    IReadOnlyList<HearingView> Hearings,
    CaseContact Contact,
    IReadOnlyList<CaseLimitView> Limits,
    CaseNodePage Nodes,
    int Documents,
    int DocumentsToSign,
    int Messages,
    int MessagesWaiting
);

/// <param name="TimeText">12 月 3 日（周四）09:30.</param>
/// <param name="LeftText">还有 13 天; 今天.</param>
/// <param name="Place">越秀区人民法院第七法庭; empty for a hearing by video alone.</param>
/// <param name="Address">How to get there, where it was said; else empty.</param>
/// <param name="Bring">身份证、证据原件.</param>
/// <param name="VideoLink">https; null where there is none.</param>
/// <param name="CalendarPlace">Where, as a calendar may say it: of a sensitive case the court alone.</param>
/// <param name="CalendarTitle">What a calendar entry is called, with what else it says; of a sensitive case nothing of the content.</param>
public sealed record HearingView(
    Guid Id,
    DateTimeOffset StartsAt,
    DateTimeOffset? EndsAt,
    string TimeText,
    string LeftText,
    string Place,
    string Address,
    string Bring,
    string? VideoLink,
    string CalendarTitle,
    string CalendarWords,
    string CalendarPlace
);

/// <param name="Judge">The surname stays: 李*; null while there is none, so is the clerk.</param>
/// <param name="Panel">Of a collegial panel the presiding judge first; empty where one judge sits alone.</param>
/// <param name="Phone">The division's, as the directory publishes it; empty where it does not.</param>
public sealed record CaseContact(
    string CourtName,
    string DivisionName,
    string? Judge,
    string? Clerk,
    IReadOnlyList<string> Panel,
    string Phone
);

/// <param name="Name">审理期限.</param>
/// <param name="Title">最晚 12 月 25 日（周五）审完.</param>
/// <param name="LeftText">还有 35 天.</param>
/// <param name="Rule">In the trial system's words; empty where it gave none.</param>
/// <param name="Sum">How the day was counted, line by line.</param>
public sealed record CaseLimitView(
    CaseLimitKind Kind,
    string Name,
    string Title,
    DateOnly Date,
    string LeftText,
    string Rule,
    IReadOnlyList<LimitStep> Sum
);

/// <param name="Text">批准延长 91 天.</param>
/// <param name="DayText">到 2026-12-25.</param>
public sealed record LimitStep(string Text, string DayText);

public sealed record CaseNodePage(IReadOnlyList<CaseNodeRow> Items, string? NextCursor);

/// <param name="Title">In plain words: 法院收下了案子.</param>
/// <param name="Term">立案; empty where the title says it.</param>
/// <param name="AtText">2026-09-08.</param>
/// <param name="Meaning">What it means for the reader; empty where the title says it.</param>
/// <param name="Words">What the court adds; empty in sensitive cases.</param>
public sealed record CaseNodeRow(Guid Id, CaseNodeKind Kind, string Title, string Term, string AtText, string Meaning, string Words);
