using Bunit;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cases;

namespace Portal.Tests.Cases;

/// <summary>案件 as its page shows it, 我的案件 and 信息不一致.</summary>
public sealed class CasePageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task The_judge_sees_who_acts_with_what_authority_and_which_nodes_are_kept_from_the_parties()
    {
        var (@case, _, judge, _) = await Whole();
        var page = Show(@case.Id, judge);

        var parties = page.WaitForElement("#parties").TextContent;
        Assert.Contains("欧阳娜娜", parties, StringComparison.Ordinal);
        Assert.Contains("特别授权", parties, StringComparison.Ordinal);
        Assert.Contains("承认诉讼请求、进行和解", parties, StringComparison.Ordinal);
        Assert.Contains("审判系统未载明", parties, StringComparison.Ordinal);
        var nodes = page.Find("#nodes").TextContent;
        Assert.Contains("不公开", nodes, StringComparison.Ordinal);
        Assert.Contains("已撤回", nodes, StringComparison.Ordinal);
        Assert.Contains("第三法庭", page.Find("#hearings").TextContent, StringComparison.Ordinal);
        Assert.Contains("剩 5 天", page.Find("#limits").TextContent, StringComparison.Ordinal);
        Assert.Contains("民事诉讼法第一百五十二条", page.Find("#limits").TextContent, StringComparison.Ordinal);
        Assert.Contains("欧阳娜娜起诉状", page.Find("#files").TextContent, StringComparison.Ordinal);
        Assert.Contains("由审判系统转入", page.Find("#trace").TextContent, StringComparison.Ordinal);
        Assert.Equal(["开庭", "举证期限快到"], page.FindAll("#needs li b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Whose_case_it_is_not_sees_names_only_for_a_reason_and_the_trace_keeps_it()
    {
        var (@case, _, _, _) = await Whole();
        var liaison = await Somebody(Role.LiaisonOfficer);
        var page = Show(@case.Id, liaison);
        page.WaitForElement("#parties");
        Assert.DoesNotContain("欧阳娜娜", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("内部合议", page.Markup, StringComparison.Ordinal);

        await On(page, "#reveal-reason", e => e.Input("当事人到窗口核对"));
        await On(page, ".case-reveal", e => e.Submit());

        page.WaitForAssertion(() => Assert.Contains("欧阳娜娜", page.Find("#parties").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("当事人到窗口核对", page.Find("#trace").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("欧阳娜娜", Show(@case.Id, liaison).Markup, StringComparison.Ordinal); // the next visit begins masked
    }

    [Fact]
    public async Task Of_a_family_case_nobody_is_named_and_no_reason_is_asked_for()
    {
        var @case = await Data.Case(await Data.Litigant("欧阳娜娜"), restriction: CaseRestriction.Family, cause: "离婚纠纷");
        var page = Show(@case.Id, await Somebody(Role.LiaisonOfficer));
        page.WaitForElement("#parties");
        Assert.DoesNotContain("欧阳", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#reveal-reason"));
    }

    [Fact]
    public async Task A_stranger_reads_what_they_would_of_no_case_at_all()
    {
        var (@case, _, _, _) = await Whole();
        var page = Show(@case.Id, await Somebody(Role.Judge));
        page.WaitForAssertion(() => Assert.Contains("没有这个案件，或者您不能查看", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_the_trial_system_reaches_the_open_page()
    {
        var (@case, record, judge, _) = await Whole();
        var page = Show(@case.Id, judge);
        page.WaitForElement("#hearings");

        await Data.TakeOver(record with { Version = 2, Hearings = [record.Hearings[0] with { Room = "第九法庭" }] });

        page.WaitForAssertion(() => Assert.Contains("第九法庭", page.Find("#hearings").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_two_disagree_about_is_decided_where_it_stands()
    {
        var (@case, record, _, clerk) = await Whole();
        await Data.Disagree(@case, record, clerk);
        var list = Open<ConflictsPage>(clerk);
        var row = list.WaitForElement("[data-rows] tr").TextContent;
        Assert.Contains("简易程序", row, StringComparison.Ordinal);
        Assert.Contains("普通程序", row, StringComparison.Ordinal);

        var page = Show(@case.Id, clerk);
        await On(page, "#conflicts button:last-of-type", e => e.Click());

        page.WaitForAssertion(() => Assert.Contains("采用了审判系统的", page.Find("#conflicts").TextContent, StringComparison.Ordinal));
        list.WaitForAssertion(() => Assert.Contains("没有等您处理的不一致", list.Markup, StringComparison.Ordinal));
        Assert.Equal(
            TrialProcedure.Ordinary,
            await Data.Use((CourtDb db) => db.Set<Case>().Where(c => c.Id == @case.Id).Select(c => c.TrialProcedure).SingleAsync())
        );
    }

    [Fact]
    public async Task Own_cases_lead_to_their_page_and_a_case_number_does_too()
    {
        var (@case, _, judge, _) = await Whole();
        var list = Open<MyCasesPage>(judge);
        Assert.Equal($"/cases/{@case.Id}", list.WaitForElement("[data-rows] a[data-case]").GetAttribute("href"));
        Assert.Contains("开庭", list.Find("[data-rows] tr").TextContent, StringComparison.Ordinal);

        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/cases?number={Uri.EscapeDataString(@case.Number)}");
        Open<CasesPage>(judge);

        await Wait.Until("the page of the case", () => navigation.Uri.EndsWith($"/cases/{@case.Id}", StringComparison.Ordinal));
    }

    private IRenderedComponent<CasePage> Show(Guid id, Actor by) => Render<CasePage>(p => p.Add(c => c.Id, id).AddCascadingValue(by));

    private async Task<(Case Case, TrialRecord Record, Actor Judge, Actor Clerk)> Whole()
    {
        var division = await Data.Division();
        var (judge, clerk) = (await Data.Staff(Role.Judge, division), await Data.Staff(Role.Clerk, division));
        var record = Data.Whole(division, judge, clerk);
        return (await Data.TakeOver(record), record, await Data.ActorOf(judge), await Data.ActorOf(clerk));
    }
}
