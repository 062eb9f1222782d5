using Domain.Organisation;
using Domain.Shared;

namespace Domain.Supervision;

/// <summary>Whom a level told that something is late: the data of every feature's 督办.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Told">Who holds the post of that level or the next above it; those who run the platform where nobody is left; else empty.</param>
/// <param name="Skipped">The posts passed over on the way up, bottom to top.</param>
/// <param name="Copies">The holders below, the nearest first; without the owner.</param>
/// <param name="Owner">Who is late; a name without id and role where it is a desk (立案庭); null where nobody owes it yet.</param>
public sealed record ToldData(
    int Level,
    IReadOnlyList<ToldPerson> Told,
    IReadOnlyList<SkippedPost> Skipped,
    IReadOnlyList<ToldPerson> Copies,
    ToldPerson? Owner
) : FactData
{
    /// <summary>The division's liaison officer, where they were told.</summary>
    public ToldPerson? Liaison { get; init; }

    public static ToldData Of(int level, SupervisionChain chain, ToldPerson? owner)
    {
        var late = owner?.StaffId ?? Guid.Empty;
        var told = chain.ToldAt(level, late);
        var copies = chain.Below(level, late).Where(c => told.All(t => t.StaffId != c.StaffId));
        return new ToldData(
            level,
            [.. told.Select(ToldPerson.Of)],
            [.. chain.PassedOver(level, late)],
            [.. copies.Select(ToldPerson.Of)],
            owner
        );
    }
}

/// <param name="Role">The post in which the person is told.</param>
public sealed record ToldPerson(Guid? StaffId, string Name, Role? Role)
{
    public static ToldPerson Of(Holder holder) => new(holder.StaffId, holder.Name, holder.Role);
}

/// <param name="Level">Whose post: 1 to 3.</param>
/// <param name="IsVacant">False where the owner holds it.</param>
public sealed record SkippedPost(int Level, bool IsVacant);

/// <summary>The owner was reminded before the limit.</summary>
public sealed record RemindedData(ToldPerson? Owner, DateOnly DueDay) : FactData;

/// <summary>The days were counted anew after a change of the calendar; the same day twice where only the levels moved.</summary>
public sealed record RecountedData(DateOnly Before, DateOnly DueDay, bool IsProvisional) : FactData;
