using Bunit;
using Domain.Organisation;
using Given;
using Portal.Contacts;

namespace Portal.Tests.Contacts;

public sealed class DirectoryPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_published_liaison_officer_is_found_by_name_and_number_and_others_are_not()
    {
        var officer = await Data.Staff(Role.LiaisonOfficer, await Data.Division(), "欧阳静");
        await Data.Staff(Role.LiaisonOfficer, await Data.Division(DivisionKind.Criminal), "司徒明");
        var page = Open<DirectoryPage>(await Somebody(Role.Administrator, DivisionKind.Technology));
        page.WaitForElement("tbody tr");
        Assert.DoesNotContain("欧阳静", page.Find("tbody").TextContent, StringComparison.Ordinal);

        await On(page, ".c-phead .btn-primary", publish => publish.Click());
        page.WaitForAssertion(() => Assert.Contains("已公布", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        foreach (var typed in new[] { "欧阳", officer.Mobile })
        {
            await On(page, "#find", find => find.Input(typed));
            page.WaitForAssertion(() => Assert.Contains("欧阳静", Assert.Single(page.FindAll("tbody tr")).TextContent));
        }

        await On(page, "#find", find => find.Input("没有这个人"));
        page.WaitForAssertion(() => Assert.Contains("没有找到", page.Find(".c-blank").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_who_publishes_is_offered_to_publish()
    {
        foreach (var role in new[] { Role.Judge, Role.Clerk, Role.HotlineAgent, Role.PetitionOffice, Role.DutyJudge })
        {
            var page = Open<DirectoryPage>(await Somebody(role));
            page.WaitForElement("tbody tr");
            Assert.Empty(page.FindAll(".c-phead .btn-primary"));
        }
    }
}
