using Domain.Organisation;

namespace Domain.Supervision;

/// <summary>Somebody who holds a post now.</summary>
public sealed record Holder(Guid StaffId, string Name, Role Role);

/// <summary>Who answers for a division's delays, bottom to top: its head, the vice-president in charge, the president. Vacant posts are null.</summary>
public sealed record SupervisionChain(Holder? Head, Holder? VicePresident, Holder? President)
{
    /// <summary>The division's short name, for notices.</summary>
    public string Division { get; init; } = "";

    /// <summary>The division's liaison officer, who presses for answers and reports to the head (南沙 2020-26号 art. 9).</summary>
    public Holder? Liaison { get; init; }

    /// <summary>The filing division's people who run the platform: told when nobody is left above.</summary>
    public IReadOnlyList<Holder> Platform { get; init; } = [];

    /// <summary>Who is told at a level: the post of that level, or the next above it that somebody other than the late person holds.</summary>
    /// <param name="level">1 to 3.</param>
    /// <returns>Null when nobody is left above.</returns>
    public Holder? At(int level, Guid lateStaffId) => Posts.Skip(level - 1).FirstOrDefault(h => h is not null && h.StaffId != lateStaffId);

    /// <summary>The holders below who keep a copy, the nearest first.</summary>
    public IEnumerable<Holder> Below(int level, Guid lateStaffId)
    {
        var told = At(level, lateStaffId);
        return Posts
            .Take(level - 1)
            .Reverse()
            .OfType<Holder>()
            .Where(h => h.StaffId != lateStaffId && h.StaffId != told?.StaffId)
            .DistinctBy(h => h.StaffId);
    }

    /// <summary>Who is told at a level, with those who run the platform where nobody is left above.</summary>
    public IReadOnlyList<Holder> ToldAt(int level, Guid lateStaffId) =>
        At(level, lateStaffId) is { } holder ? [holder] : [.. Platform.Where(h => h.StaffId != lateStaffId).DistinctBy(h => h.StaffId)];

    /// <summary>The posts between a level and who is told of it.</summary>
    public IReadOnlyList<SkippedPost> PassedOver(int level, Guid lateStaffId)
    {
        var told = At(level, lateStaffId);
        return [.. Posts.Skip(level - 1).TakeWhile(h => h is null || h != told).Select((h, i) => new SkippedPost(level + i, h is null))];
    }

    private IReadOnlyList<Holder?> Posts => [Head, VicePresident, President];
}
