using Domain.Bindings;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>案件绑定: asked for on the phone, reviewed on the console, the agent sees the case, and after the withdrawal no more.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class BindingTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task An_agent_asks_on_the_phone_the_judge_approves_and_the_case_is_there_until_the_authority_ends()
    {
        var h5 = await Platform.H5();
        var data = Platform.Data;
        var (judge, _) = await data.People();
        await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing));
        await data.GivePassword(judge);
        var @case = await data.Case(judge: judge, defendant: "李小强");
        var lawyer = await data.Litigant("彭伟");
        var shown = @case.Number.Replace('(', '（').Replace(')', '）');

        var phone = await LitigantPage.SignIn(Platform.Browser, h5, data, lawyer.Phone!);
        await phone.Open("pages/bindings/index");
        await phone.Press("添加案件");
        await phone.Page.Locator("#binding-case input").FillAsync(@case.Number);
        await phone.Page.Locator("#binding-party input").FillAsync("陈建华");
        await phone.Press("下一步");
        await phone.Choose("只写“全权代理”");
        await phone.Page.Locator("#binding-licence input").FillAsync("14401201012340832");
        await phone.Page.Locator("#binding-firm input").FillAsync("广东岭南律师事务所");
        foreach (var at in new[] { 0, 1 })
        {
            var chooser = await phone.Page.RunAndWaitForFileChooserAsync(() =>
                phone.Page.GetByRole(AriaRole.Button, new() { Name = "选图片或文件" }).Locator("visible=true").Nth(at).ClickAsync()
            );
            await chooser.SetFilesAsync(
                new FilePayload
                {
                    Name = $"材料{at}.png",
                    MimeType = "image/png",
                    Buffer = Picture.Png,
                }
            );
            await Expect(phone.Page.GetByText("已传好").Locator("visible=true")).ToHaveCountAsync(at + 1);
        }

        await phone.Press("交给法院核对");
        await Expect(phone.Heading("法院在核对")).ToBeVisibleAsync();
        var binding = await data.Use((CourtDb db) => db.Set<CaseBinding>().AsNoTracking().SingleAsync(b => b.LitigantId == lawyer.Id));

        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open("/bindings");
        await desk.Page.Locator($"[data-binding='{binding.Id}']").ClickAsync();
        await Expect(desk.Page.Locator(".c-chk")).ToContainTextAsync("民事诉讼法解释第 89 条");
        var paper = await desk.Page.Locator(".c-view [data-file]").GetAttributeAsync("data-file");
        Assert.Equal(Picture.Png, await (await desk.Page.APIRequest.GetAsync($"/binding-papers/{paper}")).BodyAsync());
        await data.Use((MakePreviews make) => make.Run(isMedia: false, default));
        await Expect(desk.Page.Locator(".c-sheet img")).ToBeVisibleAsync(); // live
        await Expect(desk.Page.Locator("[data-sms]")).ToContainTextAsync("一般授权");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "通过，按一般授权绑定" }).ClickAsync();

        await Expect(phone.Heading("案件已绑定")).ToBeVisibleAsync(); // live
        await phone.Press("去看案件");
        await Expect(phone.Heading(shown)).ToBeVisibleAsync();

        await phone.Open($"pages/bindings/detail?id={binding.Id}");
        await phone.Choose("解除委托");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "解除委托" }).Locator("visible=true").Last.ClickAsync();
        await Expect(phone.Heading("已经结束")).ToBeVisibleAsync();
        await phone.Open("pages/cases/index");
        await Expect(phone.Heading("没有找到您的案子")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText(shown).Locator("visible=true")).ToHaveCountAsync(0);
        await Platform.AssertTraceIsIntact();
    }
}
