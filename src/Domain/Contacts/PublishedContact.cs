using Domain.Organisation;

namespace Domain.Contacts;

/// <summary>
/// One division's liaison officer as the directory (联络员通讯录) showed it, from when to when. A change of posts or numbers is
/// in the directory only when it is published.
/// </summary>
public sealed class PublishedContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CourtId { get; init; }
    public Guid DivisionId { get; init; }
    public Guid StaffId { get; init; }

    /// <summary>职务, e.g. 书记员.</summary>
    public required string Post { get; init; }

    public required string Name { get; init; }
    public required string OfficePhone { get; init; }
    public required string Mobile { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public Guid PublishedById { get; init; }
    public required string PublishedByName { get; init; }

    /// <summary>The reported change that it shows; null where the directory was published from the posts.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>Null is what the directory shows now.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(DateTimeOffset now) => WithdrawnAt = now;

    public bool Says(Staff staff, string post) =>
        StaffId == staff.Id && Post == post && Name == staff.Name && OfficePhone == staff.OfficePhone && Mobile == staff.Mobile;
}
