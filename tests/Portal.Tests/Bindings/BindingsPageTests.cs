using Bunit;
using Domain.Bindings;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Bindings;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Bindings;

namespace Portal.Tests.Bindings;

public sealed class BindingsPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task The_judge_sees_the_checks_beside_the_papers_and_binds_by_general_authority()
    {
        var (judge, @case) = await Desk();
        var binding = await Data.Binding(@case, await Data.Litigant("彭伟"), authority: PaperAuthority.FullOnly);
        var me = await Data.ActorOf(judge);
        var page = Opened(me, binding.Id);
        page.WaitForElement("[data-sms]");
        Assert.NotNull(page.Find($"[data-binding='{binding.Id}']"));
        Assert.Contains("民事诉讼法解释第 89 条", page.Find(".c-chk li.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("代理权限为一般授权", page.Find("[data-sms]").TextContent, StringComparison.Ordinal);
        Assert.True(page.FindAll("[name=authority]")[1].HasAttribute("disabled"));
        page.WaitForElement(".c-view [data-preview=Waiting]");
        page.WaitForAssertion(() => Assert.Null(page.Find("[data-send]").GetAttribute("disabled")));

        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-sms]")));
        var agent = await Data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync());
        Assert.Equal((AgentAuthority.General, binding.IdentityKey), (agent.Authority, agent.IdentityKey));
    }

    [Fact]
    public async Task Everything_missing_goes_out_in_one_list_whose_words_are_shown_before()
    {
        var (judge, @case) = await Desk();
        var binding = await Data.Binding(@case, await Data.Litigant("彭伟"));
        var page = Opened(await Data.ActorOf(judge), binding.Id);
        page.WaitForElement("[data-sms]");
        await On(page, "[data-choice=Missing]", e => e.Change(true));
        await On(page, ".c-needs input[type=checkbox]", e => e.Change(true));
        await On(page, "[data-add-need]", e => e.Click());
        await On(page, ".c-needs input[maxlength]", e => e.Input("补签名页"));
        Assert.Contains("要求补充：2 项", page.Find("[data-send]").TextContent, StringComparison.Ordinal);
        Assert.Contains("有 2 项要补充，最晚 11 月 25 日", page.Find("[data-sms]").TextContent, StringComparison.Ordinal);
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("等申请人补充", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_fits_no_case_is_the_filing_divisions_and_cannot_be_approved()
    {
        var (judge, @case) = await Desk();
        var binding = await Data.Binding(@case, await Data.Litigant("彭伟"), party: "何志文");
        var filing = await Data.Use((CourtDb db) => db.Set<Staff>().SingleAsync(s => s.Id == binding.OwnerId));
        Assert.NotEqual(judge.Id, filing.Id);
        var page = Opened(await Data.ActorOf(filing), binding.Id);
        page.WaitForElement("[data-sms]");
        Assert.True(page.FindAll(".c-pick.is-3 input")[0].HasAttribute("disabled"));
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("未通过", page.Markup, StringComparison.Ordinal));

        var stranger = Opened(await Data.ActorOf(judge), binding.Id);
        stranger.WaitForAssertion(() => Assert.Contains("没有这件绑定申请，或者您不能查看", stranger.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("何志文", stranger.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_the_division_sees_the_request_and_not_its_papers()
    {
        var (_, @case) = await Desk();
        var binding = await Data.Binding(@case, await Data.Litigant("彭伟"));
        var me = await Data.ActorOf(await Data.Staff(Role.DivisionHead, await Data.Division()));
        var page = Opened(me, binding.Id);
        page.WaitForAssertion(() => Assert.Contains("材料只给本案合议庭和书记员看", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".c-view [data-file]"));
        Assert.False(await Data.Use((CourtDb db) => db.BindingPapersFor(me).AnyAsync()));
    }

    [Fact]
    public async Task The_clerk_enters_an_agent_from_the_paper_and_a_third_one_is_refused()
    {
        var (_, @case) = await Desk();
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        await Data.Use((CourtDb db) => db.Set<Case>().ExecuteUpdateAsync(s => s.SetProperty(c => c.ClerkId, clerk.Id)));
        var me = await Data.ActorOf(clerk);
        var found = await Data.Use((BindingQueries q) => q.CaseToEnter(@case.Number, me, Clock.GetUtcNow(), default));
        Assert.Equal(2, found!.Parties.Count);
        foreach (var n in new[] { 1, 2 })
            await Enter(me, @case, n);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Enter(me, @case, 3));
        Assert.Equal("case_binding.too_many_agents", refused.Code);
        var agents = await Data.Use((CourtDb db) => db.Set<CaseAgent>().OrderBy(a => a.Seat).ToListAsync());
        Assert.Equal([(1, AgentSource.Clerk), (2, AgentSource.Clerk)], agents.Select(a => (a.Seat!.Value, a.Source)));

        var stranger = await Somebody(Role.Clerk, DivisionKind.Criminal);
        Assert.Null(await Data.Use((BindingQueries q) => q.CaseToEnter(@case.Number, stranger, Clock.GetUtcNow(), default)));
        Assert.Equal("case_binding.party_not_found", (await Assert.ThrowsAsync<RefusedException>(() => Enter(stranger, @case, 4))).Code);
    }

    [Fact]
    public async Task An_authority_ends_by_its_day_and_what_was_not_brought_goes_on()
    {
        var (judge, @case) = await Desk();
        var me = await Data.ActorOf(judge);
        var bound = await Data.Binding(@case, await Data.Litigant("彭伟"), endsOn: new DateOnly(2026, 11, 30));
        await Data.Use(
            (ApproveBinding a) =>
                a.Handle(bound.Id, Guid.CreateVersion7(), new(AgentAuthority.General, 0, new DateOnly(2026, 11, 30)), me, default)
        );
        var asked = await Data.Binding(@case, await Data.Litigant("韩雪"));
        await Data.Use((AskForMissing a) => a.Handle(asked.Id, Guid.CreateVersion7(), ["补签名页"], me, default));
        Assert.Equal(
            (0, 0),
            (await Data.Use((EndAuthorities e) => e.Run(default)), await Data.Use((LapseSupplements l) => l.Run(default)))
        );

        Clock.Now = SetClock.Read("2026-12-01 00:01");
        Assert.Equal(
            (1, 1),
            (await Data.Use((EndAuthorities e) => e.Run(default)), await Data.Use((LapseSupplements l) => l.Run(default)))
        );
        Assert.NotNull(await Data.Use((CourtDb db) => db.Set<CaseAgent>().Select(a => a.EndedAt).SingleAsync()));
        var states = await Data.Use((CourtDb db) => db.Set<CaseBinding>().ToDictionaryAsync(b => b.Id, b => b.State));
        Assert.Equal((BindingState.Ended, BindingState.ToReview), (states[bound.Id], states[asked.Id]));
    }

    private async Task Enter(Actor by, Case @case, int n)
    {
        var papers = new List<GivenPaper>();
        foreach (var kind in AgentKind.Lawyer.PapersOf())
            papers.Add(new(kind, (await Data.UploadedPaper(by)).Id));
        var terms = new PaperTerms(AgentKind.Lawyer, PaperAuthority.General, AuthorityItems.None) { LicenceNumber = "1", Firm = "所" };
        var entry = new EnterAgent.Entry(
            @case.Id,
            @case.Parties[0].Id,
            $"代理人{n}",
            CourtData.IdNumber(CourtData.Next()),
            "13800138000",
            terms
        )
        {
            Papers = papers,
        };
        await Data.Use((EnterAgent e) => e.Handle(Guid.CreateVersion7(), entry, by, default));
    }

    private async Task<(Staff Judge, Case Case)> Desk()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        await Data.Staff(Role.LiaisonOfficer, await Data.Division(DivisionKind.Filing));
        return (judge, await Data.Case(judge: judge));
    }

    private IRenderedComponent<BindingsPage> Opened(Actor me, Guid id) =>
        Render<BindingsPage>(p => p.AddCascadingValue(me).Add(x => x.Id, id));
}
