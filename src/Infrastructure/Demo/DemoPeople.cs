using System.Globalization;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Gateways.WeChat;

namespace Infrastructure.Demo;

/// <summary>Somebody outside the court, with an ID number that is valid and nobody's on purpose.</summary>
internal sealed record DemoPerson(string Name, string IdNumber, string Phone, bool IsLawyer = false)
{
    /// <summary>Their name there; empty for who gets SMS only.</summary>
    public string WeChat { get; init; } = "";

    /// <summary>Set for those who use the mini-program.</summary>
    public Litigant? Litigant { get; set; }

    public string IdentityKey { get; private set; } = "";

    public string LastFour => IdNumber[^4..];

    /// <summary>On the phone; of who uses the mini-program.</summary>
    public Actor Actor => Actor.Litigant(Litigant!.Id, Name);

    public DemoPerson With(IIdentityKeys keys)
    {
        IdentityKey = keys.For(IdNumber);
        return this;
    }
}

/// <summary>Parties, lawyers and users of the mini-program.</summary>
internal sealed class DemoPeople
{
    private static readonly string[] s_areas =
    [
        "440103",
        "440104",
        "440105",
        "440106",
        "440111",
        "440112",
        "440113",
        "440114",
        "440115",
        "440117",
        "440118",
    ];
    private readonly DemoDice _dice = new(20_260_301);
    private readonly IIdentityKeys _keys;
    private readonly DateTimeOffset _now;
    private int _made;

    public DemoPeople(IIdentityKeys keys, DateTimeOffset now)
    {
        (_keys, _now) = (keys, now);
        Known =
        [
            .. DemoAccounts.Litigants.Select(l => new DemoPerson(l.Name, l.IdNumber, l.Phone, l.IsLawyer) { WeChat = l.WeChat }.With(keys)),
        ];
        Parties = [.. Known.Where(p => !p.IsLawyer), .. Enumerable.Range(0, 3_600).Select(_ => New(isLawyer: false).With(keys))];
        Lawyers = [.. Known.Where(p => p.IsLawyer), .. Enumerable.Range(0, 260).Select(_ => New(isLawyer: true).With(keys))];
        foreach (var person in Parties.Where((_, i) => i < Known.Count || i % 3 == 0).Concat(Lawyers.Where((_, i) => i % 2 == 0)))
            person.Litigant = SignedUp(person, now.AddDays(-_dice.Between(91, 400)));
    }

    /// <summary>Those of <see cref="DemoAccounts.Litigants"/>, in their order.</summary>
    public IReadOnlyList<DemoPerson> Known { get; }

    public IReadOnlyList<DemoPerson> Parties { get; }
    public IReadOnlyList<DemoPerson> Lawyers { get; }

    public IEnumerable<Litigant> Litigants => Parties.Concat(Lawyers).Where(p => p.Litigant is not null).Select(p => p.Litigant!);

    /// <summary>Their messages are laid out one by one, see <see cref="DemoInbox"/>; a lawyer's come as they come.</summary>
    public bool IsDrawn(DemoPerson person) => !person.IsLawyer && Known.Contains(person);

    public DemoPerson Named(string name) => Known.Single(p => p.Name == name);

    /// <summary>Who uses WeChat has accepted every template that is configured.</summary>
    public IEnumerable<SubscribeCredit> Subscriptions(SubscribeTemplates templates, DateTimeOffset now)
    {
        foreach (var person in Known.Where(p => p.WeChat.Length > 0))
        foreach (var template in templates.Ids)
        {
            var credit = new SubscribeCredit { LitigantId = person.Litigant!.Id, TemplateId = template };
            credit.Accepted(now);
            yield return credit;
        }
    }

    /// <param name="birthday">yyyyMMdd.</param>
    public static string IdNumber(string area, string birthday, int order)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{area}{birthday}{order:D3}");
        return body + ResidentId.CheckCharacter(body);
    }

    /// <summary>One more with an account, outside the lists.</summary>
    public DemoPerson Like(string phone, string name, string idNumber)
    {
        var person = new DemoPerson(name, idNumber, phone).With(_keys);
        person.Litigant = SignedUp(person, _now.AddDays(-150));
        return person;
    }

    private static Litigant SignedUp(DemoPerson person, DateTimeOffset at)
    {
        var litigant = Litigant.SignUp(
            person.Phone,
            person.WeChat.Length == 0 ? null : new WeChatPerson(WeChatSimulator.OpenIdOf(person.WeChat), null),
            at
        );
        litigant.Verified(person.Name, person.IdentityKey, at);
        return litigant;
    }

    private DemoPerson New(bool isLawyer)
    {
        var birthday = new DateOnly(1955, 1, 1).AddDays(_dice.Between(0, 17_500)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var id = IdNumber(_dice.Of(s_areas), birthday, _made % 1_000);
        return new DemoPerson(DemoNames.Person(_dice), id, string.Create(CultureInfo.InvariantCulture, $"13800{++_made:D6}"), isLawyer);
    }
}
