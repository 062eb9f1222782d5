namespace Domain.Cases;

/// <summary>A secret case (涉密) that was never here: only that there is one, so that an older word of it does not bring it in.</summary>
public sealed class WithheldCase
{
    /// <summary>Of its number, by <see cref="Litigants.IIdentityKeys"/>: not even the number stays.</summary>
    public required string Key { get; init; }

    /// <summary>Of the newest record that called it secret.</summary>
    public long SourceVersion { get; set; }
}
