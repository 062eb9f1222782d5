using Infrastructure.Live;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Infrastructure.Persistence;

/// <summary>What follows from a save for one feature, in the same transaction. All of them in their order: <see cref="SaveReactions"/>.</summary>
internal interface ISaveReaction
{
    void React(Saving saving);
}

/// <summary>What is about to be saved, facts already turned into rows, and what reactions add to it.</summary>
internal sealed class Saving(IReadOnlyList<EntityEntry> tracked, IReadOnlyList<LiveHint> told, DateOnly today, Action<object> add)
{
    private readonly List<LiveHint> _hints = [];

    /// <summary>Unchanged rows too: a part may change without its whole.</summary>
    public IReadOnlyList<EntityEntry> Tracked => tracked;

    /// <summary>What the facts themselves tell.</summary>
    public IReadOnlyList<LiveHint> Told => told;

    public IReadOnlyList<LiveHint> Hints => _hints;

    /// <summary>The day of the save, in Guangzhou.</summary>
    public DateOnly Today => today;

    /// <summary>One more row; taken out again when the save fails, for the next try to react anew.</summary>
    public void Add(object row) => add(row);

    /// <summary>Announced once the save is committed.</summary>
    public void Hint(LiveHint hint) => _hints.Add(hint);
}
