namespace Domain.Attachments;

/// <summary>A file somebody uploaded. The bytes lie in the file store under <see cref="Sha256"/>; this row says whose it is and where it belongs.</summary>
public sealed class Attachment
{
    public const int NameMaxLength = 200;
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

    /// <summary>Null until it is sent with a message; from then on it is never deleted.</summary>
    public Guid? WorkOrderId { get; private set; }

    /// <summary>The entry it came with; null for the first message.</summary>
    public Guid? EntryId { get; private set; }

    /// <summary>The task that serves it (送达); from then on it is never deleted.</summary>
    public Guid? ServiceTaskId { get; private set; }

    /// <summary>Of a PDF that was checked to be served; null of every other file.</summary>
    public int? Pages { get; init; }

    public void BeServedBy(Guid serviceTaskId) => ServiceTaskId = serviceTaskId;

    public void BelongTo(Guid workOrderId, Guid? entryId)
    {
        WorkOrderId = workOrderId;
        EntryId = entryId;
    }
}
