using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Tracing.Anchors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Infrastructure.Tracing.Seals;

/// <summary>
/// One save: the facts of each aggregate become trace rows that seal what the save leaves, and their newest waits for the next anchor.
/// What carries responsibility is not changed without a fact.
/// </summary>
internal sealed class SealedSave
{
    private readonly CourtDb _db;
    private readonly SealModel _model;
    private readonly ILookup<Guid, EntityEntry> _parts;
    private readonly Dictionary<Guid, TraceRow> _unsaved;

    public SealedSave(CourtDb db, IReadOnlyCollection<EntityEntry> entries)
    {
        _db = db;
        _model = SealModel.Of(db.Model);
        _parts = entries
            .Where(e => _model.PartOf(e.Metadata) is { } part && part.Table.Touches(e) && part.ParentOf(e.Entity) is not null)
            .ToLookup(e => _model.PartOf(e.Metadata)!.ParentOf(e.Entity)!.Value);
        // Of a save that failed and is tried again: its rows still wait to be written.
        _unsaved = entries
            .Where(e => e is { State: EntityState.Added, Entity: TraceRow })
            .Select(e => (TraceRow)e.Entity)
            .GroupBy(r => r.SubjectId)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.Sequence)!);
        if (_parts.Count > 0)
            RefuseStrays([.. entries.Select(e => e.Entity).OfType<Aggregate>().Select(a => a.Id)]);
    }

    /// <exception cref="InvalidOperationException">It was changed, and no fact says so.</exception>
    public IReadOnlyList<(Fact Fact, TraceRow Row)> Take(EntityEntry entry, Aggregate aggregate)
    {
        if (aggregate.Facts.Count == 0)
        {
            if (_model.RecordOf(entry.Metadata).Table.Touches(entry) || _parts.Contains(aggregate.Id))
                RefuseUnlessSealed(entry, aggregate);
            return [];
        }

        var left = StateOf(entry, aggregate);
        var taken = aggregate.TakeFacts(_db.TraceMac, left);
        var (_, head) = taken[^1];
        _db.Set<UnanchoredHead>().Add(UnanchoredHead.Of(head, left.Own));
        return taken;
    }

    private SealedState StateOf(EntityEntry entry, Aggregate aggregate) =>
        new(
            _model.RecordOf(entry.Metadata).Table.Of(entry),
            _parts.Contains(aggregate.Id) ? [.. _parts[aggregate.Id].Select(p => _model.PartOf(p.Metadata)!.Table.Of(p))] : []
        );

    private void RefuseUnlessSealed(EntityEntry entry, Aggregate aggregate)
    {
        var left = StateOf(entry, aggregate);
        var isSealed =
            _unsaved.GetValueOrDefault(aggregate.Id) is { } row && left.Parts.Prepend(left.Own).All(SealedRow.Read(row.Seal).Contains);
        if (isSealed)
            return;
        var changed = entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.GetColumnName());
        throw new InvalidOperationException(
            $"{left.Own.Table} {left.Own.Key} is saved without a fact: {entry.State} {string.Join(", ", changed)}, parts {left.Parts.Count}."
        );
    }

    private void RefuseStrays(HashSet<Guid> aggregates)
    {
        if (_parts.FirstOrDefault(p => !aggregates.Contains(p.Key)) is { } stray)
            throw new InvalidOperationException($"{stray.First().Metadata.GetTableName()} is saved without the record that it is part of.");
    }
}
