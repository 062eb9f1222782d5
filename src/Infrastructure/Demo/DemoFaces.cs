using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;

namespace Infrastructure.Demo;

/// <summary>The parties of a case as recipients, with what they do when documents come.</summary>
internal sealed class DemoFaces(DemoPeople people, DemoCalendar calendar)
{
    private static readonly string[] s_codes = ["EMPTY", "OFF", "UNDELIV", "BLACK"];

    private readonly DemoDice _dice = new(20_260_405);
    private readonly Dictionary<string, Guid> _accounts = people
        .Parties.Concat(people.Lawyers)
        .Where(p => p.Litigant is not null)
        .DistinctBy(p => p.IdentityKey)
        .ToDictionary(p => p.IdentityKey, p => p.Litigant!.Id);

    public IEnumerable<DemoRecipient> Of(DemoCase @case, DateTimeOffset at, bool withdrawn)
    {
        foreach (var party in @case.Case.Parties)
        {
            // A represented party's agent receives for it.
            var agent = party.Agents.Find(a => a.EndedAt is null);
            yield return Of(party, agent, at, withdrawn);
        }
    }

    /// <summary>What the pleadings say.</summary>
    public static IEnumerable<ServiceAddress> AddressesOf(DemoCase @case)
    {
        var at = DemoCalendar.At(@case.Case.FiledOn, 620);
        foreach (var party in @case.Case.Parties)
        {
            yield return Known(@case.Division.Id, party, null, AddressKind.Mobile, PhoneOf(party), at);
            yield return Known(@case.Division.Id, party, null, AddressKind.Postal, PostalOf(party), at);
            if (party.IsOrganisation)
                yield return Known(@case.Division.Id, party, null, AddressKind.Email, EmailOf(party), at);
            foreach (var agent in party.Agents.Where(a => a.EndedAt is null))
                yield return Known(@case.Division.Id, party, agent, AddressKind.Mobile, agent.Phone, at);
        }
    }

    /// <summary>A company's is made up from its place in the case.</summary>
    public static string PhoneOf(CaseParty party) =>
        party.Phone.Length > 0 ? party.Phone : string.Create(CultureInfo.InvariantCulture, $"1370020{Digits(party):D4}");

    private static int Digits(CaseParty party) => party.Name.Sum(c => c) % 9_000 + 1_000;

    private static string EmailOf(CaseParty party) => string.Create(CultureInfo.InvariantCulture, $"legal{Digits(party)}@corp.example");

    public static string PostalOf(CaseParty party)
    {
        string[] districts = ["越秀", "海珠", "荔湾", "天河", "白云", "番禺"];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"广州市{districts[Digits(party) % districts.Length]}区示范路{Digits(party) % 300 + 1}号 510000"
        );
    }

    private static ServiceAddress Known(
        Guid division,
        CaseParty party,
        CaseAgent? agent,
        AddressKind kind,
        string value,
        DateTimeOffset at
    ) =>
        new ServiceAddress
        {
            Id = Guid.CreateVersion7(at),
            CaseId = party.CaseId,
            PartyId = party.Id,
            AgentId = agent?.Id,
            Kind = kind,
            Value = value,
            Basis = party.Role is PartyRole.ThirdParty ? AddressBasis.Unconfirmed : AddressBasis.Provided,
            Origin =
                party.Role is PartyRole.ThirdParty ? "运营商查得"
                : party.Position == 0 ? "起诉状载明"
                : "答辩状载明",
            AddedAt = at,
        }.Recorded(division, Actor.System, at);

    private DemoRecipient Of(CaseParty party, CaseAgent? agent, DateTimeOffset at, bool withdrawn)
    {
        var key = agent?.IdentityKey ?? party.IdentityKey;
        var phone = agent?.Phone ?? PhoneOf(party);
        Guid? account = key.Length > 0 && _accounts.TryGetValue(key, out var id) ? id : null;
        var (basis, consents, lives, ways) = Draw(party, phone, account, at, withdrawn);
        var consent = consents
            ? basis == AddressBasis.Confirmed
                ? $"确认书 {ChinaTime.DayOf(at.AddDays(-40)):yyyy-MM-dd}"
                : "答辩状载明地址"
            : "";
        var role = party.Role.Chinese() + (agent is null ? "" : "的代理律师");
        return new(
            new PlannedRecipient(agent?.Name ?? party.Name, role, consent, ways)
            {
                ServiceId = Guid.CreateVersion7(at),
                PartyId = party.Id,
                AgentId = agent?.Id,
            },
            new RecipientAccount(key, phone, account, false),
            lives
        );
    }

    private (AddressBasis, bool Consents, Action<DemoServiceLife>, PlannedWay[]) Draw(
        CaseParty party,
        string phone,
        Guid? account,
        DateTimeOffset at,
        bool withdrawn
    )
    {
        var way = account is null ? ServiceChannel.SmsLink : ServiceChannel.WebAccount;
        var (soon, later, signed) = (at.AddSeconds(_dice.Between(4, 40)), at.AddMinutes(_dice.Between(20, 2_400)), _dice.Between(1, 60));
        PlannedWay Sms(AddressBasis basis) =>
            new(
                ServiceChannel.SmsLink,
                phone,
                basis,
                basis == AddressBasis.Confirmed ? "地址确认书"
                    : basis == AddressBasis.Provided ? "诉状载明"
                    : "运营商查得"
            );
        var confirmed = _dice.Chance(0.7) ? AddressBasis.Confirmed : AddressBasis.Provided;
        switch (withdrawn ? 99 : _dice.Between(0, 99))
        {
            case < 52: // arrives, mostly opened, often signed
                PlannedWay[] ways =
                    way == ServiceChannel.WebAccount ? [new(way, "", AddressBasis.Confirmed, "平台账户"), Sms(confirmed)]
                    : party.IsOrganisation && _dice.Chance(0.5)
                        ? [Sms(confirmed), new(ServiceChannel.Email, EmailOf(party), confirmed, "诉状载明")]
                    : [Sms(confirmed)];
                var (opens, signs, paper, bounces) = (_dice.Chance(0.85), _dice.Chance(0.75), _dice.Chance(0.05), _dice.Chance(0.25));
                return (
                    confirmed,
                    true,
                    life =>
                    {
                        if (way != ServiceChannel.WebAccount)
                            life.Delivered(0, soon);
                        if (ways.Length > 1 && ways[1].Channel == ServiceChannel.SmsLink)
                            life.Delivered(1, soon.AddSeconds(3));
                        if (ways.Length > 1 && ways[1].Channel == ServiceChannel.Email)
                        {
                            if (bounces)
                                life.Failed(1, soon.AddSeconds(20), "552");
                            else
                                life.Delivered(1, soon.AddSeconds(9));
                        }
                        Reads(life, ways[0].Channel, later, opens, signs, signed);
                        if (opens && paper && later.AddHours(1) < calendar.Now)
                            life.AskForPaper(later.AddHours(1));
                    },
                    ways
                );
            case < 62: // found by the court and read with consent: presumed
                return (
                    AddressBasis.Found,
                    true,
                    life =>
                    {
                        life.Delivered(0, soon);
                        Reads(life, ServiceChannel.SmsLink, later, true, false, 0);
                    },
                    [Sms(AddressBasis.Found)]
                );
            case < 68: // read without consent
                return (
                    AddressBasis.Found,
                    false,
                    life =>
                    {
                        life.Delivered(0, soon);
                        Reads(life, ServiceChannel.SmsLink, later, true, false, 0);
                    },
                    [Sms(AddressBasis.Found)]
                );
            case < 78: // reached nobody
                var code = _dice.Of(s_codes);
                return (AddressBasis.Provided, true, life => life.Failed(0, soon.AddSeconds(30), code), [Sms(AddressBasis.Provided)]);
            case < 84: // by post
                var (days, reference) = (
                    _dice.Between(2, 6),
                    string.Create(CultureInfo.InvariantCulture, $"EY{_dice.Between(10_000_000, 99_999_999)}CN")
                );
                return (
                    AddressBasis.Provided,
                    false,
                    life =>
                    {
                        if (at.AddHours(4) < calendar.Now)
                            life.Sent(0, at.AddHours(4), reference);
                        if (at.AddDays(days) < calendar.Now)
                            life.SignOnPaper(ServiceChannel.Post, at.AddDays(days));
                    },
                    [new(ServiceChannel.Post, PostalOf(party), AddressBasis.Provided, "诉状载明")]
                );
            case < 89: // at court
                return (
                    AddressBasis.Provided,
                    false,
                    life =>
                    {
                        if (at.AddMinutes(15) < calendar.Now)
                            life.SignOnPaper(ServiceChannel.InPerson, at.AddMinutes(15));
                    },
                    [new(ServiceChannel.InPerson, PostalOf(party), AddressBasis.Provided, "诉讼服务大厅")]
                );
            case < 99: // arrived where nobody consented: still under way
                return (AddressBasis.Unconfirmed, false, life => life.Delivered(0, soon), [Sms(AddressBasis.Unconfirmed)]);
            default:
                return (
                    AddressBasis.Unconfirmed,
                    false,
                    life => life.Withdraw(at.AddMinutes(6), "文书有笔误，更正后另行送达"),
                    [Sms(AddressBasis.Unconfirmed)]
                );
        }
    }

    private void Reads(DemoServiceLife life, ServiceChannel via, DateTimeOffset at, bool opens, bool signs, int minutes)
    {
        if (!opens || at > calendar.Now)
            return;
        life.Open(via, at);
        if (signs && at.AddMinutes(minutes) < calendar.Now)
            life.Sign(via, at.AddMinutes(minutes));
    }
}
