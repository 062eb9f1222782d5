namespace Domain.Auditing;

/// <summary>What somebody did that has to be accounted for (审计): 等保三级 asks for each of them, PIPL 51, 54 for what touches people's data.</summary>
public enum AuditKind
{
    SignedIn,

    /// <summary>The person is known only where the account is.</summary>
    SignInRefused,

    SignedOut,

    /// <summary>A page or a record with people's data.</summary>
    Opened,

    /// <summary>By name or number.</summary>
    Searched,

    /// <summary>What was masked, for a reason.</summary>
    Revealed,

    /// <summary>A single file: a document, a letter, a signature.</summary>
    FileOpened,

    /// <summary>A table as a file.</summary>
    Exported,
}
