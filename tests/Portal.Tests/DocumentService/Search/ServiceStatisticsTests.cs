using Bunit;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Search;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.DocumentService.Search;

namespace Portal.Tests.DocumentService.Search;

public sealed class ServiceStatisticsTests(TestDatabase database) : DeskTest(database)
{
    private static readonly FigurePeriod s_month = FigurePeriod.Around(PeriodKind.Month, new DateOnly(2026, 11, 20));

    [Fact]
    public async Task The_figures_follow_each_fact_folded_or_not_and_can_be_counted_anew()
    {
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var (arrives, fails, waits) = (await Begun(clerk), await Begun(clerk), await Begun(clerk));
        Assert.Equal("3 begun, 0 served, 3 under way; SmsLink 0/0/3; ; ", await Words(clerk));

        await Data.Use((FoldFigures fold) => fold.Run(default));
        Clock.Now = Clock.Now.AddDays(3);
        await Change(arrives, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Change(fails, s => s.Failed(s.Attempts[0].Id, "EMPTY", Clock.Now, Clock.Now));
        const string after = "3 begun, 1 served, 1 under way; SmsLink 1/1/1; SmsLink EMPTY 1; 3 days 1";
        Assert.Equal(after, await Words(clerk));
        await Data.Use((FoldFigures fold) => fold.Run(default));
        Assert.Equal(after, await Words(clerk));
        var verified = await Data.Use((VerifyFigures verify) => verify.Run(_ => { }, default));
        Assert.True(verified.AreRight, verified.ToString());

        await Change(waits, s => s.Withdraw("文书有误", Actor.System, Clock.Now));
        await Data.Use((RebuildFigures rebuild) => rebuild.Run(_ => { }, default));
        Assert.Equal("3 begun, 1 served, 0 under way; SmsLink 1/1/0; SmsLink EMPTY 1; 3 days 1", await Words(clerk));
    }

    /// <summary>Refused mail serves (MAIL 11); a fax to a number that nobody gave serves nobody by arriving (CPL 90).</summary>
    [Fact]
    public async Task A_success_is_what_serves_and_not_what_arrives()
    {
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var (me, @case) = (await Data.ActorOf(clerk), await Data.Case());
        async Task<Service> By(PlannedWay way) =>
            (await Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: way)])).Single();
        var mail = await By(new(ServiceChannel.Post, "广州市海珠区新港中路1号", AddressBasis.Confirmed, "地址确认书"));
        var fax = await By(new(ServiceChannel.Fax, "02083210000", AddressBasis.Found, "单位网站"));
        await Change(mail, s => s.Sent(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Change(mail, s => s.Returned(s.Attempts[0].Id, ChinaTime.DayOf(Clock.Now), ReturnReason.Refused, false, me, Clock.Now));
        await Change(fax, s => s.Sent(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Change(fax, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));

        var words = await Words(clerk);
        Assert.Contains("Post 1/0/0", words, StringComparison.Ordinal);
        Assert.Contains("Fax 0/1/0; Fax fax_in_vain 1;", words, StringComparison.Ordinal);
        var verified = await Data.Use((VerifyFigures verify) => verify.Run(_ => { }, default));
        Assert.True(verified.AreRight, verified.ToString());
    }

    [Fact]
    public async Task Heads_see_their_division_presidents_their_court_clerks_themselves_and_others_nothing()
    {
        var division = await Data.Division();
        var (clerk, colleague) = (await Data.Staff(Role.Clerk, division), await Data.Staff(Role.Clerk, division));
        await Begun(clerk);
        await Begun(colleague);
        async Task<long?> Seen(Staff staff, FigureScope? scope = null) =>
            (
                await Data.Use(
                    async (ServiceStatisticsQueries q) =>
                        await q.Read(scope ?? FigureScope.All, s_month, await Data.ActorOf(staff), default)
                )
            )
                ?.Total
                .Begun;
        Assert.Equal(1, await Seen(clerk));
        Assert.Null(
            await Seen(
                clerk,
                new()
                {
                    CourtId = division.CourtId,
                    DivisionId = division.Id,
                    OwnerId = colleague.Id,
                }
            )
        );
        Assert.Null(await Seen(clerk, new() { CourtId = division.CourtId, DivisionId = division.Id }));
        Assert.Equal(2, await Seen(await Data.Staff(Role.DivisionHead, division)));
        Assert.Equal(0, await Seen(await Data.Staff(Role.DivisionHead, await Data.Division(DivisionKind.Criminal))));
        Assert.Equal(2, await Seen(await Data.Staff(Role.President, await Data.Division(DivisionKind.Leadership))));
        Assert.Equal(0, await Seen(await Data.Staff(Role.President, await Data.Division(DivisionKind.Leadership, "panyu"))));
        Assert.Null(
            await Seen(
                await Data.Staff(Role.President, await Data.Division(DivisionKind.Leadership, "panyu")),
                new() { CourtId = division.CourtId }
            )
        );
        foreach (var role in new[] { Role.Judge, Role.HotlineAgent, Role.Administrator, Role.PetitionOffice })
            Assert.Null(await Seen(await Data.Staff(role, division)));
    }

    [Fact]
    public async Task The_page_shows_rates_reasons_and_clerks()
    {
        var division = await Data.Division();
        var clerk = await Data.Staff(Role.Clerk, division, "周小敏");
        var (arrives, fails) = (await Begun(clerk), await Begun(clerk));
        await Change(arrives, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Change(fails, s => s.Failed(s.Attempts[0].Id, "EMPTY", Clock.Now, Clock.Now));
        JSInterop.Mode = JSRuntimeMode.Loose;
        var page = Open<ServiceStatisticsPage>(await Data.ActorOf(await Data.Staff(Role.DivisionHead, division)));
        page.WaitForElement(".st-parts");
        page.WaitForAssertion(() =>
            Assert.Contains(
                "50.0%",
                page.Find(".st-cards").TextContent.Replace(" ", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            )
        );
        page.WaitForAssertion(() => Assert.Contains("号码是空号", page.Find(".ss-charts").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("周小敏", page.Find(".st-parts").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("当天", page.Find(".st-cards").TextContent, StringComparison.Ordinal));
    }

    private async Task<Service> Begun(Staff clerk) => (await Data.BegunServices(await Data.Case(), clerk)).Single();

    private Task Change(Service service, Action<Service> verb) =>
        Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await Data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], Clock.Now, default));
                await db.SaveChangesAsync();
            }
        );

    private async Task<string> Words(Staff clerk)
    {
        var actor = await Data.ActorOf(clerk);
        var total = (await Data.Use((ServiceStatisticsQueries q) => q.Read(FigureScope.All, s_month, actor, default)))!.Total;
        return $"{total.Begun} begun, {total.Served.Part} served, {total.Of(ServiceState.UnderWay)} under way; "
            + string.Join(", ", total.Channels.Select(c => $"{c.Channel} {c.Succeeded}/{c.Failed}/{c.Waiting}"))
            + "; "
            + string.Join(", ", total.Failures.Select(f => $"{f.Channel} {f.Code} {f.Attempts}"))
            + "; "
            + string.Join(", ", total.Days.Select(d => $"{d.Days} days {d.Services}"));
    }
}
