using Domain.DocumentService;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A served document at the recipient's: by the link of an SMS, and signed in, with another device looking on.</summary>
public sealed class DocumentTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task The_link_of_an_SMS_and_its_code_lead_to_a_signature_without_an_account()
    {
        var h5 = await Platform.H5();
        var phone = CourtData.Mobile(CourtData.Next());
        var clerk = await Platform.Data.Staff(Role.Clerk, await Platform.Data.Division());
        var @case = await Platform.Data.Case();
        var way = new PlannedWay(ServiceChannel.SmsLink, phone, AddressBasis.Confirmed, "确认书");
        var service = (await Platform.Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: way)])).Single();
        var link = await Platform.Data.Use(
            (CourtDb db) => db.Set<Notice>().Where(n => n.SubjectId == service.Id).Select(n => n.Fields).SingleAsync()
        );

        var visitor = new LitigantPage(await Platform.Browser.NewPage(h5, Browser.Phone));
        await visitor.Page.GotoAsync(new Uri(link["serviceLink"]).PathAndQuery);
        await Expect(visitor.Heading("您有法院文书，先核对手机")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("判决书")).ToHaveCountAsync(0);
        Assert.Null(await OpenedAt(service)); // following the link opens nothing
        await visitor.Press("发送验证码");
        await visitor.Page.Locator("#sms-code input").FillAsync(await Code(phone));
        await Sign(visitor); // the link was for one document: it is there

        Assert.StartsWith("《判决书》，手写签名，已验手机码", await Words(service, ServiceFacts.Signed), StringComparison.Ordinal);
        await Platform.AssertTraceIsIntact();
    }

    [Fact]
    public async Task Signed_on_one_device_it_is_signed_on_the_other_open_one_without_a_reload()
    {
        var h5 = await Platform.H5();
        var person = await Platform.Data.Litigant();
        var clerk = await Platform.Data.Staff(Role.Clerk, await Platform.Data.Division());
        var service = (await Platform.Data.BegunServices(await Platform.Data.Case(person), clerk)).Single();
        var first = await LitigantPage.SignIn(Platform.Browser, h5, Platform.Data, person.Phone!);
        await Platform.Data.Use(
            (CourtDb db) =>
                db.Set<SmsCode>()
                    .Where(c => c.Phone == person.Phone)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, c => c.CreatedAt.AddHours(-1)))
        );
        var second = await LitigantPage.SignIn(Platform.Browser, h5, Platform.Data, person.Phone!, Browser.Wide);
        await Expect(first.Heading("签收判决书")).ToBeVisibleAsync();
        await second.Open("pages/documents/index");
        await Expect(second.Heading("1 份文书等您签收")).ToBeVisibleAsync();
        await second.Page.Mark();

        await first.Choose("签收判决书");
        await Sign(first);

        await Expect(second.Heading("没有等您签收的文书")).ToBeVisibleAsync();
        Assert.True(await second.Page.IsMarked());
        await first.Choose("下载到手机");
        await Wait.Until("the opening is a fact", async () => await OpenedAt(service) is not null);
        Assert.NotNull(
            (
                await Platform.Data.Use((CourtDb db) => db.Set<ServiceCopy>().AsNoTracking().SingleAsync(c => c.ServiceId == service.Id))
            ).SignatureSha256
        );
    }

    /// <summary>From the document's page to 已签收, with a name written by the mouse.</summary>
    private static async Task Sign(LitigantPage page)
    {
        await Expect(page.Heading("不打开会怎样")).ToBeVisibleAsync();
        await page.Press("打开");
        await Expect(page.Page.GetByText("您已经打开过").Last).ToBeVisibleAsync();
        await page.Press("签收");
        var canvas = page.Page.Locator("#signature canvas");
        await canvas.WaitForAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        foreach (var (x, y) in new[] { (60, 80), (140, 70), (220, 90) })
            await Stroke(page.Page, box.X + x, box.Y + y);
        await page.Page.GetByRole(AriaRole.Checkbox).Last.ClickAsync();
        await page.Press("确认签收");
        await Expect(page.Heading("已签收")).ToBeVisibleAsync();
        await Expect(page.Heading("下载到手机")).ToBeVisibleAsync();
    }

    private static async Task Stroke(IPage page, float x, float y)
    {
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 40, y + 60, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private async Task<string> Code(string phone)
    {
        string? code = null;
        await Wait.Until(
            "the code is in the outbox",
            async () =>
                (
                    code = await Platform.Data.Use(
                        async (CourtDb db) =>
                            (
                                await db.Set<Notice>()
                                    .AsNoTracking()
                                    .Where(n => n.Address == phone && n.Kind == ServiceNotices.LinkCode.Key)
                                    .OrderByDescending(n => n.CreatedAt)
                                    .FirstOrDefaultAsync()
                            )?.Fields["code"]
                    )
                )
                    is not null
        );
        return code!;
    }

    private Task<DateTimeOffset?> OpenedAt(Service service) =>
        Platform.Data.Use(
            (CourtDb db) => db.Set<ServiceCopy>().Where(c => c.ServiceId == service.Id).Select(c => c.OpenedAt).SingleAsync()
        );

    private async Task<string> Words(Service service, string kind) => (await Platform.Data.WordsOf(service, kind))[0];
}
