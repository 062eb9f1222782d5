using System.Data;
using Domain.Figures;
using Infrastructure.Persistence;

namespace Infrastructure.Figures;

/// <summary>What an engine does its own way with the table of figures: the lock of those who write it, and adding many at once.</summary>
public abstract class FigureTable
{
    public const string Name = "figures";

    /// <summary>A table of the same shape that ends with the transaction; see <see cref="CreateCopy"/>.</summary>
    public abstract string Copy { get; }

    /// <summary>All queries of a transaction see the same moment.</summary>
    public abstract IsolationLevel OneMoment { get; }

    /// <summary>One writer at a time. The lock of a process that dies is free at once.</summary>
    /// <returns>False when another has it; else it is held to the end of the transaction.</returns>
    public abstract Task<bool> TryLock(CourtDb db, CancellationToken ct);

    /// <summary>Waits for the same lock and holds it for the connection, which must be open, until <see cref="Unlock"/>.</summary>
    public abstract Task Lock(CourtDb db, CancellationToken ct);

    public abstract Task Unlock(CourtDb db);

    public abstract Task CreateCopy(CourtDb db, CancellationToken ct);

    /// <summary>Adds to what is there; a figure that reaches 0 is removed.</summary>
    /// <param name="table"><see cref="Name"/> or <see cref="Copy"/>.</param>
    /// <param name="changes">Each key once.</param>
    public abstract Task Add(CourtDb db, string table, IReadOnlyCollection<FigureChange> changes, CancellationToken ct);
}
