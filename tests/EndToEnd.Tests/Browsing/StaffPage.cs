using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Browsing;

/// <summary>A member of staff at the Portal, by what is on the screen.</summary>
public sealed class StaffPage(IPage page)
{
    public IPage Page => page;

    public ILocator Reply => page.Locator("#reply");

    /// <summary>Signs in by name and password and waits for the start page.</summary>
    public static async Task<StaffPage> SignIn(Browser browser, Uri portal, Staff staff, (int Width, int Height)? size = null)
    {
        var at = new StaffPage(await browser.NewPage(portal, size));
        await at.EnterAs(staff);
        return at;
    }

    public async Task EnterAs(Staff staff)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("#login-name").FillAsync(staff.LoginName);
        await page.Locator("#password").FillAsync(CourtDataSigningIn.Password);
        await page.Keyboard.PressAsync("Enter");
        await IsLive();
    }

    public async Task Open(string path)
    {
        await page.GotoAsync(path);
        await IsLive();
    }

    /// <summary>As a link on a page does: without loading the programme again where there is one already.</summary>
    public async Task GoTo(string path)
    {
        if (await page.Locator("main[data-live]").CountAsync() == 0)
        {
            await Open(path);
            return;
        }

        // A page of the same kind stays and shows another thing: then there is nothing to wait for but a whole load.
        var left = page.Locator("main [data-left]");
        await page.EvaluateAsync(
            "path => { for (const e of document.querySelectorAll('main > *')) e.dataset.left = ''; Blazor.navigateTo(path); }",
            path
        );
        try
        {
            await Expect(left).ToHaveCountAsync(0, new() { Timeout = 3000 });
        }
        catch (PlaywrightException)
        {
            await Open(path);
        }
    }

    /// <summary>The order beside the inbox, by its address.</summary>
    public Task Open(WorkOrder order) => Open($"/work-orders/{order.Id}");

    /// <summary>A click before the circuit is up would be lost.</summary>
    /// <exception cref="TimeoutException">With what stands there instead.</exception>
    public async Task IsLive()
    {
        try
        {
            await page.Locator("main[data-live]").WaitForAsync();
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{page.Url} is not live:\n{await page.Locator("body").InnerHTMLAsync()}", e);
        }
    }

    /// <summary>An order in a list of this page.</summary>
    public ILocator Row(Guid order) => page.Locator($"main a[href*='/work-orders/{order}']");

    public async Task WriteReply(string text)
    {
        await Reply.FillAsync(text);
        await Expect(page.GetByText("草稿已保存").First).ToBeVisibleAsync();
    }

    public Task PressAnswer() => page.GetByRole(AriaRole.Button, new() { Name = "答复并办结" }).ClickAsync();

    public async Task Answer(string text)
    {
        await WriteReply(text);
        await PressAnswer();
        // The next order opens where one waits.
        await Expect(page.Locator(".c-msg.court").Filter(new() { HasText = text }).Or(page.Locator("[data-done]")).First)
            .ToBeVisibleAsync();
    }

    public Task<string> Cookies() => page.Context.StorageStateAsync();
}
