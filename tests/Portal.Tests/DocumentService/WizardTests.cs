using Bunit;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Drafts;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.DocumentService.Wizard;

namespace Portal.Tests.DocumentService;

public sealed class WizardTests(TestDatabase database) : DeskTest(database)
{
    private const string Next = "footer .btn-primary";

    [Fact]
    public async Task Somebody_who_cannot_be_served_holds_the_service_up_until_a_reason_is_recorded_and_then_it_is_confirmed()
    {
        var (me, @case) = await ClerkWithCase();
        await Data.HandedOver(@case);
        var page = Open(me, @case.Id);
        await On(page, Next, b => b.Click());

        page.WaitForAssertion(() => Assert.Contains("还有 1 人不可送达", page.Find("footer").TextContent));
        page.WaitForAssertion(() => Assert.True(page.Find(Next).HasAttribute("disabled")));
        page.WaitForAssertion(() => Assert.Contains("李** 不能电子送达，也未选其他方式", page.Find(".c-note.bad").TextContent));
        await On(page, "[data-recipient=被告] select", s => s.Change("2"));
        page.WaitForAssertion(() => Assert.False(page.Find(Next).HasAttribute("disabled")));
        await On(page, Next, b => b.Click());

        page.WaitForAssertion(() => Assert.Equal("确认送达：1 人、1 条", page.Find(".btn-final").TextContent.Trim()));
        page.WaitForAssertion(() => Assert.Contains("今日到达，上诉期至 12-07", page.Find("tr.g").TextContent));
        page.WaitForAssertion(() => Assert.Contains("已另行当面送达", page.Find(".left-out").TextContent));
        page.WaitForAssertion(() => Assert.True(page.Find("#checked").HasAttribute("disabled")));
        Assert.Contains(Masking.Phone(@case.Parties[0].Phone), page.Find("tr.g").TextContent);
        await On(page, ".whole form", f => f.Submit());
        page.WaitForAssertion(() => Assert.Contains(@case.Parties[0].Phone, page.Find("tr.g").TextContent));
        Assert.Contains(@case.Parties[0].Name, page.Find("tr.g").TextContent);
        page.WaitForAssertion(() => Assert.True(page.Find(".btn-final").HasAttribute("disabled")));
        await On(page, "#checked", c => c.Change(true));
        await On(page, ".btn-final", b => b.Click());

        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.Contains("/service/tasks/", navigation.Uri));
        var task = await Data.Use((CourtDb db) => db.Set<ServiceTask>().AsNoTracking().SingleAsync(t => t.CaseId == @case.Id));
        Assert.EndsWith(task.Id.ToString(), navigation.Uri);
        Assert.Null(await Data.Use((LoadDraft load) => load.Handle(DraftKey.Service(@case.Id), me, default)));
        var said = await Data.Use((CourtDb db) => db.Set<TraceRow>().AsNoTracking().SingleAsync(t => t.SubjectId == task.Id));
        Assert.Equal(
            "民事判决书，1 人；本次不送 1 人：被告（已另行当面送达）；核对了完整的姓名、号码和地址：确认送达前核对",
            ServiceTaskTrace.Words(said)
        );
    }

    [Fact]
    public async Task On_the_last_step_one_choice_leaves_somebody_out_and_one_press_serves_them_after_all()
    {
        var (me, @case) = await ClerkWithCase();
        await Data.Address(@case.Parties[1], AddressKind.Mobile, "13512346604");
        await Data.HandedOver(@case);
        var page = Open(me, @case.Id);
        await On(page, Next, b => b.Click());
        await On(page, Next, b => b.Click());
        await On(page, ".whole form", f => f.Submit());
        await On(page, "#checked", c => c.Change(true));
        page.WaitForAssertion(() => Assert.Equal("确认送达：2 人、2 条", page.Find(".btn-final").TextContent.Trim()));

        await On(page, ".leave select", s => s.Change("other"));
        await On(page, ".leave input", i => i.Input("已和解"));
        await On(page, ".leave form", f => f.Submit());
        page.WaitForAssertion(() => Assert.Contains("已和解", page.Find(".left-out").TextContent));
        Assert.Equal("确认送达：1 人、1 条", page.Find(".btn-final").TextContent.Trim());
        Assert.True(page.Find(".btn-final").HasAttribute("disabled")); // what was ticked is another list

        await On(page, ".left-out button", b => b.Click());
        page.WaitForAssertion(() => Assert.Equal("确认送达：2 人、2 条", page.Find(".btn-final").TextContent.Trim()));
    }

    [Fact]
    public async Task By_post_asks_for_the_address_where_none_is_known_and_goes_on_with_it()
    {
        var (me, @case) = await ClerkWithCase();
        await Data.HandedOver(@case);
        var page = Open(me, @case.Id);
        await On(page, Next, b => b.Click());
        await On(page, ".c-note.bad .btn-quiet[type=button]", b => b.Click());
        await On(page, ".c-note.bad input", i => i.Input("广州市海珠区新港西路 1 号"));
        await On(page, ".c-note.bad form", f => f.Submit());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".c-note.bad")));
        page.WaitForAssertion(() => Assert.Contains("广州市海珠区***", page.Find("[data-recipient=被告]").TextContent));
        var noted = await Data.Use(
            (CourtDb db) => db.Set<ServiceAddress>().AsNoTracking().SingleAsync(a => a.PartyId == @case.Parties[1].Id)
        );
        Assert.Equal((AddressBasis.Unconfirmed, "书记员录入", @case.Parties[1].Id), (noted.Basis, noted.Origin, noted.PartyId));
    }

    [Fact]
    public async Task A_domicile_that_nobody_knows_is_asked_for_before_the_last_step()
    {
        var (me, @case) = await ClerkWithCase();
        await Data.Address(@case.Parties[1], AddressKind.Mobile, "13512346604");
        await Data.Lives(@case.Parties[0], null);
        await Data.HandedOver(@case);
        var page = Open(me, @case.Id);
        await On(page, Next, b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("还缺陈**的住所地", page.Find("footer").TextContent));
        page.WaitForAssertion(() => Assert.True(page.Find(Next).HasAttribute("disabled")));

        await On(page, "form[aria-label=补充案件和当事人情况] select", s => s.Change("Abroad"));
        await On(page, "form[aria-label=补充案件和当事人情况] input", i => i.Change("护照"));
        await On(page, "form[aria-label=补充案件和当事人情况]", f => f.Submit());
        page.WaitForAssertion(() => Assert.False(page.Find(Next).HasAttribute("disabled")));
        await On(page, Next, b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("上诉期至 12-21", page.Find("tr.g").TextContent)); // 30 days: 12-20, a Sunday
    }

    [Fact]
    public async Task A_draft_is_there_again_with_what_was_chosen()
    {
        var (me, @case) = await ClerkWithCase();
        await Data.HandedOver(@case);
        var page = Open(me, @case.Id);
        await On(page, Next, b => b.Click());
        await On(page, "[data-recipient=被告] select", s => s.Change("other"));
        await On(page, "[data-recipient=被告] form input", i => i.Input("另案已送"));
        await On(page, "[data-recipient=被告] form", f => f.Submit());
        await On(page, "footer .c-end .btn-quiet", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("已存为草稿", page.Find("footer").TextContent));

        var again = Open(me, @case.Id);
        again.WaitForAssertion(() => Assert.Contains("另案已送", again.Find("[data-recipient=被告]").TextContent));
        var list = Open<ServeListPage>(me);
        list.WaitForAssertion(() => Assert.Contains(CaseNumber.DisplayOf(@case.Number), list.Find(".drafts").TextContent));
    }

    [Fact]
    public async Task A_case_of_another_division_looks_like_none()
    {
        var (_, @case) = await ClerkWithCase();
        var stranger = await Somebody(Role.Clerk, DivisionKind.Criminal);
        var page = Open(stranger, @case.Id);
        page.WaitForAssertion(() => Assert.Contains("没有这个案件，或者不由您送达", page.Markup));
        Assert.DoesNotContain(@case.Number, page.Markup);
    }

    [Fact]
    public async Task A_correction_asks_which_document_it_corrects()
    {
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var me = await Data.ActorOf(clerk);
        var @case = await Data.Case(await Data.Litigant());
        var (wrong, _) = await Data.ConfirmedTask(@case, clerk);
        await Data.HandedOver(@case, "民事判决书（更正）");
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/service/new/{@case.Id}?corrects={wrong.Id}");
        var page = Open(me, @case.Id);

        await On(page, ".handed button", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains(wrong.Number, page.Find(".c-note.warn").TextContent));
        page.WaitForAssertion(() => Assert.False(page.Find(Next).HasAttribute("disabled"))); // the only document is the one that is corrected
        await On(page, ".doc-rows select", s => s.Change(""));
        page.WaitForAssertion(() => Assert.Contains("请指明更正哪一份文书", page.Find("footer").TextContent));
    }

    /// <summary>A blank page tells a screen reader nothing.</summary>
    [Fact]
    public async Task The_way_to_a_correction_is_never_blank_and_leads_to_the_case()
    {
        var (me, @case) = await ClerkWithCase();
        var clerk = await Data.Use((CourtDb db) => db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == me.Id));
        var (wrong, _) = await Data.ConfirmedTask(@case, clerk);
        IRenderedComponent<CorrectPage> Correct() => Render<CorrectPage>(p => p.AddCascadingValue(me).Add(x => x.Id, wrong.Id));
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        Assert.Equal("正在打开更正送达", Correct().Find("[role=status]").TextContent);

        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = Correct();
        Assert.NotNull(page.Find("[role=status]"));
        page.WaitForAssertion(() =>
            Assert.EndsWith($"/service/new/{@case.Id}?corrects={wrong.Id}", Services.GetRequiredService<NavigationManager>().Uri)
        );
    }

    [Fact]
    public async Task A_batch_names_the_numbers_that_are_none_and_the_cases_that_cannot_be_served()
    {
        var (me, stuck) = await ClerkWithCase();
        var reachable = await Data.WithDesignatedPhone(await Data.Case(await Data.Litigant()));
        await Data.Address(reachable.Parties[1], AddressKind.Mobile, "13712345521");
        var page = Open<BatchPage>(me);
        await On(
            page,
            "#numbers",
            t => t.Input($"{CaseNumber.DisplayOf(stuck.Number)}\n{reachable.Number}\n(2026)粤0104民初99999号\n不是案号")
        );
        await On(page, ".choose form", f => f.Submit());
        page.WaitForAssertion(() =>
            Assert.Equal(
                ["1 个没有加入：不是案号。不是案号", "1 个没有加入：没有由您送达的这些案件，请核对案号。（2026）粤0104民初99999号"],
                page.FindAll(".c-note.warn").Select(n => n.TextContent.Trim())
            )
        );
        page.WaitForAssertion(() => Assert.Contains("2 件", page.Find("#why").TextContent));
        await On(page, Next, b => b.Click());

        var upload = page.WaitForComponent<DocumentUpload>();
        await page.InvokeAsync(() => upload.Instance.OnUploaded.InvokeAsync(ServingDocument.Of(Guid.CreateVersion7(), "开庭通知.pdf", 1)));
        await On(page, Next, b => b.Click());
        page.WaitForAssertion(() => Assert.Contains(CaseNumber.DisplayOf(stuck.Number), page.Find(".stuck").TextContent));
        page.WaitForAssertion(() => Assert.Equal("确认送达：1 案、2 人、2 条", page.Find(".btn-final").TextContent.Trim()));
        await On(page, "select[aria-label^=其余的人]", s => s.Change("other"));
        await On(page, "input[placeholder]", i => i.Change("公告送达"));
        page.WaitForAssertion(() => Assert.Equal("确认送达：2 案、3 人、3 条", page.Find(".btn-final").TextContent.Trim()));
    }

    [Fact]
    public async Task A_batch_is_kept_as_a_draft_and_goes_on_after_leaving()
    {
        var (me, @case) = await ClerkWithCase();
        var page = Open<BatchPage>(me);
        await On(page, "#numbers", t => t.Input(@case.Number));
        await On(page, ".choose form", f => f.Submit());
        page.WaitForAssertion(() => Assert.Contains("已选 1 件", page.Find("#why").TextContent));
        await On(page, Next, b => b.Click());
        var upload = page.WaitForComponent<DocumentUpload>();
        var clerk = await Data.Use((CourtDb db) => db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == me.Id));
        var file = await Data.UploadedDocument(clerk, "开庭通知.pdf");
        await page.InvokeAsync(() => upload.Instance.OnUploaded.InvokeAsync(ServingDocument.Of(file.Id, file.Name, 1)));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".doc-rows tbody tr")));
        await page.InvokeAsync(() => page.Instance.DisposeAsync().AsTask());

        var list = Open<ServeListPage>(me);
        list.WaitForAssertion(() => Assert.NotNull(list.Find("a[href='/service/batch'].btn-sm")));
        var again = Open<BatchPage>(me);
        again.WaitForAssertion(() => Assert.Contains("的草稿", again.Find("footer").TextContent));
        again.WaitForAssertion(() => Assert.Single(again.FindAll(".doc-rows tbody tr")));
        await On(again, Next, b => b.Click());
        again.WaitForAssertion(() => Assert.Contains(CaseNumber.DisplayOf(@case.Number), again.Markup));

        await On(again, "footer .btn-ghost", b => b.Click());
        again.WaitForAssertion(() => Assert.Contains("还没有选案件", again.Find("#why").TextContent));
        await Wait.Until(
            "the draft is gone",
            async () => await Data.Use((LoadDraft load) => load.Handle(DraftKey.Batch(null), me, default)) is null
        );
    }

    private async Task<(Actor Clerk, Case Case)> ClerkWithCase() =>
        (await Somebody(Role.Clerk), await Data.WithDesignatedPhone(await Data.Case(await Data.Litigant())));

    private IRenderedComponent<WizardPage> Open(Actor me, Guid caseId) =>
        Render<WizardPage>(p => p.AddCascadingValue(me).Add(x => x.Id, caseId));
}
