namespace Portal.Shared.Panes;

/// <param name="As">What it was handed in as, 上诉状; pictures of one are a wall.</param>
/// <param name="Sha256">As the submitter's device and the court computed it when it came.</param>
public sealed record PaneFile(Guid Id, string As, string Name, string ContentType, long Size, string Sha256)
{
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>One document, recording or set of pictures, as it lies on the desk.</summary>
public sealed record PaneGroup(string As, IReadOnlyList<PaneFile> Files)
{
    public PaneFile First => Files[0];

    public bool IsWall => Files.Count > 1;

    public long Size => Files.Sum(f => f.Size);

    /// <summary>In the order in which they were handed in.</summary>
    public static IReadOnlyList<PaneGroup> Of(IReadOnlyList<PaneFile> files)
    {
        List<PaneGroup> groups = [];
        foreach (var file in files)
        {
            if (groups.Count > 0 && groups[^1] is { } last && last.As == file.As && last.First.IsPicture && file.IsPicture)
                groups[^1] = last with { Files = [.. last.Files, file] };
            else
                groups.Add(new(file.As, [file]));
        }

        return groups;
    }
}

/// <summary>What was said when the files came against what lies here now.</summary>
/// <param name="Kept">By file; null where the bytes are gone or damaged. Only those that were read through.</param>
public sealed record FileComparison(IReadOnlyList<PaneFile> Files, IReadOnlyDictionary<Guid, string?> Kept, DateTimeOffset At)
{
    public bool IsDone => Kept.Count == Files.Count;

    public IReadOnlyList<PaneFile> Differ => [.. Files.Where(DiffersIn)];

    public bool DiffersIn(PaneFile file) => Kept.TryGetValue(file.Id, out var kept) && kept != file.Sha256;

    /// <summary>Nothing can be decided: empty where something can.</summary>
    public string WhyNot =>
        Differ.Count > 0 ? "收到的和提交人传的不一样，还不能审收"
        : !IsDone ? "正在核对文件，核对完就能决定"
        : "";
}
