using System.Runtime.CompilerServices;
using Domain.Shared;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Infrastructure.Tracing.Seals;

/// <summary>
/// What is sealed, read from the model: every aggregate, and as its parts what its collections hold and what says so
/// (<see cref="SealedApart"/>).
/// </summary>
internal sealed class SealModel
{
    private static readonly ConditionalWeakTable<IModel, SealModel> s_models = [];
    private readonly Dictionary<IEntityType, SealedPartTable> _parts = [];
    private readonly Dictionary<IEntityType, SealedRecord> _records = [];

    private SealModel(IModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Aggregate))))
        {
            List<SealedPartTable> parts = [];
            // A collection of records of their own, as a person's posts, is sealed by their own rows.
            var collections = entity
                .GetNavigations()
                .Where(n => n.IsCollection && !n.TargetEntityType.ClrType.IsAssignableTo(typeof(Aggregate)));
            foreach (var navigation in collections)
            {
                var part = new SealedPartTable(new SealedTable(navigation.TargetEntityType), navigation.ForeignKey.Properties.Single());
                parts.Add(part);
                _parts.Add(navigation.TargetEntityType, part);
            }

            _records.Add(entity, new SealedRecord(new SealedTable(entity), parts));
        }

        foreach (var entity in model.GetEntityTypes().Where(SealedApart.Is))
        {
            var (parent, records) = SealedApart.Of(entity);
            var part = new SealedPartTable(new SealedTable(entity), parent);
            _parts.Add(entity, part);
            foreach (var record in records)
                _records[model.FindEntityType(record)!].Add(part);
        }
    }

    /// <summary>In the order of their tables' names.</summary>
    public IReadOnlyList<SealedRecord> Records => [.. _records.Values.OrderBy(r => r.Table.Name, StringComparer.Ordinal)];

    public static SealModel Of(IModel model) => s_models.GetValue(model, static m => new SealModel(m));

    public SealedRecord RecordOf(IEntityType entity) => _records[entity];

    public bool IsRecord(IEntityType entity) => _records.ContainsKey(entity);

    public SealedPartTable? PartOf(IEntityType entity) => _parts.GetValueOrDefault(entity);
}

internal sealed class SealedRecord(SealedTable table, List<SealedPartTable> parts)
{
    public SealedTable Table => table;
    public IReadOnlyList<SealedPartTable> Parts => parts;

    public void Add(SealedPartTable part) => parts.Add(part);
}

/// <param name="Parent">The column that names the aggregate.</param>
internal sealed record SealedPartTable(SealedTable Table, IProperty Parent)
{
    /// <returns>Null while the row belongs to no record.</returns>
    public Guid? ParentOf(object part) => (Guid?)Parent.GetGetter().GetClrValue(part);
}
