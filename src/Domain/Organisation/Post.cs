using Domain.Shared;

namespace Domain.Organisation;

/// <summary>One role of a person in one division of one court (岗位). A person may hold several.</summary>
public sealed class Post : Aggregate
{
    public Guid StaffId { get; init; }
    public Staff Staff { get; init; } = null!;
    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Role Role { get; init; }
    public bool IsActive { get; set; } = true;

    /// <summary>It is there from now on: what an installation, a demo or an import begins with.</summary>
    public Post Entered(Actor by, DateTimeOffset now)
    {
        Raise(new Fact(OrganisationFacts.Entered, by, now));
        return this;
    }

    /// <summary>Opened at the server, before anybody can sign in.</summary>
    public static Post OpenFirst(Staff staff, Division division, Role role, Actor by, DateTimeOffset now)
    {
        var post = Of(staff, division.CourtId, division.Id, role, now);
        post.Raise(
            new Fact(OrganisationFacts.FirstPostOpened, by, now)
            {
                Data = new FirstPostOpenedData(staff.Id, staff.Name, division.CourtId, division.Id, role),
            }
        );
        return post;
    }

    /// <summary>A published change of contact moves or appoints somebody.</summary>
    public static Post Open(Staff staff, Guid courtId, Guid divisionId, Role role, Guid contactChangeId, Actor by, DateTimeOffset now)
    {
        var post = Of(staff, courtId, divisionId, role, now);
        post.Raise(
            new Fact(OrganisationFacts.PostOpened, by, now)
            {
                Data = new PostOpenedData(staff.Id, staff.Name, courtId, divisionId, role, contactChangeId),
            }
        );
        return post;
    }

    public void End(Guid contactChangeId, Actor by, DateTimeOffset now)
    {
        if (!IsActive)
            return;
        IsActive = false;
        Raise(
            new Fact(OrganisationFacts.PostEnded, by, now)
            {
                Data = new PostEndedData(contactChangeId),
                Topics = [LiveTopic.Account(StaffId)],
            }
        );
    }

    private static Post Of(Staff staff, Guid courtId, Guid divisionId, Role role, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            StaffId = staff.Id,
            Staff = staff,
            CourtId = courtId,
            DivisionId = divisionId,
            Role = role,
        };
}
