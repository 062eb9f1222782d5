namespace Infrastructure.Previews;

/// <summary><c>Previews:…</c></summary>
public sealed record PreviewSettings
{
    /// <summary>How long a worker's claim holds without being renewed.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of one document; the rest is in the original.</summary>
    public int MostPages { get; init; } = 200;

    /// <summary>Of a document of the main volume, which is read nowhere else.</summary>
    public int MostPagesOfMainVolume { get; init; } = 3_000;

    /// <summary>Of pages at once, of one picture, of a look into a file.</summary>
    public TimeSpan PaperTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Of one recording.</summary>
    public TimeSpan MediaTime { get; init; } = TimeSpan.FromHours(1);

    public int MemoryMb { get; init; } = 2_048;

    /// <summary>Width times height in millions.</summary>
    public int MostMegaPixels { get; init; } = 300;

    public ProgramLimits Paper => new(PaperTime, MemoryMb, 100);

    public ProgramLimits Media => new(MediaTime, MemoryMb, 600);
}
