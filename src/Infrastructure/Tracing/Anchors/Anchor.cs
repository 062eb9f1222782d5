using Domain.Shared;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// An anchor as the database knows it; the file is what counts. It says that a line at the end of the file was there, and which lines
/// have no time stamp yet.
/// </summary>
public sealed class Anchor
{
    /// <summary>1, 2, 3 …</summary>
    public long Number { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How many heads it holds.</summary>
    public int Heads { get; init; }

    /// <summary>SHA-256 of its line in the file (64 hex digits).</summary>
    public required string Hash { get; init; }

    /// <summary>Null while no service has stamped it.</summary>
    public DateTimeOffset? StampedAt { get; private set; }

    /// <param name="text">Its line in the file.</param>
    public static Anchor Of(AnchorLine line, string text) =>
        new()
        {
            Number = line.Number,
            At = line.At,
            Heads = line.Heads,
            Hash = TraceRow.HashOf(text),
        };

    public void Stamped(DateTimeOffset at) => StampedAt = at;
}
