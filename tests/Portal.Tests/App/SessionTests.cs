using System.Net;
using System.Text.RegularExpressions;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Portal.App;

namespace Portal.Tests.App;

public sealed partial class SessionTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime, IDisposable
{
    private const string Password = "Yuexiu-12368";
    private readonly HostFactory<Root> _portal = new(database.ConnectionString());
    private CourtData _data = null!;
    private Staff _judge = null!;

    public async Task InitializeAsync()
    {
        _data = new CourtData(_portal.Services);
        _judge = await _data.Staff(Role.Judge, await _data.Division());
        await Change(s =>
            s.ChangePassword(new Infrastructure.Organisation.Passwords().Hash(Password), Actor.System, TimeProvider.System.GetUtcNow())
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task A_stranger_is_led_to_sign_in_and_back()
    {
        using var client = Client();
        var asked = await client.GetAsync("/work-orders?tab=waiting");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fwork-orders%3Ftab%3Dwaiting", asked.Headers.Location!.PathAndQuery);

        var signedIn = await SignIn(client, asked.Headers.Location.PathAndQuery);
        Assert.Equal("/work-orders?tab=waiting", Path(signedIn));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/work-orders")).StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = Client();
        var cookie = (await SignIn(client)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/service/01a20000-0000-7000-8000-000000000000/certificate?kind=nothing")]
    [InlineData("/exports/services?format=csv&q=%00")]
    [InlineData("/search?q=%00")]
    public async Task A_value_in_an_address_that_cannot_be_read_is_refused_in_Chinese(string address)
    {
        using var client = Client();
        await SignIn(client);
        var refused = await client.GetAsync(address);
        var said = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("address.invalid", said, StringComparison.Ordinal);
        Assert.Contains("地址里有一项填得不对", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_never_leads_to_another_site()
    {
        using var client = Client();
        Assert.Equal("/", Path(await SignIn(client, "/sign-in?returnUrl=%2F%2Felsewhere.example")));
    }

    [Fact]
    public async Task Wrong_and_unknown_are_told_the_same()
    {
        using var client = Client();
        var wrong = await Said(await SignIn(client, password: "wrong"));
        var unknown = await Said(await SignIn(client, name: "nobody"));
        Assert.Contains("工号或密码不正确", wrong);
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task A_deactivated_person_is_out_at_the_next_check()
    {
        using var client = Client();
        await SignIn(client);
        await Change(s => s.SetActive(false, Actor.System, TimeProvider.System.GetUtcNow()));
        // Nobody has asked for this session since, so that the check reads the store.
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/work-orders")).StatusCode);
    }

    [Fact]
    public async Task Who_has_an_old_password_changes_it_before_anything_else()
    {
        await Change(s =>
            s.ChangePassword(s.PasswordHash, Actor.System, TimeProvider.System.GetUtcNow() - PasswordPolicy.MaxAge - TimeSpan.FromDays(1))
        );
        using var client = Client();
        await SignIn(client);
        Assert.Equal("/password", Path(await client.GetAsync("/work-orders")));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/password")).StatusCode);
    }

    [Fact]
    public async Task A_post_without_the_page_s_token_does_nothing()
    {
        using var client = Client();
        await SignIn(client);
        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/session/sign-out", empty)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/work-orders")).StatusCode);
    }

    [Fact]
    public async Task Pages_run_only_their_own_scripts_in_no_frame_and_are_not_kept()
    {
        using var client = Client();
        var page = await client.GetAsync("/sign-in");
        var policy = string.Join(';', page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", await page.Content.ReadAsStringAsync());
    }

    private HttpClient Client() => _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private async Task<HttpResponseMessage> SignIn(
        HttpClient client,
        string page = "/sign-in",
        string? name = null,
        string password = Password
    )
    {
        var form = await client.GetStringAsync(page);
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
                ["Posted.Name"] = name ?? _judge.LoginName,
                ["Posted.Password"] = password,
            }
        );
        return await client.PostAsync(page, content);
    }

    private static string Path(HttpResponseMessage response)
    {
        var to = response.Headers.Location!;
        return to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString;
    }

    private static async Task<string> Said(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(Refusal().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value);

    private Task Change(Action<Staff> change) =>
        _data.Use(
            async (CourtDb db) =>
            {
                change(await db.Set<Staff>().SingleAsync(s => s.Id == _judge.Id));
                await db.SaveChangesAsync();
            }
        );

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""id="refusal">([^<]+)<""")]
    private static partial Regex Refusal();
}
