using Domain.Litigants;
using Domain.Shared;
using Infrastructure.Callers;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Security;

namespace MiniProgramApi.SigningIn;

public sealed record WeChatSignIn(string Code);

/// <param name="Proof">Of the work that a device was asked for.</param>
public sealed record SmsCodeRequest(string Phone, WorkProof? Proof = null);

/// <summary>Seconds.</summary>
public sealed record SmsCodeSent(int ResendAfter, int ExpiresIn);

/// <summary>Instead of a code, to a device that is not known: find <c>number</c> (see docs/api.md) and ask again with both.</summary>
/// <param name="Bits">Zero bits to be found.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record WorkAsked(string Challenge, int Bits, int ExpiresIn);

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
        SignInAudit audit,
        AccessTokens tokens,
        CancellationToken ct
    )
    {
        var device = DeviceName.Of(request.Headers.UserAgent.ToString(), "微信");
        return TypedResults.Ok(tokens.Issue(await audit.Note(request, "", () => signIn.Handle(body.Code, device, ct))));
    }

    /// <summary>What a request for a code comes to, here and by a link.</summary>
    public static Results<Accepted<SmsCodeSent>, Ok<WorkAsked>> ToResult(this CodeAnswer answer) =>
        answer switch
        {
            CodeAnswer.Sent sent => TypedResults.Accepted(
                (string?)null,
                new SmsCodeSent((int)Math.Ceiling(sent.ResendAfter.TotalSeconds), (int)SmsCode.Lifetime.TotalSeconds)
            ),
            CodeAnswer.WorkFirst { Challenge: var challenge } => TypedResults.Ok(
                new WorkAsked(challenge.Text, challenge.Bits, (int)WorkChallenges.Lifetime.TotalSeconds)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };

    private static async Task<Results<Accepted<SmsCodeSent>, Ok<WorkAsked>>> SendCode(
        SmsCodeRequest body,
        AskingDevice device,
        RequestSmsCode send,
        CancellationToken ct
    ) => (await send.Handle(body.Phone, device.With(body.Proof), ct)).ToResult();

    private static async Task<Ok<Tokens>> BySms(
        SmsSignIn body,
        AskingDevice asking,
        HttpRequest request,
        SignInBySms signIn,
        SignInAudit audit,
        AccessTokens tokens,
        CancellationToken ct
    )
    {
        var device = DeviceName.Of(request.Headers.UserAgent.ToString(), "浏览器");
        var typed = Masking.Phone(body.Phone);
        return TypedResults.Ok(
            tokens.Issue(await audit.Note(request, typed, () => signIn.Handle(body.Phone, body.Code, asking.Hash, device, ct)))
        );
    }

    private static async Task<Ok<Tokens>> Refresh(Refreshing body, RefreshSession refresh, AccessTokens tokens, CancellationToken ct) =>
        TypedResults.Ok(tokens.Issue(await refresh.Handle(body.RefreshToken, ct)));

    private static async Task<NoContent> SignOut(Caller caller, RevokeSession revoke, Sessions sessions, CancellationToken ct)
    {
        await revoke.Handle(caller.SessionId, caller.Actor, ct);
        sessions.Forget(caller.SessionId);
        return TypedResults.NoContent();
    }
}
