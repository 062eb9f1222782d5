namespace Simulators.Phones;

public enum Kind
{
    Sms,
    WeChat,
    Email,

    /// <summary>The phone rings and says.</summary>
    Voice,

    /// <summary>An SMS that the phone's owner sent.</summary>
    Reply,
}

/// <summary>One message as a phone shows it.</summary>
/// <param name="To">Number, openid or e-mail address; the number that wrote, of a reply.</param>
/// <param name="Title">The signature of an SMS, the template of a WeChat message, the subject of a mail.</param>
/// <param name="State">What the other side was told: 已送达, 未回执…</param>
public sealed record PhoneMessage(long Number, Kind Kind, string To, string Title, string Text, DateTimeOffset At, string State)
{
    /// <summary>Under which the sender would repeat it.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where its sender wants replies.</summary>
    public string Extension { get; init; } = "";

    public int Segments { get; init; }

    /// <summary>How often it was handed over; more than once is a repetition that was recognised.</summary>
    public int Handovers { get; init; } = 1;

    /// <summary>Labelled lines of a WeChat message.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
