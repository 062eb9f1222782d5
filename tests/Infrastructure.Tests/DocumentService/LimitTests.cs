using Domain.Calendar;
using Domain.Cases;
using Domain.CityChanges;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>Time limits when the calendar changes, and when judgments take effect.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(At("2026-01-29"));
    private CourtData _data = null!;
    private Staff _clerk = null!;
    private Actor _by = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(_database.ConnectionString(), _clock);
        _clerk = await _data.Staff(Role.Clerk, await _data.Division());
        _by = await _data.ActorOf(_clerk);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_closed_day_moves_the_limits_that_end_on_it_once_and_leaves_the_others_and_what_has_passed()
    {
        var (passed, hit, other) = (await Served("2026-11-02"), await Served("2026-11-20"), await Served("2026-11-23"));
        _clock.Now = At("2026-11-25");
        await Close(new DateOnly(2026, 12, 7));

        Assert.Equal(1, await Recount());
        Assert.Equal(["2026-11-17", "2026-12-08", "2026-12-08"], [await LastDay(passed), await LastDay(hit), await LastDay(other)]);
        Assert.Equal("《判决书》上诉期至 2026-12-07 → 2026-12-08，登记停工", (await Trace(hit))[^1]);
        Assert.DoesNotContain("登记停工", string.Concat(await Trace(other)));

        var rows = await _data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync());
        Assert.Equal(0, await Recount());
        Assert.Equal(rows, await _data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync()));
        Assert.NotNull((await _data.Use((CourtDb db) => db.Set<RecountRequest>().SingleAsync())).LimitsDoneAt);
    }

    [Fact]
    public async Task A_limit_that_has_passed_stays_when_its_day_is_closed_afterwards()
    {
        var passed = await Served("2026-11-02");
        _clock.Now = At("2026-11-25");
        await Close(new DateOnly(2026, 11, 17));
        Assert.Equal(0, await Recount());
        Assert.Equal("2026-11-17", await LastDay(passed));
    }

    [Fact]
    public async Task A_public_notice_that_still_runs_moves_with_the_calendar()
    {
        var service = await Published("2026-11-06"); // 30 days: 12-06, a Sunday, so 12-07
        _clock.Now = At("2026-11-25");
        await Close(new DateOnly(2026, 12, 7));
        Assert.Equal(1, await Recount());
        await ConcludedAt("2026-12-07");
        Assert.Null((await Copy(service)).EffectiveOn);
        await ConcludedAt("2026-12-08");
        Assert.Equal(new DateOnly(2026, 12, 8), (await Copy(service)).EffectiveOn);
    }

    [Theory]
    [InlineData(true, true, "2026-02-24")] // the end of the notice falls into Spring Festival
    [InlineData(true, false, "2026-02-19")]
    [InlineData(false, true, "2026-03-23")] // 60 days without a domicile: 03-21, a Saturday
    [InlineData(false, false, "2026-03-21")]
    public async Task A_public_notice_ends_as_the_court_reads_the_law(bool hasDomicile, bool rolls, string served)
    {
        var service = await Published("2026-01-20", hasDomicile, rolls);
        _clock.Now = At(served);
        await Change(service, _ => { }, rolls);
        Assert.Equal(
            served,
            (await Copy(service)).EffectiveOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>2026-11-20 and 15 days: 12-05, a Saturday; 30 days: 12-20, a Sunday.</summary>
    [Fact]
    public async Task A_domicile_that_becomes_known_moves_the_limit_and_the_trace_keeps_both()
    {
        var service = await Served("2026-11-20");
        Assert.Equal("2026-12-07", await LastDay(service));
        await Note(service, Domicile.Abroad);
        Assert.Equal("2026-12-21", await LastDay(service));
        Assert.Equal("民事诉讼法第二百八十六条", (await Copy(service)).LimitLaw);
        Assert.Contains(await Trace(service), w => w.Contains("在我国领域内没有住所", StringComparison.Ordinal));
        Assert.True((await _data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task The_court_extends_the_period_only_of_who_has_no_domicile_in_China_and_nothing_shortens_it_again()
    {
        var service = await Served("2026-11-20");
        Assert.Equal("service_limit.only_without_domicile", (await Refused(() => Extend(service, "2027-01-20"))).Code);
        await Note(service, Domicile.Abroad);
        Assert.Equal("service_limit.not_later", (await Refused(() => Extend(service, "2026-12-21"))).Code);
        await Extend(service, "2027-01-20");

        Assert.Equal("2027-01-20", await LastDay(service));
        await Close(new DateOnly(2026, 12, 21));
        await Recount();
        Assert.Equal("2027-01-20", await LastDay(service));
        Assert.Contains(await Trace(service), w => w.Contains("2026-12-21 → 2027-01-20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hosts_that_recount_at_once_move_each_limit_once()
    {
        List<Service> services = [];
        for (var i = 0; i < 6; i++)
            services.Add(await Served("2026-11-20"));
        await Close(new DateOnly(2026, 12, 7));
        await Task.WhenAll(Recount(), Recount());
        foreach (var service in services)
            Assert.Single(await Trace(service), w => w.Contains("登记停工", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_judgment_served_on_29_January_and_2_February_would_take_effect_on_25_February()
    {
        var @case = await _data.Case();
        var a = (
            await _data.BegunServices(
                @case,
                _clerk,
                [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[1])]
            )
        ).ToList();
        await Deliver(a[0], "2026-01-29");
        await Propose();
        Assert.Equal((2, 1, (DateOnly?)null), Read(await Judgment()));

        await Deliver(a[1], "2026-02-02");
        await Propose();
        var judgment = await Judgment();
        Assert.Equal((2, 2, new DateOnly(2026, 2, 25)), Read(judgment));
        Assert.Equal("effective_judgment.day_wrong", (await Refused(() => Decide(judgment, "2026-02-25"))).Code); // the day has not come

        _clock.Now = At("2026-03-02");
        await Decide(judgment, "2026-02-25");
        judgment = await Judgment();
        Assert.Equal(
            (EffectDecision.Effective, new DateOnly(2026, 2, 25), _clerk.Name),
            (judgment.Decision, judgment.EffectiveOn, judgment.DecidedByName)
        );
        var trace = await _data.Use(
            (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == judgment.Id).OrderBy(t => t.Sequence).ToListAsync()
        );
        Assert.Equal(
            ["已送达 1/2 方", "已送达 1/2 方 → 拟生效 2026-02-25", "2026-02-25，已查收发室，没有上诉状"],
            trace.Select(EffectTrace.Words)
        );
    }

    [Fact]
    public async Task An_appeal_that_waits_here_keeps_everybody_from_verifying_the_effect()
    {
        await _data.Staff(Role.LiaisonOfficer, await _data.Division(DivisionKind.Filing));
        var person = await _data.Litigant("陈建华");
        var @case = await _data.Case(person, state: CaseState.Closed);
        foreach (
            var service in await _data.BegunServices(
                @case,
                _clerk,
                [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[1])]
            )
        )
            await Deliver(service, "2026-02-02");
        await Propose();
        _clock.Now = ChinaTime.At(new DateOnly(2026, 2, 24), new TimeOnly(23, 50));
        var appeal = await _data.Submission(@case, person, SubmissionKind.Appeal);

        _clock.Now = At("2026-02-25");
        var judgment = await Judgment();
        Assert.Equal("effective_judgment.appeal_waits", (await Refused(() => Decide(judgment, "2026-02-25"))).Code);
        var shown = await _data.Use((EffectQueries q) => q.Find(judgment.Id, _by, default));
        Assert.Equal((appeal.Number, "陈建华", true), (shown!.Appeals.Single().Number, shown.Appeals[0].Name, shown.Appeals[0].Waits));

        await _data.Use((TakeBackSubmission t) => t.Handle(appeal.Id, Guid.CreateVersion7(), "", person.AsActor(), default));
        await Decide(judgment, "2026-02-25");
        Assert.Equal(EffectDecision.Effective, (await Judgment()).Decision);
    }

    [Fact]
    public async Task Of_a_partys_own_and_its_agents_services_the_earliest_counts_also_over_two_tasks()
    {
        var @case = await _data.Case();
        await _data.Agent(@case, await _data.Litigant("赵律师"));
        var agent = await _data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync(a => a.PartyId == @case.Parties[0].Id));
        var first = await _data.BegunServices(@case, _clerk, [CourtDataServing.Recipient(@case.Parties[0])]);
        var second = await _data.BegunServices(
            @case,
            _clerk,
            [CourtDataServing.Recipient(@case.Parties[0], agent), CourtDataServing.Recipient(@case.Parties[1])]
        );
        await Deliver(first[0], "2026-02-02");
        await Deliver(second[0], "2026-01-29");
        await Deliver(second[1], "2026-01-29");
        await Propose();
        Assert.Equal((2, 2, new DateOnly(2026, 2, 14)), Read(await Judgment()));
    }

    [Fact]
    public async Task What_nobody_was_served_with_cannot_be_verified_and_what_cannot_be_appealed_is_not_listed()
    {
        var @case = await _data.Case();
        await _data.BegunServices(@case, _clerk, null, DocumentKind.Judgment, DocumentKind.Summons);
        await Propose();
        Assert.Equal("effective_judgment.not_served", (await Refused(async () => await Decide(await Judgment(), "2026-01-29"))).Code);
    }

    [Fact]
    public async Task A_bounce_after_the_proposal_takes_it_back()
    {
        var service = await Served("2026-01-29", onlyParty: true);
        await Propose();
        Assert.NotNull((await Judgment()).ProposedOn);
        await Change(service, s => s.Failed(s.Attempts[0].Id, "BOUNCED", _clock.Now, _clock.Now));
        await Propose();
        Assert.Equal((1, 0, (DateOnly?)null), Read(await Judgment()));
    }

    [Fact]
    public async Task Hosts_that_propose_at_once_make_one_proposal()
    {
        await Served("2026-01-29", onlyParty: true);
        await Task.WhenAll(Propose(), Propose(), Propose());
        Assert.NotNull((await Judgment()).ProposedOn);
        Assert.False(await _data.Use((CourtDb db) => db.Set<JudgmentTouch>().AnyAsync()));
    }

    private static (int Parties, int Served, DateOnly? On) Read(EffectiveJudgment judgment) =>
        (judgment.Parties, judgment.Served, judgment.ProposedOn);

    private async Task<Service> Served(string day, bool onlyParty = false)
    {
        _clock.Now = At(day);
        var @case = await _data.Case();
        if (onlyParty)
            await _data.Use((CourtDb db) => db.Set<CaseParty>().Where(p => p.Id == @case.Parties[1].Id).ExecuteDeleteAsync());
        var service = (await _data.BegunServices(@case, _clerk)).Single();
        await Deliver(service, day);
        return service;
    }

    private async Task<Service> Published(string day, bool hasDomicile = true, bool rolls = true)
    {
        _clock.Now = At(day);
        var @case = await _data.Case();
        await _data.Lives(@case.Parties[0], hasDomicile ? Domicile.Mainland : Domicile.Abroad);
        var service = (
            await _data.BegunServices(
                @case,
                _clerk,
                [CourtDataServing.Recipient(@case.Parties[0], ways: new PlannedWay(ServiceChannel.PublicNotice, "", AddressBasis.Found))]
            )
        ).Single();
        await Change(
            service,
            s =>
            {
                var days = hasDomicile ? EffectiveDate.NoticeDays : EffectiveDate.ForeignNoticeDays;
                s.DraftNotice(s.Attempts[0].Id, NoticeGround.Missing, "派出所证明下落不明", "公告", days, _by, _clock.Now);
                s.Published(s.Attempts[0].Id, "人民法院公告网", ChinaTime.DayOf(_clock.Now), _by, _clock.Now);
            },
            rolls
        );
        return service;
    }

    private Task ConcludedAt(string day)
    {
        _clock.Now = At(day);
        return _data.Use((ConcludeDueServices conclude) => conclude.Run(default));
    }

    private Task Deliver(Service service, string day)
    {
        _clock.Now = At(day);
        return Change(service, s => s.Delivered(s.Attempts[0].Id, _clock.Now, _clock.Now));
    }

    private Task Change(Service service, Action<Service> verb, bool rolls = true) =>
        _data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await _data.Use(
                    (ICalendars calendars) =>
                        new ConcludeServices(
                            db,
                            new LawOfService(calendars, new ServiceLawSettings(rolls, CountsSarAndTaiwanAsAbroad: true))
                        ).Update([stored], _clock.Now, default)
                );
                await db.SaveChangesAsync();
            }
        );

    private Task Note(Service service, Domicile domicile) =>
        _data.Use(
            (NoteCaseFacts note) =>
                note.Handle(
                    new NewCaseFacts(new NotedFacts("护照") { Domicile = domicile })
                    {
                        Id = Guid.CreateVersion7(),
                        CaseId = service.CaseId,
                        PartyId = service.PartyId,
                    },
                    _by,
                    default
                )
        );

    private Task Extend(Service service, string until) =>
        _data.Use(
            (ExtendLimit extend) =>
                extend.Handle(
                    CourtDataServing.Evidence(service, "2026-11-30 申请，审判长准许"),
                    service.Copies[0].DocumentId,
                    DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
                    _by,
                    default
                )
        );

    private Task Close(DateOnly day) => _data.Change(new DaysByHand(day, day, Works: false));

    private Task<int> Recount() => _data.Use((RecountServiceLimits r) => r.Run(default));

    private Task<int> Propose() => _data.Use((ProposeEffect p) => p.Run(default));

    private Task<EffectiveJudgment> Judgment() => _data.Use((CourtDb db) => db.Set<EffectiveJudgment>().AsNoTracking().SingleAsync());

    private Task Decide(EffectiveJudgment judgment, string on) =>
        _data.Use(
            (DecideEffect decide) =>
                decide.Handle(
                    judgment.Id,
                    DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
                    "已查收发室，没有上诉状",
                    _by,
                    default
                )
        );

    private static Task<RefusedException> Refused(Func<Task> call) => Assert.ThrowsAsync<RefusedException>(call);

    private Task<ServiceCopy> Copy(Service service) =>
        _data.Use((CourtDb db) => db.Set<ServiceCopy>().AsNoTracking().SingleAsync(c => c.ServiceId == service.Id));

    private async Task<string> LastDay(Service service) =>
        (await Copy(service)).LimitEndsOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<string>> Trace(Service service) => _data.WordsOf(service);

    private static DateTimeOffset At(string day) =>
        ChinaTime.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0));
}
