using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

public sealed class ServiceRecipientsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);
    private readonly TestDatabase _database = new();
    private CourtData _data = null!;
    private Case _case = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(_database.ConnectionString(), new StoppedClock(s_now));
        _case = await _data.Case(await _data.Litigant());
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    /// <summary>Whoever it belongs to: who sues, who is sued, and the lawyers of both.</summary>
    [Fact]
    public async Task A_phone_of_the_trial_system_is_a_contact_and_never_consent()
    {
        await _data.Use(
            async (CourtDb db) =>
            {
                await db.Set<CaseParty>()
                    .Where(p => p.Id == _case.Parties[1].Id)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.Phone, "13512346604"));
                db.Set<CaseAgent>().AddRange(_case.Parties.Select((p, i) => Lawyer(p, $"1361234091{i}")));
                await db.SaveChangesAsync();
            }
        );
        var recipients = await _data.Use((ServiceRecipients r) => r.Of(_case.Id, default));
        Assert.Equal(4, recipients.Count);
        Assert.All(
            recipients,
            r =>
            {
                Assert.False(r.Consent.IsGiven);
                Assert.Equal(
                    (AddressBasis.Found, "案件登记的联系电话"),
                    r.WaysBy(ServiceChannel.SmsLink).Select(w => (w.Basis, w.Origin)).Single()
                );
                Assert.Empty(r.Proposed());
            }
        );
        Assert.Equal(
            "没有电子送达的同意记录；短信号码为法院查得，仅到达不产生送达效力（《人民法院在线诉讼规则》第 29、31 条）。",
            recipients[0].WhyNot()
        );
    }

    /// <summary>The complaint is the plaintiff's: it speaks neither for the defendant nor for the defendant's lawyer.</summary>
    [Fact]
    public async Task A_pleading_speaks_only_for_the_side_that_filed_it()
    {
        var (plaintiff, defendant) = (_case.Parties[0], _case.Parties[1]);
        var lawyer = Lawyer(defendant, "13612340917");
        await _data.Use(
            async (CourtDb db) =>
            {
                db.Set<CaseAgent>().Add(lawyer);
                await db.SaveChangesAsync();
            }
        );
        Assert.Equal("service_address.not_their_pleading", await Refused(defendant.Id, PleadingKind.Complaint));
        Assert.Equal("service_address.not_their_pleading", await Refused(lawyer.Id, PleadingKind.Complaint));
        Assert.Equal("service_address.pleading_missing", await Refused(lawyer.Id, null));
        Assert.Null(await Refused(lawyer.Id, PleadingKind.Defence));
        Assert.Null(await Refused(plaintiff.Id, PleadingKind.Complaint));

        var consents = await _data.Use((ServiceConsents c) => c.Of([_case.Id], default));
        Assert.Equal(
            [(plaintiff.Id, "起诉状（2026-09-12）载明"), (lawyer.Id, "答辩状（2026-09-12）载明")],
            consents.Select(c => (c.Key, c.Value.Words)).OrderByDescending(c => c.Key == plaintiff.Id)
        );

        async Task<string?> Refused(Guid person, PleadingKind? kind)
        {
            var clerk = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division()));
            var address = new NewServiceAddress(AddressKind.Mobile, "13612340917", AddressBasis.Provided, "起诉状载明")
            {
                Id = Guid.CreateVersion7(),
                CaseId = _case.Id,
                PersonId = person,
                Pleading = kind is { } k ? new Pleading(k, CourtDataDesk.PleadingDay) : null,
            };
            try
            {
                await _data.Use((AddServiceAddress add) => add.Handle(address, clerk, default));
                return null;
            }
            catch (RefusedException refused)
            {
                return refused.Code;
            }
        }
    }

    private static CaseAgent Lawyer(CaseParty of, string phone) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PartyId = of.Id,
            Name = "王志远",
            IsLawyer = true,
            Phone = phone,
        };

    [Fact]
    public async Task An_address_in_the_defence_is_consent_and_a_later_refusal_ends_it()
    {
        var defendant = _case.Parties[1];
        await _data.Address(defendant, AddressKind.Email, "fa@example.cn");
        Assert.Equal("答辩状（2026-09-12）载明地址", (await Both()).Defendant.Consent.Words);

        await Confirmation(defendant, accepts: false);
        var refused = (await Both()).Defendant;
        Assert.Equal((false, "2026-11-20 的确认书不同意电子送达"), (refused.Consent.IsGiven, refused.Consent.WhyNot));
        Assert.Empty(refused.Proposed());
    }

    [Fact]
    public async Task The_confirmation_in_force_gives_consent_and_the_surest_addresses()
    {
        var plaintiff = _case.Parties[0];
        await _data.Address(plaintiff, AddressKind.Email, "zhang@example.com");
        await _data.Use(async (CourtDb db) => await db.Set<Litigant>().ExecuteUpdateAsync(l => l.SetProperty(x => x.OpenId, "openid-1")));
        await Confirmation(plaintiff, accepts: true);
        var reached = (await Both()).Plaintiff;
        Assert.Equal("确认书 2026-11-20", reached.Consent.Words);
        Assert.Equal(
            [(ServiceChannel.WeChat, AddressBasis.Confirmed), (ServiceChannel.SmsLink, AddressBasis.Confirmed)],
            reached.Proposed().Select(w => (w.Channel, w.Basis))
        );
        Assert.Equal("广州市越秀区北京路 1 号 510030", reached.WaysBy(ServiceChannel.Post).Single().Address);
    }

    [Fact]
    public async Task An_agent_stands_under_its_party_until_the_authority_ends()
    {
        var (lawyer, former) = (await _data.Litigant("王志远"), await _data.Litigant("赵明"));
        await _data.Agent(_case, lawyer);
        await _data.Agent(_case, former, s_now);
        var recipients = await _data.Use((ServiceRecipients r) => r.Of(_case.Id, default));

        Assert.Equal(["原告", "原告的代理律师", "被告"], recipients.Select(r => r.Role));
        Assert.Equal("王志远", recipients[0].RepresentedBy);
    }

    [Fact]
    public async Task A_represented_party_that_nothing_reaches_is_served_by_the_agent()
    {
        var defendant = _case.Parties[1];
        var lawyer = Lawyer(defendant, "13612340917");
        await _data.Use(
            async (CourtDb db) =>
            {
                db.Set<CaseAgent>().Add(lawyer);
                await db.SaveChangesAsync();
            }
        );
        await _data.Address(_case.Parties[0], AddressKind.Mobile, _case.Parties[0].Phone);
        await _data.Address(defendant, AddressKind.Mobile, "13612340917", agentId: lawyer.Id);
        var recipients = await _data.Use((ServiceRecipients r) => r.Of(_case.Id, default));
        Assert.Equal(("送达其诉讼代理人", ""), (recipients[1].DefaultReason, recipients[2].DefaultReason));
        Assert.Equal([ServiceChannel.SmsLink], recipients[2].Proposed().Select(w => w.Channel));
    }

    [Fact]
    public async Task What_reached_somebody_last_is_shown()
    {
        var clerk = await _data.Staff(Role.Clerk, await _data.Division());
        var service = (await _data.BegunServices(_case, clerk, null, DocumentKind.Summons)).Single();
        await _data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Attempts).Include(s => s.Copies).SingleAsync(s => s.Id == service.Id);
                stored.Delivered(stored.Attempts[0].Id, s_now, s_now);
                await db.SaveChangesAsync();
            }
        );
        var last = (await Both()).Plaintiff.Last!;
        Assert.Equal((s_now, ServiceChannel.SmsLink, "传票", AttemptState.Delivered), (last.At, last.Channel, last.Titles, last.State));
    }

    private async Task<(Recipient Plaintiff, Recipient Defendant)> Both()
    {
        var recipients = await _data.Use((ServiceRecipients r) => r.Of(_case.Id, default));
        return (recipients[0], recipients[^1]);
    }

    private async Task Confirmation(CaseParty party, bool accepts, ConfirmationScope scope = ConfirmationScope.FirstInstance)
    {
        var clerk = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division()));
        var form = new ConfirmationForm(accepts, accepts, false, party.Phone, "", "广州市越秀区北京路 1 号", "510030", scope, false, "");
        await _data.Use((NoteAddressConfirmation note) => note.Handle(CourtDataServing.Confirmation(_case, party, form), clerk, default));
    }
}
