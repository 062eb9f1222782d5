using Domain.Litigants;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The main job: a litigant's message becomes a work order, the judge answers, both see it live.</summary>
public sealed class StoryTests(Platform platform) : PlatformTest(platform)
{
    private const string Question = "开庭带手机给法官看转账记录，行不行？";
    private const string Answer = "可以。请开庭当天带上手机，并提前打印一份盖章的银行流水。";

    [Fact]
    public async Task A_message_with_a_file_reaches_the_judges_open_inbox_and_the_answer_the_litigants_open_page()
    {
        var h5 = await Platform.H5();
        var data = Platform.Data;
        var (name, idNumber, mobile) = ("陈建华", CourtData.IdNumber(CourtData.Next()), CourtData.Mobile(CourtData.Next()));
        var (judge, _) = await data.People();
        await data.GivePassword(judge);
        await data.Case(await SomebodyUnknown(name, idNumber, mobile), judge: judge);

        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open("/work-orders");
        await Expect(desk.Page).ToHaveTitleAsync("我的工单·12368 诉讼服务平台");
        await desk.Page.Mark();

        var litigant = await LitigantPage.SignIn(Platform.Browser, h5, data, mobile);
        await litigant.VerifyName(name, idNumber);
        await litigant.Write(
            "您告李*强",
            "案子到哪一步了",
            Question,
            new()
            {
                Name = "转账记录.png",
                MimeType = "image/png",
                Buffer = Picture.Png,
            }
        );
        await litigant.Send();
        await litigant.Page.Mark();
        var order = await data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.RequesterPhone == mobile));

        await Expect(desk.Row(order.Id)).ToBeVisibleAsync();
        await Expect(desk.Page).ToHaveTitleAsync("(1) 我的工单·12368 诉讼服务平台");
        await Expect(desk.Page.Locator(".c-nav a[href='/work-orders'] .n")).ToHaveTextAsync("1");
        await Expect(desk.Page.Locator(".c-bell span")).ToHaveTextAsync("1");
        Assert.True(await desk.Page.IsMarked());

        await desk.Row(order.Id).ClickAsync();
        await Expect(desk.Page.Locator(".c-msg").First).ToContainTextAsync(Question);
        var file = await desk.Page.Locator(".c-msgs .c-file").GetAttributeAsync("href");
        Assert.Equal(Picture.Png, await (await desk.Page.APIRequest.GetAsync(file!)).BodyAsync());
        await desk.Answer(Answer);

        await Expect(litigant.Heading(Answer)).ToBeVisibleAsync();
        Assert.True(await litigant.Page.IsMarked());
        await litigant.Choose("基本满意");
        await litigant.Press("提交评价");
        await Expect(litigant.Heading("您的评价：基本满意")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("评价：基本满意").First).ToBeVisibleAsync();
        await Expect(desk.Page).ToHaveTitleAsync("我的工单·12368 诉讼服务平台");
        Assert.True(await desk.Page.IsMarked());

        var closed = await data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));
        Assert.Equal((WorkOrderState.Closed, (Satisfaction?)Satisfaction.BasicallySatisfied), (closed.State, closed.Satisfaction));
        await Platform.AssertTraceIsIntact();
    }

    /// <summary>Somebody whom a case names by identity, but who has never been here.</summary>
    private async Task<Litigant> SomebodyUnknown(string name, string idNumber, string mobile)
    {
        var now = await Platform.Data.Use((TimeProvider clock) => Task.FromResult(clock.GetUtcNow()));
        var person = Litigant.SignUp(mobile, null, now);
        person.Verified(name, Platform.Data.IdentityKey(idNumber), now);
        return person;
    }
}
