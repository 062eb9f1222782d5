using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;

namespace Infrastructure.Demo;

/// <summary>The task of the drawn job screen and the documents that the drawn litigant finds to sign.</summary>
internal sealed class DrawnServices(
    CourtDb db,
    DemoStaff staff,
    DemoPeople people,
    DemoCases cases,
    DemoCalendar calendar,
    DemoPapers papers,
    DemoServing serving,
    CancellationToken ct
)
{
    public const int TaskToday = 42;

    private readonly DateTimeOffset _at = calendar.Now.AddSeconds(-114); // 10:24:06 on the drawn screens

    public async Task Load()
    {
        var chen = people.Named("陈建华");
        await Signed(chen);
        await Task42();
        await ToSign(chen);
    }

    public static CaseDocument Handed(DemoCase @case, StoredPaper paper, int position, DateOnly signedOff, Guid? task) =>
        new()
        {
            Id = Guid.CreateVersion7(DemoCalendar.At(signedOff, 960)),
            CaseId = @case.Case.Id,
            ExternalId = $"SP-{@case.Case.Number}-{position:D2}-{paper.Paper.Title}",
            Kind = paper.Paper.Kind,
            Title = paper.Paper.Title,
            Position = position,
            Sha256 = paper.Sha256,
            Pages = paper.Pages,
            SignedOffOn = signedOff,
            ImportedAt = DemoCalendar.At(signedOff, 970),
            ServedByTaskId = task,
        };

    /// <summary>
    /// One party and its lawyer by every electronic way, another that bounces, a third by post only: a case of its own, which has been heard.
    /// </summary>
    private async Task Task42()
    {
        var @case = cases.Heard(staff.Courts.Single(c => c.Court.Slug == "yuexiu"), "民一庭", "陈静怡", 12346);
        var (plaintiff, lawyer) = (Account("13800138000", "张敏", "19900214", 231), Account("13680080917", "王琳", "19841103", 428));
        db.AddRange(plaintiff.Litigant!, lawyer.Litigant!);
        var zhang = Party(@case, plaintiff.Name, PartyRole.Plaintiff, plaintiff.Phone, plaintiff);
        var firm = Party(@case, "广州穗丰贸易有限公司", PartyRole.Defendant, "13700135521", null);
        var agent = new CaseAgent
        {
            Id = Guid.CreateVersion7(_at.AddDays(-140)),
            PartyId = firm.Id,
            Name = lawyer.Name,
            IsLawyer = true,
            IdentityKey = lawyer.IdentityKey,
            Phone = lawyer.Phone,
        };
        var third = Party(@case, "陈峰", PartyRole.ThirdParty, "13511226604", null);
        firm.Agents.Add(agent);
        @case.Case.Parties.AddRange([zhang, firm, third]);
        db.Add(@case.Case);
        var clerk = Clerk("吴家乐");
        var (ofZhang, ofAgent) = (
            Confirmed(zhang, null, "", "广州市越秀区北京路 120 号 510030", new(2026, 6, 8)),
            Confirmed(firm, agent, "wanglin@gdlaw.com", "广州市天河区体育西路 9 号 510620", new(2026, 7, 2))
        );
        db.AddRange([.. ofZhang.WithAddresses(clerk), .. ofAgent.WithAddresses(clerk), .. Addresses(@case, zhang, firm, third)]);
        List<StoredPaper> printed = [];
        foreach (var paper in (DemoPaper[])[DemoPapers.Judgment, DemoPapers.AppealGuide, DemoPapers.Fees])
            printed.Add(await papers.Of(paper, @case, calendar.Today.AddDays(-1)));
        var postal = "广州市海珠区滨江东路 88 号 510240";
        List<DemoRecipient> recipients =
        [
            new(
                Planned(
                    zhang,
                    null,
                    ofZhang.Title,
                    new(ServiceChannel.WeChat, "", AddressBasis.Confirmed, "已实名"),
                    Sms(zhang.Phone, AddressBasis.Confirmed)
                ),
                AccountOf(plaintiff),
                life =>
                {
                    life.Delivered(0, _at.AddSeconds(1));
                    life.Delivered(1, _at.AddSeconds(5));
                    life.Open(ServiceChannel.WeChat, _at.AddSeconds(70));
                    life.Sign(ServiceChannel.WeChat, _at.AddSeconds(85));
                }
            ),
            new(
                Planned(
                    firm,
                    null,
                    DemoFaces.PleadingOf(@case, firm).Origin + "地址",
                    new(ServiceChannel.SmsLink, firm.Phone, AddressBasis.Provided, DemoFaces.PleadingOf(@case, firm).Origin),
                    new(ServiceChannel.Email, "fawu@gz88.cn", AddressBasis.Provided, DemoFaces.PleadingOf(@case, firm).Origin)
                ),
                new("", firm.Phone, null, false),
                life =>
                {
                    life.Delivered(0, _at.AddSeconds(7));
                    life.Sent(1, _at.AddSeconds(9));
                    life.Failed(1, _at.AddSeconds(34), "smtp_552");
                }
            ),
            new(
                Planned(
                    firm,
                    agent,
                    ofAgent.Title,
                    new(ServiceChannel.WeChat, "", AddressBasis.Confirmed, "已实名"),
                    Sms(agent.Phone, AddressBasis.Confirmed),
                    new(ServiceChannel.Email, "wanglin@gdlaw.com", AddressBasis.Confirmed, "地址确认书")
                ),
                AccountOf(lawyer),
                life =>
                {
                    life.Delivered(0, _at.AddSeconds(2));
                    life.Delivered(1, _at.AddSeconds(6));
                    life.Delivered(2, _at.AddSeconds(16));
                    life.Open(ServiceChannel.WeChat, _at.AddSeconds(48));
                    life.Sign(ServiceChannel.WeChat, _at.AddSeconds(56));
                    life.Open(ServiceChannel.SmsLink, _at.AddSeconds(112));
                }
            ),
            new(
                Planned(third, null, "", new PlannedWay(ServiceChannel.Post, postal, AddressBasis.Found, "户籍地址")),
                new("", third.Phone, null, false),
                life => life.Sent(0, _at.AddSeconds(110), "EY12345678CN")
            ),
        ];
        var task = await serving.Serve($"SD{calendar.Today:yyyyMMdd}-{TaskToday:D4}", @case, clerk, _at, printed, recipients);
        db.Set<CaseDocument>().AddRange(printed.Select((p, i) => Handed(@case, p, i + 1, calendar.Today.AddDays(-1), task.Id)));
        await db.SaveChangesAsync(ct);
        db.Forget();

        AddressConfirmation Confirmed(CaseParty party, CaseAgent? by, string email, string postal, DateOnly day) =>
            DemoConfirmations.Noted(@case, party, by, email, postal, day > @case.Case.FiledOn ? day : @case.Case.FiledOn.AddDays(3), clerk);
    }

    /// <summary>Delivered this morning, not opened yet.</summary>
    private async Task ToSign(DemoPerson chen)
    {
        var @case = Drawn("tianhe", 20871);
        var half = ChinaTime.At(calendar.Today, new TimeOnly(8, 30));
        var at = half <= calendar.Now.AddMinutes(-1) ? half : calendar.Now.AddMinutes(-1);
        await Serve(@case, chen, at, "-0031", [DemoPapers.Judgment], null, await Consent(@case, chen));
    }

    private async Task Signed(DemoPerson chen)
    {
        var @case = Drawn("yuexiu", 12345);
        var (early, late) = (
            ChinaTime.At(calendar.Today.AddDays(-73), new TimeOnly(9, 12)),
            ChinaTime.At(calendar.Today.AddDays(-10), new TimeOnly(10, 5))
        );
        var consent = await Consent(@case, chen);
        await Serve(@case, chen, early, "-0090", [DemoPapers.Acceptance], early.AddHours(3), consent);
        await Serve(@case, chen, late, "-0091", [DemoPapers.Summons, DemoPapers.Evidence], late.AddHours(2), consent);
    }

    /// <summary>On paper, two days after filing.</summary>
    private async Task<AddressConfirmation> Consent(DemoCase @case, DemoPerson person)
    {
        var party = @case.Case.Parties.Find(p => p.IdentityKey == person.IdentityKey)!;
        var clerk = @case.Court.Posts.First(p => p.Staff.Id == @case.Case.ClerkId && p.Post.Role == Role.Clerk);
        var confirmation = DemoConfirmations.Noted(
            @case,
            party,
            null,
            "",
            "广州市越秀区东风东路 66 号 510000",
            @case.Case.FiledOn.AddDays(2),
            clerk
        );
        db.AddRange(confirmation.WithAddresses(clerk));
        await db.SaveChangesAsync(ct);
        db.Forget();
        return confirmation;
    }

    private async Task Serve(
        DemoCase @case,
        DemoPerson person,
        DateTimeOffset at,
        string number,
        IReadOnlyList<DemoPaper> what,
        DateTimeOffset? signs,
        AddressConfirmation consent
    )
    {
        var day = ChinaTime.DayOf(at);
        List<StoredPaper> printed = [];
        foreach (var paper in what)
            printed.Add(await papers.Of(paper, @case, day.AddDays(-1)));
        var party = @case.Case.Parties.Find(p => p.IdentityKey == person.IdentityKey)!;
        var clerk = @case.Court.Posts.First(p => p.Staff.Id == @case.Case.ClerkId && p.Post.Role == Role.Clerk);
        var recipient = new DemoRecipient(
            Planned(
                party,
                null,
                consent.Title,
                new(ServiceChannel.WebAccount, "", AddressBasis.Confirmed, "平台账户"),
                Sms(party.Phone, AddressBasis.Confirmed)
            ),
            AccountOf(person),
            life =>
            {
                life.Delivered(1, at.AddSeconds(6));
                if (signs is not { } when)
                    return;
                life.Open(ServiceChannel.WebAccount, when);
                life.Sign(ServiceChannel.WebAccount, when.AddMinutes(1));
            }
        );
        await serving.Serve($"SD{day:yyyyMMdd}{number}", @case, clerk, at, printed, [recipient]);
    }

    private static IEnumerable<ServiceAddress> Addresses(DemoCase @case, CaseParty zhang, CaseParty firm, CaseParty third)
    {
        yield return Designated(zhang, AddressKind.Email, "zhangmin@163.com");
        yield return Designated(firm, AddressKind.Mobile, firm.Phone);
        yield return Designated(firm, AddressKind.Email, "fawu@gz88.cn");
        yield return Designated(firm, AddressKind.Postal, "广州市天河区体育东路 6 号 510620");
        yield return Known(third, AddressKind.Mobile, third.Phone, AddressBasis.Unconfirmed, "运营商查得");
        yield return Known(third, AddressKind.Postal, "广州市海珠区滨江东路 88 号 510240", AddressBasis.Found, "户籍地址");

        ServiceAddress Designated(CaseParty party, AddressKind kind, string value) =>
            Known(party, kind, value, AddressBasis.Provided, "", DemoFaces.PleadingOf(@case, party));

        ServiceAddress Known(
            CaseParty party,
            AddressKind kind,
            string value,
            AddressBasis basis,
            string origin,
            Pleading? pleading = null
        ) =>
            DemoFaces.Add(
                @case,
                party,
                null,
                new NewServiceAddress(kind, value, basis, origin)
                {
                    Id = default,
                    CaseId = default,
                    PersonId = default,
                    Pleading = pleading,
                }
            );
    }

    private DemoPerson Account(string phone, string name, string birthday, int order)
    {
        var person = people.Like(phone, name, DemoPeople.IdNumber("440104", birthday, order));
        person.Litigant!.UseWeChat(new WeChatPerson("demo-" + phone, null), person.Litigant.CreatedAt);
        return person;
    }

    private static RecipientAccount AccountOf(DemoPerson person) =>
        new(person.IdentityKey, person.Phone, person.Litigant!.Id, person.Litigant.OpenId is not null);

    private static CaseParty Party(DemoCase @case, string name, PartyRole role, string phone, DemoPerson? person) =>
        new()
        {
            Id = Guid.CreateVersion7(DemoCalendar.At(@case.Case.FiledOn, 600)),
            CaseId = @case.Case.Id,
            Name = name,
            Role = role,
            IsOrganisation = Masking.IsOrganisation(name),
            IdentityKey = person?.IdentityKey ?? "",
            IdLastFour = person?.LastFour ?? "",
            Phone = phone,
            Position = @case.Case.Parties.Count + (int)role,
            Domicile = Domicile.Mainland,
            IsInCustody = false,
            IsMinor = false,
        };

    private static PlannedRecipient Planned(CaseParty party, CaseAgent? agent, string consent, params PlannedWay[] ways) =>
        new(agent?.Name ?? party.Name, party.Role.Chinese() + (agent is null ? "" : "的代理律师"), consent, ways)
        {
            ServiceId = Guid.CreateVersion7(),
            PartyId = party.Id,
            AgentId = agent?.Id,
        };

    private static PlannedWay Sms(string phone, AddressBasis basis) => new(ServiceChannel.SmsLink, phone, basis, "地址确认书");

    private DemoPost Clerk(string name) => staff.Courts.SelectMany(c => c.Holders(Role.Clerk)).Single(p => p.Staff.Name == name);

    private DemoCase Drawn(string court, int sequence) =>
        cases.All.First(c =>
            c.Court.Court.Slug == court
            && c.Case.Number.EndsWith(string.Create(CultureInfo.InvariantCulture, $"民初{sequence}号"), StringComparison.Ordinal)
        );
}
