using Bunit;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.DocumentService.Confirmations;

namespace Portal.Tests.DocumentService;

public sealed class ConfirmationPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_clerk_notes_what_was_said_on_the_phone_and_withdraws_it_later()
    {
        var clerk = await Somebody(Role.Clerk);
        var @case = await Data.Case();
        var page = Render<CaseAddressesPage>(p => p.AddCascadingValue(clerk).Add(x => x.Id, @case.Id));
        page.WaitForState(() => page.Markup.Contains("本阶段没有同意电子送达的记录", StringComparison.Ordinal));
        await On(page, "section[aria-label=陈建华] .btn-quiet", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("读给对方听", page.Markup));
        await On(page, "#postal", e => e.Change("广州市越秀区解放北路 1 号"));
        await On(page, "#mobile", e => e.Change("13800138000"));
        Assert.All(page.FindAll("form input[type=checkbox]"), box => Assert.False(box.HasAttribute("checked")));
        await On(page, "form .c-row.wrap label input[type=checkbox]", e => e.Change(true));
        await On(page, "form fieldset input[type=checkbox]", e => e.Change(true));
        await On(page, "form", e => e.Submit());
        page.WaitForState(() => page.Markup.Contains("同意电子送达：确认书 2026-11-20", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("13800138000", page.Find("section[aria-label=陈建华] table").TextContent));

        var id = await Data.Use((CourtDb db) => db.Set<AddressConfirmation>().Select(c => c.Id).SingleAsync());
        var form = Render<ConfirmationPage>(p => p.AddCascadingValue(clerk).Add(x => x.Id, id));
        form.WaitForState(() => form.Markup.Contains("电话确认", StringComparison.Ordinal));
        await On(form, ".c-phead button:last-child", e => e.Click());
        await On(form, ".btn-final", e => e.Click());
        form.WaitForState(() => form.Markup.Contains("请写明原因", StringComparison.Ordinal));
        await On(form, "#why", e => e.Change("本人来电提出"));
        await On(form, ".btn-final", e => e.Click());
        form.WaitForState(() => form.Markup.Contains("已撤回", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_from_serving_to_confirm_an_address_is_led_back_to_it()
    {
        var clerk = await Somebody(Role.Clerk);
        var @case = await Data.Case();
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/address-confirmations/case/{@case.Id}?serving=true");
        var page = Render<CaseAddressesPage>(p => p.AddCascadingValue(clerk).Add(x => x.Id, @case.Id));
        page.WaitForAssertion(() => Assert.Equal("返回送达", page.Find($"a[href='/service/new/{@case.Id}']").TextContent));
    }

    [Fact]
    public async Task A_clerk_enters_where_a_party_lives_and_nothing_is_assumed_before()
    {
        var clerk = await Somebody(Role.Clerk);
        var @case = await Data.Case();
        var defendant = @case.Parties[1];
        await Data.Lives(defendant, null);
        var page = Render<CaseAddressesPage>(p => p.AddCascadingValue(clerk).Add(x => x.Id, @case.Id));
        page.WaitForAssertion(() => Assert.Contains("住所地不明", page.Find("section[aria-label=案件和当事人情况]").TextContent));

        await On(page, "section[aria-label=案件和当事人情况] header button", e => e.Click());
        await On(page, "form[aria-label=补充案件和当事人情况]", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("请选择要补充的内容", page.Markup));
        await On(page, $"select[id*=Domicile][id$='{defendant.Id:N}']", e => e.Change("Abroad"));
        await On(page, "form[aria-label=补充案件和当事人情况] input", e => e.Change("护照"));
        await On(page, "form[aria-label=补充案件和当事人情况]", e => e.Submit());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form[aria-label=补充案件和当事人情况]")));
        page.WaitForAssertion(() => Assert.Contains("住所地在境外", page.Find("section[aria-label=案件和当事人情况]").TextContent));
        var note = await Data.Use((CourtDb db) => db.Set<CaseFactNote>().AsNoTracking().SingleAsync());
        Assert.Equal((defendant.Id, Domicile.Abroad, "护照", clerk.Name), (note.PartyId, note.Domicile, note.Source, note.NotedByName));
    }

    [Fact]
    public async Task An_address_that_a_defendant_offered_comes_from_the_defendants_own_pleading()
    {
        var clerk = await Somebody(Role.Clerk);
        var @case = await Data.Case();
        var page = Render<CaseAddressesPage>(p => p.AddCascadingValue(clerk).Add(x => x.Id, @case.Id));
        await On(page, "section[aria-label=李大强] .btn-ghost", e => e.Click());
        await On(page, "#basis", e => e.Change("Provided"));
        page.WaitForAssertion(() => Assert.DoesNotContain("起诉状", page.Find("#pleading").TextContent));
        await On(page, "#value", e => e.Change("13512346604"));
        await On(page, "#pleading", e => e.Change("Defence"));
        await On(page, "#pleading-on", e => e.Change("2026-09-12"));
        await On(page, "section[aria-label=李大强] form", e => e.Submit());
        page.WaitForAssertion(() =>
            Assert.Contains("同意电子送达：答辩状（2026-09-12）载明", page.Find("section[aria-label=李大强]").TextContent)
        );
    }

    [Fact]
    public async Task What_is_to_be_kept_secret_is_seen_by_the_cases_own_people_only()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var (own, colleague) = (await Data.ActorOf(judge), await Somebody(Role.DivisionHead));
        var @case = await Data.Case(judge: judge);
        var (open, secret) = (await Note(@case, 0, own, false), await Note(@case, 1, own, true));
        Assert.Equal(2, Rows(await Listed(own)));
        Assert.Equal(1, Rows(await Listed(colleague)));
        Assert.Contains("没有这份确认书", (await Opened(secret, colleague)).Markup);
        Assert.DoesNotContain("没有这份确认书", (await Opened(open, colleague)).Markup);
    }

    [Fact]
    public async Task A_form_says_when_the_person_has_more_than_it_lists()
    {
        var clerk = await Somebody(Role.Clerk);
        var @case = await Data.Case();
        for (var i = 0; i < 21; i++)
            await Note(@case, 0, clerk, false);
        var last = await Note(@case, 0, clerk, false);
        Assert.Contains("只列出最近 20 份", (await Opened(last, clerk)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_of_a_frequent_name_are_reached_page_by_page()
    {
        var clerk = await Somebody(Role.Clerk);
        for (var i = 0; i < 21; i++)
            await Data.Case(defendant: "司徒志强");
        var page = Open<ConfirmationsPage>(clerk);
        await On(page, ".lookup input", e => e.Change("司徒志强"));
        await On(page, ".lookup", e => e.Submit());
        await On(page, "section[aria-label=找到的案件] .page-more button", e => e.Click());
        page.WaitForAssertion(() => Assert.Equal(21, page.FindAll("section[aria-label=找到的案件] tr").Count));
        Assert.Empty(page.FindAll("section[aria-label=找到的案件] .page-more"));
    }

    [Fact]
    public async Task Another_divisions_clerk_finds_no_case_and_no_form()
    {
        var (clerk, stranger) = (await Somebody(Role.Clerk), await Somebody(Role.Clerk, DivisionKind.Criminal));
        var @case = await Data.Case();
        var id = await Note(@case, 0, clerk, false);
        var page = Render<CaseAddressesPage>(p => p.AddCascadingValue(stranger).Add(x => x.Id, @case.Id));
        page.WaitForState(() => page.Markup.Contains("没有这个案件", StringComparison.Ordinal));
        Assert.Contains("没有这份确认书", (await Opened(id, stranger)).Markup);
        Assert.Equal(0, Rows(await Listed(stranger)));
    }

    private static int Rows(IRenderedComponent<ConfirmationsPage> page) => page.FindAll("tbody[data-rows] tr").Count;

    private async Task<IRenderedComponent<ConfirmationsPage>> Listed(Actor by)
    {
        var page = Open<ConfirmationsPage>(by);
        await Task.Run(() => page.WaitForState(() => page.FindAll("tbody[data-rows], .c-blank").Count > 0));
        return page;
    }

    private async Task<IRenderedComponent<ConfirmationPage>> Opened(Guid id, Actor by)
    {
        var page = Render<ConfirmationPage>(p => p.AddCascadingValue(by).Add(x => x.Id, id));
        await Task.Run(() => page.WaitForState(() => page.FindAll(".sheet, .c-blank").Count > 0));
        return page;
    }

    private async Task<Guid> Note(Case @case, int party, Actor by, bool secret)
    {
        var form = new ConfirmationForm(
            true,
            true,
            true,
            "13800138000",
            "",
            "广州市越秀区解放北路 1 号",
            "510030",
            ConfirmationScopes.All,
            secret,
            ""
        );
        var given = CourtDataServing.Confirmation(@case, @case.Parties[party], form);
        await Data.Use((NoteAddressConfirmation note) => note.Handle(given, by, default));
        return given.Id;
    }
}
