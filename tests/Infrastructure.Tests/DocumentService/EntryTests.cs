using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class EntryTests : ServiceDeskTest
{
    private const string Mail = "EY123456789CN";

    [Fact]
    public async Task Mail_that_was_signed_for_serves_on_that_day_and_starts_the_appeal_period()
    {
        var service = await Posted(Post);
        Clock.Now = Clock.Now.AddDays(3);

        await Signed(service, "李四", SignerRelation.AdultCoResident, Now);

        var stored = await Stored(service);
        Assert.Equal(
            (ServiceState.Effective, new DateOnly(2026, 11, 23), ServiceRule.PostReceipt),
            (stored.State, stored.EffectiveOn!.Value, stored.Copies[0].Rule!.Value)
        );
        Assert.Equal(
            ("李四", SignerRelation.AdultCoResident, Mail),
            (stored.Copies[0].SignedName, stored.Attempts[0].SignerRelation!.Value, stored.Attempts[0].Reference)
        );
        Assert.Equal(new DateOnly(2026, 12, 8), stored.Copies[0].LimitEndsOn);
    }

    [Fact]
    public async Task A_date_in_the_future_or_before_the_sending_is_refused_and_nothing_is_entered()
    {
        var service = await Begun(Post);
        var attempt = service.Attempts[0].Id;
        await Refused("service_entry.in_future", () => Posting(service, Mail, Now.AddMinutes(1)));
        await Refused("service_entry.before_sending", () => Posting(service, Mail, Now.AddDays(-1)));
        await Refused("service_entry.not_sent_yet", () => Signed(service, "李四", SignerRelation.Self, Now));
        await Posting(service, Mail, Now);
        await Refused("service_entry.in_future", () => Signed(service, "李四", SignerRelation.Self, Now.AddHours(1)));
        await Refused("service_entry.before_sending", () => Signed(service, "李四", SignerRelation.Self, Now.AddHours(-1)));
        await Refused("service_entry.in_future", () => Returned(service, new DateOnly(2026, 11, 21), ReturnReason.Refused));
        await Refused("service_entry.before_sending", () => Returned(service, new DateOnly(2026, 11, 19), ReturnReason.Refused));
        Assert.Equal(AttemptState.Sent, (await Stored(service)).Attempts.Single(a => a.Id == attempt).State);
    }

    [Theory]
    [InlineData(ReturnReason.Refused, true, true)]
    [InlineData(ReturnReason.WrongAddress, true, true)]
    [InlineData(ReturnReason.WrongAddress, false, false)]
    [InlineData(ReturnReason.Moved, true, true)]
    [InlineData(ReturnReason.Moved, false, false)]
    [InlineData(ReturnReason.Refused, false, true)]
    [InlineData(ReturnReason.NobodyThere, true, false)]
    [InlineData(ReturnReason.Postal, true, false)]
    [InlineData(ReturnReason.RefusedByOther, true, false)]
    public async Task Returned_mail_serves_only_by_the_recipients_own_fault(ReturnReason reason, bool confirmed, bool serves)
    {
        var service = await Posted(confirmed ? Post : PostFound);
        await Returned(service, new DateOnly(2026, 11, 20), reason);

        var stored = await Stored(service);
        Assert.Equal(
            serves ? (ServiceState.Effective, (DateOnly?)new DateOnly(2026, 11, 20)) : (ServiceState.Failed, null),
            (stored.State, stored.EffectiveOn)
        );
        Assert.Equal(AttemptState.Failed, stored.Attempts[0].State);
    }

    /// <summary>Who refused at an address that nobody has verified, nobody knows (MAIL 11).</summary>
    [Fact]
    public async Task A_refusal_at_an_unverified_address_serves_nobody()
    {
        var service = await Posted(PostFound with { Basis = AddressBasis.Unconfirmed });
        await Returned(service, new DateOnly(2026, 11, 20), ReturnReason.Refused);
        Assert.Equal((ServiceState.Failed, (DateOnly?)null), ((await Stored(service)).State, (await Stored(service)).EffectiveOn));
    }

    [Fact]
    public async Task A_mediation_statement_that_comes_back_serves_nobody_and_the_trace_says_so()
    {
        var service = await BegunWith(DocumentKind.MediationStatement, Post);
        await Posting(service, Mail, Now);
        await Returned(service, new DateOnly(2026, 11, 20), ReturnReason.Refused);
        Assert.Null((await Stored(service)).EffectiveOn);
        Assert.EndsWith("不视为送达", Assert.Single(await Words(service, ServiceFacts.Returned)), StringComparison.Ordinal);
    }

    /// <summary>The recipient is the plaintiff 陈建华, the other side the defendant 李大强 (MAIL 7).</summary>
    [Fact]
    public async Task A_party_of_the_other_side_who_lives_with_the_recipient_may_not_sign()
    {
        var service = await Posted(Post);
        await Refused("service_entry.opponent_signs", () => Signed(service, "李大强", SignerRelation.AdultCoResident, Now));
        Assert.Null((await Stored(service)).EffectiveOn);
        await Signed(service, "陈小明", SignerRelation.AdultCoResident, Now);
        Assert.Equal(new DateOnly(2026, 11, 20), (await Stored(service)).EffectiveOn);
    }

    [Fact]
    public async Task For_a_minor_the_statutory_agent_signs()
    {
        await Note(new NotedFacts("户口簿") { IsMinor = true });
        var service = await Posted(Post);
        await Refused("service_entry.minor_signs", () => Signed(service, "陈建华", SignerRelation.Self, Now));
        await Signed(service, "陈父", SignerRelation.StatutoryAgent, Now);
        Assert.Equal(ServiceState.Effective, (await Stored(service)).State);
    }

    [Fact]
    public async Task Who_is_in_custody_is_served_through_the_institution_and_signs_there()
    {
        await Note(new NotedFacts("逮捕通知书") { IsInCustody = true });
        await Data.Address(Case.Parties[0], AddressKind.Mobile, "13800138000");
        var recipient = (await Data.Use((ServiceRecipients r) => r.Of(Case.Id, default)))[0];
        Assert.True(recipient.Consent.IsGiven);
        Assert.Empty(recipient.Proposed());
        Assert.Contains("监所转交", recipient.WhyNot(), StringComparison.Ordinal);

        var service = await Posted(Post);
        await Refused("service_entry.through_institution", () => Signed(service, "陈小明", SignerRelation.AdultCoResident, Now));
        await Signed(service, "陈建华", SignerRelation.Self, Now);
        Assert.Equal(ServiceState.Effective, (await Stored(service)).State);
    }

    [Fact]
    public async Task Handed_over_in_custody_the_institution_stands_on_record()
    {
        await Note(new NotedFacts("逮捕通知书") { IsInCustody = true });
        var service = await Begun(Post);
        var id = await HandOver(service);
        Task Sign(string institution) =>
            Data.Use(
                (RecordPaperSignature u) => u.Handle(service.Id, id, "陈建华", SignerRelation.Self, institution, Now, null, Clerk, default)
            );
        await Refused("service_entry.institution_missing", () => Sign(" "));
        await Sign("广州市第一看守所");
        var stored = await Stored(service);
        Assert.Equal("通过广州市第一看守所转交", stored.Attempts.Single(a => a.Id == id).Reference);
        Assert.Equal(ServiceState.Effective, stored.State);
    }

    /// <summary>CPL 88(2): the agent's own hand serves the party; neither a refusal nor a relative of the agent does (MAIL 9, 11).</summary>
    [Fact]
    public async Task For_an_agent_the_agent_alone_signs_and_what_the_agent_refuses_serves_nobody()
    {
        await Data.Agent(Case, await Data.Litigant("王志远"));
        var agent = await Data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync());
        async Task<Service> OnAgent() =>
            await Posting(
                (await Data.BegunServices(Case, ClerkStaff, [CourtDataServing.Recipient(Case.Parties[0], agent, ways: Post)])).Single(),
                $"EY{Random.Shared.Next(100_000_000, 999_999_999)}CN",
                Now
            );
        var service = await OnAgent();
        foreach (var relation in new[] { SignerRelation.AdultCoResident, SignerRelation.NamedReceiver, SignerRelation.StatutoryAgent })
            await Refused("service_entry.agent_signs", () => Signed(service, "王家属", relation, Now));
        await Returned(service, new DateOnly(2026, 11, 20), ReturnReason.Refused);
        Assert.Null((await Stored(service)).EffectiveOn);

        var named = await OnAgent();
        await Data.Use(
            (RecordReturn u) =>
                u.Handle(named.Id, named.Attempts[0].Id, new DateOnly(2026, 11, 20), ReturnReason.Refused, true, Clerk, default)
        );
        Assert.Equal(new DateOnly(2026, 11, 20), (await Stored(named)).EffectiveOn);
        var own = await OnAgent();
        await Signed(own, "王志远", SignerRelation.Self, Now);
        Assert.Equal(ServiceState.Effective, (await Stored(own)).State);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "2026-11-20")]
    public async Task Refused_at_an_address_that_a_clerk_typed_serves_where_it_is_verified(bool isVerified, string? day)
    {
        var service = await Begun(Post);
        var id = await Data.Use(
            (TryByHand u) => u.Handle(service.Id, ServiceChannel.Post, "广州市天河区示范路 9 号", "网上查得", isVerified, Clerk, default)
        );
        await Data.Use((RecordPosting u) => u.Handle(service.Id, id, "EY987654321CN", Now, Clerk, default));
        await Data.Use(
            (RecordReturn u) => u.Handle(service.Id, id, new DateOnly(2026, 11, 20), ReturnReason.Refused, false, Clerk, default)
        );
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), (await Stored(service)).EffectiveOn);
    }

    /// <summary>JI 132: only on an agent whom the party named to receive for it.</summary>
    [Fact]
    public async Task Nothing_is_left_with_an_agent_who_is_not_the_named_receiver()
    {
        await Data.Agent(Case, await Data.Litigant("王志远"));
        var agent = await Data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync());
        var service = (
            await Data.BegunServices(Case, ClerkStaff, [CourtDataServing.Recipient(Case.Parties[0], agent, ways: Post)])
        ).Single();
        var id = await HandOver(service);
        await Refused("service_entry.lien_on_agent", () => Left(service, id, "见证人李四，某居委会"));
        await Data.Use(
            (RecordLeft u) => u.Handle(service.Id, id, LeftPlace.Residence, "授权委托书载明代收；见证人李四", true, Now, Clerk, default)
        );
        Assert.Equal(ServiceState.Effective, (await Stored(service)).State);
    }

    /// <summary>Only what is on record is the person's own word; typing a number makes nobody offer it.</summary>
    [Fact]
    public async Task A_number_that_a_clerk_types_is_no_address_that_the_recipient_provided()
    {
        var service = await Begun(Post);
        var typed = await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.Fax, "02083000000", "黄页", true, Clerk, default));
        Assert.Equal(AddressBasis.Found, (await Stored(service)).Attempts.Single(a => a.Id == typed).Basis);

        await Data.Address(Case.Parties[0], AddressKind.Fax, "02083000001");
        var own = await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.Fax, "02083000001", "黄页", true, Clerk, default));
        var attempt = (await Stored(service)).Attempts.Single(a => a.Id == own);
        Assert.Equal((AddressBasis.Provided, "起诉状（2026-09-12）载明"), (attempt.Basis, attempt.Origin));
    }

    [Fact]
    public async Task A_wrong_entry_is_taken_back_with_a_reason_and_both_stay_in_the_trace()
    {
        var service = await Posted(Post);
        await Signed(service, "李四", SignerRelation.Self, Now);
        await Refused("service.reason_missing", () => TakeBack(service, " "));

        await TakeBack(service, "看错了邮件");

        var stored = await Stored(service);
        Assert.Equal(
            (ServiceState.UnderWay, (DateOnly?)null, AttemptState.Sent, Mail),
            (stored.State, stored.EffectiveOn, stored.Attempts[0].State, stored.Attempts[0].Reference)
        );
        Assert.Equal(("", (string?)null), (stored.Copies[0].SignedName, stored.Copies[0].SignatureSha256));
        Assert.Contains("2026-11-20 10:26 本人签收", (await Words(service, ServiceFacts.Corrected)).Single());
        Assert.EndsWith("→ 尚未送达", (await Words(service, ServiceFacts.Concluded))[^1]);

        await TakeBack(service, "邮件号也错了");
        Assert.Equal((AttemptState.Queued, ""), ((await Stored(service)).Attempts[0].State, (await Stored(service)).Attempts[0].Reference));
        await Refused("service_entry.nothing_entered", () => TakeBack(service, "再来一次"));
        await Posting(service, "EY000000001CN", Now);
    }

    [Fact]
    public async Task An_entry_is_made_once_and_a_mail_number_stands_for_one_piece()
    {
        var service = await Posted(Post);
        await Refused("service_entry.already_entered", () => Posting(service, "EY999999999CN", Now));
        var other = await Begun(Post);
        await Refused("service_entry.mail_number_taken", () => Posting(other, Mail, Now));
        await Refused("service_entry.bad_mail_number", () => Posting(other, "第三件", Now));
        await Refused(
            "service_entry.other_channel",
            () => Data.Use((RecordFax u) => u.Handle(other.Id, other.Attempts[0].Id, FaxResult.Sent, Now, Clerk, default))
        );
    }

    [Fact]
    public async Task Only_relations_that_the_law_knows_may_sign()
    {
        var person = await Posted(Post);
        await Refused("service_entry.relation_unfit", () => Signed(person, "王经理", SignerRelation.LegalRepresentative, Now));
        await Refused("service_entry.signer_missing", () => Signed(person, " ", SignerRelation.Self, Now));
        var mediation = await Posting(await BegunWith(DocumentKind.MediationStatement, Post), "EY222222222CN", Now);
        foreach (var relation in new[] { SignerRelation.AdultCoResident, SignerRelation.Agent })
            await Refused("service_entry.mediation_to_person_only", () => Signed(mediation, "李四", relation, Now));
    }

    [Fact]
    public async Task A_person_before_the_clerk_signs_on_the_screen_and_is_served_at_once()
    {
        var service = await Begun(Sms);
        var id = await Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "当面", false, Clerk, default));
        await Refused(
            "service_entry.already_trying",
            () => Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "当面", false, Clerk, default))
        );
        await Refused(
            "service_entry.signature_unreadable",
            () =>
                Data.Use(
                    (RecordPaperSignature u) =>
                        u.Handle(service.Id, id, "陈建华", SignerRelation.Self, "", null, new byte[200], Clerk, default)
                )
        );
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, .. new byte[300]];

        await Data.Use(
            (RecordPaperSignature u) => u.Handle(service.Id, id, "陈建华", SignerRelation.Self, "", null, picture, Clerk, default)
        );

        var copy = (await Stored(service)).Copies.Single();
        Assert.Equal(
            (ServiceStanding.Effective, ServiceRule.Signature, "陈建华", id),
            (copy.Standing, copy.Rule!.Value, copy.SignedName, copy.SignedAttemptId!.Value)
        );
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture)), copy.SignatureSha256);
    }

    [Fact]
    public async Task Who_refuses_is_served_by_leaving_it_with_a_witness_but_never_a_mediation_statement()
    {
        var service = await Begun(Sms);
        var id = await HandOver(service);
        await Refused("service_entry.witness_missing", () => Left(service, id, ""));
        await Left(service, id, "居委会 刘某 见证，并录像");
        var stored = await Stored(service);
        Assert.Equal((ServiceState.Effective, ServiceRule.Left), (stored.State, stored.Copies[0].Rule!.Value));

        var mediation = await BegunWith(DocumentKind.MediationStatement, Sms);
        await Refused("service_entry.no_lien_for_mediation", async () => await Left(mediation, await HandOver(mediation), "居委会 刘某"));
    }

    [Fact]
    public async Task A_fax_serves_when_its_report_says_that_it_went_through()
    {
        var service = await Begun(Fax);
        var id = service.Attempts[0].Id;
        await Refused("service_entry.not_sent_yet", () => FaxIs(service, id, FaxResult.Confirmed));
        await FaxIs(service, id, FaxResult.Sent);
        await FaxIs(service, id, FaxResult.Confirmed);
        Assert.Equal(
            (ServiceState.Effective, AttemptState.Delivered),
            ((await Stored(service)).State, (await Stored(service)).Attempts[0].State)
        );
    }

    [Fact]
    public async Task Another_division_another_court_a_leader_and_a_litigant_enter_nothing()
    {
        var service = await Begun(Post);
        List<Actor> wrong =
        [
            await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal))),
            await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(court: "tianhe"))),
            await Data.ActorOf(await Data.Staff(Role.Judge, await Data.Division())),
            await Data.ActorOf(await Data.Staff(Role.DivisionHead, await Data.Division())),
            CourtData.ActorOf(await Data.Litigant()),
        ];
        foreach (var by in wrong)
        {
            await Refused(
                "service.not_found",
                () => Data.Use((RecordPosting u) => u.Handle(service.Id, service.Attempts[0].Id, Mail, Now, by, default))
            );
            await Refused(
                "service.not_found",
                () => Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "", false, by, default))
            );
        }

        var colleague = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division()));
        await Data.Use((RecordPosting u) => u.Handle(service.Id, service.Attempts[0].Id, Mail, Now, colleague, default));
        Assert.Equal(AttemptState.Sent, (await Stored(service)).Attempts[0].State);
    }

    private Task Note(NotedFacts facts) =>
        Data.Use((NoteCaseFacts u) => u.Handle(CourtDataServing.Facts(Case.Parties[0], facts), Clerk, default));

    private async Task<Service> Posted(PlannedWay way) => await Posting(await Begun(way), Mail, Now);

    private async Task<Service> Posting(Service service, string number, DateTimeOffset at)
    {
        await Data.Use((RecordPosting u) => u.Handle(service.Id, service.Attempts[0].Id, number, at, Clerk, default));
        return service;
    }

    private Task Signed(Service service, string who, SignerRelation relation, DateTimeOffset at) =>
        Data.Use((RecordPaperSignature u) => u.Handle(service.Id, service.Attempts[0].Id, who, relation, "", at, null, Clerk, default));

    private Task Returned(Service service, DateOnly on, ReturnReason reason) =>
        Data.Use((RecordReturn u) => u.Handle(service.Id, service.Attempts[0].Id, on, reason, false, Clerk, default));

    private Task TakeBack(Service service, string reason) =>
        Data.Use((TakeBackEntry u) => u.Handle(service.Id, service.Attempts[0].Id, reason, Clerk, default));

    private Task<Guid> HandOver(Service service) =>
        Data.Use((TryByHand u) => u.Handle(service.Id, ServiceChannel.InPerson, "", "", false, Clerk, default));

    private Task Left(Service service, Guid id, string evidence, LeftPlace place = LeftPlace.Residence) =>
        Data.Use((RecordLeft u) => u.Handle(service.Id, id, place, evidence, false, Now, Clerk, default));

    private Task FaxIs(Service service, Guid id, FaxResult result) =>
        Data.Use((RecordFax u) => u.Handle(service.Id, id, result, Now, Clerk, default));
}
