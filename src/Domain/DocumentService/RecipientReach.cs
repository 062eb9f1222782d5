using System.Globalization;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What is on record of one person: whether there is consent, and which ways there are.</summary>
/// <param name="phone">As the trial system has it; empty when unknown.</param>
/// <param name="wroteThePleading">The phone stands in a pleading of the person's own side.</param>
/// <param name="newest">The person's newest form in this case, in force or not.</param>
/// <param name="addresses">Of this case, and of the form of an earlier stage that still holds.</param>
internal sealed class RecipientReach(
    string phone, bool wroteThePleading, bool hasAccount, bool usesWeChat, ConsentOnRecord? consent, NewestForm? newest, IReadOnlyList<ServiceAddress> addresses)
/// <param name="recorded">What <see cref="ServiceConsents"/> knows: also of the first instance, and of services accepted before.</param>
/// <param name="carried">The first instance's form that the recorded consent stands in.</param>
internal sealed class RecipientReach(
    CaseStage stage, string phone, bool wroteThePleading, bool hasAccount, bool usesWeChat,
    IReadOnlyList<AddressConfirmation> confirmations, IReadOnlyList<ServiceAddress> addresses, ConsentOnRecord? recorded = null, AddressConfirmation? carried = null)
{
    private const string InPleading = "诉状载明";

    /// <summary>What a person refused or withdrew counts before the phone of an earlier pleading.</summary>
    public RecipientConsent Consent()
    {
        var words = consent?.Words ?? (newest is null && wroteThePleading && phone.Length > 0 ? InPleading : "");
        if (words.Length > 0) return new RecipientConsent(words.EndsWith("载明", StringComparison.Ordinal) ? words + "地址" : words, "");
        return new RecipientConsent("", newest switch
    private AddressConfirmation? InForce => _newest is { EndedAt: null, WithdrawnAt: null } ? _newest : null;

    /// <summary>In force here, or carried from the first instance (JI 137).</summary>
    private AddressConfirmation? Form => InForce ?? carried;

    /// <summary>The newest word of the person counts: a refusal or a withdrawal ends what earlier pleadings said.</summary>
    public RecipientConsent Consent()
    {
        if (InForce is { AcceptsElectronic: true } confirmation) return new RecipientConsent($"确认书 {Day(confirmation.ConfirmedAt)}", "");
        if (carried is not null && recorded is not null) return new RecipientConsent(recorded.Words, "");
        var since = _newest?.WithdrawnAt ?? _newest?.ConfirmedAt;
        var provided = addresses.Where(a => a.Kind != AddressKind.Postal && a.Basis is AddressBasis.Provided or AddressBasis.Confirmed && !(a.AddedAt <= since)).MinBy(a => a.AddedAt);
        if (provided is not null) return new RecipientConsent($"{provided.Origin}地址", "");
        if (since is null && wroteThePleading && phone.Length > 0) return new RecipientConsent($"{InPleading}地址", "");
        if (recorded is not null) return new RecipientConsent(recorded.Words, "");
        return new RecipientConsent("", _newest switch
        {
            { WithdrawnAt: { } at } => $"{Day(at)} 撤回了电子送达的同意",
            { AcceptsElectronic: false } => $"{Day(newest.ConfirmedAt)} 的确认书不同意电子送达",
            _ => RecipientConsent.NoRecord,
        });
    }

    /// <summary>The surest of each channel first.</summary>
    public IReadOnlyList<KnownWay> Ways()
    {
        List<KnownWay> ways = [.. OfAccount()];
        ways.AddRange(addresses.OrderByDescending(a => a.AddedAt).SelectMany(a => ServiceAddresses.ChannelsOf(a.Kind).Select(c => new KnownWay(c, a.Value, a.Basis, a.Origin))));
        if (phone.Length > 0)
        {
            var (basis, origin) = wroteThePleading ? (AddressBasis.Provided, InPleading) : (AddressBasis.Found, AddressBasis.Found.Chinese());
            ways.AddRange(ServiceAddresses.ChannelsOf(AddressKind.Mobile).Select(c => new KnownWay(c, phone, basis, origin)));
        }

        ways.Add(new KnownWay(ServiceChannel.InPerson, "", AddressBasis.Confirmed, ""));
        return [.. ways.GroupBy(w => (w.Channel, w.Address)).Select(same => same.MaxBy(w => w.Surety)!).OrderBy(w => w.Channel).ThenByDescending(w => w.Surety)];
    }

    private IEnumerable<KnownWay> OfAccount()
    {
        if (!hasAccount) yield break;
        if (usesWeChat) yield return Account(ServiceChannel.WeChat, consent?.AllowsWeChat == true);
        yield return Account(ServiceChannel.WebAccount, consent?.AllowsAccount == true);
        if (usesWeChat) yield return Account(ServiceChannel.WeChat, Form?.AcceptsWeChat == true);
        yield return Account(ServiceChannel.WebAccount, Form?.AcceptsAccount == true);
    }

    /// <summary>An account of somebody whose identity is verified is the person's own, agreed on or not.</summary>
    private KnownWay Account(ServiceChannel channel, bool isAgreed) =>
        isAgreed ? new(channel, "", AddressBasis.Confirmed, consent!.Words) : new(channel, "", AddressBasis.Found, "已实名账号");
        isAgreed ? new(channel, "", AddressBasis.Confirmed, OfConfirmation(Form!)) : new(channel, "", AddressBasis.Found, "已实名账号");

    private IEnumerable<KnownWay> OfConfirmation()
    {
        if (Form is not { } confirmation) yield break;
        var origin = OfConfirmation(confirmation);
        (AddressKind Kind, string Value)[] given =
        [
            (AddressKind.Mobile, confirmation.Mobile), (AddressKind.Email, confirmation.Email),
            (AddressKind.Postal, $"{confirmation.PostalAddress} {confirmation.Postcode}".Trim()),
        ];
        foreach (var (kind, value) in given.Where(g => g.Value.Length > 0))
        {
            foreach (var channel in ServiceAddresses.ChannelsOf(kind)) yield return new KnownWay(channel, value, AddressBasis.Confirmed, origin);
        }
    }

    private static string OfConfirmation(AddressConfirmation confirmation) => $"确认书 {Day(confirmation.ConfirmedAt)}";

    private static string Day(DateTimeOffset at) => ChinaTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a 送达地址确认书 says of consent.</summary>
internal sealed record NewestForm(DateTimeOffset ConfirmedAt, DateTimeOffset? WithdrawnAt, bool AcceptsElectronic);
