using Domain.Attachments;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Uploads;

/// <summary>Says that a file is coming. The same id again is the same upload.</summary>
public sealed class StartUpload(
    ICourtDb db,
    UploadAsLitigant allowance,
    IEnumerable<IUploadQuota> quotas,
    UploadLimits limits,
    IUploadPieces pieces,
    TimeProvider clock
)
{
    public async Task<(Upload Upload, bool Created)> Handle(NewUpload wish, Actor by, CancellationToken ct)
    {
        if (wish.Length == 0)
            throw AttachmentErrors.Empty();
        var most = MostBytes(wish.Name);
        if (wish.Length > most)
            throw AttachmentErrors.TooLarge(wish.Length, most);
        var (upload, created) = await db.Once(
            () => Started(wish, by, ct),
            async () =>
            {
                await allowance.Allow(wish.Id, by, ct);
                return db.Set<Upload>().Add(Upload.Begin(wish, by.Id, clock.GetUtcNow(), limits)).Entity;
            },
            ct
        );
        if (created)
        {
            pieces.Delete(upload.Id); // of one of the same id that is gone
            await Weigh(upload, ct);
        }

        return (upload, created);
    }

    /// <summary>Of its kind by name; a name that says nothing is taken for a paper or picture.</summary>
    private static long MostBytes(string name)
    {
        var extension = Path.GetExtension(name);
        return (FileKind.All.FirstOrDefault(k => k.Fits(extension)) ?? FileKind.Pdf).MostBytes;
    }

    /// <summary>After it counts, so that two at once cannot both be the last that is allowed.</summary>
    private async Task Weigh(Upload upload, CancellationToken ct)
    {
        foreach (var quota in quotas)
        {
            if (await quota.Exceeded(upload, ct) is not { } refusal)
                continue;
            await db.Set<Upload>().Where(u => u.Id == upload.Id).ExecuteDeleteAsync(CancellationToken.None);
            throw refusal;
        }
    }

    private async Task<Upload?> Started(NewUpload wish, Actor by, CancellationToken ct)
    {
        var there = await db.Set<Upload>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == wish.Id, ct);
        return there is null || (there.OwnerId == by.Id && there.Length == wish.Length && there.Name == wish.Name)
            ? there
            : throw AttachmentErrors.IdReused();
    }
}
