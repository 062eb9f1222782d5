using Domain.Shared;

namespace Domain.Attachments;

/// <summary>A file somebody uploaded. The bytes lie in the file store under <see cref="Sha256"/>; this row says whose it is and where it belongs.</summary>
public sealed class Attachment
{
    public const int NameMaxLength = 200;

    /// <summary>Of a file sent in one request; what a kind may have at most says <see cref="FileKind.MostBytes"/>.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;
    public const int MaxPerMessage = 9;

    public Guid Id { get; init; }
    public Guid UploadedById { get; set; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }

    /// <summary>64 hex digits.</summary>
    public required string Sha256 { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>The kind of thing it was sent with or is served by; null until then, and from then on it is never deleted.</summary>
    public SubjectKind? SubjectKind { get; private set; }

    public Guid? SubjectId { get; private set; }

    /// <summary>The entry it came with; null for the first message.</summary>
    public Guid? EntryId { get; private set; }

    /// <summary>Of a PDF that was checked to be served; null of every other file.</summary>
    public int? Pages { get; init; }

    /// <summary>Whose matter the thing is follows the thing, not the file: only which one it is stands here.</summary>
    public void BelongTo(SubjectKind kind, Guid id, Guid? entryId = null) => (SubjectKind, SubjectId, EntryId) = (kind, id, entryId);
}
