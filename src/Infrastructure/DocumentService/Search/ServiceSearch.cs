using System.Runtime.CompilerServices;
using Domain.Auditing;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Search;

/// <summary>
/// Finds services by case, recipient, phone, document, day and state, within what the actor may see. Beginnings of names and
/// titles stand in the statement itself: only then the database sees how rare they are and takes their index (ADR 21).
/// </summary>
public sealed class ServiceSearch(CourtDb db, IAudit audit, TimeProvider clock)
{
    /// <summary>Rows of a file at most; whoever asks for more is told to narrow the search.</summary>
    public const int MostExported = 50_000;

    private const int ExportPage = 1_000;
    private const int RareTitles = 1_000;

    /// <summary>The newest first.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<ServiceSearchResult> Find(ServiceTerms terms, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("送达", terms.Words, by, after);
        var reading = Read(terms);
        if (await Matching(terms, reading, by, ct) is not { } services)
            return new(reading, new([], null));
        return new(reading, await Newest(services, after, Keyset.Size, ct));
    }

    /// <summary>The same for the search of every page, which notes it once.</summary>
    internal async Task<Page<ServiceRow>> Page(ServiceTerms terms, Cursor? after, int size, Actor by, CancellationToken ct) =>
        await Matching(terms, Read(terms), by, ct) is { } services ? await Newest(services, after, size, ct) : new([], null);

    /// <summary>More than a file takes.</summary>
    public async Task<bool> IsTooLong(ServiceTerms terms, Actor by, CancellationToken ct) =>
        await Matching(terms, Read(terms), by, ct) is { } services && await services.OrderBy(s => s.Id).Skip(MostExported).AnyAsync(ct);

    /// <summary>What <see cref="Find"/> shows page by page, for a file.</summary>
    public async IAsyncEnumerable<ServiceRow> All(ServiceTerms terms, Actor by, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await Matching(terms, Read(terms), by, ct) is not { } services)
            yield break;
        Cursor? after = null;
        do
        {
            var page = await Newest(services, after, ExportPage, ct);
            foreach (var row in page.Rows)
                yield return row;
            after = page.Next;
        } while (after is not null);
    }

    public ServiceWordsReading Read(ServiceTerms terms) => ServiceWordsReader.Read(terms.Words, ChinaTime.DayOf(clock.GetUtcNow()).Year);

    /// <summary>The page is cut from an index, where one holds all that is asked; only its rows are read.</summary>
    private async Task<Page<ServiceRow>> Newest(IQueryable<Service> services, Cursor? after, int size, CancellationToken ct)
    {
        var page = services.NewestFirst(after, s => s.BegunAt, s => s.Id, size).Select(s => s.Id);
        var rows = await db.Set<Service>()
            .AsNoTracking()
            .Where(s => page.Contains(s.Id))
            .NewestFirst(null, s => s.BegunAt, s => s.Id, size)
            .Select(ServiceRow.Of)
            .ToListAsync(ct);
        return Page<ServiceRow>.Of(rows, r => new Cursor(r.BegunAt, r.Id), size);
    }

    /// <returns>Null when nothing can be found.</returns>
    private async Task<IQueryable<Service>?> Matching(ServiceTerms terms, ServiceWordsReading reading, Actor by, CancellationToken ct)
    {
        if (await Named(await Visible(by, ct), reading, ct) is not { } services)
            return null;
        if (terms.From is { } from)
        {
            var starts = ChinaTime.StartOf(from);
            services = services.Where(s => s.BegunAt >= starts);
        }

        if (terms.To is { } to)
        {
            var ends = ChinaTime.StartOf(to.AddDays(1));
            services = services.Where(s => s.BegunAt < ends);
        }

        if (terms.State is { } state)
            services = services.Where(s => s.State == EF.Constant(state));
        var title = TypedText.Normalise(terms.Title);
        if (title.Length is 0 or > ServiceTask.TitleMaxLength)
            return title.Length == 0 ? services : null;
        return await Titled(services, title, ct);
    }

    /// <summary>A judge's few cases are looked up first: among all services the database would look at each one's case.</summary>
    private async Task<IQueryable<Service>> Visible(Actor by, CancellationToken ct)
    {
        var services = db.ServicesVisibleTo(by).AsNoTracking();
        if (by.ExtentOf(Feature.Services) != Extent.Cases)
            return services;
        var me = by.Id;
        var cases = await db.CasesSatOn(me).ToListAsync(ct);
        return services.Where(s => cases.Contains(s.CaseId));
    }

    /// <summary>Rare titles by their index; with frequent ones the newest are soon found by going back in time.</summary>
    private async Task<IQueryable<Service>> Titled(IQueryable<Service> services, string title, CancellationToken ct)
    {
        var (begins, among) = (Beginnings.Of(title), "%、" + Beginnings.Of(title));
        var isRare =
            await db.Set<ServiceCopy>()
                .Where(c => EF.Functions.Like(c.Title, EF.Constant(begins), Beginnings.Escape))
                .Take(RareTitles + 1)
                .CountAsync(ct) <= RareTitles;
        return isRare
            ? services.Where(s => s.Copies.Any(c => EF.Functions.Like(c.Title, EF.Constant(begins), Beginnings.Escape)))
            : services.Where(s =>
                EF.Functions.Like(s.DocumentTitles, EF.Constant(begins), Beginnings.Escape)
                || EF.Functions.Like(s.DocumentTitles, EF.Constant(among), Beginnings.Escape)
            );
    }

    private async Task<IQueryable<Service>?> Named(IQueryable<Service> services, ServiceWordsReading reading, CancellationToken ct)
    {
        var value = reading.Value;
        switch (reading.Kind)
        {
            case ServiceWords.Any:
                return services;
            case ServiceWords.Phone:
                return services.Where(s => s.RecipientPhone == value);
            case ServiceWords.Name:
                var begins = Beginnings.Of(value);
                return services.Where(s => EF.Functions.Like(s.RecipientName, EF.Constant(begins), Beginnings.Escape));
            case ServiceWords.CaseNumber:
                var @case = await db.Set<Case>().Where(c => c.Number == value).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
                return @case is null ? null : services.Where(s => s.CaseId == @case);
            case ServiceWords.CaseNumbers:
                var cases = await db.Set<Case>().Where(c => reading.Keys.Contains(c.Number)).Select(c => c.Id).ToListAsync(ct);
                return services.Where(s => cases.Contains(s.CaseId));
            case ServiceWords.TaskDay:
                var day = Beginnings.Of(value);
                var tasks = db.Set<ServiceTask>().Where(t => EF.Functions.Like(t.Number, EF.Constant(day), Beginnings.Escape));
                return services.Where(s => tasks.Any(t => t.Id == s.TaskId));
            case ServiceWords.TaskNumber:
                var task = await db.Set<ServiceTask>().Where(t => t.Number == value).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(ct);
                return task is null ? null : services.Where(s => s.TaskId == task);
            case ServiceWords.Serial:
                var document = await db.Set<ServedDocument>()
                    .Where(d => d.Serial == value)
                    .Select(d => new { d.TaskId, d.CaseId })
                    .SingleOrDefaultAsync(ct);
                return document is null ? null : services.Where(s => s.TaskId == document.TaskId && s.CaseId == document.CaseId);
            default:
                return null;
        }
    }
}

public sealed record ServiceSearchResult(ServiceWordsReading Reading, Page<ServiceRow> Page);
