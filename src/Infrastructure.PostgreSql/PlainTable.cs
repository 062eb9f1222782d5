using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>The statements that write the rows of one entity type, as the model describes it.</summary>
internal sealed class PlainTable
{
    private static readonly ConcurrentDictionary<IEntityType, PlainTable> s_all = new();
    private static readonly NpgsqlCommand s_parameters = new();

    private readonly ConcurrentDictionary<string, string> _updates = new();
    private readonly string _name;
    private readonly List<IProperty> _columns;
    private readonly IProperty _key;

    /// <summary>Key and concurrency tokens: a row is changed only where they are as they were read.</summary>
    private readonly List<IProperty> _asRead;

    /// <summary>Unique or referring: changed rows may hand such a value on to each other or name a new one. In which order, EF Core finds out.</summary>
    private readonly HashSet<IProperty> _delicate;

    private readonly bool _isReferredTo;
    private readonly string _insert;
    private readonly string _delete;

    private PlainTable(IEntityType entity)
    {
        _name = entity.GetTableName() ?? "";
        _columns = [.. entity.GetProperties()];
        _key = entity.FindPrimaryKey()!.Properties[0];
        _asRead = _columns.FindAll(c => c.IsPrimaryKey() || c.IsConcurrencyToken);
        _delicate =
        [
            .. entity.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties),
            .. entity.GetKeys().SelectMany(k => k.Properties),
            .. entity.GetForeignKeys().SelectMany(k => k.Properties),
        ];
        _isReferredTo = entity.GetReferencingForeignKeys().Any();
        Rank = RankOf(entity, []) ?? 0;
        IsPlain =
            _name.Length > 0
            && RankOf(entity, []) is not null
            && entity is { BaseType: null }
            && !entity.IsOwned()
            && !entity.GetDirectlyDerivedTypes().Any()
            && !entity.GetNavigations().Any(n => n.TargetEntityType.IsOwned())
            && !entity.GetComplexProperties().Any()
            && _columns.TrueForAll(IsGiven);
        _insert = IsPlain
            ? $"INSERT INTO {_name} ({string.Join(", ", _columns.Select(Column))}) VALUES ({string.Join(", ", _columns.Select((_, i) => $"${i + 1}"))})"
            : "";
        _delete = IsPlain ? $"DELETE FROM {_name} WHERE {AsRead(after: 0)}" : "";
    }

    /// <summary>False where only EF Core knows how to write the rows.</summary>
    public bool IsPlain { get; }

    /// <summary>Higher than that of every table that it refers to.</summary>
    public int Rank { get; }

    public static PlainTable Of(IEntityType entity) => s_all.GetOrAdd(entity, e => new PlainTable(e));

    /// <summary>Orders the rows of one table; the first part of a key of several is enough for that.</summary>
    public IComparable KeyOf(EntityEntry row) => (IComparable)row.Property(_key).CurrentValue!;

    public bool Takes(EntityEntry row) =>
        IsPlain
        && row.State switch
        {
            EntityState.Added => true,
            EntityState.Modified => _columns.Exists(c => row.Property(c).IsModified) && !_delicate.Any(c => row.Property(c).IsModified),
            EntityState.Deleted => !_isReferredTo,
            _ => false,
        };

    public NpgsqlBatchCommand Insert(EntityEntry row) => Command(_insert, _columns, row.CurrentValues, [], row.CurrentValues);

    public NpgsqlBatchCommand Update(EntityEntry row)
    {
        var changed = _columns.FindAll(c => row.Property(c).IsModified);
        var sql = _updates.GetOrAdd(
            string.Join(',', changed.Select(c => c.Name)),
            _ =>
                $"UPDATE {_name} SET {string.Join(", ", changed.Select((c, i) => $"{Column(c)} = ${i + 1}"))} WHERE {AsRead(changed.Count)}"
        );
        return Command(sql, changed, row.CurrentValues, _asRead, row.OriginalValues);
    }

    public NpgsqlBatchCommand Delete(EntityEntry row) => Command(_delete, [], row.CurrentValues, _asRead, row.OriginalValues);

    private string AsRead(int after) =>
        string.Join(" AND ", _asRead.Select((c, i) => $"{Column(c)} {(c.IsNullable ? "IS NOT DISTINCT FROM" : "=")} ${after + i + 1}"));

    private static string Column(IProperty property) => $"\"{property.GetColumnName()}\""; // a column may be called "table"

    private static NpgsqlBatchCommand Command(
        string sql,
        List<IProperty> columns,
        PropertyValues now,
        List<IProperty> conditions,
        PropertyValues before
    )
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
            command.Parameters.Add(Parameter(column, now[column]));
        foreach (var condition in conditions)
            command.Parameters.Add(Parameter(condition, before[condition]));
        return command;
    }

    private static NpgsqlParameter Parameter(IProperty property, object? value) =>
        (NpgsqlParameter)property.GetRelationalTypeMapping().CreateParameter(s_parameters, "", value, property.IsNullable);

    /// <summary>By us, not by the engine: a key that is no <see cref="Guid"/> may be counted there.</summary>
    private static bool IsGiven(IProperty property) =>
        property.ValueGenerated == ValueGenerated.Never
        || (property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(Guid));

    /// <returns>Null where tables refer to each other in a circle.</returns>
    private static int? RankOf(IEntityType entity, HashSet<IEntityType> above)
    {
        if (!above.Add(entity))
            return null;
        var rank = 0;
        foreach (var principal in entity.GetForeignKeys().Select(f => f.PrincipalEntityType).Where(p => p != entity))
        {
            if (RankOf(principal, [.. above]) is not { } below)
                return null;
            rank = Math.Max(rank, below + 1);
        }

        return rank;
    }
}
