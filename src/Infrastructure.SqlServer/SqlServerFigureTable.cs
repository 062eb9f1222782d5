using System.Data;
using Domain.Figures;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.SqlServer;

internal sealed class SqlServerFigureTable : FigureTable
{
    private const string LockName = "figures";
    private const string SameKey =
        "grain = @grain AND metric = @metric AND court_id = @court AND day = @day AND division_id = @division AND owner_id = @owner AND tag = @tag";

    public override string Copy => "#figures_again";

    // A snapshot has to be allowed in the database first; this needs nothing and is as exact, at the price of waiting.
    public override IsolationLevel OneMoment => IsolationLevel.Serializable;

    public override async Task<bool> TryLock(CourtDb db, CancellationToken ct) => await Take(db, "Transaction", 0, ct) >= 0;

    public override async Task Lock(CourtDb db, CancellationToken ct)
    {
        if (await Take(db, "Session", -1, ct) < 0)
            throw new InvalidOperationException("The lock of the figures was refused.");
    }

    public override Task Unlock(CourtDb db) =>
        db.Database.ExecuteSqlRawAsync($"EXEC sp_releaseapplock @Resource = '{LockName}', @LockOwner = 'Session'", CancellationToken.None);

    public override Task CreateCopy(CourtDb db, CancellationToken ct)
    {
        var create = $"DROP TABLE IF EXISTS {Copy}; SELECT TOP 0 * INTO {Copy} FROM {Name}";
        return db.Database.ExecuteSqlRawAsync(create, ct);
    }

    public override async Task Add(CourtDb db, string table, IReadOnlyCollection<FigureChange> changes, CancellationToken ct)
    {
        var sql = $"""
            UPDATE {table} SET value = value + @value WHERE {SameKey};
            IF @@ROWCOUNT = 0 INSERT INTO {table} (grain, metric, court_id, day, division_id, owner_id, tag, value)
                VALUES (@grain, @metric, @court, @day, @division, @owner, @tag, @value);
            IF @value < 0 DELETE FROM {table} WHERE {SameKey} AND value = 0;
            """;
        foreach (var change in changes)
            await db.Database.ExecuteSqlRawAsync(sql, Parameters(change), ct);
    }

    private static async Task<int> Take(CourtDb db, string owner, int timeout, CancellationToken ct)
    {
        var taken = new SqlParameter("taken", SqlDbType.Int) { Direction = ParameterDirection.Output };
        var take =
            $"EXEC @taken = sp_getapplock @Resource = '{LockName}', @LockMode = 'Exclusive', @LockOwner = '{owner}', @LockTimeout = {timeout}";
        await db.Database.ExecuteSqlRawAsync(take, [taken], ct);
        return (int)taken.Value;
    }

    private static object[] Parameters(FigureChange change) =>
        [
            new SqlParameter("grain", (short)change.Key.Grain),
            new SqlParameter("metric", (short)change.Key.Metric),
            new SqlParameter("court", change.Key.CourtId),
            new SqlParameter("day", change.Key.Day.ToDateTime(TimeOnly.MinValue)) { SqlDbType = SqlDbType.Date },
            new SqlParameter("division", change.Key.DivisionId),
            new SqlParameter("owner", change.Key.OwnerId),
            new SqlParameter("tag", change.Key.Tag),
            new SqlParameter("value", change.Value),
        ];
}
