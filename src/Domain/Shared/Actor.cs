using Domain.Organisation;

namespace Domain.Shared;

public enum ActorKind
{
    System,
    Litigant,
    Staff,

    /// <summary>Another system (对接系统).</summary>
    Partner,
}

/// <summary>Who acts. For staff, the post they act in: rights follow the post, not the person.</summary>
public sealed record Actor(ActorKind Kind, Guid Id, string Name)
{
    public static readonly Actor System = new(ActorKind.System, Guid.Empty, "系统");

    /// <summary>Set for staff only.</summary>
    public StaffPost? Post { get; private init; }

    /// <summary>The sign-in they act by, where there is one.</summary>
    public Guid? SessionId { get; init; }

    public static Actor Litigant(Guid id, string name) => new(ActorKind.Litigant, id, name);

    public static Actor Partner(Guid id, string name) => new(ActorKind.Partner, id, name);

    public static Actor Staff(Guid id, string name, StaffPost post) => new(ActorKind.Staff, id, name) { Post = post };

    public bool Is(Role role) => Post?.Role == role;
}

/// <param name="Level">Of the court.</param>
public sealed record StaffPost(Guid Id, Role Role, Guid CourtId, Guid DivisionId, CourtLevel Level = CourtLevel.Basic)
{
    public bool SeesAllCourts => Oversight.SeesAllCourts(Role, Level);
}
