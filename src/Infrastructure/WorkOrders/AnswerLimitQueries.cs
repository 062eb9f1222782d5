using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>The limits (办理时限) as their page shows them.</summary>
public sealed class AnswerLimitQueries(CourtDb db, IAnswerLimits limits)
{
    /// <summary>Both levels for the Intermediate Court; another court sees its own beside what holds for all.</summary>
    public async Task<LimitTable> Table(Actor by, CancellationToken ct)
    {
        var courts = await db.Set<Court>().AsNoTracking().OrderBy(c => c.Position).Select(c => new { c.Id, c.ShortName }).ToListAsync(ct);
        var post = by.Post!;
        var seesAll = post.Level == CourtLevel.Intermediate;
        return new LimitTable(
            [
                new(null, "全部法院", by.Reaches(Feature.CityAsking)),
                .. courts.Where(c => seesAll || c.Id == post.CourtId).Select(c => new LimitRow(c.Id, c.ShortName, by.MaySetLimits(c.Id))),
            ],
            await limits.Current(ct)
        );
    }

    /// <summary>What was changed, the newest first: the limits' traces.</summary>
    public async Task<Page<LimitChange>> Changes(Cursor? after, Actor by, CancellationToken ct)
    {
        var table = await Table(by, ct);
        var names = table.Rows.ToDictionary(r => r.CourtId ?? Guid.Empty, r => r.Court);
        var shown = table.Rows.Select(r => r.CourtId).ToList();
        var own = db.Set<AnswerLimit>().Where(l => shown.Contains(l.CourtId));
        var page = await db.Set<TraceRow>().Where(t => own.Any(l => l.Id == t.SubjectId)).NewestFirst(after, ct);
        var ids = page.Rows.Select(t => t.SubjectId).ToHashSet();
        var of = await own.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        return page.As(t => new LimitChange(
            t.At,
            names[of[t.SubjectId].CourtId ?? Guid.Empty],
            of[t.SubjectId].Category,
            t.ActorName,
            AnswerLimitFacts.Words(t)
        ));
    }
}

public sealed record LimitTable(IReadOnlyList<LimitRow> Rows, AnswerLimits Limits);

/// <param name="CourtId">Null is every court.</param>
/// <param name="MayChange">Or ask for it, where it is every court's.</param>
public sealed record LimitRow(Guid? CourtId, string Court, bool MayChange);

/// <param name="Category">Null is every kind.</param>
public sealed record LimitChange(DateTimeOffset At, string Court, Category? Category, string By, string Words);
