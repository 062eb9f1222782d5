using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>Section <c>Unverified</c>: what somebody may do in a day who has not said who it is. Accounts cost nothing, judges' time does.</summary>
public sealed class UnverifiedLimits
{
    public int MessagesADay { get; set; } = 5;
    public int UploadsADay { get; set; } = 20;
}

/// <summary>Takes in a file of a litigant. Who has not said who it is fills no disk.</summary>
public sealed class UploadAsLitigant(ICourtDb db, UploadAttachment upload, UnverifiedLimits limits, TimeProvider clock)
{
    /// <inheritdoc cref="UploadAttachment.Handle(Guid, string, ReceivedFile, Actor, CancellationToken)"/>
    public async Task<(Attachment Attachment, bool Created)> Handle(Guid id, string name, ReceivedFile file, Actor by, CancellationToken ct)
    {
        await Allow(id, by, ct);
        return await upload.Handle(id, name, file, by, ct);
    }

    /// <summary>Also asked before a large file sets out.</summary>
    public async Task Allow(Guid id, Actor by, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        var others = db.Set<Attachment>().Where(a => a.UploadedById == by.Id && a.UploadedAt > since && a.Id != id);
        if (
            await db.Set<Litigant>().AnyAsync(l => l.Id == by.Id && l.VerifiedAt == null, ct)
            && await others.CountAsync(ct) >= limits.UploadsADay
        )
            throw LitigantErrors.TooManyUploads(limits.UploadsADay);
    }
}
