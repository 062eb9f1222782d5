using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;

namespace Infrastructure.Submissions;

/// <summary>The lists of the review page.</summary>
public enum SubmissionList
{
    /// <summary>待审收, the earliest due first.</summary>
    ToReview,

    /// <summary>等补正, by the submitter's last day.</summary>
    Awaiting,

    /// <summary>今日已收: decided today, the newest first.</summary>
    Today,

    /// <summary>已超期, of what waits for the court.</summary>
    Late,

    /// <summary>All that was decided or taken back, the newest first.</summary>
    Decided,
}

/// <param name="Submitter">As far as the reader may see the name.</param>
/// <param name="At">By which its list is ordered.</param>
public sealed record QueuedSubmission(
    Guid Id,
    string Number,
    SubmissionKind Kind,
    Guid CaseId,
    string CaseNumber,
    string Submitter,
    string SubmitterRole,
    Channel Channel,
    SubmissionState State,
    DateTimeOffset SentAt,
    DateTimeOffset DueAt,
    CountedDay DueOn,
    CountedDay? SupplementBy,
    int Files,
    int Needs,
    int Level,
    int UrgeCount,
    bool IsUnread,
    DateTimeOffset At
)
{
    public string Title => Kind.Chinese();

    public string StateText => State.Chinese(Kind.Group());
}

/// <param name="Preview">Null for a kind of which none is made.</param>
public sealed record FileOfSubmission(SubmittedFile Given, Attachment File, PreviewState? Preview)
{
    /// <summary>In the list of what came, from 1.</summary>
    public int Number => Given.Position;

    public string Fingerprint => FileFingerprint.Of(File.Sha256);

    /// <summary>What the court keeps is what was sent.</summary>
    public bool IsIntact => Given.Sha256 == File.Sha256;
}

/// <param name="IsAccount">Only the last four digits are shown; who decides may have it revealed.</param>
public sealed record AnswerOfSubmission(string Key, string Label, string Value, bool IsAccount);

/// <summary>Everything that the review page shows of one submission.</summary>
/// <param name="IsVerified">The submitter's identity is.</param>
/// <param name="MayReview">The reader asks for what is missing, releases, and marks what follows as done.</param>
/// <param name="MayDecide">The reader accepts and refuses.</param>
public sealed record SubmissionDetail(
    Submission Submission,
    string Court,
    Case Case,
    bool IsVerified,
    IReadOnlyList<FileOfSubmission> Files,
    IReadOnlyList<AnswerOfSubmission> Answers,
    IReadOnlyList<TraceRow> Trace,
    bool MayReview,
    bool MayDecide,
    WorkCalendar Calendar
)
{
    public KindRule Rule => Submission.Rule;

    public CaseParty? Party => Case.Parties.Find(p => p.Id == Submission.PartyId);

    /// <summary>In full to those whose case it is.</summary>
    public string Submitter => ShownName.InCase(Submission.SubmitterName, Submission.IsSensitive, MayReview);

    /// <summary>《民事诉讼法》第…条, by the procedure of the case; may be empty.</summary>
    public required string Law { get; init; }

    /// <summary>The hash of the whole receipt as the court reckons it from what it keeps.</summary>
    public required string CourtHash { get; init; }

    /// <summary>Of the 生效证明 that was made; null before, and of other kinds.</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>Both sides have the same: nothing is decided on what is not.</summary>
    public bool IsIntact => CourtHash == Submission.ReceiptHash && Files.All(f => f.IsIntact);
}

/// <summary>A line on the page of a case.</summary>
public sealed record SubmissionOfCase(
    Guid Id,
    string Number,
    SubmissionKind Kind,
    string SubmitterRole,
    SubmissionState State,
    DateTimeOffset SentAt,
    CountedDay DueOn,
    bool IsReleased,
    int Files,
    IReadOnlyList<SubmissionFollowUp> FollowUps
);
