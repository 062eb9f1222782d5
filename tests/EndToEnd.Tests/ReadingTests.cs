using Domain.Organisation;
using Domain.Reading;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>阅卷: asked for on the phone, released on the console, signed for, read, and after the court took it back no more.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class ReadingTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task A_party_asks_the_judge_releases_the_page_is_read_and_taken_back()
    {
        var h5 = await Platform.H5();
        var data = Platform.Data;
        var judge = await data.Staff(Role.Judge, await data.Division());
        await data.GivePassword(judge);
        var party = await data.Litigant("王小明");
        var @case = await data.Case(judge: judge, plaintiff: party);
        var file = await data.MainFile(@case, "ID 440104199001011234");

        var phone = await LitigantPage.SignIn(Platform.Browser, h5, data, party.Phone!);
        await phone.Open($"pages/readings/ask?caseId={@case.Id}");
        await phone.Choose(file.Title);
        await phone.Choose("准备上诉");
        await phone.Press("交给法院");
        await Expect(phone.Heading("法院在核对")).ToBeVisibleAsync();
        var request = await data.Use((CourtDb db) => db.Set<ReadingRequest>().AsNoTracking().SingleAsync(r => r.LitigantId == party.Id));

        await data.Prepared(file); // the workers do not run in these hosts

        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open("/readings");
        await desk.Page.Locator($"[data-reading='{request.Id}']").ClickAsync();
        await Expect(desk.Page.Locator("[data-sms]")).ToContainTextAsync("可看 1 份 1 页");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "批准阅卷：1 份 1 页" }).ClickAsync();

        await Expect(phone.Heading("法院同意您看案卷")).ToBeVisibleAsync(); // live
        await phone.Choose("我看过了，同意");
        await phone.Press("签名，开始看");
        var picture = phone.Page.Locator(".paper img").Locator("visible=true").First;
        await Wait.Until(
            "the page is shown",
            async () =>
            {
                if (await phone.Page.GetByText("再试一次").Locator("visible=true").CountAsync() > 0)
                    await phone.Choose("再试一次"); // the worker was still drawing it
                return await picture.CountAsync() > 0;
            }
        );
        Assert.Equal(
            1,
            await data.Use(
                (CourtDb db) => db.Set<ReadPage>().Where(p => p.ReadingRequestId == request.Id).Select(p => p.Page).Distinct().CountAsync()
            )
        );

        await desk.Open($"/readings/{request.Id}");
        await Expect(desk.Page.Locator("[data-read]")).ToContainTextAsync("1 次 1 页");
        await desk.Page.Locator("#reading-reason").FillAsync("有他人隐私，需要重新核对");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "提前收回" }).ClickAsync();
        await phone.Open($"pages/readings/detail?id={request.Id}");
        await Expect(phone.Heading("看案卷已经结束")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("有他人隐私").Locator("visible=true")).ToBeVisibleAsync();
        await Platform.AssertTraceIsIntact();
    }
}
