using Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Browsing;

/// <summary>A litigant at the H5 build, by what is on the screen.</summary>
internal sealed class LitigantPage(IPage page)
{
    public IPage Page => page;

    public ILocator Heading(string text) => page.GetByText(text).Locator("visible=true").First;

    /// <summary>By phone and the SMS code that lies in the outbox.</summary>
    public static async Task<LitigantPage> SignIn(
        Browser browser,
        Uri h5,
        CourtData data,
        string phone,
        (int Width, int Height)? size = null
    )
    {
        var litigant = new LitigantPage(await browser.NewPage(h5, size ?? Browser.Phone));
        await litigant.Open("");
        await litigant.Open("pages/account/sign-in");
        await litigant.Page.Locator("#phone input").FillAsync(phone);
        await litigant.Page.GetByRole(AriaRole.Checkbox).ClickAsync(); // the privacy policy and the user agreement
        await litigant.Press("发送验证码");
        await litigant.Page.Locator("#sms-code input").WaitForAsync();
        await litigant.Page.Locator("#sms-code input").FillAsync((await data.SmsCode(phone))!);
        await Expect(litigant.Heading("登录").Or(litigant.Page.Locator("#sms-code")).First).Not.ToBeVisibleAsync();
        return litigant;
    }

    /// <param name="route">As in pages.json; empty is home.</param>
    public Task Open(string route) => page.GotoAsync($"/#/{route}");

    public Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).Locator("visible=true").First.ClickAsync();

    public Task Choose(string option) => Heading(option).ClickAsync();

    public async Task VerifyName(string name, string idNumber)
    {
        await Open("pages/account/real-name");
        await page.Locator("#real-name input").FillAsync(name);
        await page.Locator("#id-number input").FillAsync(idNumber);
        await Press("核对");
        await Expect(page.Locator("#real-name")).ToHaveCountAsync(0);
    }

    /// <summary>Up to the last look before sending.</summary>
    public async Task Write(string about, string category, string text, FilePayload? file = null)
    {
        await Open("pages/messages/write");
        await Choose(about);
        await Press("下一步");
        await Choose(category);
        await Press("下一步");
        await page.Locator("#message-text textarea").FillAsync(text);
        if (file is not null)
        {
            var chooser = await page.RunAndWaitForFileChooserAsync(() => Press("选图片或文件"));
            await chooser.SetFilesAsync(file);
            await Expect(Heading("已传好")).ToBeVisibleAsync();
        }

        await Expect(Heading("草稿已保存")).ToBeVisibleAsync();
        await Press("下一步");
        await Expect(Heading("法院最迟将于")).ToBeVisibleAsync();
    }

    public async Task Send()
    {
        await Press("发送留言");
        await Expect(Heading("发出去了")).ToBeVisibleAsync();
    }
}
