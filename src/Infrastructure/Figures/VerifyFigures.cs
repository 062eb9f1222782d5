using Domain.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>Reproduces each figure from the orders, services and cases, at one moment of a running system, and names what differs.</summary>
public sealed class VerifyFigures(CourtDb db, FigureTable table)
{
    public const int MostNamed = 100;
    private const int DeltaPage = 5_000;

    public async Task<FigureFindings> Run(Action<long> progress, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var transaction = await db.Database.BeginTransactionAsync(table.OneMoment, ct);
        await table.CreateCopy(db, ct);
        var orders = await new OrderScan(db, table).CountInto(table.Copy, progress, ct);
        await TakeOffWaiting(ct);
        var differing = $"""
            SELECT COALESCE(a.metric, b.metric) AS "Metric", COALESCE(a.day, b.day) AS "Day", COALESCE(a.court_id, b.court_id) AS "CourtId",
                COALESCE(a.division_id, b.division_id) AS "DivisionId", COALESCE(a.owner_id, b.owner_id) AS "OwnerId",
                COALESCE(a.tag, b.tag) AS "Tag", COALESCE(a.value, 0) AS "Kept", COALESCE(b.value, 0) AS "Counted"
            FROM {FigureTable.Name} a FULL JOIN {table.Copy} b ON a.grain = b.grain AND a.metric = b.metric AND a.court_id = b.court_id
                AND a.day = b.day AND a.division_id = b.division_id AND a.owner_id = b.owner_id AND a.tag = b.tag
            WHERE COALESCE(a.value, 0) <> COALESCE(b.value, 0)
            """;
        var differences = await db.Database.SqlQueryRaw<FigureDifference>(differing).Take(MostNamed + 1).ToListAsync(ct);
        return new FigureFindings(orders, await db.Set<Figure>().LongCountAsync(ct), differences);
    }

    /// <summary>What the orders hold and the figures do not yet.</summary>
    private async Task TakeOffWaiting(CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var page = await db.Set<FigureDelta>()
                .AsNoTracking()
                .Where(d => d.Id > last)
                .OrderBy(d => d.Id)
                .Take(DeltaPage)
                .ToListAsync(ct);
            if (page.Count == 0)
                return;
            last = page[^1].Id;
            Dictionary<FigureKey, long> sums = [];
            foreach (var delta in page)
                sums.Add(FigureChange.Read(delta.Changes).AtEveryGrain(), times: -1);
            await table.Add(db, table.Copy, [.. sums.Where(s => s.Value != 0).Select(s => new FigureChange(s.Key, s.Value))], ct);
        }
    }
}

/// <param name="Kept">What the figures say, against what was counted.</param>
public sealed record FigureDifference(short Metric, DateOnly Day, string Tag, long Kept, long Counted)
{
    public required Guid CourtId { get; init; }
    public required Guid DivisionId { get; init; }
    public required Guid OwnerId { get; init; }

    public override string ToString() =>
        $"{(FigureMetric)Metric} {Day:O} court {CourtId} division {DivisionId} owner {OwnerId} '{Tag}': {Kept} kept, {Counted} counted";
}

/// <param name="Differences">At most <see cref="VerifyFigures.MostNamed"/> and one.</param>
public sealed record FigureFindings(long Orders, long Figures, IReadOnlyList<FigureDifference> Differences)
{
    public bool AreRight => Differences.Count == 0;

    public override string ToString() =>
        AreRight
            ? $"{Figures:N0} figures reproduced from {Orders:N0} orders, services and cases"
            : string.Join('\n', Differences.Take(VerifyFigures.MostNamed).Select(d => d.ToString()))
                + (Differences.Count > VerifyFigures.MostNamed ? "\n… and more" : "")
                + "\nrun rebuild-figures to count them anew";
}
