using Domain.Shared;

namespace Infrastructure.Tracing.Anchors;

/// <summary>The newest row of a chain after a save, waiting for the next anchor: what changed since the last one costs no search.</summary>
public sealed class UnanchoredHead
{
    public const int NameMaxLength = 120;

    public Guid SubjectId { get; init; }
    public long Sequence { get; init; }

    /// <summary>Of the trace row.</summary>
    public required string Hash { get; init; }

    /// <summary>The record's table.</summary>
    public required string Table { get; init; }

    /// <summary>What people call the record, see <see cref="SealedRow"/>; may be empty.</summary>
    public required string Name { get; init; }

    public static UnanchoredHead Of(TraceRow row, SealedRow record) =>
        new()
        {
            SubjectId = row.SubjectId,
            Sequence = row.Sequence,
            Hash = row.Hash,
            Table = record.Table,
            Name = record.Name.Length <= NameMaxLength ? record.Name : record.Name[..NameMaxLength],
        };
}
