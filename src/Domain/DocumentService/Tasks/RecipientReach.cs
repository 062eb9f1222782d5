using System.Globalization;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What is on record of one person: whether there is consent, and which ways there are.</summary>
/// <param name="phone">A contact as the trial system has it: never consent (OLR 29). Empty when unknown.</param>
/// <param name="newest">The person's newest form in this case, in force or not.</param>
/// <param name="addresses">Of this case, and of the form of an earlier stage that still holds.</param>
internal sealed class RecipientReach(
    string phone,
    bool hasAccount,
    bool usesWeChat,
    ConsentOnRecord? consent,
    NewestForm? newest,
    IReadOnlyList<ServiceAddress> addresses
)
{
    private const string Contact = "案件登记的联系电话";

    public RecipientConsent Consent()
    {
        var words = consent?.Words ?? "";
        if (words.Length > 0)
            return new RecipientConsent(words.EndsWith("载明", StringComparison.Ordinal) ? words + "地址" : words, "");
        return new RecipientConsent(
            "",
            newest switch
            {
                { WithdrawnAt: { } at } => $"{Day(at)} 撤回了电子送达的同意",
                { AcceptsElectronic: false } => $"{Day(newest.ConfirmedAt)} 的确认书不同意电子送达",
                _ => RecipientConsent.NoRecord,
            }
        );
    }

    /// <summary>The surest of each channel first.</summary>
    public IReadOnlyList<KnownWay> Ways()
    {
        List<KnownWay> ways = [.. OfAccount()];
        ways.AddRange(
            addresses
                .OrderByDescending(a => a.AddedAt)
                .SelectMany(a => ServiceAddresses.ChannelsOf(a.Kind).Select(c => new KnownWay(c, a.Value, a.Basis, a.Origin)))
        );
        if (phone.Length > 0)
            ways.AddRange(ServiceAddresses.ChannelsOf(AddressKind.Mobile).Select(c => new KnownWay(c, phone, AddressBasis.Found, Contact)));

        ways.Add(new KnownWay(ServiceChannel.InPerson, "", AddressBasis.Confirmed, ""));
        return
        [
            .. ways.GroupBy(w => (w.Channel, w.Address))
                .Select(same => same.MaxBy(w => w.Surety)!)
                .OrderBy(w => w.Channel)
                .ThenByDescending(w => w.Surety),
        ];
    }

    private IEnumerable<KnownWay> OfAccount()
    {
        if (!hasAccount)
            yield break;
        if (usesWeChat)
            yield return Account(ServiceChannel.WeChat, consent?.AllowsWeChat == true);
        yield return Account(ServiceChannel.WebAccount, consent?.AllowsAccount == true);
    }

    /// <summary>An account of somebody whose identity is verified is the person's own, agreed on or not.</summary>
    private KnownWay Account(ServiceChannel channel, bool isAgreed) =>
        isAgreed ? new(channel, "", AddressBasis.Confirmed, consent!.Words) : new(channel, "", AddressBasis.Found, "已实名账号");

    private static string Day(DateTimeOffset at) => ChinaTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a 送达地址确认书 says of consent.</summary>
internal sealed record NewestForm(DateTimeOffset ConfirmedAt, DateTimeOffset? WithdrawnAt, bool AcceptsElectronic);
