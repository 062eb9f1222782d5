using Domain.Handling;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Litigants;

namespace Infrastructure.WorkOrders;

/// <summary>A time limit, worked out for the reader.</summary>
/// <param name="Text">11 月 25 日（周三）.</param>
/// <param name="WorkingDays">The limit itself.</param>
/// <param name="DaysLeft">Working days after today up to the last one; 0 on the last day.</param>
/// <param name="OverdueDays">Working days since; at least 1 once the last day is over.</param>
/// <param name="Provisional">暂定: counted beyond the published calendar.</param>
public sealed record Due(DateOnly Date, string Text, int WorkingDays, int DaysLeft, int OverdueDays, bool Provisional);

/// <summary>A message in the list.</summary>
public record LitigantOrderRow
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string CategoryName { get; init; }
    public required string? CaseNumber { get; init; }
    public required WorkOrderState State { get; init; }
    public required string StateText { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedText { get; init; }
    public required Due AnswerBy { get; init; }
    public required bool Unread { get; init; }

    /// <summary>Who has it, and so who answers or answered: 法官, 立案庭, "12368 ", 法院.</summary>
    public required string Answerer { get; init; }

    /// <summary>The message in which this one goes on (已并入); null for most.</summary>
    public required MergedInto? MergedInto { get; init; }

    /// <summary>How often the court took it up again after an answer.</summary>
    public required int ReopenCount { get; init; }
}

public sealed record LitigantOrderPage(IReadOnlyList<LitigantOrderRow> Items, string? NextCursor);

/// <summary>A message with all that the person may know of it.</summary>
public sealed record LitigantOrder : LitigantOrderRow
{
    public required Category CategoryCode { get; init; }
    public required CaseRow? Case { get; init; }
    public required string CourtName { get; init; }
    public required string DivisionName { get; init; }
    public required string OwnerRole { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<AttachmentView> Attachments { get; init; }
    public required IReadOnlyList<TimelineStep> Timeline { get; init; }
    public required IReadOnlyList<Said> Conversation { get; init; }
    public required AnswerView? Answer { get; init; }
    public required UrgeView Urge { get; init; }
    public required RatingView Rating { get; init; }

    /// <summary>What the person thought of earlier answers, the oldest first.</summary>
    public required IReadOnlyList<FormerRatingView> FormerRatings { get; init; }
    public required bool CanSupplement { get; init; }
    public required long Version { get; init; }
}

/// <param name="Size">Bytes.</param>
public sealed record AttachmentView(Guid Id, string Name, string ContentType, long Size, string Sha256)
{
    public static AttachmentView Of(Domain.Attachments.Attachment a) => new(a.Id, a.Name, a.ContentType, a.Size, a.Sha256);
}

public enum StepState
{
    Done,
    Now,
    Next,
}

/// <param name="Term">The legal term beside the plain words.</param>
public sealed record TimelineStep(string Title, string? Term, string? AtText, string? Note, StepState Step);

public enum Speaker
{
    Me,
    Court,
}

public enum SaidKind
{
    Message,
    Supplement,
    Interim,
    Answer,
    Urge,

    /// <summary>After a review that let the answer stand.</summary>
    Explanation,
}

/// <param name="By">您, or the division.</param>
public sealed record Said(
    Guid Id,
    Speaker From,
    SaidKind Kind,
    string Text,
    string AtText,
    string By,
    IReadOnlyList<AttachmentView> Attachments
);

/// <summary>The answer as a letter of the court.</summary>
public sealed record AnswerView(
    string Text,
    string AtText,
    string DateText,
    string CourtName,
    string DivisionName,
    string Addressee,
    IReadOnlyList<AttachmentView> Attachments
)
{
    /// <summary>The newest one; null while the court is at it again.</summary>
    /// <param name="files">By entry.</param>
    internal static AnswerView? Of(WorkOrder order, string court, ILookup<Guid, AttachmentView> files) =>
        order.IsClosed && order.Entries.Where(e => e.Kind == EntryKind.Answer).MaxBy(e => (e.At, e.Id)) is { } answer
            ? new AnswerView(
                answer.Text,
                Moment.Short(answer.At),
                ChinaTime.DayWithYear(ChinaTime.DayOf(answer.At)),
                court,
                answer.AuthorTitle,
                order.Addressee,
                [.. files[answer.Id]]
            )
            : null;
}

public sealed record UrgeView(bool Allowed, int Count, string? Reason);

/// <param name="Answered">The court has answered there.</param>
public sealed record MergedInto(Guid Id, string Number, bool Answered);

public sealed record FormerRatingView(Satisfaction Score, string? Words, string AtText);

public sealed record RatingView(bool Allowed, Satisfaction? Score, string? Words);
