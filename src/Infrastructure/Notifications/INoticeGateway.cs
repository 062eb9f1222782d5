using Domain.Notifications;
using Domain.Shared;

namespace Infrastructure.Notifications;

/// <summary>
/// One way out of the house. Called without a transaction or a connection open; it may be called again with the same
/// <see cref="OutgoingNotice.Id"/> and passes that on, so that the other side recognises a repetition where it can.
/// </summary>
public interface INoticeGateway
{
    NoticeChannel Channel { get; }

    /// <summary>How many notices one call may carry.</summary>
    int BatchSize { get; }

    /// <returns>One hand-over for each notice, in any order. Throws where nothing is known of the whole batch; all of it is then tried again.</returns>
    Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct);
}

/// <summary>A notice with its text, ready to go.</summary>
/// <param name="Id">The key for the other side to recognise a repetition by.</param>
/// <param name="Address">Mobile number (SMS) or e-mail address; empty for WeChat, whose gateway finds the openid itself.</param>
/// <param name="Body">The text as the recipient reads it.</param>
/// <param name="Title">Subject of an e-mail, heading of an in-app notice.</param>
public sealed record OutgoingNotice(
    Guid Id,
    string Kind,
    RecipientKind RecipientKind,
    Guid? RecipientId,
    string Address,
    string Title,
    string Body,
    IReadOnlyDictionary<string, string> Fields,
    Subject? Subject
)
{
    /// <summary>Which version of the template these are the words of; 0 is built in.</summary>
    public int TemplateVersion { get; init; }
}

public enum HandoverOutcome
{
    /// <summary>The other side has it; a receipt may follow.</summary>
    Accepted,

    /// <summary>The other side has it and there will be no receipt: counts as delivered.</summary>
    Delivered,

    /// <summary>It will never work on this channel (no credit, no such number): the next channel's turn.</summary>
    Refused,

    /// <summary>Not now; or nobody knows, and the other side recognises a repetition.</summary>
    TryAgain,

    /// <summary>A rule forbids it until later: nothing was tried.</summary>
    NotNow,
}

/// <param name="Code">The other side's code for what went wrong, or our word for it.</param>
/// <param name="ProviderId">Its number for the message, as receipts name it.</param>
/// <param name="After">How long to wait before trying again; null leaves it to the worker.</param>
public sealed record Handover(Guid NoticeId, HandoverOutcome Outcome, string Code = "", string? ProviderId = null, TimeSpan? After = null);

/// <summary>What became of a message, as the other side reports it: late, twice, or before its hand-over was answered.</summary>
/// <param name="Gateway">Who says so, e.g. <c>sms</c>; provider ids are unique within it.</param>
/// <param name="NoticeId">Where the other side hands our key back.</param>
public sealed record Receipt(string Gateway, string ProviderId, Guid? NoticeId, bool Delivered, string Code, DateTimeOffset At);
