using Domain.Litigants;
using Infrastructure.Litigants;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Account;

/// <summary>Either <paramref name="Phone"/> with the SMS <paramref name="Code"/>, or the code of WeChat's phone-number button.</summary>
public sealed record PhoneProof(string? Phone = null, string? Code = null, string? WechatPhoneCode = null);

public sealed record RealName(string Name, string IdNumber);

public sealed record AgreementList(IReadOnlyList<AgreementView> Items);

public sealed record Accepting(IReadOnlyList<Guid> Ids);

public sealed record DeviceList(IReadOnlyList<DeviceRow> Items);

internal static class AccountApi
{
    public static void MapAccount(this RouteGroupBuilder api)
    {
        var account = api.MapGroup("").WithTags("账户");
        account.MapGet("/me", Me).WithSummary("我是谁");
        account.MapPost("/me/phone", BindAPhone).Counted(Limited.Identity).WithSummary("绑定手机号");
        account.MapPost("/me/real-name", Verify).Counted(Limited.Identity).WithSummary("实名核对");
        account.MapGet("/me/sessions", Devices).WithSummary("登录着的设备");
        account.MapDelete("/me/sessions/{id:guid}", SignOutDevice).WithSummary("让一台设备退出登录");
        account.MapGet("/agreements", Agreements).AllowAnonymous().WithSummary("隐私政策和用户协议");
        account.MapPost("/me/agreements", Accept).Counted(Limited.Consent).WithSummary("同意隐私政策和用户协议");
        account.MapDelete("/me/agreements", Withdraw).WithSummary("撤回同意，所有设备退出登录");
        account.MapGet("/home", Home).WithSummary("首页");
    }

    private static async Task<Ok<MeView>> Me(Caller caller, LitigantQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Me(caller.Actor, ct));

    private static async Task<Ok<MeView>> BindAPhone(
        PhoneProof body,
        HttpContext context,
        Caller caller,
        BindPhone bind,
        Sessions sessions,
        CancellationToken ct
    )
    {
        BindPhone.Proof proof = body switch
        {
            { WechatPhoneCode: { } button, Phone: null, Code: null } => new BindPhone.Proof.ByWeChat(button),
            { WechatPhoneCode: null, Phone: { } phone, Code: { } code } => new BindPhone.Proof.BySms(
                phone,
                code,
                (await AskingDevice.BindAsync(context)).Hash
            ),
            _ => throw RequestErrors.Invalid(),
        };
        var litigant = await bind.Handle(proof, caller.Actor, ct);
        sessions.ForgetAll(); // this session may belong to another account now
        return TypedResults.Ok(MeView.Of(litigant));
    }

    private static async Task<Ok<MeView>> Verify(
        RealName body,
        Caller caller,
        VerifyIdentity verify,
        Sessions sessions,
        CancellationToken ct
    )
    {
        var litigant = await verify.Handle(body.Name, body.IdNumber, caller.Actor, ct);
        sessions.ForgetAll(); // what is remembered has the old name
        return TypedResults.Ok(MeView.Of(litigant));
    }

    private static async Task<Ok<DeviceList>> Devices(Caller caller, LitigantQueries queries, CancellationToken ct) =>
        TypedResults.Ok(new DeviceList(await queries.Devices(caller.Actor, caller.SessionId, ct)));

    private static async Task<NoContent> SignOutDevice(
        Guid id,
        Caller caller,
        RevokeSession revoke,
        Sessions sessions,
        CancellationToken ct
    )
    {
        await revoke.Handle(id, caller.Actor, ct);
        sessions.Forget(id);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AgreementList>> Agreements(AgreementQueries queries, CancellationToken ct) =>
        TypedResults.Ok(new AgreementList(await queries.InForce(ct)));

    private static async Task<NoContent> Accept(Accepting body, Caller caller, AcceptAgreements accept, CancellationToken ct)
    {
        await accept.Handle(body.Ids, caller.Channel, caller.Actor, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Withdraw(Caller caller, WithdrawAgreements withdraw, Sessions sessions, CancellationToken ct)
    {
        await withdraw.Handle(caller.Channel, caller.Actor, ct);
        sessions.ForgetAll();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<HomeView>> Home(Caller caller, LitigantHome home, CancellationToken ct) =>
        TypedResults.Ok(await home.Of(caller.Actor, ct));
}
