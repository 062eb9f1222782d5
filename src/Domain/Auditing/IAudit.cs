using Domain.Shared;

namespace Domain.Auditing;

public interface IAudit
{
    /// <summary>
    /// Kept when it returns, also when the process is killed then; a worker brings it into the database. The same view again within a
    /// minute is the same view.
    /// </summary>
    /// <exception cref="IOException">It cannot be kept: then what it is about must not be shown.</exception>
    void Note(AuditEntry entry);
}

public static class Noting
{
    public static void Opened(this IAudit audit, string what, Actor by, Guid? subject = null, string text = "") =>
        audit.Note(AuditEntry.Of(AuditKind.Opened, what, by, subject, text));

    /// <param name="after">Further pages are the same search.</param>
    public static void Searched(this IAudit audit, string what, string typed, Actor by, object? after = null)
    {
        if (after is null && !string.IsNullOrWhiteSpace(typed))
            audit.Note(AuditEntry.Of(AuditKind.Searched, what, by, text: typed));
    }
}
