using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Infrastructure.Tracing.Seals;

/// <summary>How the rows of one table are sealed. Objects by one compiled delegate a table, rows read back column by column.</summary>
internal sealed class SealedTable
{
    private static readonly string[] s_names = ["TaskNumber", "CaseNumber"];
    private readonly SortedDictionary<int, List<SealedColumn>> _forms = [];
    private readonly Action<object, SealWriter> _write;
    private readonly HashSet<IProperty> _sealed;
    private readonly List<IProperty> _key;
    private readonly List<IProperty> _name;

    public SealedTable(IEntityType entity)
    {
        Name = entity.GetTableName()!;
        var all = entity.GetProperties().ToDictionary(p => p.GetColumnName());
        var listed = SealedColumns.FormsOf(Name);
        if (listed.Count == 0)
            listed.Add(SealedColumns.FirstForm, [.. all.Keys.Where(c => !SealedColumns.IsUnsealed(Name, c)).Order(StringComparer.Ordinal)]);
        foreach (var (form, columns) in listed)
            _forms.Add(form, [.. columns.Where(all.ContainsKey).Select(c => new SealedColumn(all[c]))]);
        NewestForm = listed.Keys.Last();
        _write = Compile(entity.ClrType, _forms[NewestForm]);
        _sealed = [.. listed[NewestForm].Where(all.ContainsKey).Select(c => all[c])];
        _key = [.. entity.FindPrimaryKey()!.Properties];
        _name = NameOf(entity);
        Naming = [.. _key.Concat(_name).Select(p => p.GetColumnName())];
        Columns = [.. _forms.Values.SelectMany(f => f.Select(c => c.Name)).Union(Naming)];
    }

    public string Name { get; }
    public int NewestForm { get; }

    /// <summary>What a row is found and called by.</summary>
    public IReadOnlyList<string> Naming { get; }

    /// <summary>All that a check has to read.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The row as the save leaves it.</summary>
    public SealedRow Of(EntityEntry entry)
    {
        if (entry.State == EntityState.Deleted)
            return new SealedRow(Name, NewestForm, Key(entry.Entity), SealedRow.Gone, NameOf(entry.Entity));
        var writer = SealWriter.Begin();
        _write(entry.Entity, writer);
        return new SealedRow(Name, NewestForm, Key(entry.Entity), writer.Hash(), NameOf(entry.Entity));
    }

    /// <summary>True when the save changes something that carries responsibility.</summary>
    public bool Touches(EntityEntry entry) =>
        entry.State switch
        {
            EntityState.Added or EntityState.Deleted => true,
            EntityState.Modified => entry.Properties.Any(p => p.IsModified && _sealed.Contains(p.Metadata)),
            _ => false,
        };

    /// <returns>Null where the form is none that this version knows.</returns>
    /// <param name="ordinals">Where a column stands in the reader.</param>
    public string? HashOf(DbDataReader reader, int form, IReadOnlyDictionary<string, int> ordinals)
    {
        if (!_forms.TryGetValue(form, out var columns))
            return null;
        var writer = SealWriter.Begin();
        foreach (var column in columns)
            column.Write(reader, ordinals[column.Name], writer);
        return writer.Hash();
    }

    public string KeyOf(DbDataReader reader, IReadOnlyDictionary<string, int> ordinals) =>
        string.Join('/', _key.Select(p => KeyText(reader.GetValue(ordinals[p.GetColumnName()]))));

    public string NameOf(DbDataReader reader, IReadOnlyDictionary<string, int> ordinals) =>
        string.Join(' ', _name.Select(p => reader.GetValue(ordinals[p.GetColumnName()]) as string ?? "")).Trim();

    /// <summary>What people call the record.</summary>
    public string Called(Aggregate record) => SealedRow.Called(NameOf(record), Name, record.Id);

    private string Key(object entity) => string.Join('/', _key.Select(p => KeyText(p.GetGetter().GetClrValue(entity))));

    private string NameOf(object entity) =>
        string.Join(' ', _name.Select(p => p.GetGetter().GetClrValue(entity) as string ?? "")).ReplaceLineEndings(" ").Trim();

    private static string KeyText(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number, or those of the task and the case that it belongs to.</summary>
    private static List<IProperty> NameOf(IEntityType entity) =>
        entity.FindProperty("Number") is { } number && number.ClrType == typeof(string)
            ? [number]
            : [.. s_names.Select(entity.FindProperty).OfType<IProperty>()];

    private static Action<object, SealWriter> Compile(Type type, List<SealedColumn> columns)
    {
        var (entity, writer) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(SealWriter)));
        var typed = Expression.Variable(type);
        List<Expression> steps =
        [
            Expression.Assign(typed, Expression.Convert(entity, type)),
            .. columns.Select(c => c.Write(typed, writer)),
        ];
        return Expression.Lambda<Action<object, SealWriter>>(Expression.Block([typed], steps), entity, writer).Compile();
    }
}
