using System.Text.RegularExpressions;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Channels;

/// <summary>A clerk at the Portal serves a judgment by every way that a gateway carries.</summary>
internal static class ServingAClerk
{
    /// <returns>The phone and the mailbox of who is served.</returns>
    public static async Task<(string Phone, string Mailbox)> Serve(this RunCourt court)
    {
        var division = await court.Data.Division(court: "haizhu");
        var clerk = await court.Data.Staff(Role.Clerk, division);
        await court.Data.GivePassword(clerk);
        var @case = await court.Data.WithDesignatedPhone(await court.Data.Case(await court.Data.Litigant(), division));
        var mailbox = $"party{CourtData.Next()}@corp.example";
        await court.Data.Address(@case.Parties[0], AddressKind.Email, mailbox);
        await court.Data.Address(@case.Parties[1], AddressKind.Postal, "广州市海珠区新港西路 1 号");
        await court.Data.Use(
            (CourtDb db) => db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClerkId, clerk.Id))
        );
        await court.Data.HandedOver(@case);

        var desk = await StaffPage.SignIn(court.Browser, court.Portal, clerk);
        await desk.Open($"/service/new/{@case.Id}");
        try
        {
            await Confirm(desk.Page);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{desk.Page.Url}:\n{await desk.Page.Locator("main").InnerTextAsync()}", e);
        }

        await desk.Page.CloseAsync();
        return (@case.Parties[0].Phone, mailbox);
    }

    private static async Task Confirm(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：受送达人与渠道" }).ClickAsync();
        await page.Locator("[aria-label$=' 的其他方式']").First.ClickAsync();
        await page.GetByLabel("语音通知").First.CheckAsync();
        await page.GetByLabel(new Regex("，电子邮箱 ")).First.CheckAsync();
        await page.GetByLabel(new Regex("，邮寄 ")).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：确认送达" }).ClickAsync();
        await page.GetByLabel("查看原因").FillAsync("送达前核对地址");
        await page.GetByRole(AriaRole.Button, new() { Name = "完整显示" }).ClickAsync();
        await page.GetByLabel("我已逐项核对").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^确认送达：") }).ClickAsync();
        await page.WaitForURLAsync("**/service/tasks/*");
    }

    public static Task NoticeIs(this RunCourt court, NoticeChannel channel, string address, NoticeState state) =>
        Wait.Until(
            $"the notice to {address} by {channel} is {state}",
            () =>
                court.Data.Use(
                    (CourtDb db) => db.Set<Notice>().AnyAsync(n => n.Channel == channel && n.Address == address && n.State == state)
                )
        );
}
