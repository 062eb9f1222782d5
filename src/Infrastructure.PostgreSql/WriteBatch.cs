using System.Collections.Concurrent;
using Domain.DocumentService;
using Domain.Figures;
using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.Tracing.Anchors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Infrastructure.PostgreSql;

/// <summary>
/// Orders and services that are new or changed, with their trace and notices, in one transaction of prepared statements sent together. EF
/// Core writes the same rows as one long text that is built, parsed and planned anew for each order: registering one cost twice
/// the processor time that way, and a thousand steps of supervision eight times.
/// </summary>
internal static class WriteBatch
{
    /// <summary>In the order in which they refer to one another.</summary>
    private static readonly Type[] s_covered =
    [
        typeof(WorkOrder),
        typeof(WorkOrderEntry),
        typeof(ServedDocument),
        typeof(Service),
        typeof(ServiceCopy),
        typeof(ServiceAttempt),
        typeof(TraceRow),
        typeof(UnanchoredHead),
        typeof(Notice),
        typeof(FigureDelta),
    ];

    /// <summary>Besides what is <see cref="Supervised"/>.</summary>
    private static readonly Type[] s_changed = [typeof(ServicePlan), typeof(Service), typeof(ServiceCopy), typeof(ServiceAttempt)];

    private static readonly ConcurrentDictionary<IEntityType, Statement> s_inserts = new();
    private static readonly ConcurrentDictionary<IEntityType, Statement> s_deletes = new();
    private static readonly ConcurrentDictionary<(IEntityType Entity, string Columns), Statement> s_updates = new();

    private static readonly Dictionary<Type, NpgsqlDbType> s_types = new()
    {
        [typeof(Guid)] = NpgsqlDbType.Uuid,
        [typeof(string)] = NpgsqlDbType.Varchar,
        [typeof(int)] = NpgsqlDbType.Integer,
        [typeof(long)] = NpgsqlDbType.Bigint,
        [typeof(bool)] = NpgsqlDbType.Boolean,
        [typeof(DateOnly)] = NpgsqlDbType.Date,
        [typeof(DateTimeOffset)] = NpgsqlDbType.TimestampTz,
    };

    /// <returns>The rows to write in order; null when the changes hold anything else, which EF Core then saves.</returns>
    public static List<EntityEntry>? From(ChangeTracker tracker)
    {
        List<EntityEntry> rows = [];
        foreach (var entry in tracker.Entries())
        {
            if (entry.State == EntityState.Unchanged)
                continue;
            var isCovered = entry.State switch
            {
                EntityState.Added => s_covered.Contains(entry.Metadata.ClrType),
                EntityState.Modified => entry.Entity is Supervised || s_changed.Contains(entry.Metadata.ClrType),
                EntityState.Deleted => entry.Entity is ServiceOutcome,
                _ => false,
            };
            if (!isCovered)
                return null;
            rows.Add(entry);
        }

        rows.Sort((a, b) => Array.IndexOf(s_covered, a.Metadata.ClrType).CompareTo(Array.IndexOf(s_covered, b.Metadata.ClrType)));
        return rows.Count > 0 ? rows : null;
    }

    /// <exception cref="DbUpdateConcurrencyException">A row was changed since it was read: nothing is written.</exception>
    public static async Task Run(DatabaseFacade database, List<EntityEntry> rows, CancellationToken ct)
    {
        await database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)database.GetDbConnection();
            var (updates, inserts) = (
                rows.Where(r => r.State != EntityState.Added).ToList(),
                rows.Where(r => r.State == EntityState.Added).ToList()
            );
            if (updates.Count == 0)
            {
                await Insert(connection, inserts, ct); // one batch is one transaction
                return;
            }

            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Change(connection, updates, ct);
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

    private static async Task Insert(NpgsqlConnection connection, List<EntityEntry> rows, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
            batch.BatchCommands.Add(s_inserts.GetOrAdd(row.Metadata, Statement.Insert).Of(row));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task Change(NpgsqlConnection connection, List<EntityEntry> rows, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
        {
            if (row.State == EntityState.Deleted)
            {
                batch.BatchCommands.Add(s_deletes.GetOrAdd(row.Metadata, Statement.Delete).Of(row));
                continue;
            }

            var changed = row.Properties.Where(p => p.IsModified).Select(p => p.Metadata).ToList();
            var key = (row.Metadata, string.Join(',', changed.Select(p => p.Name)));
            batch.BatchCommands.Add(s_updates.GetOrAdd(key, static (k, columns) => Statement.Update(k.Entity, columns), changed).Of(row));
        }

        await batch.ExecuteNonQueryAsync(ct);
        if (batch.BatchCommands.Cast<NpgsqlBatchCommand>().Any(c => c.RecordsAffected != 1))
            throw new DbUpdateConcurrencyException("A row was changed since it was read.");
    }

    private sealed record Statement(string Sql, IReadOnlyList<Func<EntityEntry, NpgsqlParameter>> Parameters)
    {
        public static Statement Insert(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            var columns = entity.GetProperties().ToList();
            var names = string.Join(", ", columns.Select(c => c.GetColumnName(table)));
            var values = string.Join(", ", columns.Select((_, i) => $"${i + 1}"));
            return new Statement(
                $"INSERT INTO {table.Name} ({names}) VALUES ({values})",
                [.. columns.Select(c => Parameter(c, (entry, property) => property.GetGetter().GetClrValue(entry.Entity)))]
            );
        }

        /// <summary>Only where key and concurrency tokens are as they were read.</summary>
        public static Statement Update(IEntityType entity, List<IProperty> changed)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            List<IProperty> asRead = [.. entity.GetProperties().Where(p => p.IsPrimaryKey() || p.IsConcurrencyToken)];
            var sets = changed.Select((c, i) => $"{c.GetColumnName(table)} = ${i + 1}");
            var conditions = asRead.Select((c, i) => $"{c.GetColumnName(table)} = ${changed.Count + i + 1}");
            return new Statement(
                $"UPDATE {table.Name} SET {string.Join(", ", sets)} WHERE {string.Join(" AND ", conditions)}",
                [
                    .. changed.Select(c => Parameter(c, (entry, property) => property.GetGetter().GetClrValue(entry.Entity))),
                    .. asRead.Select(c => Parameter(c, (entry, property) => entry.OriginalValues[property])),
                ]
            );
        }

        public static Statement Delete(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            var key = entity.FindPrimaryKey()!.Properties.Single();
            return new Statement(
                $"DELETE FROM {table.Name} WHERE {key.GetColumnName(table)} = $1",
                [Parameter(key, (entry, property) => entry.OriginalValues[property])]
            );
        }

        public NpgsqlBatchCommand Of(EntityEntry row)
        {
            var command = new NpgsqlBatchCommand(Sql);
            foreach (var parameter in Parameters)
                command.Parameters.Add(parameter(row));
            return command;
        }

        private static Func<EntityEntry, NpgsqlParameter> Parameter(IProperty property, Func<EntityEntry, IProperty, object?> read)
        {
            var converter = property.GetTypeMapping().Converter;
            var stored = converter?.ProviderClrType ?? property.ClrType;
            var type = s_types[Nullable.GetUnderlyingType(stored) ?? stored];
            return entry =>
            {
                var value = read(entry, property);
                if (value is not null && converter is not null)
                    value = converter.ConvertToProvider(value);
                return new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value };
            };
        }
    }
}
