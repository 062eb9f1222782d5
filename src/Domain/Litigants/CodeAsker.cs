namespace Domain.Litigants;

/// <summary>Who asks for a code, before anybody has proved anything.</summary>
/// <param name="Device">Hash of the key that the device keeps; a code holds on the device that asked for it, and on no other.</param>
/// <param name="Network">Where it calls from.</param>
/// <param name="Proof">Of the work that a strange device has done; null while it has not been asked.</param>
public sealed record CodeAsker(string Device, string Network, WorkProof? Proof);

/// <summary>What somebody who asks for a code is told.</summary>
public abstract record CodeAnswer
{
    /// <param name="ResendAfter">After how long this device may ask for another one.</param>
    public sealed record Sent(TimeSpan ResendAfter) : CodeAnswer;

    /// <summary>Nothing was sent: the device is strange, so work first.</summary>
    public sealed record WorkFirst(WorkChallenge Challenge) : CodeAnswer;
}

/// <summary>A device on which a right code was entered for this phone or address: its next requests are nobody else's.</summary>
public sealed class KnownDevice
{
    /// <summary>Without a right code the device is strange again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>Mobile number in normal form, or an e-mail address.</summary>
    public required string Address { get; init; }

    /// <summary>See <see cref="CodeAsker"/>.</summary>
    public required string Device { get; init; }

    public DateTimeOffset LastUsedAt { get; set; }
}

/// <summary>
/// Section <c>SmsCodes</c>. A known device has <see cref="SmsCode.MaxADay"/> a day of its own; strange ones share what is here, so that they
/// neither flood a phone nor use up what its owner needs.
/// </summary>
public sealed class SmsCodeLimits
{
    /// <summary>A day, to one phone or address, for all strange devices together.</summary>
    public int StrangersPerPhone { get; set; } = 12;

    /// <summary>A day, to one phone or address, for strange devices of one network: nobody uses up the former alone.</summary>
    public int StrangersPerNetwork { get; set; } = 5;

    /// <summary>To all phones together. Then strange devices wait, known ones go on, and the administrators are told.</summary>
    public int StrangersAnHour { get; set; } = 3_000;

    /// <summary>Zero bits to be found for the first stranger of a day; one more for every two that came before to the same phone.</summary>
    public int ProofBits { get; set; } = 15;

    public int BitsAfter(int strangers) => Math.Min(ProofBits + strangers / 2, 22);
}
