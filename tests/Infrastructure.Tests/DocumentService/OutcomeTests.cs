using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.DocumentService;

public sealed class OutcomeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_begin = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(s_begin);
    private CourtData _data = null!;
    private Service _service = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(_database.ConnectionString(), _clock);
        var clerk = await _data.Staff(Role.Clerk, await _data.Division());
        _service = (await _data.BegunServices(await _data.Case(), clerk)).Single();
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_the_notice_went_through_becomes_facts_and_the_law_follows()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Change(n => n.Delivered(At(2)));
        Assert.Equal(2, await Run());

        var stored = await Stored();
        var attempt = stored.Attempts.Single();
        Assert.Equal((AttemptState.Delivered, At(1), At(2)), (attempt.State, attempt.SentAt!.Value, attempt.DeliveredAt!.Value));
        Assert.Equal((ServiceState.Effective, new DateOnly(2026, 11, 20)), (stored.State, stored.EffectiveOn!.Value));
        Assert.Equal(0, await _data.Use((CourtDb db) => db.Set<ServiceOutcome>().CountAsync()));
    }

    [Fact]
    public async Task What_the_gateway_took_is_sent_and_no_service_until_a_report_fails_it_or_its_time_has_come()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Run();
        var sent = await Stored();
        Assert.Equal((ServiceState.UnderWay, (DateOnly?)null, At(1).AddDays(3)), (sent.State, sent.EffectiveOn, sent.ConcludesAt!.Value));
        Assert.Null(sent.NextFallbackAt);
        _clock.Now = At(0).AddDays(3);
        Assert.Equal(0, await Conclude());

        _clock.Now = At(1).AddDays(3);
        Assert.Equal(1, await Conclude());
        Assert.Equal(0, await Conclude());
        var served = await Stored();
        Assert.Equal(
            (ServiceState.Effective, new DateOnly(2026, 11, 20), (DateTimeOffset?)null),
            (served.State, served.EffectiveOn!.Value, served.ConcludesAt)
        );
        Assert.Equal(new DateOnly(2026, 12, 7), served.Copies.Single().LimitEndsOn);
    }

    [Fact]
    public async Task A_failure_while_the_report_is_waited_for_ends_it_without_any_conclusion()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Run();
        await Change(n => n.Failed("UNDELIV", At(5)));
        await Run();
        var failed = await Stored();
        Assert.Equal((ServiceState.Failed, (DateTimeOffset?)null), (failed.State, failed.ConcludesAt));
        Assert.False(
            await _data.Use(
                (CourtDb db) => db.Set<TraceRow>().AnyAsync(t => t.SubjectId == _service.Id && t.Kind == ServiceFacts.Concluded)
            )
        );
    }

    [Fact]
    public async Task Withdrawn_while_the_report_is_waited_for_time_makes_it_no_service()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Run();
        await _data.ChangeService(_service, s => s.Withdraw("文书有误", Actor.System, At(10)));
        _clock.Now = At(1).AddDays(10);
        Assert.Equal(0, await Conclude());
        Assert.Equal((ServiceState.Withdrawn, (DateOnly?)null), ((await Stored()).State, (await Stored()).Copies.Single().EffectiveOn));
        Assert.True((await _data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task A_service_that_was_put_off_for_ever_is_found()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Run();
        Assert.Empty(await NotByLaw());
        await _data.Use((CourtDb db) => db.Set<Service>().ExecuteUpdateAsync(s => s.SetProperty(x => x.ConcludesAt, At(0).AddYears(9))));
        Assert.Single(await NotByLaw());
        await _data.Use(
            (CourtDb db) => db.Set<Service>().ExecuteUpdateAsync(s => s.SetProperty(x => x.ConcludesAt, (DateTimeOffset?)null))
        );
        Assert.Single(await NotByLaw());
    }

    [Fact]
    public async Task A_failure_after_success_is_a_bounce_and_reopens_the_service()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Change(n => n.Delivered(At(2)));
        await Run();
        Assert.Equal(ServiceState.Effective, (await Stored()).State);

        await Report(NoticeState.Failed, At(5), "UNDELIV");
        await Run();
        var stored = await Stored();
        Assert.Equal(
            (ServiceState.Failed, (DateOnly?)null, "UNDELIV"),
            (stored.State, stored.EffectiveOn, stored.Attempts.Single().FailureCode)
        );
    }

    [Fact]
    public async Task Reports_that_come_in_the_wrong_order_say_the_same()
    {
        await Report(NoticeState.Failed, At(5), "UNDELIV");
        await Run();
        await Report(NoticeState.Accepted, At(1));
        await Run();
        var stored = await Stored();
        Assert.Equal(
            (ServiceState.Failed, At(1), At(5)),
            (stored.State, stored.Attempts.Single().SentAt!.Value, stored.Attempts.Single().BouncedAt!.Value)
        );
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing()
    {
        await Report(NoticeState.Delivered, At(2));
        await Run();
        var version = (await Stored()).Version;
        await Report(NoticeState.Delivered, At(9));
        await Report(NoticeState.Accepted, At(9));
        Assert.Equal(2, await Run());
        Assert.Equal((version, At(2)), ((await Stored()).Version, (await Stored()).Attempts.Single().DeliveredAt!.Value));
    }

    [Fact]
    public async Task Two_workers_apply_each_report_once_and_the_trace_stays_whole()
    {
        await Change(n => n.Accepted("p1", At(1)));
        await Change(n => n.Delivered(At(2)));
        await Task.WhenAll(Run(), Run(), Run());
        await Run();
        var kinds = await _data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>().Where(t => t.SubjectId == _service.Id).OrderBy(t => t.Sequence).Select(t => t.Kind).ToListAsync()
        );
        Assert.Equal((1, 1), (kinds.Count(k => k == ServiceFacts.Sent), kinds.Count(k => k == ServiceFacts.Delivered)));
        var rows = await _data.Use(
            (CourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == _service.Id).OrderBy(t => t.Sequence).ToListAsync()
        );
        Assert.True(rows.TrueForAll(r => r.IsIntact(_data.Services.GetRequiredService<ITraceMac>())));
        Assert.Equal(rows[^1].Hash, (await Stored()).TraceHash);
    }

    [Fact]
    public async Task A_report_of_a_notice_that_no_attempt_knows_is_put_away()
    {
        await Report(NoticeState.Delivered, At(1), notice: Guid.CreateVersion7());
        Assert.Equal(1, await Run());
        Assert.Equal(
            (AttemptState.Queued, 0),
            ((await Stored()).Attempts.Single().State, await _data.Use((CourtDb db) => db.Set<ServiceOutcome>().CountAsync()))
        );
    }

    [Fact]
    public async Task A_report_whose_worker_died_is_applied_by_the_next()
    {
        await Report(NoticeState.Delivered, At(2));
        Assert.Single(await _data.Use((ServiceClaims claims) => claims.Outcomes(10, TimeSpan.FromMinutes(5), CancellationToken.None)));
        Assert.Equal(0, await Run());
        await _data.Use(
            (CourtDb db) => db.Set<ServiceOutcome>().ExecuteUpdateAsync(o => o.SetProperty(x => x.ClaimedUntil, s_begin.AddDays(-300)))
        );
        Assert.Equal(1, await Run());
        Assert.Equal(ServiceState.Effective, (await Stored()).State);
    }

    private static DateTimeOffset At(int minutes) => s_begin.AddMinutes(minutes);

    private Task<int> Conclude() => _data.Use((ConcludeDueServices conclude) => conclude.Run(CancellationToken.None));

    private async Task<IReadOnlyList<Service>> NotByLaw() =>
        ServiceProof.NotByLaw([await Stored()], await _data.Use((LawOfService laws) => laws.Current(default)), At(60));

    private Task<int> Run() => _data.Use((ApplyServiceOutcomes apply) => apply.Run(CancellationToken.None));

    private Task Change(Action<Notice> happened) =>
        _data.Use(
            async (CourtDb db) =>
            {
                happened(await db.Set<Notice>().SingleAsync(n => n.SubjectId == _service.Id));
                await db.SaveChangesAsync();
            }
        );

    /// <summary>As it lies in the table, whoever wrote it.</summary>
    private Task Report(NoticeState state, DateTimeOffset at, string code = "", Guid? notice = null) =>
        _data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO service_outcomes (id, service_id, notice_id, state, code, at)
                    VALUES ({Guid.CreateVersion7()}, {_service.Id}, {notice
                        ?? _service.Attempts[0].NoticeId!.Value}, {state.ToString()}, {code}, {at})
                    """
                )
        );

    private Task<Service> Stored() =>
        _data.Use(
            (CourtDb db) =>
                db.Set<Service>().AsNoTracking().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == _service.Id)
        );
}
