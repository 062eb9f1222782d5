using Domain.Cases;
using Domain.Shared;

namespace MiniProgramApi.Integration;

/// <summary>Why a partner's call is not let in; read by programmers, so the words are theirs.</summary>
public static class IntegrationErrors
{
    public static RefusedException TokenMissing() =>
        new(
            Refusal.NotSignedIn,
            "integration.token_missing",
            "缺少访问令牌：请先用 /integration/v1/token 取得，或者出示登记过的客户端证书"
        );

    public static RefusedException TokenInvalid() => new(Refusal.NotSignedIn, "integration.token_invalid", "访问令牌无效，请重新取得");

    public static RefusedException TokenExpired() => new(Refusal.NotSignedIn, "integration.token_expired", "访问令牌已过期，请重新取得");

    public static RefusedException CertificateUnknown() =>
        new(Refusal.NotSignedIn, "integration.certificate_unknown", "客户端证书没有登记、已作废或已过期");

    public static RefusedException NotActive() => new(Refusal.Forbidden, "integration.not_active", "这个对接系统已停用或终止，请联系法院");

    public static RefusedException AddressNotAllowed() =>
        new(Refusal.Forbidden, "integration.address_not_allowed", "来源地址不在登记的范围内");

    public static RefusedException ScopeMissing(string scope) => new(Refusal.Forbidden, "integration.scope_missing", $"没有权限 {scope}");

    public static RefusedException TooManyCalls() =>
        new(Refusal.TooMany, "integration.too_many_calls", "调用太频繁，请按 Retry-After 再试");

    public static RefusedException BodyTooLarge(int kilobytes) =>
        new(Refusal.TooLarge, "integration.body_too_large", $"这次发来的内容超过 {kilobytes} KB，请分批");

    public static RefusedException RecordRefused(RecordFault fault) => new(Refusal.Unprocessable, fault.Code, fault.Message);

    public static RefusedException TooManyLines(int most) => new(Refusal.TooLarge, "record.too_many_lines", $"一批最多 {most} 行，请分批");
}
