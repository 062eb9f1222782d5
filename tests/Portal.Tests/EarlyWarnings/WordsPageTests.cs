using Bunit;
using Domain.CityChanges;
using Domain.EarlyWarnings;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.EarlyWarnings;
using Portal.CityChanges;
using Portal.EarlyWarnings;

namespace Portal.Tests.EarlyWarnings;

/// <summary>预警词: the city's by two people, a court's own by its administrator.</summary>
public sealed class WordsPageTests(TestDatabase database) : DeskTest(database)
{
    private const string Own = "form[aria-label=本院的预警词]";
    private const string City = "form[aria-label=全市的预警词]";

    [Fact]
    public async Task A_courts_own_words_are_saved_with_a_reason_and_every_change_is_told()
    {
        var admin = await Admin();
        for (var i = 0; i < 31; i++)
        {
            var own = (await Words(admin)).Own;
            List<string> words = [.. own.Words, $"新词{i}"];
            await Data.Use((SaveWarningWords save) => save.Handle(words, own.Version, $"第{i}次", admin, default));
        }

        var page = Open<WordsPage>(admin);
        await On(page, "#words", e => e.Input("静坐\n堵大门"));
        await On(page, "#reason", e => e.Input("只留两个"));
        await On(page, Own, e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("只留两个", page.Find(".c-trace li").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("已保存", page.Find($"{Own} [role=status]").TextContent));
        await On(page, ".page-more button", more => more.Click());
        page.WaitForAssertion(() => Assert.Equal(32, page.FindAll(".c-trace li").Count));
        Assert.Equal(["静坐", "堵大门"], (await Words(admin)).Own.Words);
    }

    [Fact]
    public async Task A_courts_administrator_sees_the_citys_words_as_given()
    {
        var page = Open<WordsPage>(await Admin());
        Assert.Equal(string.Join('、', WarningWordList.BuiltIn), page.WaitForElement("p#city-words").TextContent);
        Assert.Single(page.FindAll("form"));
        Assert.Equal("", page.Find("#words").GetAttribute("value") ?? "");

        await Change([.. WarningWordList.BuiltIn, "绝食"], 0);
        page.WaitForAssertion(() => Assert.EndsWith("、绝食", page.Find("p#city-words").TextContent, StringComparison.Ordinal));
        Assert.Contains("全市第 1 版", page.Find(".c-trace li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_citys_words_are_asked_for_on_the_page_and_hold_when_another_approves()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var page = Open<WordsPage>(asker);
        await On(page, "#city-words", e => e.Input(string.Join('\n', WarningWordList.BuiltIn.Except(["记者"])) + "\n绝食\n跳江"));
        await On(page, "#city-reason", e => e.Input("信访室建议"));
        await On(page, City, e => e.Submit());
        page.WaitForAssertion(() =>
            Assert.Contains("全市的预警词：加 2 个，去掉 1 个", page.Find(".city-waiting").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(WarningWordList.BuiltIn, (await Words(asker)).City.Words); // asked for, not changed

        var changes = Open<CityChangesPage>(second);
        changes.WaitForElement(".city-change");
        Assert.Equal(["加", "去掉"], changes.FindAll("dt").Select(e => e.TextContent));
        Assert.Equal(["绝食、跳江", "记者"], changes.FindAll("dd").Select(e => e.TextContent.Trim()));
        Assert.Equal(("绝食、跳江", "记者"), (changes.Find("ins").TextContent, changes.Find("del").TextContent));
        await On(changes, ".city-change .btn-primary", approve => approve.Click());
        await On(changes, ".city-change [role=alert] .btn-primary", sure => sure.Click());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".city-waiting")));
        page.WaitForAssertion(() =>
            Assert.Equal($"加 绝食、跳江；去掉 记者；原因：信访室建议；{second.Name} 批准", page.Find(".c-trace li small").TextContent)
        );
        Assert.Contains($"全市第 1 版，{asker.Name}", page.Find(".c-trace li").TextContent, StringComparison.Ordinal);
        Assert.Equal([.. WarningWordList.BuiltIn.Except(["记者"]), "绝食", "跳江"], (await Words(await Admin())).City.Words);
        Assert.Empty((await Words(asker)).Own.Words); // its court's own list is another
        var trace = await Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());
    }

    [Fact]
    public async Task Whoever_asks_does_not_approve_and_a_courts_administrator_does_not_ask()
    {
        var (wish, asker) = (new CityWords(["绝食"], 0), await Data.CityAdministrator());
        Assert.Equal("city_change.not_yours", await Refused(wish, "只找这个", await Admin()));
        Assert.Equal(
            "city_change.not_yours",
            await Refused(wish, "只找这个", await Somebody(Role.FilingDivision, DivisionKind.Filing, "gz-zy"))
        );
        var id = await Data.Ask(wish, "只找这个", asker);
        var own = await Assert.ThrowsAsync<RefusedException>(() =>
            Data.Use((DecideCityChange decide) => decide.Approve(id, asker, default))
        );
        Assert.Equal("city_change.own", own.Code);
        Assert.Equal(WarningWordList.BuiltIn, (await Words(asker)).City.Words);
    }

    [Fact]
    public async Task What_was_asked_for_over_another_version_is_refused_also_when_it_is_approved()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var late = await Data.Ask(new CityWords(["绝食"], 0), "只找这个", asker);
        await Change([.. WarningWordList.BuiltIn, "跳江"], 0);
        await Data.Use((DecideCityChange decide) => decide.Approve(late, second, default));
        var failed = await Data.CityChange(late);
        Assert.Equal((CityChangeState.Failed, "别人刚改过预警词，请看过新的再改"), (failed.State, failed.Outcome));
        Assert.Equal([.. WarningWordList.BuiltIn, "跳江"], (await Words(asker)).City.Words);
        Assert.Equal("early_warning.words_changed", await Refused(new(["绝食"], 0), "又按了一次", asker));
    }

    [Fact]
    public async Task Every_refusal_has_its_code()
    {
        var asker = await Data.CityAdministrator();
        Assert.Equal("early_warning.city_words_missing", await Refused(new([" ", ""], 0), "清空", asker));
        Assert.Equal("early_warning.words_invalid", await Refused(new(["死"], 0), "太短", asker));
        Assert.Equal("early_warning.words_same", await Refused(new([.. WarningWordList.BuiltIn], 0), "没改", asker));
        Assert.Equal("early_warning.reason_missing", await Refused(new(["绝食"], 0), " ", asker));
        Assert.Equal("city_change.reason_too_long", await Refused(new(["绝食"], 0), new string('长', 201), asker));
    }

    [Fact]
    public async Task What_is_being_written_stays_when_another_version_arrives()
    {
        var asker = await Data.CityAdministrator();
        var page = Open<WordsPage>(asker);
        await On(page, "#city-words", e => e.Input("绝食"));
        await Change([.. WarningWordList.BuiltIn, "跳江"], 0);
        page.WaitForAssertion(() => Assert.Contains("跳江", page.Find(".c-trace").TextContent, StringComparison.Ordinal));
        Assert.Equal("绝食", page.Find("#city-words").GetAttribute("value"));
        await On(page, "#city-reason", e => e.Input("只找这个"));
        await On(page, City, e => e.Submit());
        page.WaitForAssertion(() =>
            Assert.Contains("别人刚改过预警词", page.Find($"{City} [role=alert]").TextContent, StringComparison.Ordinal)
        );
        await On(page, $"{City} .btn-ghost", e => e.Click());
        Assert.EndsWith("\n跳江", page.Find("#city-words").GetAttribute("value"), StringComparison.Ordinal);
    }

    private Task<Actor> Admin() => Somebody(Role.Administrator, DivisionKind.Technology);

    private Task<WarningWordLists> Words(Actor by) => Data.Use((EarlyWarningQueries q) => q.Words(by, default));

    private async Task Change(IReadOnlyList<string> words, long basedOn) =>
        Assert.Equal(CityChangeState.InForce, (await Data.Change(new CityWords(words, basedOn), "信访室建议")).State);

    private async Task<string> Refused(CityWords wish, string reason, Actor by) =>
        (await Assert.ThrowsAsync<RefusedException>(() => Data.Ask(wish, reason, by))).Code;
}
