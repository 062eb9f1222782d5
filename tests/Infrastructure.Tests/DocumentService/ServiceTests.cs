using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class ServiceTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private CourtData _data = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(_database.ConnectionString(), _clock);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_begun_service_has_its_notice_in_the_outbox_and_is_served_when_it_arrives()
    {
        var service = await Begun();
        var notice = await _data.Use((CourtDb db) => db.Set<Notice>().SingleAsync(n => n.SubjectId == service.Id));
        Assert.Equal((NoticeChannel.Sms, "13800138000", service.Attempts[0].NoticeId), (notice.Channel, notice.Address, (Guid?)notice.Id));

        await Change(service, s => s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow()));

        var copy = (await Stored(service)).Copies.Single();
        Assert.Equal(
            (ServiceStanding.Effective, new DateOnly(2026, 11, 20), ServiceRule.Arrival),
            (copy.Standing, copy.EffectiveOn!.Value, copy.Rule!.Value)
        );
        Assert.Equal((TimeLimitKind.Appeal, new DateOnly(2026, 12, 7)), (copy.LimitKind!.Value, copy.LimitEndsOn!.Value));
    }

    [Fact]
    public async Task What_becomes_of_the_notice_is_kept_with_it_for_the_service()
    {
        var service = await Begun();
        await _data.Use(
            async (CourtDb db) =>
            {
                var notice = await db.Set<Notice>().SingleAsync(n => n.SubjectId == service.Id);
                notice.Accepted("p1", _clock.GetUtcNow());
                await db.SaveChangesAsync();
            }
        );
        var outcome = await _data.Use((CourtDb db) => db.Set<ServiceOutcome>().SingleAsync());
        Assert.Equal((service.Id, NoticeState.Accepted), (outcome.ServiceId, outcome.State));
    }

    [Fact]
    public async Task A_bounce_after_arrival_reopens_the_service_and_the_old_date_stays_in_the_trace()
    {
        var service = await Begun();
        await Change(service, s => s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow(), _clock.GetUtcNow()));
        await Change(service, s => s.Failed(s.Attempts[0].Id, "UNDELIV", _clock.GetUtcNow(), _clock.GetUtcNow()));

        var stored = await Stored(service);
        Assert.Equal((ServiceState.Failed, (DateOnly?)null), (stored.State, stored.Copies.Single().EffectiveOn));
        var words = await _data.WordsOf(service, ServiceFacts.Concluded);
        Assert.Equal("《判决书》已送达 2026-11-20，上诉期至 2026-12-07 → 尚未送达", words[^1]);
    }

    private async Task<Service> Begun()
    {
        var clerk = await _data.Staff(Role.Clerk, await _data.Division());
        return (await _data.BegunServices(await _data.Case(), clerk)).Single();
    }

    private Task Change(Service service, Action<Service> verb) =>
        _data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await _data.Use(
                    (LawOfService laws) => new ConcludeServices(db, laws).Update([stored], _clock.GetUtcNow(), CancellationToken.None)
                );
                await db.SaveChangesAsync();
            }
        );

    private Task<Service> Stored(Service service) =>
        _data.Use(
            (CourtDb db) =>
                db.Set<Service>().AsNoTracking().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id)
        );
}
