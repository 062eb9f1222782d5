using System.Globalization;
using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Reading;

/// <summary>The reader signs the 阅卷单.</summary>
public sealed class SignReading(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string version, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = db.OwnReadings(by)
            .Where(r => r.State != ReadingState.Open || db.ReadableBy(by, ChinaTime.DayOf(now)).Any(o => o.Id == r.Id));
        return db.Change(own, id, request => request.Sign(version, by, now), ct);
    }
}

/// <summary>The reader does not want it any more.</summary>
public sealed class TakeBackReading(ICourtDb db, TimeProvider clock)
{
    /// <param name="entryId">Made by the phone: sending the same again changes nothing.</param>
    public Task Handle(Guid id, Guid entryId, Actor by, CancellationToken ct) =>
        db.Change(db.OwnReadings(by), id, request => request.TakeBack(entryId, by, clock.GetUtcNow()), ct, entryId);
}

/// <summary>From where a page is read.</summary>
public sealed record ReadingPlace(string Address, string Device, Channel Channel);

/// <param name="Stored">The picture of the page, without anything on it.</param>
public sealed record PageToShow(PreviewPart Stored, IReadOnlyList<PageMask> Masks, IReadOnlyList<string> Watermark);

/// <summary>
/// One page for its reader. Everything is asked anew, and whatever does not hold is the same answer: no such page. That it was read is
/// stored before anything is shown.
/// </summary>
public sealed class ReadOnePage(ICourtDb db, TimeProvider clock)
{
    /// <param name="id">The request.</param>
    /// <exception cref="RefusedException"><c>reading.page_not_found</c>, <c>reading.page_not_ready</c>.</exception>
    public async Task<PageToShow> Handle(Guid id, Guid fileId, int page, ReadingPlace from, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var request =
            await db.ReadableBy(by, today).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.SignedAt != null, ct)
            ?? throw ReadingErrors.PageNotFound();
        var hash =
            await db.ReleasedFiles(id)
                .Where(f => f.Id == fileId && f.CaseId == request.CaseId)
                .Select(f => f.Sha256)
                .SingleOrDefaultAsync(ct)
            ?? throw ReadingErrors.PageNotFound();
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var (address, device) = (Cut(from.Address, ReadPage.AddressMaxLength), Cut(from.Device, ReadPage.DeviceMaxLength));
        var shown = await db.PageToShow(hash, page, request.IsMasked, Watermark(request, minute), ct);
        await db.Change(
            async () =>
            {
                var isThere = await db.Set<ReadPage>()
                    .AnyAsync(
                        p =>
                            p.ReadingRequestId == id
                            && p.CaseFileId == fileId
                            && p.Page == page
                            && p.At == minute
                            && p.Address == address
                            && p.Device == device,
                        ct
                    );
                if (!isThere)
                    db.Set<ReadPage>()
                        .Add(
                            new ReadPage
                            {
                                ReadingRequestId = id,
                                CaseFileId = fileId,
                                Page = page,
                                At = minute,
                                Address = address,
                                Device = device,
                                Channel = from.Channel,
                            }
                        );
            },
            ct
        );
        return shown;
    }

    /// <summary>Who read it when, and what for.</summary>
    public static IReadOnlyList<string> Watermark(ReadingRequest request, DateTimeOffset at)
    {
        var tail = request.ReaderPhone.Length >= 4 ? $"手机尾号 {request.ReaderPhone[^4..]}" : "";
        var time = ChinaTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string[] who = [Masking.NameForSelf(request.ReaderName), request.ReaderMark, tail];
        return
        [
            string.Join(' ', who.Where(w => w.Length > 0)),
            $"{time} 仅供 {CaseNumber.DisplayOf(request.CaseNumber)}",
            $"阅卷申请 {request.Number}",
        ];
    }

    /// <summary>Who looks at it is named, not who asked to read: what leaves the court here did not leave by the reader.</summary>
    public static IReadOnlyList<string> WatermarkOfSample(ReadingRequest request, Actor by, DateTimeOffset at) =>
        [
            $"样张 {by.Name} {ChinaTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}",
            $"阅卷申请 {request.Number} {CaseNumber.DisplayOf(request.CaseNumber)}",
        ];

    private static string Cut(string text, int most) =>
        TypedText.Storable(text) is var clean && clean.Length > most ? clean[..most] : clean;
}

/// <summary>A page for who decides: as the reader would see it now.</summary>
public sealed class LookAtSample(ICourtDb db, TimeProvider clock)
{
    public async Task<PageToShow> Handle(Guid id, Guid fileId, int page, bool isMasked, Actor by, CancellationToken ct)
    {
        var request =
            await db.ReadingsVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw ReadingErrors.PageNotFound();
        var isOwn = request.OwnerId == by.Id && !request.IsClosed;
        if (!isOwn && !await db.CasesWorkedOn(by.Id).AnyAsync(c => c == request.CaseId, ct))
            throw ReadingErrors.PageNotFound();
        var hash =
            await db.ReadableFiles(request.CaseId).Where(f => f.Id == fileId).Select(f => f.Sha256).SingleOrDefaultAsync(ct)
            ?? throw ReadingErrors.PageNotFound();
        return await db.PageToShow(hash, page, isMasked, ReadOnePage.WatermarkOfSample(request, by, clock.GetUtcNow()), ct);
    }
}

internal static class PagesToShow
{
    public static async Task<PageToShow> PageToShow(
        this ICourtDb db,
        string hash,
        int page,
        bool isMasked,
        IReadOnlyList<string> watermark,
        CancellationToken ct
    )
    {
        var part = await db.Set<PreviewPart>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.FileHash == hash && p.Kind == PreviewPartKind.Page && p.Number == page, ct);
        if (part is null)
        {
            var preview = await db.Set<FilePreview>().AsNoTracking().SingleOrDefaultAsync(p => p.FileHash == hash, ct);
            var isComing = page > 0 && preview is null or { State: PreviewState.Waiting or PreviewState.Making };
            throw isComing && !(preview?.Pages > 0 && page > preview.Pages) ? ReadingErrors.PageNotReady() : ReadingErrors.PageNotFound();
        }

        if (isMasked && !await db.Set<MaskedFile>().AnyAsync(m => m.FileHash == hash && m.PagesWithoutText >= 0, ct))
            throw ReadingErrors.PageNotReady(); // nothing goes out before it was looked through
        var masks = isMasked
            ? await db.Set<PageMask>()
                .AsNoTracking()
                .Where(m => m.FileHash == hash && m.Page == page)
                .OrderBy(m => m.Number)
                .ToListAsync(ct)
            : [];
        return new PageToShow(part, masks, watermark);
    }
}
