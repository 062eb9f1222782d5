using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.Reading;
using Domain.Shared;

namespace Infrastructure.Reading;

/// <summary>The lists of the court's page.</summary>
public enum ReadingList
{
    ToReview,

    /// <summary>Being read now.</summary>
    Open,
    Decided,
}

/// <param name="ReaderName">As far as who looks may see it.</param>
/// <param name="At">By which its list is ordered.</param>
public sealed record ReadingRow(
    Guid Id,
    string Number,
    string CaseNumber,
    string ReaderName,
    string ReaderRole,
    ReadingState State,
    DateTimeOffset AskedAt,
    DateTimeOffset DueAt,
    CountedDay DueOn,
    DateOnly? Until,
    int Level,
    int UrgeCount,
    bool IsUnread,
    DateTimeOffset At
);

/// <summary>A document to choose.</summary>
/// <param name="Masks">Places to blacken by kind; null before it was looked through.</param>
/// <param name="PagesWithoutText">Where nothing could be found: a person must look.</param>
/// <param name="HasPages">Pictures of its pages are there.</param>
/// <param name="CannotBeShown">The PDF is damaged or has a password: nothing of it can be read here.</param>
/// <param name="HiddenPages">That were not drawn: the reader does not see them.</param>
public sealed record FileToRelease(
    CaseFile File,
    bool IsAsked,
    bool IsReleased,
    IReadOnlyDictionary<MaskKind, int>? Masks,
    int PagesWithoutText,
    bool HasPages,
    bool CannotBeShown,
    int HiddenPages
);

/// <summary>What was read under one request.</summary>
/// <param name="Visits">Times that somebody sat down to it.</param>
public sealed record ReadBefore(
    Guid Id,
    DateTimeOffset AskedAt,
    DateOnly? Until,
    ReadingState State,
    int Files,
    int Pages,
    int Visits,
    int Minutes,
    DateTimeOffset? Last,
    DateTimeOffset? SignedAt
);

/// <summary>Everything that the court's page shows of one request.</summary>
/// <param name="MayDecide">The reader of this page decides.</param>
/// <param name="IsMine">Sits on the case, or owns the request: names and titles in full.</param>
/// <param name="Secret">Documents that are not for readers: how many, and nothing else of them.</param>
public sealed record ReadingDetail(
    ReadingRequest Request,
    Case Case,
    IReadOnlyList<BindingCheck> Checks,
    IReadOnlyList<FileToRelease> Files,
    int Secret,
    IReadOnlyList<ReadBefore> Before,
    ReadBefore Now,
    IReadOnlyList<TraceRow> Trace,
    bool MayDecide,
    bool IsMine
)
{
    public required CaseAgent? Agent { get; init; }
    public required WorkCalendar Calendar { get; init; }
    public required ReadingSettings Rules { get; init; }

    public string ReaderName => ShownName.InCase(Request.ReaderName, isSensitive: false, IsMine);

    public string TitleOf(CaseFile file) => IsMine ? file.Title : file.Kind.Chinese();
}

/// <summary>A page that was read.</summary>
public sealed record ReadPageRow(DateTimeOffset At, string Title, int Page, string Device, string Address);
