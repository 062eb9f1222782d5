using System.Text.RegularExpressions;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What has ended on the server has ended on the screen.</summary>
public sealed partial class SessionEndTests(Platform platform) : PlatformTest(platform)
{
    /// <summary>Long before the next look of a page that heard nothing.</summary>
    private const float AtOnce = 8_000;

    [Fact]
    public async Task An_open_page_is_led_to_sign_in_the_moment_its_session_ends()
    {
        var judge = await Platform.Data.Staff(Role.Judge, await Platform.Data.Division());
        await Platform.Data.GivePassword(judge);
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        var elsewhere = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await elsewhere.Open("/sessions");
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "除本机外全部退出" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(Ended(), new() { Timeout = AtOnce });
        await Expect(elsewhere.Page.GetByText("本机", new() { Exact = true })).ToBeVisibleAsync();
    }

    [GeneratedRegex("/sign-in\\?why=ended")]
    private static partial Regex Ended();
}
