using Bunit;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Portal.Cases;

namespace Portal.Tests.Cases;

public sealed class CasesPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_case_opens_at_once_by_its_number_and_names_stay_masked()
    {
        var @case = await Data.Case(await Data.Litigant("欧阳娜娜"));
        var page = await Sought(@case.Number, Role.HotlineAgent);
        page.WaitForAssertion(() => Assert.Contains("民间借贷纠纷", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("欧阳娜娜", page.Markup, StringComparison.Ordinal);
    }

    /// <summary>The caution is for whoever has somebody on the phone; whose case it is knows its parties.</summary>
    [Fact]
    public async Task Only_the_hotline_is_told_to_check_an_identity_and_a_case_number_leads_a_divisions_clerk_to_the_case()
    {
        const string caution = "身份未核对";
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var @case = await Data.Case(await Data.Litigant("欧阳娜娜"), judge: judge);
        var hotline = await Sought(@case.Number, Role.HotlineAgent);
        hotline.WaitForAssertion(() => Assert.Contains(caution, hotline.Markup));

        var own = await Followed(await Data.ActorOf(judge));
        Assert.Contains("原告 欧阳娜娜", own.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(caution, own.Markup, StringComparison.Ordinal);

        var colleague = await Followed(await Somebody(Role.Clerk));
        Assert.Contains("原告 欧阳**", colleague.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(caution, colleague.Markup, StringComparison.Ordinal);

        async Task<IRenderedComponent<CasesPage>> Followed(Actor by)
        {
            var page = Open<CasesPage>(by);
            await On(page, "#case", e => e.Input(@case.Number));
            await On(page, ".lookup", e => e.Submit());
            page.WaitForElement(".hit");
            return page;
        }
    }

    [Fact]
    public async Task Cases_of_a_frequent_name_are_reached_page_by_page()
    {
        for (var i = 0; i < 21; i++)
            await Data.Case(defendant: "司徒志强");
        var page = await Sought("司徒志强", Role.HotlineAgent);
        page.WaitForElement(".choices li");
        Assert.Contains("20 件，还有更早的", page.Markup, StringComparison.Ordinal);
        await On(page, ".page-more button", more => more.Click());
        page.WaitForAssertion(() => Assert.Equal(21, page.FindAll(".choices li").Count));
        Assert.Empty(page.FindAll(".page-more"));
    }

    [Fact]
    public async Task Whom_it_does_not_concern_finds_nothing()
    {
        var @case = await Data.Case(await Data.Litigant());
        foreach (
            var (role, kind, court) in new[]
            {
                (Role.Judge, DivisionKind.Civil, "yuexiu"),
                (Role.LiaisonOfficer, DivisionKind.Criminal, "yuexiu"),
                (Role.PetitionOffice, DivisionKind.Filing, "panyu"),
            }
        )
        {
            var page = await Sought(@case.Number, role, kind, court);
            Assert.NotEmpty(page.WaitForElement("[role=status]").TextContent);
            Assert.DoesNotContain("民间借贷纠纷", page.Markup, StringComparison.Ordinal);
        }
    }

    private async Task<IRenderedComponent<CasesPage>> Sought(
        string typed,
        Role role,
        DivisionKind kind = DivisionKind.Civil,
        string court = "yuexiu"
    )
    {
        var page = Open<CasesPage>(await Somebody(role, kind, court));
        await On(page, "#case", e => e.Input(typed));
        await On(page, ".lookup", e => e.Submit());
        return page;
    }
}
