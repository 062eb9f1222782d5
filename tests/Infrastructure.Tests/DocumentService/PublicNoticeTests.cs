using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class PublicNoticeTests : ServiceDeskTest
{
    private const string Findings = "到户籍地走访，居委会证明去向不明";

    [Fact]
    public async Task It_has_conditions_says_what_the_law_asks_for_and_serves_when_its_period_ends()
    {
        await ProcedureIs(null);
        var service = await Begun(Sms);
        await Refused("service_entry.way_open", () => Draft(service));
        await Fail(service);
        await Refused("service_entry.nothing_tried", () => Draft(service, NoticeGround.OtherWaysFailed));
        await Refused("service_entry.findings_missing", () => Draft(service, findings: " "));
        await Refused("service_entry.procedure_unknown", () => Draft(service, isSummary: null));
        await Refused("service_entry.summary_procedure", () => Draft(service, isSummary: true));
        await Refused("service_entry.notice_days", () => Draft(service, days: 15));
        await Refused("service_entry.notice_part_missing", () => Draft(service, parts: ["因你下落不明", "", "可以上诉"]));
        await Draft(service);
        await Draft(service); // once more, the same attempt
        var notice = (await Stored(service)).Attempts.Single(a => a.Channel == ServiceChannel.PublicNotice);
        Assert.Equal((NoticeGround.Missing, Findings), (notice.NoticeGround!.Value, notice.NoticeFindings));
        Assert.Contains("依照《中华人民共和国民事诉讼法》第九十五条第一款的规定", notice.NoticeText);
        await Refused("service_entry.media_missing", () => Publish(service, " ", new DateOnly(2026, 11, 20)));
        await Refused("service_entry.in_future", () => Publish(service, "人民法院公告网", new DateOnly(2026, 11, 21)));
        await Publish(service, "人民法院公告网", new DateOnly(2026, 11, 20));

        var published = await Stored(service);
        Assert.Equal(
            (ServiceState.InNotice, (DateOnly?)null, ServiceStanding.Pending),
            (published.State, published.EffectiveOn, published.Copies.Single().Standing)
        );
        await Refused(
            "service.notice_runs",
            () => Data.Use((IssueCertificate u) => u.Handle(service.Id, CertificateKind.Return, Clerk, default))
        );

        Clock.Now = Day(2026, 12, 20); // a Sunday: the period ends on the next day
        Assert.Equal(0, await Conclude());
        Clock.Now = Day(2026, 12, 21);
        Assert.Equal(1, await Conclude());
        var copy = (await Stored(service)).Copies.Single();
        Assert.Equal((ServiceRule.NoticeExpired, new DateOnly(2026, 12, 21)), (copy.Rule!.Value, copy.EffectiveOn!.Value));
        Assert.True((await Data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task Mail_that_came_back_in_vain_is_a_way_that_failed_and_another_known_address_is_not()
    {
        var service = await Begun(PostFound);
        await Refused("service_entry.way_open", () => Draft(service, NoticeGround.OtherWaysFailed));
        var id = service.Attempts[0].Id;
        await Data.Use((RecordPosting u) => u.Handle(service.Id, id, "EY123456789CN", Now, Clerk, default));
        await Data.Use(
            (RecordReturn u) => u.Handle(service.Id, id, new DateOnly(2026, 11, 20), ReturnReason.NobodyThere, false, Clerk, default)
        );
        var address = Guid.CreateVersion7();
        await Data.Use(
            (AddServiceAddress add) =>
                add.Handle(
                    new NewServiceAddress(AddressKind.Postal, "广州市天河区体育东路 5 号", AddressBasis.Found, "户籍地址")
                    {
                        Id = address,
                        CaseId = service.CaseId,
                        PersonId = service.PartyId,
                    },
                    Clerk,
                    default
                )
        );
        await Refused("service_entry.way_open", () => Draft(service, NoticeGround.OtherWaysFailed));
        await Data.Use((CourtDb db) => db.Set<ServiceAddress>().Where(a => a.Id == address).ExecuteDeleteAsync());
        await Draft(service, NoticeGround.OtherWaysFailed);
    }

    [Fact]
    public async Task Whom_a_clerk_went_to_and_did_not_meet_may_be_served_by_notice()
    {
        var service = await Begun(Sms);
        await Fail(service);
        var id = await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "", false, Clerk, default));
        await Refused("service_entry.way_open", () => Draft(service));
        await Refused("service_entry.account_missing", () => NotMet(service, id, " "));
        await NotMet(service, id, "两次到住所，邻居称已搬走");
        await Draft(service, NoticeGround.OtherWaysFailed);
    }

    [Fact]
    public async Task While_the_agent_may_be_served_or_another_way_was_begun_since_it_was_drawn_up_there_is_none()
    {
        var agent = await Data.Use(
            async (CourtDb db) =>
            {
                var lawyer = new CaseAgent
                {
                    Id = Guid.CreateVersion7(),
                    PartyId = Case.Parties[0].Id,
                    Name = "林晓",
                };
                db.Set<CaseAgent>().Add(lawyer);
                await db.SaveChangesAsync();
                return lawyer;
            }
        );
        var services = await Data.BegunServices(
            Case,
            ClerkStaff,
            [CourtDataServing.Recipient(Case.Parties[0], ways: Sms), CourtDataServing.Recipient(Case.Parties[0], agent, ways: PostFound)]
        );
        var (party, lawyer) = (services[0], services[1]);
        await Fail(party);
        await Refused("service_entry.way_open", () => Draft(party));
        await Data.ChangeService(lawyer, s => s.Withdraw("已解除委托", Clerk, Now));
        await Draft(party);
        await Data.Use((TryByHand u) => u.Handle(party.Id, ServiceChannel.InPerson, "", "", false, Clerk, default));
        await Refused("service_entry.way_open", () => Publish(party, "人民法院公告网", new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public async Task There_is_none_in_criminal_cases_of_mediation_statements_or_as_a_way_to_begin_with()
    {
        var crime = await Data.Case(number: $"(2026)粤0104刑初{Random.Shared.Next(1000, 99999)}号", cause: "盗窃罪");
        var criminal = (await Data.BegunServices(crime, ClerkStaff, [CourtDataServing.Recipient(crime.Parties[0], ways: Sms)])).Single();
        await Fail(criminal);
        await Refused("service_entry.criminal_notice", () => Draft(criminal));
        var mediation = await BegunWith(DocumentKind.MediationStatement, Sms);
        await Fail(mediation);
        await Refused("service_entry.no_notice_for_mediation", () => Draft(mediation));
        await Refused(
            "service_entry.other_channel",
            () => Data.Use((TryByHand u) => u.Handle(mediation.Id, ServiceChannel.PublicNotice, "", "", false, Clerk, default))
        );
    }

    [Fact]
    public async Task What_the_case_says_of_its_procedure_is_not_asked_for()
    {
        await ProcedureIs(TrialProcedure.Summary);
        var service = await Begun(Sms);
        await Fail(service);
        await Refused("service_entry.summary_procedure", () => Draft(service, isSummary: false));
    }

    [Fact]
    public async Task A_withdrawal_before_its_day_ends_it()
    {
        var service = await Begun(Sms);
        await Fail(service);
        await Draft(service);
        await Publish(service, "人民法院公告网", new DateOnly(2026, 11, 20));
        await Data.ChangeService(service, s => s.Withdraw("文书有误", Clerk, Now));
        Clock.Now = Day(2027, 1, 20);
        Assert.Equal(0, await Conclude());
        var stored = await Stored(service);
        Assert.Equal((ServiceState.Withdrawn, (DateOnly?)null), (stored.State, stored.Copies.Single().EffectiveOn));
        Assert.True((await Data.VerifyTrace()).IsIntact);
    }

    private Task ProcedureIs(TrialProcedure? procedure) =>
        Data.Use(
            (CourtDb db) =>
                db.Set<Case>().Where(c => c.Id == Case.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.TrialProcedure, procedure))
        );

    private Task<int> Conclude() => Data.Use((ConcludeDueServices u) => u.Run(default));

    private Task NotMet(Service service, Guid id, string account) =>
        Data.Use((RecordNotMet u) => u.Handle(service.Id, id, account, Now, Clerk, default));

    private Task Draft(
        Service service,
        NoticeGround ground = NoticeGround.Missing,
        string findings = Findings,
        IReadOnlyList<string>? parts = null,
        int days = EffectiveDate.NoticeDays,
        bool? isSummary = false
    )
    {
        parts ??= [.. PublicNoticeText.PartsOf(service, null, ground).Select(p => p.Draft.Length > 0 ? p.Draft : "判决被告偿还借款")];
        return Data.Use(
            (DraftPublicNotice u) => u.Handle(service.Id, new NoticeDraft(ground, findings, parts, days, isSummary), Clerk, default)
        );
    }

    private async Task Publish(Service service, string media, DateOnly on)
    {
        var id = (await Stored(service)).Attempts.Single(a => a.Channel == ServiceChannel.PublicNotice).Id;
        await Data.Use((RecordPublication u) => u.Handle(service.Id, id, media, on, Clerk, default));
    }

    private static DateTimeOffset Day(int year, int month, int day) => ChinaTime.StartOf(new DateOnly(year, month, day));
}
