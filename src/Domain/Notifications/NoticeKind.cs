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
    /// <summary>Said to a phone; whoever reads the inbox is there.</summary>
    private const string SignIn = "登录 12368 平台";

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

    /// <summary>More than this nobody reads on a phone, unless somebody asked for it.</summary>
    public int MaxSegments { get; init; } = SmsLength.MaxSegments;

    /// <summary>Key of the kind whose WeChat template it takes, where to whoever gets it the two are the same news; null for its own.</summary>
    public string? TemplateOf { get; init; }

    /// <summary>The Portal's page that an in-app notice without a subject leads to, e.g. <c>/operations</c>.</summary>
    public string? Page { get; init; }

    /// <summary>Fields that only this kind has; the rest are of <see cref="NoticeFields"/>.</summary>
    public IReadOnlyList<NoticeField> OwnFields { get; init; } = [];

    /// <summary>What a WeChat message says in one field of at most 20 characters.</summary>
    public string ShortText { get; init; } = Title;

    /// <summary>As the inbox heads it, where <see cref="Title"/> tells the administrator more than the reader wants.</summary>
    public string? InboxTitle { get; init; }

    /// <summary>What the inbox says where <see cref="Text"/> would send the reader to where they are.</summary>
    public string? InboxText { get; init; }

    /// <summary>What a call says: nothing that only eyes can use.</summary>
    public string? VoiceText { get; init; }

    /// <summary>【广州法院12368】: before every SMS, and nowhere else.</summary>
    public string Signature => SignatureOf().Match(Text).Value;

    /// <summary>Every channel that a notice of this kind can take.</summary>
    public IReadOnlyList<NoticeChannel> AllChannels =>
        AlsoInApp && !Channels.Contains(NoticeChannel.InApp) ? [.. Channels, NoticeChannel.InApp] : Channels;

    /// <summary>Named in its texts: what every notice of the kind carries.</summary>
    public IReadOnlyList<string> FieldNames => NamesIn(Text + VoiceText);

    public IReadOnlyList<NoticeField> Fields => [.. FieldNames.Select(Described)];

    /// <summary>What a channel's text may name: the inbox keeps no secrets, so there they are gone; a call says only what it is made to say.</summary>
    public IReadOnlyList<NoticeField> FieldsOn(NoticeChannel channel) =>
        channel switch
        {
            NoticeChannel.Voice when VoiceText is not null => [.. NamesIn(VoiceText).Select(Described)],
            NoticeChannel.InApp or NoticeChannel.Voice => [.. NamesIn(Text).Where(n => !SecretFields.Contains(n)).Select(Described)],
            _ => [.. NamesIn(Text).Select(Described)],
        };

    /// <summary>Version 0 of what a channel says, without the signature.</summary>
    public NoticeWording BuiltIn(NoticeChannel channel) =>
        new(
            0,
            channel == NoticeChannel.InApp ? InboxTitle ?? Title : Title,
            channel switch
            {
                NoticeChannel.WeChat => ShortText,
                NoticeChannel.InApp => InboxText
                    ?? Text[Signature.Length..]
                        .Replace(SignIn + "，", "", StringComparison.Ordinal)
                        .Replace(SignIn, "", StringComparison.Ordinal),
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

    /// <summary>
    /// Fills in the fields. A blank of the text stands between Chinese and Latin words or numbers only, so what a field says decides whether it
    /// stays; and words that end with a stop of their own get no other one behind it.
    /// </summary>
    /// <returns>The text as the phone shows it. A missing field is a bug and throws.</returns>
    public static string Render(string text, IReadOnlyDictionary<string, string> fields)
    {
        var filled = Field()
            .Replace(
                text.Replace(' ', Blank),
                match => fields[match.Groups["name"].Value] is var value && EndsInStop(value) ? value : value + match.Groups["stop"].Value
            );
        return NeedlessBlank().Replace(filled, "").Replace(Blank, ' ');
    }

    /// <summary>A blank of the text, told from those that fields bring.</summary>
    private const char Blank = '\u0001';

    private static bool EndsInStop(string value) => value.Length > 0 && "。！？!?".Contains(value[^1], StringComparison.Ordinal);

    private NoticeField Described(string name) =>
        OwnFields.FirstOrDefault(f => f.Name == name)
        ?? NoticeFields.Find(name)
        ?? new NoticeField(name, name, 40, "…", FieldMasking.Unmasked);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\{(?<name>\w+)\}(?<stop>[。，]?)")]
    private static partial Regex Field();

    // Between Chinese characters, and beside Chinese punctuation.
    [GeneratedRegex(
        "(?<=[\u3400-\u9fff])\u0001(?=[\u3400-\u9fff])|(?<=[\u3000-\u303f\uff00-\uffef“”…])\u0001|\u0001(?=[\u3000-\u303f\uff00-\uffef“”…])"
    )]
    private static partial Regex NeedlessBlank();

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
