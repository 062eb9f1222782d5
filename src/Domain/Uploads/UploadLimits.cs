namespace Domain.Uploads;

/// <summary>Section <c>Uploads</c>: what files on their way may hold of the disk, and for how long.</summary>
public sealed class UploadLimits
{
    /// <summary>Since its last piece.</summary>
    public int ExpireAfterHours { get; set; } = 72;

    /// <summary>A file that has arrived and was never sent with anything.</summary>
    public int UnsentDays { get; set; } = 30;

    public int UnfinishedPerPerson { get; set; } = 20;
    public int UnfinishedMegabytesPerPerson { get; set; } = 2_048;

    /// <summary>Of files that have arrived and were sent with nothing yet.</summary>
    public int UnsentMegabytesPerPerson { get; set; } = 4_096;

    public TimeSpan Lifetime => TimeSpan.FromHours(ExpireAfterHours);
    public TimeSpan UnsentLifetime => TimeSpan.FromDays(UnsentDays);

    /// <summary>Between expiry and the end, so that a phone is told that it expired, and not that there was nothing.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);
}
