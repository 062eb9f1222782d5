using Domain.Shared;

namespace Domain.Litigants;

/// <summary>
/// What we ask of WeChat's server for one mini-program. Both kinds of code live five minutes and can be exchanged once, so nothing here is
/// sent twice.
/// </summary>
public interface IWeChat
{
    /// <param name="code">From <c>wx.login</c>.</param>
    /// <exception cref="RefusedException"><c>auth.wechat_code_invalid</c>, <c>auth.wechat_blocked</c>, <c>rate.limited</c>,
    /// <c>wechat.unavailable</c>.</exception>
    Task<WeChatPerson> Exchange(string code, CancellationToken ct);

    /// <param name="code">From the phone-number button; not a login code.</param>
    /// <returns>The number without country code, of mainland China.</returns>
    /// <exception cref="RefusedException"><c>litigant.wechat_phone_code_invalid</c>, <c>rate.limited</c>, <c>wechat.unavailable</c>.</exception>
    Task<string> PhoneNumber(string code, CancellationToken ct);
}

/// <param name="UnionId">Only when the mini-program is bound to an Open Platform account.</param>
public sealed record WeChatPerson(string OpenId, string? UnionId);
