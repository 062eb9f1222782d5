using Domain.Partners;
using Domain.Shared;

namespace Portal.Partners;

internal static class PartnerLooks
{
    public static string Of(PartnerState state) =>
        state switch
        {
            PartnerState.Active => "ok",
            PartnerState.Paused => "warn",
            _ => "",
        };

    public static string Of(DeliveryState state) =>
        state switch
        {
            DeliveryState.Delivered => "ok",
            DeliveryState.GivenUp => "bad",
            _ => "blue",
        };

    public static string When(DateTimeOffset? at, string never = "") =>
        at is { } moment ? $"{ChinaTime.ToLocal(moment):yyyy-MM-dd HH:mm:ss}" : never;
}
