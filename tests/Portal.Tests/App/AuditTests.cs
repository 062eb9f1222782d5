using System.Net;
using System.Text.RegularExpressions;
using Domain.Auditing;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Portal.App;

namespace Portal.Tests.App;

/// <summary>Through the running Portal: what staff see, search and take away is in the audit log (等保三级; PIPL 51).</summary>
public sealed partial class AuditTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime, IDisposable
{
    private readonly HostFactory<Root> _portal = new(database.ConnectionString());
    private HttpClient _browser = null!;
    private CourtData _data = null!;
    private Staff _judge = null!;
    private WorkOrder _order = null!;

    public async Task InitializeAsync()
    {
        _data = new CourtData(_portal.Services);
        (_judge, _) = await _data.People();
        await _data.GivePassword(_judge);
        var person = await _data.Litigant();
        _order = await _data.Message(person, await _data.Case(person, judge: _judge));
        _browser = _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _browser.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Sign_ins_views_searches_and_exports_leave_rows_and_rules_of_the_court_none()
    {
        await Submit("wrong");
        await Submit(CourtDataSigningIn.Password);
        await Open($"/work-orders/{_order.Id}");
        await Open("/search?q=陈建华");
        await Open("/calendar");
        await Open("/exports/ledger?format=csv");

        await Wait.Until("all are in the log", async () => (await Rows()).Exists(r => r.Kind == AuditKind.Exported));
        var rows = await Rows();
        Assert.Contains(rows, r => r is { Kind: AuditKind.SignInRefused, Refused: "staff.sign_in_refused", What: "登录" });
        Assert.Contains(rows, r => r.Kind == AuditKind.SignedIn && r.Name == _judge.Name && r.Source.Length > 0);
        var opened = Assert.Single(rows, r => r.SubjectId == _order.Id);
        Assert.Equal((AuditKind.Opened, "工单", _judge.Name), (opened.Kind, opened.What, opened.Name));
        Assert.True(opened is { SessionId: not null, PostId: not null, CourtId: not null });
        Assert.Contains(rows, r => r is { Kind: AuditKind.Searched, What: "工单", Text: "陈建华" });
        Assert.DoesNotContain(rows, r => r.Text.StartsWith("/calendar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_given_is_not_in_the_log_as_seen()
    {
        await Submit(CourtDataSigningIn.Password);
        var nobodys = Guid.CreateVersion7();
        (await _browser.GetAsync($"/attachments/{nobodys}")).Dispose();
        await Wait.Until("the try is in the log", async () => (await Rows()).Exists(r => r.SubjectId == nobodys));
        Assert.All((await Rows()).Where(r => r.SubjectId == nobodys), r => Assert.Equal("not_given", r.Refused));
    }

    [Fact]
    public async Task An_unknown_name_is_kept_as_it_was_typed()
    {
        await Submit("wrong", "nobody-here");
        await Wait.Until(
            "the try is in the log",
            () => _data.Use((CourtDb db) => db.Set<AuditEntry>().AnyAsync(e => e.ById == null && e.Name == "nobody-here"))
        );
    }

    private Task<List<AuditEntry>> Rows() =>
        _data.Use((CourtDb db) => db.Set<AuditEntry>().AsNoTracking().Where(e => e.ById == _judge.Id).ToListAsync());

    private async Task Open(string address)
    {
        var answer = await _browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await answer.Content.ReadAsStringAsync();
    }

    private async Task Submit(string password, string? name = null)
    {
        var page = await _browser.GetStringAsync("/sign-in");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                ["Posted.Name"] = name ?? _judge.LoginName,
                ["Posted.Password"] = password,
            }
        );
        await _browser.PostAsync("/sign-in", form);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
