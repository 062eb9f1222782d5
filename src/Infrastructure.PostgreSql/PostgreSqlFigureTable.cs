using System.Data;
using Domain.Figures;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Infrastructure.PostgreSql;

internal sealed class PostgreSqlFigureTable : FigureTable
{
    private const long LockKey = 12_368_001;

    private const string Given = """
        unnest(@grain, @metric, @court, @day, @division, @owner, @tag, @value)
            AS g (grain, metric, court_id, day, division_id, owner_id, tag, value)
        """;

    public override string Copy => "figures_again";

    // In PostgreSQL this is a snapshot, taken by the first query after BEGIN.
    public override IsolationLevel OneMoment => IsolationLevel.RepeatableRead;

    public override Task<bool> TryLock(CourtDb db, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({LockKey}) AS \"Value\"").SingleAsync(ct);

    public override Task Lock(CourtDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", ct);

    public override Task Unlock(CourtDb db) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);

    public override Task CreateCopy(CourtDb db, CancellationToken ct)
    {
        var create = $"CREATE TEMP TABLE {Copy} (LIKE {Name} INCLUDING ALL) ON COMMIT DROP";
        return db.Database.ExecuteSqlRawAsync(create, ct);
    }

    public override async Task Add(CourtDb db, string table, IReadOnlyCollection<FigureChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
            return;
        var add = $"""
            INSERT INTO {table} AS f (grain, metric, court_id, day, division_id, owner_id, tag, value)
            SELECT * FROM {Given}
            ON CONFLICT (grain, metric, court_id, day, division_id, owner_id, tag) DO UPDATE SET value = f.value + excluded.value
            """;
        await db.Database.ExecuteSqlRawAsync(add, Parameters(changes), ct);
        var less = changes.Where(c => c.Value < 0).ToList();
        if (less.Count == 0)
            return;
        var remove = $"""
            DELETE FROM {table} AS f USING {Given}
            WHERE f.grain = g.grain AND f.metric = g.metric AND f.court_id = g.court_id AND f.day = g.day
                AND f.division_id = g.division_id AND f.owner_id = g.owner_id AND f.tag = g.tag AND f.value = 0
            """;
        await db.Database.ExecuteSqlRawAsync(remove, Parameters(less), ct);
    }

    private static NpgsqlParameter[] Parameters(IReadOnlyCollection<FigureChange> changes) =>
        [
            Array("grain", NpgsqlDbType.Smallint, changes.Select(c => (short)c.Key.Grain)),
            Array("metric", NpgsqlDbType.Smallint, changes.Select(c => (short)c.Key.Metric)),
            Array("court", NpgsqlDbType.Uuid, changes.Select(c => c.Key.CourtId)),
            Array("day", NpgsqlDbType.Date, changes.Select(c => c.Key.Day)),
            Array("division", NpgsqlDbType.Uuid, changes.Select(c => c.Key.DivisionId)),
            Array("owner", NpgsqlDbType.Uuid, changes.Select(c => c.Key.OwnerId)),
            Array("tag", NpgsqlDbType.Text, changes.Select(c => c.Key.Tag)),
            Array("value", NpgsqlDbType.Bigint, changes.Select(c => c.Value)),
        ];

    private static NpgsqlParameter Array<T>(string name, NpgsqlDbType type, IEnumerable<T> values) =>
        new(name, NpgsqlDbType.Array | type) { Value = values.ToArray() };
}
