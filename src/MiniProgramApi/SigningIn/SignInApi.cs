using Domain.Litigants;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Security;

namespace MiniProgramApi.SigningIn;

public sealed record WeChatSignIn(string Code);

public sealed record SmsCodeRequest(string Phone);

/// <summary>Seconds.</summary>
public sealed record SmsCodeSent(int ResendAfter, int ExpiresIn);

public sealed record SmsSignIn(string Phone, string Code);

public sealed record Refreshing(string RefreshToken);

internal static class SignInApi
{
    public static void MapSignIn(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("登录");
        auth.MapPost("/wechat", ByWeChat).AllowAnonymous().Counted(Limited.SignIn).WithSummary("用 wx.login 的 code 登录");
        auth.MapPost("/sms-code", SendCode).AllowAnonymous().Counted(Limited.SmsCode).WithSummary("发短信验证码");
        auth.MapPost("/sms", BySms).AllowAnonymous().Counted(Limited.SignIn).WithSummary("用短信验证码登录");
        auth.MapPost("/refresh", Refresh).AllowAnonymous().Counted(Limited.SignIn).WithSummary("换新的凭证");
        auth.MapPost("/sign-out", SignOut).WithSummary("退出登录");
    }

    private static async Task<Ok<Tokens>> ByWeChat(
        WeChatSignIn body,
        HttpRequest request,
        SignInByWeChat signIn,
        AccessTokens tokens,
        CancellationToken ct
    ) => TypedResults.Ok(tokens.Issue(await signIn.Handle(body.Code, DeviceName.Of(request, "微信"), ct)));

    private static async Task<Accepted<SmsCodeSent>> SendCode(SmsCodeRequest body, RequestSmsCode send, CancellationToken ct)
    {
        var wait = await send.Handle(body.Phone, ct);
        return TypedResults.Accepted(
            (string?)null,
            new SmsCodeSent((int)Math.Ceiling(wait.TotalSeconds), (int)SmsCode.Lifetime.TotalSeconds)
        );
    }

    private static async Task<Ok<Tokens>> BySms(
        SmsSignIn body,
        HttpRequest request,
        SignInBySms signIn,
        AccessTokens tokens,
        CancellationToken ct
    ) => TypedResults.Ok(tokens.Issue(await signIn.Handle(body.Phone, body.Code, DeviceName.Of(request, "浏览器"), ct)));

    private static async Task<Ok<Tokens>> Refresh(Refreshing body, RefreshSession refresh, AccessTokens tokens, CancellationToken ct) =>
        TypedResults.Ok(tokens.Issue(await refresh.Handle(body.RefreshToken, ct)));

    private static async Task<NoContent> SignOut(Caller caller, RevokeSession revoke, Sessions sessions, CancellationToken ct)
    {
        await revoke.Handle(caller.SessionId, caller.Actor, ct);
        sessions.Forget(caller.SessionId);
        return TypedResults.NoContent();
    }
}
