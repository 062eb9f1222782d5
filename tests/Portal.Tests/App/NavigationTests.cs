using Domain.Organisation;
using Domain.Shared;
using Portal.App;

namespace Portal.Tests.App;

/// <summary>What each post's navigation shows, over all roles and both levels.</summary>
public sealed class NavigationTests
{
    public static TheoryData<Role, CourtLevel> Posts()
    {
        var posts = new TheoryData<Role, CourtLevel>();
        foreach (var role in Enum.GetValues<Role>())
        foreach (var level in Enum.GetValues<CourtLevel>())
            posts.Add(role, level);
        return posts;
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void At_most_twelve_entries_stand_there_and_none_is_lost(Role role, CourtLevel level)
    {
        var post = Post(role, level);
        var (visible, more) = NavEntries.Split(post);
        Assert.InRange(visible.Count + (more.Count > 0 ? 1 : 0), 1, 12);
        Assert.Equivalent(NavEntries.For(post), visible.Concat(more), strict: true);
        Assert.Equal(NavEntries.For(post)[0], visible[0]);
        Assert.DoesNotContain(more, e => e.Count is not null); // what is counted waits to be done
    }

    [Theory]
    [InlineData(Role.Judge, "/work-orders")]
    [InlineData(Role.Clerk, "/service/new")]
    [InlineData(Role.LiaisonOfficer, "/dispatch")]
    [InlineData(Role.DivisionHead, "/supervision")]
    [InlineData(Role.FilingDivision, "/dispatch")]
    [InlineData(Role.VicePresident, "/supervision")]
    [InlineData(Role.President, "/supervision")]
    [InlineData(Role.SupervisionOfficer, "/supervision")]
    [InlineData(Role.DutyJudge, "/supervision")]
    [InlineData(Role.PetitionOffice, "/work-orders")]
    [InlineData(Role.HotlineAgent, "/intake")]
    [InlineData(Role.ShiftLeader, "/intake")]
    [InlineData(Role.Administrator, "/operations")]
    public void Every_role_starts_on_its_own_work(Role role, string start)
    {
        foreach (var level in Enum.GetValues<CourtLevel>())
            Assert.Equal(start, NavEntries.For(Post(role, level))[0].Href);
    }

    private static StaffPost Post(Role role, CourtLevel level) =>
        new(Guid.CreateVersion7(), role, Guid.CreateVersion7(), Guid.CreateVersion7(), level);
}
