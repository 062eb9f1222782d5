using Domain.Cases;
using Domain.DocumentService;
using Domain.InboundMessages;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>The worked examples of domain facts §3.5 on stored services, and what a clerk records of them.</summary>
public sealed class ServiceLawTests : IAsyncLifetime
{
    private const string Mobile = "13800138000";
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(At(10, 1));
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
    public async Task Row_1_a_confirmed_phone_is_served_on_arrival_and_reading_later_changes_nothing()
    {
        var service = await Begun(AddressBasis.Confirmed, "确认书 2026-01-08");
        await Deliver(service, At(10, 9));
        await Open(service, At(14, 10));
        Is(ServiceStanding.Effective, 10, ServiceRule.Arrival, await Copy(service));
    }

    [Fact]
    public async Task Rows_3_and_4_a_found_phone_is_served_by_the_reply_and_not_before()
    {
        var service = await Begun(AddressBasis.Found, "");
        await Deliver(service, At(10, 9));
        Is(ServiceStanding.Pending, null, null, await Copy(service));

        await Reply(service, At(12, 9));
        Is(ServiceStanding.Effective, 12, ServiceRule.ReplyOrAct, await Copy(service));
    }

    [Fact]
    public async Task Row_5_reading_with_consent_is_presumed_service_and_a_rebuttal_opens_it_again()
    {
        var service = await Begun(AddressBasis.Found, "确认书 2026-01-08");
        await Deliver(service, At(10, 9));
        await Open(service, At(11, 20));
        Is(ServiceStanding.Presumed, 11, ServiceRule.Read, await Copy(service));

        await Rebut(service, RebuttalGround.SystemError);
        Is(ServiceStanding.Pending, null, null, await Copy(service));
        Assert.Equal(ServiceState.Failed, (await Stored(service)).State); // nothing else is under way: the fallback takes over
        Assert.Equal("《判决书》推定送达 2026-03-11，上诉期至 2026-03-26 → 尚未送达", (await Trace(service, ServiceFacts.Concluded))[^1]);
        Assert.Equal("短信链接 138****8000，存在系统错误", Assert.Single(await Trace(service, ServiceFacts.Rebutted)));
    }

    [Fact]
    public async Task A_number_that_is_somebody_elses_is_not_used_again()
    {
        var service = await Begun(AddressBasis.Found, "确认书 2026-01-08");
        await _data.Use(
            (AddServiceAddress add) =>
                add.Handle(
                    new NewServiceAddress(AddressKind.Mobile, Mobile, AddressBasis.Found, "运营商查得")
                    {
                        Id = Guid.CreateVersion7(),
                        CaseId = service.CaseId,
                        PersonId = service.PartyId,
                    },
                    _by,
                    default
                )
        );
        await Deliver(service, At(10, 9));
        await Open(service, At(11, 20));
        await Rebut(service, RebuttalGround.NotOwnAddress);
        Assert.Equal("送达地址非受送达人所有或者使用", (await _data.Use((CourtDb db) => db.Set<ServiceAddress>().SingleAsync())).EndReason);
    }

    [Fact]
    public async Task Row_7_reading_without_consent_waits_for_a_clerk_who_names_the_act_or_goes_on()
    {
        var (accepted, refused) = (await Begun(AddressBasis.Found, ""), await Begun(AddressBasis.Found, ""));
        foreach (var service in new[] { accepted, refused })
        {
            await Deliver(service, At(10, 9));
            await Open(service, At(11, 20));
            Is(ServiceStanding.ForClerk, null, null, await Copy(service));
        }

        _clock.Now = At(16, 9);
        await Decide(accepted, At(15, 9));
        await Decide(refused, null);
        Is(ServiceStanding.Effective, 15, ServiceRule.ReplyOrAct, await Copy(accepted));
        Is(ServiceStanding.Pending, null, null, await Copy(refused));
        Assert.Equal("service.not_now", (await Assert.ThrowsAsync<RefusedException>(() => Decide(refused, At(15, 9)))).Code);
    }

    [Fact]
    public async Task Row_8_an_arrival_that_the_recipient_proves_replaces_our_log_and_the_old_date_stays_in_the_trace()
    {
        var service = await Begun(
            AddressBasis.Confirmed,
            "确认书 2026-01-08",
            new PlannedWay(ServiceChannel.Email, "chen@example.com", AddressBasis.Confirmed)
        );
        await Deliver(service, At(10, 9));
        _clock.Now = At(13, 9);
        var given = CourtDataServing.Evidence(service, "邮箱服务商出具的故障说明");
        for (var i = 0; i < 2; i++)
            await _data.Use((ProveArrival prove) => prove.Handle(given, At(12, 8), _by, default));

        Is(ServiceStanding.Effective, 12, ServiceRule.Arrival, await Copy(service));
        Assert.Equal(
            "《判决书》已送达 2026-03-10，上诉期至 2026-03-25 → 已送达 2026-03-12，上诉期至 2026-03-27",
            (await Trace(service, ServiceFacts.Concluded))[^1]
        );
        Assert.Equal("邮箱服务商出具的故障说明", (await _data.Use((CourtDb db) => db.Set<ServiceEvidence>().SingleAsync())).Words);
        Assert.Equal(
            "service.time_wrong",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    _data.Use((ProveArrival prove) => prove.Handle(CourtDataServing.Evidence(service, "说明"), At(14, 8), _by, default))
                )
            ).Code
        );
    }

    [Fact]
    public async Task Row_11_a_mediation_statement_binds_when_the_last_party_has_signed()
    {
        var @case = await _data.Case();
        var both = await _data.BegunServices(
            @case,
            _clerk,
            [.. @case.Parties.Select(p => CourtDataServing.Recipient(p))],
            DocumentKind.MediationStatement
        );
        await Deliver(both[0], At(10, 9));
        await Deliver(both[1], At(10, 9));
        await Sign(both[0], At(12, 9));
        Is(ServiceStanding.Pending, null, null, await Copy(both[0]));
        await Sign(both[1], At(17, 9));
        foreach (var service in both)
            Is(ServiceStanding.Effective, 17, ServiceRule.LastSignature, await Copy(service));
    }

    [Fact]
    public async Task A_mediation_statement_that_the_agent_signed_on_a_screen_waits_for_the_party()
    {
        var @case = await _data.Case();
        var agent = await _data.Agent(@case.Parties[1]);
        var services = await _data.BegunServices(
            @case,
            _clerk,
            [
                .. @case.Parties.Select(p => CourtDataServing.Recipient(p)),
                CourtDataServing.Recipient(@case.Parties[1]) with
                {
                    ServiceId = Guid.CreateVersion7(),
                    AgentId = agent.Id,
                },
            ],
            DocumentKind.MediationStatement
        );
        await Sign(services[0], At(12, 9));
        await Sign(services[2], At(13, 9));
        Is(ServiceStanding.Pending, null, null, await Copy(services[0]));
        await Sign(services[1], At(17, 9));
        foreach (var service in services)
            Is(ServiceStanding.Effective, 17, ServiceRule.LastSignature, await Copy(service));
    }

    [Fact]
    public async Task It_waits_for_every_side_of_the_case_whichever_task_brings_it()
    {
        var @case = await _data.Case();
        var first = (
            await _data.BegunServices(@case, _clerk, [CourtDataServing.Recipient(@case.Parties[0])], DocumentKind.MediationStatement)
        ).Single();
        await Sign(first, At(12, 9));
        var waiting = await Stored(first);
        Assert.Equal((ServiceState.AwaitsOthers, (DateTimeOffset?)null), (waiting.State, waiting.NextFallbackAt));
        Is(ServiceStanding.Pending, null, null, await Copy(first));

        var second = (
            await _data.BegunServices(@case, _clerk, [CourtDataServing.Recipient(@case.Parties[1])], DocumentKind.MediationStatement)
        ).Single();
        await Sign(second, At(17, 9));
        foreach (var service in new[] { first, second })
            Is(ServiceStanding.Effective, 17, ServiceRule.LastSignature, await Copy(service));
        var law = await _data.Use((LawOfService laws) => laws.Current(default));
        var stored = await Stored(first);
        var statements = await _data.Use((CourtDb db) => Statements.Of(db, [stored], default, tracked: false));
        Assert.Empty(ServiceProof.NotByLaw([stored], law, At(18, 9), statements));
    }

    [Fact]
    public async Task Serving_the_agent_serves_the_party()
    {
        var @case = await _data.Case();
        await _data.Agent(@case, await _data.Litigant("赵律师"));
        var agent = await _data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync(a => a.PartyId == @case.Parties[0].Id));
        var services = await _data.BegunServices(
            @case,
            _clerk,
            [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[0], agent)]
        );
        await Deliver(services[1], At(10, 9));
        Is(ServiceStanding.Effective, 10, ServiceRule.Arrival, await Copy(services[0]));
    }

    [Fact]
    public async Task Two_facts_at_once_on_siblings_are_both_kept_and_both_concluded()
    {
        var @case = await _data.Case();
        var both = await _data.BegunServices(
            @case,
            _clerk,
            [
                .. @case.Parties.Select(p =>
                    CourtDataServing.Recipient(p, consent: "", ways: new PlannedWay(ServiceChannel.SmsLink, Mobile, AddressBasis.Found))
                ),
            ]
        );
        foreach (var service in both)
            await Deliver(service, At(10, 9));
        _clock.Now = At(12, 9);
        await Task.WhenAll(both.Select(s => Reply(s, At(12, 9))));
        foreach (var service in both)
            Is(ServiceStanding.Effective, 12, ServiceRule.ReplyOrAct, await Copy(service));
    }

    [Fact]
    public async Task Paper_on_request_does_not_change_the_date()
    {
        var service = await Begun(AddressBasis.Confirmed, "确认书 2026-01-08");
        await Deliver(service, At(10, 9));
        await Change(service, At(11, 9), s => s.AskForPaper(Actor.System, At(11, 9)));
        await _data.Use((SendPaper send) => send.Handle(service.Id, "法院专递 1100000000000", _by, default));
        Is(ServiceStanding.Effective, 10, ServiceRule.Arrival, await Copy(service));
        Assert.NotNull((await Stored(service)).PaperSentAt);
    }

    [Fact]
    public async Task Another_divisions_clerk_records_nothing()
    {
        var service = await Begun(AddressBasis.Found, "");
        await Deliver(service, At(10, 9));
        var stranger = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division(DivisionKind.Criminal)));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use((RecordReply record) => record.Handle(CourtDataServing.Evidence(service, "收到"), _clock.Now, stranger, default))
        );
        Assert.Equal("service.not_found", refused.Code);
    }

    [Theory]
    [InlineData("收到", true)]
    [InlineData("已收到，谢谢！", true)]
    [InlineData("收到判决了，我不服要上诉", false)]
    [InlineData("1234 收到", false)]
    public async Task Only_a_plain_receipt_from_the_served_number_counts_as_a_reply(string text, bool counts)
    {
        var service = await Begun(AddressBasis.Found, "");
        await Deliver(service, At(10, 9));
        var outcome = await Inbound(text, At(12, 9));
        Assert.Equal(counts ? InboundOutcome.ServiceReply : InboundOutcome.UnknownNumber, outcome);
        Is(
            counts ? ServiceStanding.Effective : ServiceStanding.Pending,
            counts ? 12 : null,
            counts ? ServiceRule.ReplyOrAct : null,
            await Copy(service)
        );
    }

    [Fact]
    public async Task A_receipt_that_may_mean_two_services_waits_for_a_person()
    {
        foreach (var service in new[] { await Begun(AddressBasis.Found, ""), await Begun(AddressBasis.Found, "") })
            await Deliver(service, At(10, 9));
        Assert.Equal(InboundOutcome.UnknownNumber, await Inbound("收到", At(12, 9)));
        Assert.False(await _data.Use((CourtDb db) => db.Set<ServiceAttempt>().AnyAsync(a => a.RepliedAt != null)));
    }

    private async Task<InboundOutcome> Inbound(string text, DateTimeOffset at)
    {
        _clock.Now = at;
        var sms = InboundSms.Keep(new IncomingSms("sim", Guid.CreateVersion7().ToString(), Mobile, text, "", at), at);
        await _data.Use(
            (CourtDb db) =>
            {
                db.Set<InboundSms>().Add(sms);
                return db.SaveChangesAsync();
            }
        );
        await _data.Use((HandleInboundSms handle) => handle.Handle(sms.Id, default));
        return (await _data.Use((CourtDb db) => db.Set<InboundSms>().SingleAsync(s => s.Id == sms.Id))).Outcome;
    }

    private async Task<Service> Begun(AddressBasis basis, string consent, PlannedWay? way = null)
    {
        var @case = await _data.Case();
        return (
            await _data.BegunServices(
                @case,
                _clerk,
                [
                    CourtDataServing.Recipient(
                        @case.Parties[0],
                        consent: consent,
                        ways: way ?? new PlannedWay(ServiceChannel.SmsLink, Mobile, basis)
                    ),
                ]
            )
        ).Single();
    }

    private Task Deliver(Service service, DateTimeOffset at) => Change(service, at, s => s.Delivered(s.Attempts[0].Id, at, at));

    private Task Open(Service service, DateTimeOffset at) =>
        Change(service, at, s => s.Open(s.Copies[0].DocumentId, s.Attempts[0].Channel, "已验手机码", Actor.System, at));

    private Task Sign(Service service, DateTimeOffset at) =>
        Change(service, at, s => s.Sign(s.Copies[0].DocumentId, s.Attempts[0].Channel, null, "本人实名", Actor.System, at));

    private Task Reply(Service service, DateTimeOffset at)
    {
        _clock.Now = at;
        return _data.Use((RecordReply record) => record.Handle(CourtDataServing.Evidence(service, "电话回复收到"), at, _by, default));
    }

    private Task Rebut(Service service, RebuttalGround ground) =>
        _data.Use((RebutPresumption rebut) => rebut.Handle(CourtDataServing.Evidence(service, "本人来电说明"), ground, _by, default));

    private Task Decide(Service service, DateTimeOffset? acceptedAt) =>
        _data.Use((DecideService decide) => decide.Handle(CourtDataServing.Evidence(service, "按传票到庭"), acceptedAt, _by, default));

    private async Task Change(Service service, DateTimeOffset at, Action<Service> verb)
    {
        _clock.Now = at;
        await _data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await _data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], at, default));
                await db.SaveChangesAsync();
            }
        );
    }

    private Task<Service> Stored(Service service) =>
        _data.Use(
            (CourtDb db) =>
                db.Set<Service>().AsNoTracking().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id)
        );

    private async Task<ServiceCopy> Copy(Service service) => (await Stored(service)).Copies.Single();

    private Task<IReadOnlyList<string>> Trace(Service service, string kind) => _data.WordsOf(service, kind);

    /// <summary>March 2026 in Guangzhou.</summary>
    private static DateTimeOffset At(int day, int hour) => ChinaTime.At(new DateOnly(2026, 3, day), new TimeOnly(hour, 0));

    private static void Is(ServiceStanding standing, int? day, ServiceRule? rule, ServiceCopy copy) =>
        Assert.Equal((standing, day is { } d ? new DateOnly(2026, 3, d) : null, rule), (copy.Standing, copy.EffectiveOn, copy.Rule));
}
