using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class FallbackTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_begin = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero); // a Friday
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(s_begin);
    private CourtData _data = null!;
    private Staff _clerk = null!;
    private Case _case = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(_database.ConnectionString(), _clock);
        _clerk = await _data.Staff(Role.Clerk, await _data.Division());
        _case = await _data.Case();
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_channel_that_failed_leads_to_the_next_with_a_known_address()
    {
        var service = await Begun();
        await Knows(AddressKind.Email, "li@example.com");
        await Reports(service, NoticeState.Failed, "UNDELIV");
        Assert.Equal(1, await Sweep());

        var stored = await Stored(service);
        Assert.Equal([ServiceChannel.SmsLink, ServiceChannel.Email], stored.Attempts.Select(a => a.Channel));
        Assert.Equal(
            ("li@example.com", AttemptState.Queued, ServiceState.UnderWay),
            (stored.Attempts[1].Address, stored.Attempts[1].State, stored.State)
        );
        Assert.Equal(
            NoticeChannel.Email,
            (await _data.Use((CourtDb db) => db.Set<Notice>().SingleAsync(n => n.Id == stored.Attempts[1].NoticeId))).Channel
        );
        Assert.Equal(s_begin.AddHours(48), stored.NextFallbackAt);
    }

    /// <summary>What the clerk left out at confirmation is not sent behind the clerk's back.</summary>
    [Fact]
    public async Task Where_the_clerk_wants_no_other_channel_the_clerk_goes_on()
    {
        var service = await Begun(staysWithChosen: true);
        await Knows(AddressKind.Email, "li@example.com");
        await Reports(service, NoticeState.Failed, "UNDELIV");
        await Sweep();

        var stored = await Stored(service);
        Assert.Single(stored.Attempts);
        Assert.Equal(s_begin, stored.HandedToClerkAt);
    }

    [Fact]
    public async Task Silence_is_waited_for_as_long_as_the_plan_says()
    {
        var service = await Begun();
        await Knows(AddressKind.Email, "li@example.com");
        await Reports(service, NoticeState.Accepted); // found address: arriving serves nobody
        _clock.Now += TimeSpan.FromHours(47);
        await Sweep();
        Assert.Single((await Stored(service)).Attempts);
        _clock.Now += TimeSpan.FromHours(2);
        await Sweep();
        Assert.Equal(2, (await Stored(service)).Attempts.Count);
    }

    [Fact]
    public async Task A_courts_own_plan_decides_the_order()
    {
        var service = await Begun();
        await Knows(AddressKind.Email, "li@example.com");
        var filing = await _data.ActorOf(await _data.Staff(Role.FilingDivision, await _data.Division(DivisionKind.Filing)));
        await _data.Use(
            (SetFallbackPlan set) =>
                set.Handle(
                    _case.CourtId,
                    DocumentKind.Judgment,
                    [new(ServiceChannel.SmsLink, 6), new(ServiceChannel.Voice, 2), new(ServiceChannel.Email, 2)],
                    "语音先行试点",
                    filing,
                    CancellationToken.None
                )
        );
        await Knows(AddressKind.Mobile, "13800138001");
        await Reports(service, NoticeState.Failed, "UNDELIV");
        await Sweep();
        Assert.Equal([ServiceChannel.SmsLink, ServiceChannel.Voice], (await Stored(service)).Attempts.Select(a => a.Channel));
    }

    [Fact]
    public async Task A_served_recipient_is_left_in_peace()
    {
        var service = await Begun(AddressBasis.Confirmed);
        await Knows(AddressKind.Email, "li@example.com");
        await Reports(service, NoticeState.Delivered);
        _clock.Now += TimeSpan.FromDays(30);
        Assert.Equal(0, await Sweep());
        Assert.Single((await Stored(service)).Attempts);
    }

    [Fact]
    public async Task Without_consent_no_electronic_channel_is_tried_and_a_clerk_owes_it()
    {
        var service = await Begun(consent: "");
        await Knows(AddressKind.Email, "li@example.com");
        await Reports(service, NoticeState.Failed, "UNDELIV");
        await Sweep();

        Assert.Single((await Stored(service)).Attempts);
        var duty = await _data.Use((CourtDb db) => db.Set<ServiceDuty>().SingleAsync());
        Assert.Equal(
            (ServiceDutyKind.Post, service.Id, _clerk.Id, "短信链接未送达", new DateOnly(2026, 11, 25)),
            (duty.Kind, duty.ServiceId, duty.ClerkId, duty.Tried, duty.DueDay)
        );
        Assert.True(
            await _data.Use((CourtDb db) => db.Set<Notice>().AnyAsync(n => n.RecipientId == _clerk.Id && n.Kind == "service_duty.opened"))
        );
        Assert.Equal(0, await Sweep()); // once
    }

    [Fact]
    public async Task A_late_duty_reaches_the_head_of_the_division()
    {
        var head = await _data.Staff(Role.DivisionHead, await _data.Division());
        var service = await Begun(consent: "");
        await Reports(service, NoticeState.Failed, "UNDELIV");
        await Sweep();
        _clock.Now += TimeSpan.FromDays(6); // Thursday after Wednesday's limit
        await _data.Use((SupervisionSweep sweep) => sweep.Run(CancellationToken.None));
        Assert.Equal(1, await _data.Use((CourtDb db) => db.Set<ServiceDuty>().Select(d => d.Level).SingleAsync()));
        Assert.True(
            await _data.Use((CourtDb db) => db.Set<Notice>().AnyAsync(n => n.RecipientId == head.Id && n.Kind == "service_duty.level"))
        );
    }

    [Fact]
    public async Task A_letter_in_the_post_ends_the_duty_and_one_that_comes_back_is_for_public_notice()
    {
        var service = await Begun(consent: "");
        await Reports(service, NoticeState.Failed, "UNDELIV");
        await Sweep();
        var by = await _data.ActorOf(_clerk);
        var letter = Guid.Empty;
        await Change(
            service,
            s =>
                letter = s.Attempt(
                    new PlannedWay(ServiceChannel.Post, "广州市越秀区北京路1号", AddressBasis.Found),
                    null,
                    new ServiceLinks("https://court.example"),
                    by,
                    _clock.GetUtcNow()
                ).Id
        );
        var duty = await _data.Use((CourtDb db) => db.Set<ServiceDuty>().SingleAsync());
        Assert.Equal(("已邮寄", _clock.GetUtcNow()), (duty.EndedBy, duty.EndedAt!.Value));
        Assert.Equal(0, await Sweep());

        await Change(service, s => s.Failed(letter, "returned", _clock.GetUtcNow(), _clock.GetUtcNow(), by));
        await Sweep();
        Assert.Equal(
            [ServiceDutyKind.Post, ServiceDutyKind.PublicNotice],
            await _data.Use((CourtDb db) => db.Set<ServiceDuty>().Select(d => d.Kind).OrderBy(k => k).ToListAsync())
        );
    }

    [Fact]
    public async Task Being_served_after_all_ends_the_duty()
    {
        var service = await Begun(AddressBasis.Confirmed);
        await Reports(service, NoticeState.Failed, "UNDELIV");
        await Sweep();
        await Change(service, s => s.Delivered(s.Attempts[0].Id, _clock.GetUtcNow().AddMinutes(1), _clock.GetUtcNow().AddMinutes(1)));
        Assert.Equal("已送达", (await _data.Use((CourtDb db) => db.Set<ServiceDuty>().SingleAsync())).EndedBy);
    }

    [Theory]
    [InlineData(Role.Clerk, "yuexiu")]
    [InlineData(Role.FilingDivision, "tianhe")]
    [InlineData(Role.Administrator, "gz-zy")]
    public async Task Who_does_not_run_the_courts_platform_cannot_change_its_plans(Role role, string court)
    {
        var by = await _data.ActorOf(await _data.Staff(role, await _data.Division(DivisionKind.Filing, court)));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use(
                (SetFallbackPlan set) =>
                    set.Handle(_case.CourtId, DocumentKind.Judgment, [new(ServiceChannel.SmsLink, 6)], "试", by, CancellationToken.None)
            )
        );
        Assert.Equal("fallback.not_yours", refused.Code);
        Assert.Empty(await _data.Use((FallbackQueries q) => q.Of(_case.CourtId, by, CancellationToken.None)));
    }

    [Fact]
    public async Task The_filing_division_of_the_Intermediate_Court_sees_other_courts_plans_and_changes_its_own_only()
    {
        var by = await _data.ActorOf(await _data.Staff(Role.FilingDivision, await _data.Division(DivisionKind.Filing, "gz-zy")));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Set(_case.CourtId));
        Assert.Equal("fallback.not_yours", refused.Code);
        await Set(by.Post!.CourtId);
        var courts = await _data.Use((FallbackQueries q) => q.Courts(by, CancellationToken.None));
        Assert.Equal(13, courts.Count);
        Assert.Equal(by.Post.CourtId, Assert.Single(courts, c => c.MayChange).Id);

        Task Set(Guid court) =>
            _data.Use(
                (SetFallbackPlan set) =>
                    set.Handle(court, DocumentKind.Judgment, [new(ServiceChannel.SmsLink, 6)], "试", by, CancellationToken.None)
            );
    }

    private async Task<Service> Begun(
        AddressBasis basis = AddressBasis.Found,
        string consent = "确认书 2026-06-08",
        bool staysWithChosen = false
    ) =>
        (
            await _data.BegunServices(
                _case,
                _clerk,
                [
                    CourtDataServing.Recipient(
                        _case.Parties[1],
                        consent: consent,
                        ways: new PlannedWay(ServiceChannel.SmsLink, "13800138000", basis, "运营商查得")
                    ) with
                    {
                        StaysWithChosen = staysWithChosen,
                    },
                ]
            )
        ).Single();

    private Task Knows(AddressKind kind, string value) => _data.Address(_case.Parties[1], kind, value);

    /// <summary>By way of the notice, as the outbox does it.</summary>
    private async Task Reports(Service service, NoticeState state, string code = "")
    {
        await _data.Use(
            async (CourtDb db) =>
            {
                var notice = await db.Set<Notice>().SingleAsync(n => n.SubjectId == service.Id);
                if (state == NoticeState.Accepted)
                    notice.Accepted("p", _clock.GetUtcNow());
                else if (state == NoticeState.Delivered)
                    notice.Delivered(_clock.GetUtcNow());
                else
                    notice.Failed(code, _clock.GetUtcNow());
                await db.SaveChangesAsync();
            }
        );
        await _data.Use((ApplyServiceOutcomes apply) => apply.Run(CancellationToken.None));
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

    private Task<int> Sweep() => _data.Use((FallBackServices sweep) => sweep.Run(CancellationToken.None));

    private Task<Service> Stored(Service service) =>
        _data.Use(
            (CourtDb db) =>
                db.Set<Service>().AsNoTracking().Include(s => s.Attempts.OrderBy(a => a.Position)).SingleAsync(s => s.Id == service.Id)
        );
}
