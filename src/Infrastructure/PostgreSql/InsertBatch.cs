using System.Collections.Concurrent;
using Domain.Figures;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Infrastructure.PostgreSql;

/// <summary>
/// New orders with their trace and notices in one round trip: a batch of prepared inserts, which the server runs as one
/// transaction. EF Core writes the same rows as one long text that is built, parsed and planned anew for each order;
/// registering one cost twice the processor time that way.
/// </summary>
internal static class InsertBatch
{
    /// <summary>Orders come before the entries that refer to them.</summary>
    private static readonly Type[] s_covered = [typeof(WorkOrder), typeof(WorkOrderEntry), typeof(TraceRow), typeof(Notice), typeof(FigureDelta)];

    private static readonly ConcurrentDictionary<IEntityType, Insert> s_inserts = new();

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

    /// <returns>The rows to insert in order; null when the changes hold anything else, which EF Core then saves.</returns>
    public static List<EntityEntry>? From(ChangeTracker tracker)
    {
        List<EntityEntry> rows = [];
        foreach (var entry in tracker.Entries())
        {
            if (entry.State == EntityState.Unchanged) continue;
            if (entry.State != EntityState.Added || !s_covered.Contains(entry.Metadata.ClrType)) return null;
            rows.Add(entry);
        }

        rows.Sort((a, b) => Array.IndexOf(s_covered, a.Metadata.ClrType).CompareTo(Array.IndexOf(s_covered, b.Metadata.ClrType)));
        return rows.Count > 0 ? rows : null;
    }

    public static async Task Run(DatabaseFacade database, List<EntityEntry> rows, CancellationToken ct)
    {
        await database.OpenConnectionAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)database.GetDbConnection());
            foreach (var row in rows) batch.BatchCommands.Add(s_inserts.GetOrAdd(row.Metadata, Insert.Into).Of(row.Entity));
            await batch.ExecuteNonQueryAsync(ct);
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

    private sealed record Insert(string Sql, Func<object, NpgsqlParameter>[] Parameters)
    {
        public static Insert Into(IEntityType entity)
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
            var columns = entity.GetProperties().ToArray();
            var names = columns.Select(c => c.GetColumnName(table));
            var places = columns.Select((_, i) => $"${i + 1}");
            return new Insert(
                $"INSERT INTO {table.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})",
                [.. columns.Select(ParameterOf)]);
        }

        public NpgsqlBatchCommand Of(object row)
        {
            var command = new NpgsqlBatchCommand(Sql);
            foreach (var parameter in Parameters) command.Parameters.Add(parameter(row));
            return command;
        }

        private static Func<object, NpgsqlParameter> ParameterOf(IProperty property)
        {
            var converter = property.GetTypeMapping().Converter;
            var stored = converter?.ProviderClrType ?? property.ClrType;
            var type = s_types[Nullable.GetUnderlyingType(stored) ?? stored];
            var getter = property.GetGetter();
            return row =>
            {
                var value = getter.GetClrValue(row);
                if (value is not null && converter is not null) value = converter.ConvertToProvider(value);
                return new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value };
            };
        }
    }
}
