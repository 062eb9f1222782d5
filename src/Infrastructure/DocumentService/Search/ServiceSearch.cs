using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Search;

/// <summary>
/// Finds services by case, recipient, phone, document, day and state, within what the actor may see. Beginnings of names and
/// titles stand in the statement itself: only then the database sees how rare they are and takes their index (ADR 21).
/// </summary>
public sealed class ServiceSearch(CourtDb db, TimeProvider clock)
{
    /// <summary>More than one file's worth of evidence; the exporter streams them.</summary>
    public const int MostExported = 50_000;

    /// <summary>The newest first.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<ServiceSearchResult> Find(ServiceTerms terms, PageKey? after, Actor by, CancellationToken ct)
    {
        var reading = Read(terms);
        if (await Matching(terms, reading, by, ct) is not { } services) return new(reading, new([], null));
        var rows = await Page(services, after, KeyPage<ServiceRow>.Size + 1).ToListAsync(ct);
        return new(reading, KeyPage<ServiceRow>.Of(rows, r => new PageKey(r.BegunAt, r.Id)));
    }

    /// <summary>What <see cref="Find"/> shows page by page, for a file.</summary>
    public async IAsyncEnumerable<ServiceRow> All(ServiceTerms terms, Actor by, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await Matching(terms, Read(terms), by, ct) is not { } services) yield break;
        var (left, size, after) = (MostExported, 1_000, (PageKey?)null);
        while (left > 0)
        {
            var rows = await Page(services, after, Math.Min(size, left)).ToListAsync(ct);
            foreach (var row in rows) yield return row;
            if (rows.Count < size) yield break;
            (left, after) = (left - rows.Count, new PageKey(rows[^1].BegunAt, rows[^1].Id));
        }
    }

    public ServiceWordsReading Read(ServiceTerms terms) => ServiceWordsReader.Read(terms.Words, ChinaTime.DayOf(clock.GetUtcNow()).Year);

    private static IQueryable<ServiceRow> Page(IQueryable<Service> services, PageKey? after, int size)
    {
        if (after is { } key) services = services.Where(s => s.BegunAt <= key.At && (s.BegunAt < key.At || s.Id < key.Id));
        return services.OrderByDescending(s => s.BegunAt).ThenByDescending(s => s.Id).Take(size).Select(ServiceRow.Of);
    }

    /// <returns>Null when nothing can be found.</returns>
    private async Task<IQueryable<Service>?> Matching(ServiceTerms terms, ServiceWordsReading reading, Actor by, CancellationToken ct)
    {
        if (await Named(db.ServicesVisibleTo(by).AsNoTracking(), reading, ct) is not { } services) return null;
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

        if (terms.State is { } state) services = services.Where(s => s.State == state);
        var title = TypedText.Normalise(terms.Title);
        if (title.Length is 0 or > ServiceTask.TitleMaxLength) return title.Length == 0 ? services : null;
        var begins = Beginning(title);
        return services.Where(s => s.Copies.Any(c => EF.Functions.Like(c.Title, EF.Constant(begins), "\\")));
    }

    /// <summary>Typed wildcards are letters; a bracket is one on SQL Server.</summary>
    private static string Beginning(string typed) => Regex.Replace(typed, @"[\\%_\[]", @"\$0") + "%";

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
                var begins = Beginning(value);
                return services.Where(s => EF.Functions.Like(s.RecipientName, EF.Constant(begins), "\\"));
            case ServiceWords.CaseNumber:
                var @case = await db.Cases.Where(c => c.Number == value).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
                return @case is null ? null : services.Where(s => s.CaseId == @case);
            case ServiceWords.TaskNumber:
                var task = await db.ServiceTasks.Where(t => t.Number == value).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(ct);
                return task is null ? null : services.Where(s => s.TaskId == task);
            case ServiceWords.Serial:
                var document = await db.ServedDocuments.Where(d => d.Serial == value).Select(d => new { d.TaskId, d.CaseId }).SingleOrDefaultAsync(ct);
                return document is null ? null : services.Where(s => s.TaskId == document.TaskId && s.CaseId == document.CaseId);
            default:
                return null;
        }
    }
}

public sealed record ServiceSearchResult(ServiceWordsReading Reading, KeyPage<ServiceRow> Page);
