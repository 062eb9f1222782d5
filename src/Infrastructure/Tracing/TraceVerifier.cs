using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Tracing.Anchors;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tracing;

/// <summary>
/// Checks every record that leaves a trace, whatever feature it belongs to: its chain, what the chain sealed, and the anchors outside the
/// database. Page by page, two at a time, so that memory does not grow with the tables.
/// </summary>
public sealed class TraceVerifier(CourtDb db, IServiceScopeFactory scopes, ITraceMac mac, AnchorCheck anchors)
{
    private const int PageSize = 1_000;
    private const int AtOnce = 2;

    /// <param name="findings">Hears of every break.</param>
    /// <param name="progress">Told the number of rows checked, now and then.</param>
    public async Task Verify(TraceFindings findings, Action<long> progress, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        foreach (var record in SealModel.Of(db.Model).Records)
        {
            await Parallel.ForEachAsync(
                Pages(record, ct),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                async (ids, stop) =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    var page = scope.ServiceProvider.GetRequiredService<CourtDb>();
                    var rows = await new RecordCheck(page, mac, record, findings, areNeighbours: true).Run(ids, stop);
                    progress(findings.Count(ids.Count, rows));
                }
            );
        }

        await FindOrphans(findings, ct);
        await anchors.Verify(findings, ct);
    }

    /// <summary>The same for a few records, as they are certified or shown.</summary>
    /// <returns>The breaks.</returns>
    public async Task<IReadOnlyList<TraceBreak>> BreaksOf<T>(IReadOnlyList<Guid> ids, CancellationToken ct)
        where T : Aggregate
    {
        List<TraceBreak> breaks = [];
        var record = SealModel.Of(db.Model).RecordOf(db.Model.FindEntityType(typeof(T))!);
        if (ids.Count > 0)
            await new RecordCheck(db, mac, record, new TraceFindings(breaks.Add), areNeighbours: false).Run(ids, ct);
        return breaks;
    }

    private async IAsyncEnumerable<IReadOnlyList<Guid>> Pages(
        SealedRecord record,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        Guid? after = null;
        List<Guid> ids;
        do
        {
            // The table is the model's own name.
            var from = $"SELECT id FROM {record.Table.Name} {(after is null ? "" : "WHERE id > {0}")}";
            var page = $"{from} ORDER BY id OFFSET 0 ROWS FETCH NEXT {PageSize} ROWS ONLY";
            ids = await db.Database.SqlQueryRaw<Guid>(page, after is { } id ? [id] : []).ToListAsync(ct);
            if (ids.Count == 0)
                yield break;
            after = ids[^1];
            yield return ids;
        } while (ids.Count == PageSize);
    }

    /// <summary>Rows whose record is gone, where no row says that it went.</summary>
    private async Task FindOrphans(TraceFindings findings, CancellationToken ct)
    {
        var records = string.Join(" UNION ALL ", SealModel.Of(db.Model).Records.Select(r => $"SELECT id FROM {r.Table.Name}"));
        var sql = $"""
            SELECT DISTINCT t.subject_id FROM trace t
            WHERE NOT EXISTS (SELECT 1 FROM ({records}) r WHERE r.id = t.subject_id)
            """;
        foreach (var part in (await db.Database.SqlQueryRaw<Guid>(sql).ToListAsync(ct)).Chunk(PageSize))
        {
            var rows = await db.Set<TraceRow>().AsNoTracking().Where(t => part.Contains(t.SubjectId)).ToListAsync(ct);
            foreach (var chain in rows.GroupBy(r => r.SubjectId))
                CheckOrphan(chain.Key, [.. chain.OrderBy(r => r.Sequence)], findings);
            findings.Count(part.Length, rows.Count);
        }
    }

    private void CheckOrphan(Guid id, IReadOnlyList<TraceRow> rows, TraceFindings findings)
    {
        var chain = new TraceChain(mac);
        foreach (var row in rows)
            chain.Add(row);
        var name = rows[^1].Called();
        foreach (var problem in chain.Breaks)
            findings.Add(name, problem.Sequence, problem.Problem);
        if (chain.Sealed.FirstOrDefault(p => p.Row.Key == id.ToString()) is not { Row.IsGone: true })
            findings.Add(name, rows[^1].Sequence, "the record of these rows is gone");
    }
}
