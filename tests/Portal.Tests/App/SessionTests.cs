using System.Net;
using System.Text.RegularExpressions;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Organisation;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
        await Change(s => s.ChangePassword(new Passwords().Hash(Password), Actor.System, TimeProvider.System.GetUtcNow()));
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
    public async Task A_cookie_is_worth_nothing_once_its_session_was_signed_out_also_at_another_host()
    {
        await using var another = new HostFactory<Root>(database.ConnectionString());
        using var client = Client();
        var cookie = CookieOf(await SignIn(client));
        using var copy = another.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/work-orders")).StatusCode);

        await SignOut(client);
        await AtOnce("the copy is out", async () => (await copy.GetAsync("/work-orders")).StatusCode == HttpStatusCode.Redirect);
        using var same = _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        same.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await same.GetAsync("/work-orders")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_the_end_of_a_post_and_leaving_end_what_is_open_at_once()
    {
        foreach (
            var end in new Func<Task>[]
            {
                () => Change(s => s.ChangePassword(s.PasswordHash, Actor.System, TimeProvider.System.GetUtcNow())),
                () => EndPost(),
                () => Change(s => s.SetActive(false, Actor.System, TimeProvider.System.GetUtcNow())),
            }
        )
        {
            using var client = Client();
            await SignIn(client);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/work-orders")).StatusCode); // and is remembered
            await end();
            await AtOnce("it is out", async () => (await client.GetAsync("/work-orders")).StatusCode == HttpStatusCode.Redirect);
            await _data.Use(
                (CourtDb db) =>
                    db.Set<Post>().Where(p => p.StaffId == _judge.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsActive, true))
            );
        }
    }

    [Fact]
    public async Task A_person_sees_where_the_account_is_signed_in_and_ends_what_is_elsewhere()
    {
        using var here = Client();
        using var there = Client();
        await SignIn(here);
        await SignIn(there);
        Assert.Contains("登录的设备", await (await here.GetAsync("/sessions")).Content.ReadAsStringAsync());
        var open = await _data.Use(
            (StaffSessionQueries q) => q.Of(_judge.Id, SessionChecks.Idle, SessionChecks.Longest, CancellationToken.None)
        );
        Assert.Equal(2, open.Count);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/work-orders")).StatusCode);
        var me = Actor.Staff(_judge.Id, _judge.Name, new StaffPost(Guid.Empty, Role.Judge, Guid.Empty, Guid.Empty));
        await _data.Use((EndStaffSession e) => e.Others(open[1].Id, me, CancellationToken.None)); // the older one is this
        await AtOnce("the other is out", async () => (await there.GetAsync("/work-orders")).StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/work-orders")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_says_nothing_of_the_person_and_the_store_nothing_of_the_key()
    {
        using var client = Client();
        var cookie = WebUtility.UrlDecode(CookieOf(await SignIn(client)).Split('=', 2)[1]);
        var protector = _portal
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme)
            .TicketDataFormat;
        var claim = Assert.Single(protector.Unprotect(cookie)!.Principal.Claims);
        Assert.Matches("^[0-9a-f]{64}$", claim.Value);
        Assert.False(await _data.Use((CourtDb db) => db.Set<StaffSession>().AnyAsync(s => s.KeyHash == claim.Value)));
    }

    [Theory]
    [InlineData("GET", "/exports/services?format=csv")]
    [InlineData("POST", "/session/post")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    public async Task An_old_password_opens_no_export_no_act_and_no_circuit(string method, string address)
    {
        await Change(s =>
            s.ChangePassword(s.PasswordHash, Actor.System, TimeProvider.System.GetUtcNow() - PasswordPolicy.MaxAge - TimeSpan.FromDays(1))
        );
        using var client = Client();
        await SignIn(client);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
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

    /// <summary>Long before the store would be asked again without a hint.</summary>
    private static async Task AtOnce(string what, Func<Task<bool>> isTrue)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Wait.Until(what, isTrue);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, SessionChecks.Interval / 2);
    }

    private static string CookieOf(HttpResponseMessage signedIn) =>
        signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task SignOut(HttpClient client)
    {
        var page = await client.GetStringAsync("/sessions");
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value }
        );
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/session/sign-out", content)).StatusCode);
    }

    private Task EndPost() =>
        _data.Use(
            async (CourtDb db) =>
            {
                foreach (var post in await db.Set<Post>().Where(p => p.StaffId == _judge.Id).ToListAsync())
                    post.End(Guid.CreateVersion7(), Actor.System, TimeProvider.System.GetUtcNow());
                await db.SaveChangesAsync();
            }
        );

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
