using Domain.Shared;
using Infrastructure.Notifications;

namespace Infrastructure.Gateways.Sms;

internal static class SmsSending
{
    /// <summary>Refuses what no provider would take, before anything leaves the house.</summary>
    /// <returns>Null when it may be sent.</returns>
    public static Handover? Refusal(OutgoingNotice notice)
    {
        if (!PhoneNumber.TryRead(notice.Address, out _, out var mobile) || !mobile)
            return new Handover(notice.Id, HandoverOutcome.Refused, "sms.number_invalid");
        if (notice.Body.Length > SmsText.MaxLength)
            return new Handover(notice.Id, HandoverOutcome.Refused, "sms.too_long");
        return notice.Body.Trim().Length == 0 ? new Handover(notice.Id, HandoverOutcome.Refused, "sms.empty") : null;
    }

    /// <summary>The request cannot have reached the other side: no connection came about.</summary>
    public static bool NeverLeft(HttpRequestException e) =>
        e.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    /// <summary>Codes of the other side as our rows hold them.</summary>
    public static string Short(string? code) =>
        (code ?? "") is { Length: <= Domain.Notifications.Notice.CodeMaxLength } fits
            ? fits
            : code![..Domain.Notifications.Notice.CodeMaxLength];
}
