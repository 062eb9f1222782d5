using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>
/// What is new, changed or removed, in one transaction of prepared statements sent together: new rows alone need one journey, without
/// BEGIN and COMMIT. EF Core writes the same rows as one text that is built, parsed and planned anew for each save. A save of one fact
/// takes as long either way (p50 7.0 and 6.5 ms on a busy machine), one of fifty facts four fifths (9.6 and 12.1 ms): <c>tests/Bench --
/// --saves 300</c>. Which rows it can write it reads from the model; a save that holds any other is EF Core's.
/// </summary>
internal static class WriteBatch
{
    /// <summary>Beyond that EF Core writes piece by piece.</summary>
    private const int MostRows = 5_000;

    /// <returns>The rows to write in order; null when the changes hold anything that EF Core must save.</returns>
    public static List<EntityEntry>? From(ChangeTracker tracker)
    {
        List<EntityEntry> rows = [];
        foreach (var entry in tracker.Entries())
        {
            if (entry.State == EntityState.Unchanged)
                continue;
            if (rows.Count == MostRows || !PlainTable.Of(entry.Metadata).Takes(entry))
                return null;
            rows.Add(entry);
        }

        // What others refer to comes first.
        return rows.Count == 0 ? null : [.. rows.OrderBy(r => PlainTable.Of(r.Metadata).Rank)];
    }

    /// <exception cref="DbUpdateConcurrencyException">A row was changed since it was read: nothing is written.</exception>
    public static async Task Run(DatabaseFacade database, List<EntityEntry> rows, CancellationToken ct)
    {
        await database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)database.GetDbConnection();
            var inserts = rows.FindAll(r => r.State == EntityState.Added);
            if (inserts.Count == rows.Count)
            {
                await Insert(connection, inserts, ct); // one batch is one transaction
                return;
            }

            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Change(connection, InOneOrder(rows), ct);
            if (inserts.Count > 0)
                await Insert(connection, inserts, ct);
            await transaction.CommitAsync(ct);
        }
        catch (PostgresException e)
        {
            throw new DbUpdateException(e.MessageText, e);
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    /// <summary>Two saves that change the same rows lock them in the same order, so that none waits for the other in a circle.</summary>
    private static List<EntityEntry> InOneOrder(List<EntityEntry> rows) =>
        [
            .. rows.Where(r => r.State is EntityState.Deleted or EntityState.Modified)
                .OrderBy(r => r.State == EntityState.Modified)
                .ThenBy(r => PlainTable.Of(r.Metadata).Rank)
                .ThenBy(r => r.Metadata.Name, StringComparer.Ordinal)
                .ThenBy(r => PlainTable.Of(r.Metadata).KeyOf(r)),
        ];

    private static async Task Insert(NpgsqlConnection connection, List<EntityEntry> rows, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
            batch.BatchCommands.Add(PlainTable.Of(row.Metadata).Insert(row));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task Change(NpgsqlConnection connection, List<EntityEntry> rows, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
        {
            var table = PlainTable.Of(row.Metadata);
            batch.BatchCommands.Add(row.State == EntityState.Deleted ? table.Delete(row) : table.Update(row));
        }

        await batch.ExecuteNonQueryAsync(ct);
        if (batch.BatchCommands.Cast<NpgsqlBatchCommand>().Any(c => c.RecordsAffected != 1))
            throw new DbUpdateConcurrencyException("A row was changed since it was read.");
    }
}
