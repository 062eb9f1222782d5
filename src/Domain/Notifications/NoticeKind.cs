using System.Text.RegularExpressions;
using Domain.Shared;

namespace Domain.Notifications;

/// <summary>One kind of notice: who gets it by which channels, when, and its text with named fields in braces.</summary>
/// <param name="Key">Stable, e.g. <c>work_order.answered</c>.</param>
/// <param name="Title">What it is, for the administrator and as the heading of in-app and e-mail notices.</param>
/// <param name="Channels">In order of preference: the next one is tried when the one before fails for good.</param>
/// <param name="Text">As an SMS shows it; no case content and no full names (domain facts §10.3).</param>
public sealed partial record NoticeKind(string Key, string Title, IReadOnlyList<NoticeChannel> Channels, string Text)
{
    /// <summary>How long a notice of a kind that <see cref="Digests"/> waits for others.</summary>
    public static readonly TimeSpan DigestsWithin = TimeSpan.FromSeconds(30);

    /// <summary>Does not buzz a phone of staff outside the court's working hours; several that waited become one digest.</summary>
    public bool WorkingHoursOnly { get; init; }

    /// <summary>Comes in swarms, e.g. when levels climb at 9:00: what reaches a member of staff within <see cref="DigestsWithin"/> becomes one SMS.</summary>
    public bool Digests { get; init; }

    /// <summary>Goes out past everything that waits, e.g. a sign-in code.</summary>
    public bool Express { get; init; }

    /// <summary>An in-app notice beside the others.</summary>
    public bool AlsoInApp { get; init; }

    /// <summary>By every channel at the same time: which of them works nobody knows.</summary>
    public bool AllAtOnce { get; init; }

    /// <summary>How long it is worth sending.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Fields that nobody but the recipient may read, e.g. a sign-in code.</summary>
    public IReadOnlyList<string> SecretFields { get; init; } = [];

    /// <summary>Asked for again by whoever still wants it: one that failed is no task for a person.</summary>
    public bool IsPassing { get; init; }

    /// <summary>The Portal's page that an in-app notice without a subject leads to, e.g. <c>/operations</c>.</summary>
    public string? Page { get; init; }

    /// <summary>Fields that only this kind has; the rest are of <see cref="NoticeFields"/>.</summary>
    public IReadOnlyList<NoticeField> OwnFields { get; init; } = [];

    /// <summary>What a WeChat message says in one field of at most 20 characters.</summary>
    public string ShortText { get; init; } = Title;

    /// <summary>What the inbox says where <see cref="Text"/> would send the reader to where they are.</summary>
    public string? InboxText { get; init; }

    /// <summary>What a call says: nothing that only eyes can use.</summary>
    public string? VoiceText { get; init; }

    /// <summary>【广州法院12368】: before every SMS, and nowhere else.</summary>
    public string Signature => SignatureOf().Match(Text).Value;

    /// <summary>Every channel that a notice of this kind can take.</summary>
    public IReadOnlyList<NoticeChannel> AllChannels =>
        AlsoInApp && !Channels.Contains(NoticeChannel.InApp) ? [.. Channels, NoticeChannel.InApp] : Channels;

    /// <summary>Named in <see cref="Text"/>: what every notice of the kind carries.</summary>
    public IReadOnlyList<string> FieldNames => NamesIn(Text);

    public IReadOnlyList<NoticeField> Fields => [.. FieldNames.Select(Field)];

    /// <summary>What a channel's text may name: the inbox keeps no secrets, so there they are gone; a call reads no links aloud.</summary>
    public IReadOnlyList<NoticeField> FieldsOn(NoticeChannel channel) =>
        channel is NoticeChannel.InApp or NoticeChannel.Voice ? [.. Fields.Where(f => !SecretFields.Contains(f.Name))] : Fields;

    /// <summary>Version 0 of what a channel says, without the signature.</summary>
    public NoticeWording BuiltIn(NoticeChannel channel) =>
        new(
            0,
            Title,
            channel switch
            {
                NoticeChannel.WeChat => ShortText,
                NoticeChannel.InApp when InboxText is not null => InboxText,
                NoticeChannel.Voice when VoiceText is not null => VoiceText,
                _ => Text[Signature.Length..],
            }
        );

    public static IReadOnlyList<string> NamesIn(string text) => [.. Braces().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>
    /// The rows to write: the most preferred channel that there is to the recipient, the rest as its fallbacks (beside it where all go at
    /// once), and the in-app notice.
    /// </summary>
    public IEnumerable<Notice> To(
        NoticeRecipient recipient,
        IReadOnlyDictionary<string, string> fields,
        Subject? subject = null,
        bool urgent = false
    )
    {
        var ways = Channels.Where(recipient.CanBeReachedBy).ToList();
        foreach (var way in AllAtOnce ? ways : ways.Take(1))
            yield return Notice.Make(this, recipient, way, AllAtOnce ? [] : ways.Skip(1), fields, subject, urgent);
        if (AlsoInApp && !ways.Contains(NoticeChannel.InApp) && recipient.CanBeReachedBy(NoticeChannel.InApp))
            yield return Notice.Make(this, recipient, NoticeChannel.InApp, [], fields, subject, urgent);
    }

    /// <summary>One row for one channel and address that somebody chose; it falls back to nothing.</summary>
    /// <param name="address">Phone number or e-mail address; null for WeChat and the inbox.</param>
    /// <param name="subject">The service that it carries; the task of what only goes along with one.</param>
    public Notice Through(
        NoticeChannel channel,
        Guid? litigantId,
        string? address,
        IReadOnlyDictionary<string, string> fields,
        Subject subject
    ) => Notice.Make(this, channel, litigantId, address, fields, subject);

    /// <returns>The text as the phone shows it. A missing field is a bug and throws.</returns>
    public static string Render(string text, IReadOnlyDictionary<string, string> fields) =>
        Braces().Replace(text, match => fields[match.Groups[1].Value]);

    private NoticeField Field(string name) =>
        OwnFields.FirstOrDefault(f => f.Name == name)
        ?? NoticeFields.Find(name)
        ?? new NoticeField(name, name, 40, "…", FieldMasking.Unmasked);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex("^【[^】]*】")]
    private static partial Regex SignatureOf();
}

/// <summary>What one channel says: built in (version 0), or a version that an administrator saved.</summary>
/// <param name="Text">With fields in braces, without the signature.</param>
public sealed record NoticeWording(int Version, string Title, string Text)
{
    /// <summary>As it leaves the house.</summary>
    public string Render(NoticeKind kind, NoticeChannel channel, IReadOnlyDictionary<string, string> fields) =>
        (channel == NoticeChannel.Sms ? kind.Signature : "") + NoticeKind.Render(Text, fields);
}
