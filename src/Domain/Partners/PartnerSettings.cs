using System.Net;
using Domain.Shared;

namespace Domain.Partners;

/// <summary>What a partner may do and how much of it.</summary>
/// <param name="Addresses">Addresses and networks it may call from; none is from anywhere.</param>
/// <param name="BodyKilobytes">The longest request.</param>
public sealed record PartnerSettings(
    IReadOnlyList<PartnerScope> Scopes,
    IReadOnlyList<string> Addresses,
    int CallsPerMinute = PartnerSettings.UsualCallsPerMinute,
    int BodyKilobytes = PartnerSettings.UsualBodyKilobytes
)
{
    public const int UsualCallsPerMinute = 600;
    public const int MostCallsPerMinute = 60_000;
    public const int UsualBodyKilobytes = 1024;
    public const int MostBodyKilobytes = 64 * 1024;
    public const int MostAddresses = 20;
    public const int AddressMaxLength = 49;

    internal PartnerSettings Checked()
    {
        if (Scopes.Count == 0)
            throw PartnerErrors.ScopesMissing();
        if (CallsPerMinute is < 1 or > MostCallsPerMinute || BodyKilobytes is < 1 or > MostBodyKilobytes)
            throw PartnerErrors.LimitInvalid();
        List<string> addresses = [.. Addresses.Select(TypedText.Fold).Where(a => a.Length > 0).Distinct()];
        if (addresses.Count > MostAddresses)
            throw PartnerErrors.TooManyAddresses();
        if (addresses.Find(a => !IPNetwork.TryParse(a, out _) && !IPAddress.TryParse(a, out _)) is { } wrong)
            throw PartnerErrors.AddressInvalid(wrong.Length <= AddressMaxLength ? wrong : wrong[..AddressMaxLength]);
        return this with { Scopes = [.. Scopes.Distinct().Order()], Addresses = addresses };
    }

    /// <summary>As a person reads them.</summary>
    internal IEnumerable<(string Of, string Words)> Words() =>
        [
            ("权限", string.Join('、', Scopes.Select(s => s.Chinese()))),
            ("来源地址", Addresses.Count == 0 ? "不限" : string.Join('、', Addresses)),
            ("每分钟调用", $"{CallsPerMinute} 次"),
            ("单次最大", $"{BodyKilobytes} KB"),
        ];
}
