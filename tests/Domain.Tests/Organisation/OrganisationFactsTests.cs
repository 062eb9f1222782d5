using Domain.Organisation;
using Domain.Shared;
using Domain.Tests.WorkOrders;

namespace Domain.Tests.Organisation;

/// <summary>Who answers for what changes only with a fact that says who changed it, and what it was.</summary>
public class OrganisationFactsTests
{
    private static readonly Actor s_administrator = An.As(An.Person("简浩文", Role.Administrator));

    [Fact]
    public void Putting_a_vice_president_in_charge_leaves_both_in_the_trace_and_the_same_again_nothing()
    {
        var division = new Division
        {
            Id = Guid.CreateVersion7(),
            Name = "民事审判第一庭",
            ShortName = "民一庭",
        };
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        division.PutInCharge(first, s_administrator, An.Friday);
        division.PutInCharge(second, s_administrator, An.Friday);
        division.PutInCharge(second, s_administrator, An.Friday);

        var rows = division.TakeFacts().Select(f => f.Row).ToList();
        Assert.Equal([new PutInChargeData(null, first), new PutInChargeData(first, second)], rows.Select(r => r.Read<PutInChargeData>()));
        Assert.All(rows, r => Assert.Equal((OrganisationFacts.PutInCharge, s_administrator.Id), (r.Kind, r.ActorId)));
    }

    [Fact]
    public void A_post_opens_and_ends_with_the_change_behind_it()
    {
        var change = Guid.CreateVersion7();
        var staff = Person();
        var post = Post.Open(staff, An.CourtId, An.DivisionId, Role.LiaisonOfficer, change, s_administrator, An.Friday);
        post.End(change, s_administrator, An.Friday);
        post.End(change, s_administrator, An.Friday);

        var rows = post.TakeFacts().Select(f => f.Row).ToList();
        Assert.Equal([OrganisationFacts.PostOpened, OrganisationFacts.PostEnded], rows.Select(r => r.Kind));
        Assert.Equal(
            new PostOpenedData(staff.Id, staff.Name, An.CourtId, An.DivisionId, Role.LiaisonOfficer, change),
            rows[0].Read<PostOpenedData>()
        );
        Assert.Equal(new PostEndedData(change), rows[1].Read<PostEndedData>());
        Assert.False(post.IsActive);
    }

    [Fact]
    public void Numbers_and_passwords_change_and_sources_lock_and_open_with_a_fact()
    {
        var staff = Person();
        var change = Guid.CreateVersion7();
        staff.ChangeNumbers("13700001111", "020-83210000", change, s_administrator, An.Friday);
        staff.ChangeNumbers("13700001111", "020-83210000", change, s_administrator, An.Friday);
        staff.ChangePassword("hash", s_administrator, An.Friday);
        staff.SourceLocked("10.4.1.7", An.Friday + PasswordPolicy.LockoutTime, An.Friday);
        staff.SourceUnlocked("10.4.1.7", An.Friday + PasswordPolicy.LockoutTime);

        var rows = staff.TakeFacts().Select(f => f.Row).ToList();
        Assert.Equal(
            [OrganisationFacts.NumbersChanged, OrganisationFacts.PasswordChanged, OrganisationFacts.Locked, OrganisationFacts.Unlocked],
            rows.Select(r => r.Kind)
        );
        Assert.Equal(new NumbersChangedData("13700001111", "020-83210000", change), rows[0].Read<NumbersChangedData>());
        Assert.Equal(new LockedData(An.Friday + PasswordPolicy.LockoutTime, "10.4.1.7"), rows[2].Read<LockedData>());
        Assert.DoesNotContain(rows, r => r.Data.Contains("hash", StringComparison.Ordinal));
    }

    private static Staff Person() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = "罗志敏",
            LoginName = "luozhimin",
            Mobile = "13800138000",
        };
}
