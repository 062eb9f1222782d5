using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using PortalRoot = Portal.App.Root;

namespace EndToEnd.Tests;

/// <summary>A Portal on the demo data, and its files and pages as a supervisor of both levels gets them.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private IAsyncDisposable _host = null!;

    public Uri Portal { get; private set; } = null!;
    public Browser Browser { get; private set; } = null!;
    public CourtData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await DemoCourts.Load(_database.ConnectionString(), TimeProvider.System);
        var host = new HostFactory<PortalRoot>(_database.ConnectionString(), more: h => h.UseSetting("Logging:LogLevel:Default", "Error"));
        _host = host;
        host.Listen();
        (Portal, Data) = (host.ClientOptions.BaseAddress, new CourtData(host.Services));
        while (await Data.Use((FoldFigures fold) => fold.Run(default)) > 0) { }
        Browser = await Browser.Launch();
    }

    public Task<Staff> Holder(Role role, string court) =>
        Data.Use(
            (CourtDb db) =>
                db.Set<Staff>()
                    .AsNoTracking()
                    .FirstAsync(s =>
                        s.IsActive && s.Posts.Any(p => p.Role == role && db.Set<Court>().Any(c => c.Id == p.CourtId && c.Slug == court))
                    )
        );

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }
}

[CollectionDefinition(nameof(OnDemoPortal), DisableParallelization = true)]
public sealed class OnDemoPortal : ICollectionFixture<DemoPortal>;

/// <summary>
/// Whatever screen or file says how many: for every court, division and month of the demo data they say the same. By the running Portal's own
/// pages and files, because two classes that agree in a test did not make two pages agree.
/// </summary>
[Collection(nameof(OnDemoPortal))]
public sealed partial class AgreementTests(DemoPortal demo) : IAsyncLifetime, IDisposable
{
    private static readonly (LedgerList List, string Column)[] s_lists =
    [
        (LedgerList.Received, "接收（件）"),
        (LedgerList.Closed, "办结（件）"),
        (LedgerList.Open, "在办（件）"),
        (LedgerList.Late, "已超期（件）"),
        (LedgerList.Due, "期限届满（件）"),
        (LedgerList.Rated, "评价（件）"),
        (LedgerList.Replied, "首次答复（件）"),
        (LedgerList.Supervised, "进入督办（件）"),
        (LedgerList.Repeated, "重复诉求（件）"),
        (LedgerList.Merged, "已合并（件）"),
    ];

    private readonly PortalVisitor _supervisor = new(demo.Portal);
    private List<Court> _courts = null!;

    private static DateOnly Today => ChinaTime.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>The demo data of tests begins 35 days ago.</summary>
    private static IEnumerable<DateOnly> Months => new[] { Today.AddDays(-35), Today }.DistinctBy(d => (d.Year, d.Month));

    public async Task InitializeAsync()
    {
        await _supervisor.SignIn(await demo.Holder(Role.SupervisionOfficer, "gz-zy"));
        _courts = await demo.Data.Use((CourtDb db) => db.Set<Court>().AsNoTracking().OrderBy(c => c.Position).ToListAsync());
    }

    public async Task DisposeAsync()
    {
        string[] errors = [.. demo.Browser.Errors];
        await demo.Browser.CloseAll();
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    public void Dispose() => _supervisor.Dispose();

    [Fact]
    public async Task Statistics_ranking_and_ledger_of_every_court_division_and_month_agree()
    {
        foreach (var month in Months)
        {
            var city = await Table("statistics", month);
            Assert.Equal(_courts.Select(c => c.ShortName).Order(), city.Keys.Where(k => k != "合计").Order());
            AssertSame(city, await Table("ranking", month), month);
            AssertSame(city, await Workbook("statistics", month), month);
            await AssertPage(city["合计"], month, "");
            foreach (var court in _courts)
            {
                var at = $"&court={court.Id}";
                var its = await Table("statistics", month, at);
                Assert.Equal(city[court.ShortName], its["合计"]);
                AssertSame(its, await Table("ranking", month, at), month);
                await AssertPage(its["合计"], month, at);
                await AssertListed(its["合计"], month, at);
                var divisions = await demo.Data.Use(
                    (CourtDb db) => db.Set<Division>().Where(d => d.CourtId == court.Id).ToDictionaryAsync(d => d.ShortName, d => d.Id)
                );
                foreach (var (name, row) in its.Where(r => divisions.ContainsKey(r.Key)))
                    await AssertListed(row, month, $"{at}&division={divisions[name]}");
            }
        }
    }

    [Fact]
    public async Task The_supervision_desk_says_what_statistics_say_of_every_court_and_division()
    {
        var desk = await StaffPage.SignIn(demo.Browser, demo.Portal, await demo.Holder(Role.SupervisionOfficer, "gz-zy"));
        await desk.Open("/supervision");
        await AssertDesk(desk.Page, (await Table("statistics", Today))["合计"], "全市法院", "");
        foreach (var court in _courts)
        {
            var its = await Table("statistics", Today, $"&court={court.Id}");
            await desk.Page.GetByLabel("法院", new() { Exact = true }).SelectOptionAsync(court.Id.ToString());
            await AssertDesk(desk.Page, its["合计"], court.ShortName, $"court={court.Id}");
            foreach (var division in await Divisions(court))
            {
                if (!its.TryGetValue(division.ShortName, out var row))
                    continue;
                await desk.Page.GetByLabel("庭室", new() { Exact = true }).SelectOptionAsync(division.Id.ToString());
                await AssertDesk(desk.Page, row, court.ShortName + division.ShortName, $"court={court.Id}&division={division.Id}");
            }
        }
    }

    [Fact]
    public async Task The_wallboard_of_both_levels_and_of_every_court_says_what_statistics_say()
    {
        var city = await Table("statistics", Today);
        var today = await Table("statistics", Today, "", PeriodKind.Day);
        await AssertBoard(await demo.Holder(Role.SupervisionOfficer, "gz-zy"), city["合计"], today["合计"]);
        foreach (var court in _courts.Where(c => c.Level != CourtLevel.Intermediate))
            await AssertBoard(
                await demo.Holder(Role.President, court.Slug),
                city[court.ShortName],
                today.GetValueOrDefault(court.ShortName) ?? new() { ["接收（件）"] = "0" }
            );
    }

    [Fact]
    public async Task The_ratios_look_like_a_courts()
    {
        var city = await Table("statistics", Today.AddDays(-35));
        var now = await Table("statistics", Today);
        Assert.InRange(Percent(now["合计"]["重复诉求率"]), 2, 9);
        Assert.InRange(Percent(now["合计"]["按期办结率"]), 92, 99.9m);
        Assert.InRange(Percent(now["合计"]["满意率"]), 88, 99);
        Assert.InRange(Percent(now["合计"]["督办率"]), 1, 9);
        Assert.All(city.Values, row => Assert.InRange(Percent(row["占案比"]), 0, 25));
        var received = now.Where(r => r.Key != "合计").Select(r => Number(r.Value["接收（件）"])).ToList();
        Assert.True(received.Max() < received.Sum() / 3, string.Join(' ', received));
    }

    private async Task AssertDesk(IPage page, Dictionary<string, string> row, string where, string scope)
    {
        await Expect(page.Locator(".c-phead .c-2nd")).ToContainTextAsync(where);
        var values = page.Locator(".kp b.f");
        await Expect(values.Nth(0)).ToHaveTextAsync(row["已超期（件）"]);
        await Expect(values.Nth(2)).ToHaveTextAsync(row["在办（件）"]);
        await Expect(values.Nth(3)).ToHaveTextAsync(row["按期办结率"]);
        await Expect(values.Nth(4)).ToHaveTextAsync(row["满意率"]);
        var tabs = page.GetByRole(AriaRole.Tab).Locator(".n");
        await Expect(tabs.Nth(2)).ToHaveTextAsync(row["在办（件）"]);
        var today = await values.Nth(1).InnerTextAsync();
        await Expect(tabs.Nth(0)).ToHaveTextAsync($"{Number(row["已超期（件）"]) + Number(today)}");
        // Its own file, without the head of two lines and the definitions behind.
        var lines = Lines(await _supervisor.Read($"/supervision/ledger.csv?{scope}&tab=All&urged=False&unread=False"));
        Assert.Equal((where, Number(row["在办（件）"])), (where, lines.Count(l => l.StartsWith("\"GZ", StringComparison.Ordinal))));
    }

    private async Task AssertBoard(Staff leader, Dictionary<string, string> row, Dictionary<string, string> today)
    {
        var board = await StaffPage.SignIn(demo.Browser, demo.Portal, leader, (1920, 1080));
        await board.Open("/wallboard");
        var figures = board.Page.Locator(".k .fg");
        await Expect(figures.First).ToBeVisibleAsync();
        string[] shown = [.. (await figures.AllInnerTextsAsync()).Select(f => f.Replace(",", "", StringComparison.Ordinal))];
        Assert.Equal((leader.Name, today["接收（件）"]), (leader.Name, shown[0]));
        Assert.Equal((leader.Name, row["在办（件）"], row["已超期（件）"]), (leader.Name, shown[1], shown[3]));
        Assert.Equal((leader.Name, row["满意率"]), (leader.Name, shown[4]));
        await Expect(board.Page.Locator(".lr.is-rate b").First).ToHaveTextAsync(row["按期办结率"]);
        var told = await board.Page.Locator(".lvs .n").AllInnerTextsAsync();
        Assert.True(told.Sum(Number) <= Number(row["已超期（件）"]));
        await board.Page.Context.CloseAsync();
    }

    /// <summary>The cards of the page, in their order.</summary>
    private async Task AssertPage(Dictionary<string, string> row, DateOnly month, string scope)
    {
        var page = await _supervisor.Read($"/statistics?{Period(month)}{scope}");
        var cards = Card()
            .Matches(WebUtility.HtmlDecode(page))
            .Select(m => m.Groups[1].Value.Replace(",", "", StringComparison.Ordinal))
            .ToList();
        string[] columns = ["接收（件）", "办结（件）", "在办（件）", "已超期（件）", "按期办结率", "满意率"];
        Assert.Equal(columns.Select(c => row[c]), cards.Take(columns.Length));
        Assert.Contains(row["督办率"], cards, StringComparer.Ordinal);
    }

    private async Task AssertListed(Dictionary<string, string> row, DateOnly month, string scope)
    {
        foreach (var (list, column) in s_lists)
        {
            if (row[column] == "0" && scope.Contains("division", StringComparison.Ordinal))
                continue; // a court's empty lists are looked at
            var rows = Lines(await _supervisor.Read($"/exports/ledger?format=csv&list={list}&{Period(month)}{scope}"));
            Assert.Equal(
                (scope, month, list, row[column]),
                (scope, month, list, $"{rows.Count(l => l.StartsWith("GZ", StringComparison.Ordinal))}")
            );
        }
    }

    private static void AssertSame(
        Dictionary<string, Dictionary<string, string>> one,
        Dictionary<string, Dictionary<string, string>> other,
        DateOnly month
    )
    {
        foreach (var (name, row) in other)
            Assert.All(
                row.Where(c => one[name].ContainsKey(c.Key)),
                c => Assert.Equal((month, name, c.Key, one[name][c.Key]), (month, name, c.Key, c.Value))
            );
    }

    private Task<List<Division>> Divisions(Court court) =>
        demo.Data.Use(
            (CourtDb db) => db.Set<Division>().AsNoTracking().Where(d => d.CourtId == court.Id).OrderBy(d => d.Position).ToListAsync()
        );

    /// <returns>By the name of the unit, its cells by their heads.</returns>
    private async Task<Dictionary<string, Dictionary<string, string>>> Table(
        string what,
        DateOnly day,
        string scope = "",
        PeriodKind kind = PeriodKind.Month
    ) => Table([.. Lines(await _supervisor.Read($"/exports/{what}?format=csv&{Period(day, kind)}{scope}")).Select(l => l.Split(','))]);

    private async Task<Dictionary<string, Dictionary<string, string>>> Workbook(string what, DateOnly day)
    {
        using var file = new ZipArchive(new MemoryStream(await _supervisor.Bytes($"/exports/{what}?format=xlsx&{Period(day)}")));
        foreach (var entry in file.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)))
        {
            await using var sheet = await entry.OpenAsync();
            var page = XDocument.Load(sheet);
            var main = page.Root!.Name.Namespace;
            List<string[]> rows = [.. page.Descendants(main + "row").Select(r => r.Elements(main + "c").Select(c => c.Value).ToArray())];
            if (rows[0].Length == 1 && rows[2].Length > 1) // not the page of definitions
                return Table(rows);
        }

        throw new InvalidOperationException("No page holds the table.");
    }

    private static Dictionary<string, Dictionary<string, string>> Table(List<string[]> lines)
    {
        var heads = lines[2];
        var name = Array.IndexOf(heads, "单位或承办人");
        return lines
            .Skip(3)
            .Where(cells => cells.Length == heads.Length)
            .ToDictionary(
                cells => cells[name],
                cells => heads.Zip(cells).Where(c => c.First is not ("名次" or "单位或承办人")).ToDictionary(c => c.First, c => c.Second)
            );
    }

    private static string[] Lines(string csv) => csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Period(DateOnly day, PeriodKind kind = PeriodKind.Month) =>
        $"period={kind}&day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static decimal Percent(string text) => text == "—" ? 0 : decimal.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture);

    [GeneratedRegex("""<(?:a|b) class="f [^"]*"[^>]*>([^<]*)<""")]
    private static partial Regex Card();
}
