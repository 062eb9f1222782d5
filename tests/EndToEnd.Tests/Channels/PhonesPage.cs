using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.Playwright;
using Simulators.Phones;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Channels;

/// <summary>The page of the simulated phones: what stands on them, and the switches of the gateways beside them.</summary>
internal sealed class PhonesPage(IPage page, HttpClient http)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<PhonesPage> Open(Browser browser, Uri address)
    {
        var page = await browser.NewPage(address);
        await page.GotoAsync("/");
        return new PhonesPage(page, new HttpClient { BaseAddress = address });
    }

    /// <summary>What the page shows under a tab for one number, name or mailbox: 短信, 微信, 邮件, 来电.</summary>
    public async Task<ILocator> Shown(string tab, string to, string text)
    {
        await page.Locator("#phone").FillAsync(to);
        await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
        var message = page.Locator("#messages > li").Filter(new() { HasText = to }).Filter(new() { HasText = text }).First;
        await Expect(message).ToBeVisibleAsync();
        return message;
    }

    /// <summary>The phone's owner writes to the platform, on the page.</summary>
    public async Task Reply(string from, string text)
    {
        await page.Locator("#from").FillAsync(from);
        await page.Locator("#text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
    }

    /// <param name="gateway">短信通道, 微信通道, 邮件通道, 语音通道.</param>
    /// <param name="box">应答 or 回执.</param>
    public async Task Switch(string gateway, string box, string choice)
    {
        await Taken(() => Box(gateway, box).SelectOptionAsync(new SelectOptionValue { Label = choice }));
        await Expect(Box(gateway, box).Locator("option:checked")).ToHaveTextAsync(choice);
    }

    public async Task Delay(string gateway, int milliseconds)
    {
        await Taken(async () =>
        {
            await Box(gateway, "延迟毫秒").FillAsync($"{milliseconds}");
            await Box(gateway, "延迟毫秒").PressAsync("Enter");
        });
        await Expect(Box(gateway, "延迟毫秒")).ToHaveValueAsync($"{milliseconds}");
    }

    /// <summary>As a fresh simulator behaves; not what is under test.</summary>
    public async Task Reset(string gateway)
    {
        var which = gateway switch
        {
            "短信通道" => Gateway.Sms,
            "微信通道" => Gateway.WeChat,
            "邮件通道" => Gateway.Email,
            _ => Gateway.Voice,
        };
        using var answer = await http.PutAsJsonAsync(new Uri($"/switches/{which}", UriKind.Relative), new Behaviour(), s_json);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A figure of a gateway as the page counts it: 调用, 收下, 重复, 拒收, 故障, 回执.</summary>
    public async Task<int> Count(string gateway, string what) =>
        int.Parse(
            await Panel(gateway).Locator("dl div").Filter(new() { HasText = what }).Locator("dd").InnerTextAsync(),
            System.Globalization.CultureInfo.InvariantCulture
        );

    public Task Counts(string gateway, string what, int more) =>
        Wait.Until($"{gateway} {what} {more}", async () => await Count(gateway, what) >= more);

    public async Task<IReadOnlyList<PhoneMessage>> MessagesTo(string to, Kind kind)
    {
        var answer = await http.GetFromJsonAsync<Answer>(
            new Uri($"/messages.json?phone={Uri.EscapeDataString(to)}&kind={kind}", UriKind.Relative),
            s_json
        );
        return answer!.Messages;
    }

    private async Task Taken(Func<Task> choice)
    {
        var answer = await page.RunAndWaitForResponseAsync(choice, r => r.Request.Method == "PUT" && r.Url.Contains("/switches/"));
        Assert.True(answer.Ok, $"{answer.Url} {answer.Status}");
    }

    private ILocator Panel(string gateway) => page.Locator("#gateways article").Filter(new() { HasText = gateway });

    private ILocator Box(string gateway, string label) => Panel(gateway).GetByLabel(label);

    private sealed record Answer(IReadOnlyList<PhoneMessage> Messages);
}
