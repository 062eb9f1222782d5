using Domain.Auditing;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A clerk serves documents: from the list of what waits to the confirmed task.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class ServingTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task A_clerk_serves_a_judgment_and_an_uploaded_notice_on_everybody_of_a_case()
    {
        var clerk = await Platform.Data.Staff(Role.Clerk, await Platform.Data.Division());
        await Platform.Data.GivePassword(clerk);
        var @case = await Platform.Data.WithDesignatedPhone(await Platform.Data.Case(await Platform.Data.Litigant()));
        await Platform.Data.Lives(@case.Parties[1], null);
        await Platform.Data.Use(
            async (CourtDb db) =>
                await db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClerkId, clerk.Id))
        );
        await Platform.Data.HandedOver(@case);
        var notice = await File.ReadAllBytesAsync(await PdfFile());

        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, clerk);
        await desk.Open("/service/new");
        var page = desk.Page;
        await page.Locator($"a[href='/service/new/{@case.Id}']").ClickAsync();
        await Expect(page.Locator(".doc-rows tbody tr")).ToHaveCountAsync(1);
        await page.Locator("#upload")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "上诉须知.pdf",
                    MimeType = "application/pdf",
                    Buffer = notice,
                }
            );
        await Expect(page.Locator(".doc-rows tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：受送达人与渠道" }).ClickAsync();

        await Expect(page.GetByText("还有 1 人不可送达")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "改为邮寄" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "的邮寄地址" }).FillAsync("广州市海珠区新港西路 1 号");
        await page.Keyboard.PressAsync("Enter");

        // The period of the judgment hangs on it, and the trial system did not say.
        await Expect(page.GetByText("还缺李**的住所地")).ToBeVisibleAsync();
        var facts = page.GetByRole(AriaRole.Form, new() { Name = "补充案件和当事人情况" });
        await facts.GetByRole(AriaRole.Combobox).SelectOptionAsync("住所地在港澳台");
        await facts.GetByRole(AriaRole.Textbox).FillAsync("起诉状附身份证明");
        await facts.GetByRole(AriaRole.Button, new() { Name = "补充" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：确认送达" }).ClickAsync();

        await Expect(page.GetByText("2 条电子发送，2 件邮寄")).ToBeVisibleAsync();
        await Expect(page.GetByText(Masking.Phone(@case.Parties[0].Phone), new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("我已逐项核对")).ToBeDisabledAsync();
        await page.GetByLabel("查看原因").FillAsync("送达前核对地址");
        await page.GetByRole(AriaRole.Button, new() { Name = "完整显示" }).ClickAsync();
        foreach (var whole in new[] { @case.Parties[0].Name, @case.Parties[1].Name, @case.Parties[0].Phone, "广州市海珠区新港西路 1 号" })
            await Expect(page.GetByText(whole, new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("我已逐项核对").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认送达：2 人、4 条" }).ClickAsync();
        await page.WaitForURLAsync("**/service/tasks/*");

        var task = await Platform.Data.Use((CourtDb db) => db.Set<ServiceTask>().AsNoTracking().SingleAsync(t => t.CaseId == @case.Id));
        Assert.Equal(("民事判决书、上诉须知", clerk.Id), (task.DocumentTitles, task.ClerkId));
        var plan = await Platform.Data.Use((CourtDb db) => db.Set<ServicePlan>().AsNoTracking().SingleAsync(p => p.TaskId == task.Id));
        Assert.Equal([ServiceChannel.SmsLink, ServiceChannel.Post], plan.Recipients.SelectMany(r => r.Ways).Select(w => w.Channel));
        var domiciles = await Platform.Data.Use(
            (CourtDb db) =>
                db.Set<CaseParty>().Where(p => p.CaseId == @case.Id).OrderBy(p => p.Position).Select(p => p.Domicile).ToListAsync()
        );
        await Wait.Until(
            "the look is in the audit log",
            () =>
                Platform.Data.Use(
                    (CourtDb db) =>
                        db.Set<AuditEntry>()
                            .AnyAsync(a =>
                                a.Kind == AuditKind.Revealed && a.ById == clerk.Id && a.SubjectId == @case.Id && a.Text == "送达前核对地址"
                            )
                )
        );
        var said = await Platform.Data.Use((CourtDb db) => db.Set<TraceRow>().AsNoTracking().FirstAsync(t => t.SubjectId == task.Id));
        Assert.EndsWith("核对了完整的姓名、号码和地址：送达前核对地址", ServiceTaskTrace.Words(said));
        Assert.Equal([Domicile.Mainland, Domicile.HongKongMacauTaiwan], domiciles);
    }

    [Fact]
    public async Task A_document_before_it_is_served_opens_only_to_who_may_serve_it()
    {
        var @case = await Platform.Data.Case(await Platform.Data.Litigant());
        var document = await Platform.Data.HandedOver(@case);
        var path = $"/service/preview/handed-over/{document.Id}";
        foreach (
            var (role, kind, mayOpen) in new[]
            {
                (Role.Clerk, DivisionKind.Civil, true),
                (Role.Clerk, DivisionKind.Criminal, false),
                (Role.Judge, DivisionKind.Civil, false),
                (Role.FilingDivision, DivisionKind.Civil, false),
            }
        )
        {
            var staff = await Platform.Data.Staff(role, await Platform.Data.Division(kind));
            await Platform.Data.GivePassword(staff);
            using var visitor = new PortalVisitor(Platform.Portal);
            await visitor.SignIn(staff);
            Assert.Equal((role, kind, mayOpen), (role, kind, (await visitor.Ask(path)).Status == System.Net.HttpStatusCode.OK));
        }

        using var stranger = new PortalVisitor(Platform.Portal);
        Assert.Equal("/sign-in", (await stranger.Ask(path)).Elsewhere);
    }

    private async Task<string> PdfFile()
    {
        var sha256 = await Platform.Data.Pdf("notice");
        return await Platform.Data.PlainCopy(sha256);
    }
}
