using Bunit;
using Domain.EarlyWarnings;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.EarlyWarnings;
using Portal.EarlyWarnings;

namespace Portal.Tests.EarlyWarnings;

public sealed class WarningsPageTests(TestDatabase database) : DeskTest(database)
{
    private const string Secret = "当事人说要带刀来";

    [Fact]
    public async Task A_warning_is_listed_for_the_filing_division_and_opening_it_shows_what_was_said()
    {
        var (id, _) = await Raised();
        var filing = await Somebody(Role.FilingDivision, DivisionKind.Filing);
        var list = Open<WarningsPage>(filing);
        Assert.Equal($"/early-warnings/{id}", list.WaitForElement("tbody a").GetAttribute("href"));
        Assert.DoesNotContain(Secret, list.Markup, StringComparison.Ordinal);

        var page = Render<WarningPage>(p => p.AddCascadingValue(filing).Add(x => x.Id, id));
        page.WaitForAssertion(() => Assert.Contains(Secret, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_raised_it_finds_the_own_words_and_a_stranger_nothing()
    {
        var (id, judge) = await Raised();
        var list = Open<WarningsPage>(judge);
        await On(list, "[role=tab]:last-child", tab => tab.Click());
        Assert.Equal($"/early-warnings/{id}", list.WaitForElement("article a").GetAttribute("href"));
        Assert.Contains(Secret, (await Opened(id, judge)).Markup, StringComparison.Ordinal);

        foreach (
            var stranger in new[]
            {
                await Somebody(Role.Judge, DivisionKind.Criminal),
                await Somebody(Role.FilingDivision, DivisionKind.Filing, "panyu"),
                await Somebody(Role.HotlineAgent, DivisionKind.Filing),
                await Somebody(Role.Administrator, DivisionKind.Filing),
            }
        )
        {
            var page = await Opened(id, stranger);
            Assert.Contains("没有这件预警，或者您不能查看", page.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
            var own = Open<WarningsPage>(stranger);
            own.WaitForElement(".c-blank");
            Assert.Empty(own.FindAll("tbody a"));
        }
    }

    [Fact]
    public async Task Words_for_a_step_that_somebody_else_did_meanwhile_stay_readable()
    {
        var (id, _) = await Raised();
        var (me, faster) = (
            await Somebody(Role.FilingDivision, DivisionKind.Filing),
            await Somebody(Role.FilingDivision, DivisionKind.Filing)
        );
        var page = await Opened(id, me);
        await On(page, "#words", e => e.Input("我来接"));
        await Data.Use(
            (AdvanceEarlyWarning advance) => advance.Handle(id, Guid.CreateVersion7(), WarningState.ToTake, "", null, faster, default)
        );
        page.WaitForAssertion(() => Assert.Equal("我来接", page.Find("#unsent").TextContent));
        Assert.Contains(faster.Name, page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_open_stays_when_the_step_is_done_meanwhile()
    {
        var (id, _) = await Raised();
        var (me, faster) = (
            await Somebody(Role.FilingDivision, DivisionKind.Filing),
            await Somebody(Role.FilingDivision, DivisionKind.Filing)
        );
        var page = await Opened(id, me);
        await On(page, ".btn-ghost", e => e.Click());
        await On(page, "#words", e => e.Input("没有那么紧急"));
        await Data.Use(
            (AdvanceEarlyWarning advance) => advance.Handle(id, Guid.CreateVersion7(), WarningState.ToTake, "", null, faster, default)
        );
        page.WaitForAssertion(() => Assert.Contains(faster.Name, page.Find(".c-trace").TextContent));
        Assert.NotEmpty(page.FindAll("#new-level"));
        Assert.Equal("没有那么紧急", page.Find("#words").GetAttribute("value"));
    }

    [Fact]
    public async Task All_candidates_are_counted_though_a_page_shows_fifty()
    {
        var (judge, _) = await Data.People();
        var me = await Data.Litigant();
        var @case = await Data.Case(me, judge: judge);
        for (var i = 0; i < 51; i++)
            await Data.Message(me, @case, text: $"再拖我就去自杀，第 {i} 次说");
        while (await Data.Use((ScreenOrders s) => s.Run(default)) > 0) { }
        var page = Open<WarningsPage>(await Somebody(Role.FilingDivision, DivisionKind.Filing));
        await On(page, "[role=tab]:nth-child(2)", tab => tab.Click());
        page.WaitForElement("article.c-template");
        var counted = int.Parse(page.Find("[role=tab]:nth-child(2) .n").TextContent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(counted > 50);
        await On(page, ".page-more button", more => more.Click());
        page.WaitForAssertion(() => Assert.Equal(counted, page.FindAll("article.c-template").Count));
    }

    private async Task<IRenderedComponent<WarningPage>> Opened(Guid id, Actor by)
    {
        var page = Render<WarningPage>(p => p.AddCascadingValue(by).Add(x => x.Id, id));
        await Task.Run(() => page.WaitForState(() => page.FindAll("h1, h2").Count > 0));
        return page;
    }

    private async Task<(Guid Id, Actor Judge)> Raised()
    {
        var (judge, _) = await Data.People();
        var person = await Data.Litigant();
        var order = await Data.Message(person, await Data.Case(person, judge: judge));
        var (id, by) = (Guid.CreateVersion7(), await Data.ActorOf(judge));
        await Data.Use(
            (RaiseEarlyWarning raise) =>
                raise.Handle(id, new(WarningLevel.Critical, [WarningTrigger.Violence], Secret, order.Id), by, default)
        );
        return (id, by);
    }
}
