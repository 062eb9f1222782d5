using Domain.Organisation;
using Domain.Shared;

namespace Domain.Contacts;

/// <summary>
/// One division's liaison officer as the directory (联络员通讯录) showed it, from when to when. A change of posts or numbers is
/// in the directory only when it is published.
/// </summary>
public sealed class PublishedContact : Aggregate
{
    private PublishedContact() { }

    public Guid CourtId { get; private init; }
    public Guid DivisionId { get; private init; }
    public Guid StaffId { get; private init; }

    /// <summary>职务, e.g. 书记员.</summary>
    public string Post { get; private init; } = "";

    public string Name { get; private init; } = "";
    public string OfficePhone { get; private init; } = "";
    public string Mobile { get; private init; } = "";
    public DateTimeOffset PublishedAt { get; private init; }
    public Guid PublishedById { get; private init; }
    public string PublishedByName { get; private init; } = "";

    /// <summary>The reported change that it shows; null where the directory was published from the posts.</summary>
    public Guid? ChangeId { get; private init; }

    /// <summary>Null is what the directory shows now.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <param name="post">职务.</param>
    public static PublishedContact Show(Post liaison, string post, Guid? changeId, Actor by, DateTimeOffset now)
    {
        var staff = liaison.Staff;
        var contact = new PublishedContact
        {
            Id = Guid.CreateVersion7(now),
            CourtId = liaison.CourtId,
            DivisionId = liaison.DivisionId,
            StaffId = staff.Id,
            Post = post,
            Name = staff.Name,
            OfficePhone = staff.OfficePhone,
            Mobile = staff.Mobile,
            PublishedAt = now,
            PublishedById = by.Id,
            PublishedByName = by.Name,
            ChangeId = changeId,
        };
        contact.Raise(
            new Fact(ContactFacts.Shown, by, now)
            {
                Data = new ContactShownData(contact.DivisionId, staff.Id, staff.Name, post, staff.OfficePhone, staff.Mobile, changeId),
            }
        );
        return contact;
    }

    public void Withdraw(Guid? changeId, Actor by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return;
        WithdrawnAt = now;
        Raise(new Fact(ContactFacts.Withdrawn, by, now) { Data = new ContactWithdrawnData(changeId) });
    }

    public bool Says(Staff staff, string post) =>
        StaffId == staff.Id && Post == post && Name == staff.Name && OfficePhone == staff.OfficePhone && Mobile == staff.Mobile;
}
