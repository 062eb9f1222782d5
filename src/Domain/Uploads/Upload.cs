using Domain.Attachments;
using Domain.Shared;

namespace Domain.Uploads;

public enum UploadState
{
    Receiving,

    /// <summary>All bytes are here; what they are is being looked at.</summary>
    Arrived,

    /// <summary>The court can open it: there is an attachment under the same id.</summary>
    Uploaded,

    /// <summary>The court does not take it, and says why.</summary>
    Refused,
}

/// <summary>
/// A file on its way, in pieces (tus 1.0). Working data like a draft: it has no trace, and what comes of it is an <see cref="Attachment"/>.
/// </summary>
public sealed class Upload
{
    public const int PurposeMaxLength = 40;

    /// <summary>Also the attachment's.</summary>
    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    /// <summary>As the phone says it; the attachment's is cleaned.</summary>
    public required string Name { get; init; }

    /// <summary>What the client sends it for, in its own words.</summary>
    public string? Purpose { get; init; }

    public long Length { get; init; }

    /// <summary>What the phone computed, where it did; 64 hex digits.</summary>
    public string? DeclaredSha256 { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Bytes that are on the disk for good. The file may hold more, which nobody was told of, and counts as far as it reaches.</summary>
    public long Received { get; private set; }

    public UploadState State { get; private set; }

    /// <summary>Who writes or completes at this moment: one at a time, on whatever host. Lapses, since its process may be dead.</summary>
    public Guid? WriterId { get; private set; }

    public DateTimeOffset? WriterUntil { get; private set; }

    /// <summary>Of what arrived.</summary>
    public string? Sha256 { get; private set; }

    public Refusal? Refusal { get; private set; }
    public string? RefusalCode { get; private set; }
    public string? RefusalWords { get; private set; }

    /// <summary>From then on it is not gone on with; what never belonged to anything is thrown away a day later.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public static Upload Begin(NewUpload wish, Guid ownerId, DateTimeOffset now, UploadLimits limits) =>
        new()
        {
            Id = wish.Id,
            OwnerId = ownerId,
            Name = wish.Name,
            Purpose = wish.Purpose,
            Length = wish.Length,
            DeclaredSha256 = wish.Sha256,
            CreatedAt = now,
            ExpiresAt = now + limits.Lifetime,
        };

    /// <summary>What was said when it was looked at, to who asks again.</summary>
    public RefusedException WhyRefused() => UploadErrors.Again(this);

    public bool IsExpired(DateTimeOffset now) => State == UploadState.Receiving && ExpiresAt <= now;
}

/// <param name="Name">Decides which limit holds until the content does.</param>
public sealed record NewUpload(Guid Id, string Name, long Length, string? Purpose, string? Sha256);
