using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;

namespace Infrastructure.Demo;

/// <summary>The parties of a case as recipients, with what they do when documents come.</summary>
internal sealed class DemoFaces(DemoPeople people, DemoCalendar calendar)
{
    public const string WithdrawnFor = "文书有笔误，更正后另行送达";

    public static readonly TimeSpan WithdrawnAfter = TimeSpan.FromMinutes(6);

    private static readonly string[] s_codes = ["EMPTY", "OFF", "UNDELIV", "BLACK"];

    private readonly DemoDice _dice = new(20_260_405);
    private readonly Dictionary<string, Guid> _accounts = people
        .Parties.Concat(people.Lawyers)
        .Where(p => p.Litigant is not null)
        .DistinctBy(p => p.IdentityKey)
        .ToDictionary(p => p.IdentityKey, p => p.Litigant!.Id);

    /// <summary>What came of the first service of somebody comes again: their consent is on record once.</summary>
    private readonly Dictionary<Guid, (int Fate, bool HasForm)> _fates = [];

    private readonly HashSet<Guid> _recorded = [];

    /// <summary>The person's consent is on record already.</summary>
    public bool HasRecord(Guid person) => _recorded.Contains(person);

    public IEnumerable<DemoRecipient> Of(DemoCase @case, DemoPost clerk, DateTimeOffset at, bool withdrawn)
    {
        foreach (var party in @case.Case.Parties)
        {
            // A represented party's agent receives for it.
            var agent = party.Agents.Find(a => a.EndedAt is null);
            yield return Of(@case, party, agent, clerk, at, withdrawn);
        }
    }

    /// <summary>What is on record of people who wait to be served: a pleading of their own, or what the court found. A phone alone is a contact.</summary>
    /// <param name="designates">The first party's complaint and the second's defence name a mobile for service.</param>
    public static IEnumerable<ServiceAddress> AddressesOf(DemoCase @case, bool designates)
    {
        foreach (var party in @case.Case.Parties)
        {
            if (party.Role == PartyRole.ThirdParty)
                yield return Found(@case, party, AddressKind.Mobile, PhoneOf(party), AddressBasis.Unconfirmed, "运营商查得");
            else if (designates && party.Agents.TrueForAll(a => a.EndedAt is not null))
                yield return Designated(@case, party, null, AddressKind.Mobile, PhoneOf(party));
            if (designates && party is { IsOrganisation: true, Role: not PartyRole.ThirdParty })
                yield return Designated(@case, party, null, AddressKind.Email, EmailOf(party));
            yield return Found(
                @case,
                party,
                AddressKind.Postal,
                PostalOf(party),
                AddressBasis.Found,
                party.IsOrganisation ? "营业执照" : "户籍地址"
            );
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

    private static ServiceAddress Found(
        DemoCase @case,
        CaseParty party,
        AddressKind kind,
        string value,
        AddressBasis basis,
        string origin
    ) =>
        Add(
            @case,
            party,
            null,
            new NewServiceAddress(kind, value, basis, origin)
            {
                Id = default,
                CaseId = default,
                PersonId = default,
            }
        );

    private static ServiceAddress Designated(DemoCase @case, CaseParty party, CaseAgent? agent, AddressKind kind, string value) =>
        Add(
            @case,
            party,
            agent,
            new NewServiceAddress(kind, value, AddressBasis.Provided, "")
            {
                Id = default,
                CaseId = default,
                PersonId = default,
                Pleading = PleadingOf(@case, party),
            }
        );

    /// <summary>The complaint on the day of filing, the defence on the day after.</summary>
    public static Pleading PleadingOf(DemoCase @case, CaseParty party) =>
        Enum.GetValues<PleadingKind>().First(k => k.MayBeFiledBy(party.Role)) is var kind && kind == PleadingKind.Complaint
            ? new Pleading(kind, @case.Case.FiledOn)
            : new Pleading(
                kind == PleadingKind.Appeal && party.Role != PartyRole.Appellant ? PleadingKind.Defence : kind,
                @case.Case.FiledOn
            );

    public static ServiceAddress Add(DemoCase @case, CaseParty party, CaseAgent? agent, NewServiceAddress added)
    {
        var at = DemoCalendar.At(@case.Case.FiledOn, 640);
        var subject = new ConfirmationSubject(new RecipientKey(party.Id, agent?.Id), agent?.IdentityKey ?? party.IdentityKey)
        {
            CaseId = @case.Case.Id,
            CourtId = @case.Case.CourtId,
            DivisionId = @case.Division.Id,
            Role = party.Role,
        };
        var own = added with { Id = Guid.CreateVersion7(at), CaseId = @case.Case.Id, PersonId = agent?.Id ?? party.Id };
        return ServiceAddress.Add(own, subject, Actor.System, at);
    }

    private DemoRecipient Of(DemoCase @case, CaseParty party, CaseAgent? agent, DemoPost clerk, DateTimeOffset at, bool withdrawn)
    {
        var key = agent?.IdentityKey ?? party.IdentityKey;
        var phone = agent?.Phone ?? PhoneOf(party);
        Guid? account = key.Length > 0 && _accounts.TryGetValue(key, out var id) ? id : null;
        var person = agent?.Id ?? party.Id;
        if (!_fates.TryGetValue(person, out var fate))
            _fates[person] = fate = (_dice.Between(0, 99), _dice.Chance(0.7) || account is not null);
        var by = (Form: AddressConfirmation.TitleOf(@case.Case.FiledOn), Pleading: PleadingOf(@case, party));
        var (basis, consents, lives, ways) = Draw(fate.Fate, fate.HasForm, by, party, phone, account, at, withdrawn);
        var consent =
            !consents ? ""
            : basis == AddressBasis.Provided ? by.Pleading.Origin + "地址"
            : by.Form;
        List<object> records = [];
        var isNew = consents && _recorded.Add(person);
        if (isNew && basis == AddressBasis.Provided)
            records.AddRange(
                ways.Where(w => w.Address.Length > 0)
                    .Select(w =>
                        Designated(
                            @case,
                            party,
                            agent,
                            w.Channel == ServiceChannel.Email ? AddressKind.Email : AddressKind.Mobile,
                            w.Address
                        )
                    )
            );
        else if (isNew)
            records.AddRange(
                DemoConfirmations
                    .Noted(
                        @case,
                        party,
                        agent,
                        ways.FirstOrDefault(w => w.Channel == ServiceChannel.Email)?.Address ?? "",
                        PostalOf(party),
                        @case.Case.FiledOn,
                        clerk,
                        byPhone: basis == AddressBasis.Confirmed
                    )
                    .WithAddresses(clerk)
            );
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
        )
        {
            Records = records,
        };
    }

    /// <param name="by">What the person's consent stands in, if there is any.</param>
    private (AddressBasis, bool Consents, Action<DemoServiceLife>, PlannedWay[]) Draw(
        int fate,
        bool hasForm,
        (string Form, Pleading Pleading) by,
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
                basis == AddressBasis.Confirmed ? by.Form
                    : basis == AddressBasis.Provided ? by.Pleading.Origin
                    : "运营商查得"
            );
        var confirmed = hasForm ? AddressBasis.Confirmed : AddressBasis.Provided;
        switch (withdrawn ? 99 : fate)
        {
            case < 52: // arrives, mostly opened, often signed
                PlannedWay[] ways =
                    way == ServiceChannel.WebAccount ? [new(way, "", AddressBasis.Confirmed, by.Form), Sms(confirmed)]
                    : party.IsOrganisation && fate % 2 == 0
                        ? [Sms(confirmed), new(ServiceChannel.Email, EmailOf(party), confirmed, hasForm ? by.Form : by.Pleading.Origin)]
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
                                life.Failed(1, soon.AddSeconds(20), "smtp_552");
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
                    [new(ServiceChannel.Post, PostalOf(party), AddressBasis.Found, "户籍地址")]
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
                    [new(ServiceChannel.InPerson, "", AddressBasis.Confirmed, "诉讼服务大厅")]
                );
            case < 99: // arrived where nobody consented: still under way
                return (AddressBasis.Unconfirmed, false, life => life.Delivered(0, soon), [Sms(AddressBasis.Unconfirmed)]);
            default:
                return (
                    AddressBasis.Unconfirmed,
                    false,
                    life => life.Withdraw(at + WithdrawnAfter, WithdrawnFor),
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
