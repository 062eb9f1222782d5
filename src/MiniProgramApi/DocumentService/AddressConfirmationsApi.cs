using Domain.Attachments;
using Domain.DocumentService;
using Infrastructure.DocumentService;
using Infrastructure.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.DocumentService;

public sealed record NewConfirmation(
    bool AcceptsElectronic,
    bool AcceptsWeChat,
    bool AcceptsAccount,
    string Mobile,
    string Email,
    string PostalAddress,
    string Postcode,
    IReadOnlyList<ConfirmationScope> Scope,
    bool KeepsSecret,
    string Remarks,
    string Signature
)
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PartyId { get; init; }
    public Guid? AgentId { get; init; }

    internal ConfirmationForm Form =>
        new(
            AcceptsElectronic,
            AcceptsWeChat,
            AcceptsAccount,
            Mobile,
            Email,
            PostalAddress,
            Postcode,
            Scope.Aggregate(ConfirmationScope.None, (all, one) => all | one),
            KeepsSecret,
            Remarks
        );
}

public sealed record Withdrawal(string Reason);

internal static class AddressConfirmationsApi
{
    /// <summary>The picture in base64, and room for the form around it.</summary>
    private const long MaxBody = SignAddressConfirmation.MaxSignatureBytes * 4 / 3 + 64 * 1024;

    public static void MapAddressConfirmations(this RouteGroupBuilder api)
    {
        var confirmations = api.MapGroup("/address-confirmations").WithTags("送达地址确认书");
        confirmations.MapGet("", List).WithSummary("我的送达地址确认书");
        confirmations.MapGet("/subjects", Subjects).WithSummary("可以填写送达地址确认书的案件");
        confirmations
            .MapPost("", Sign)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .Counted(Limited.Create)
            .WithSummary("签署送达地址确认书");
        confirmations.MapGet("/{id:guid}", Find).WithSummary("一份送达地址确认书");
        confirmations.MapPost("/{id:guid}/withdraw", Withdraw).WithSummary("撤回对电子送达的同意，只对以后的送达有效");
        confirmations
            .MapPost("/addresses/{id:guid}/end", EndAddress)
            .WithSummary("停用自己诉状、答辩状里写明的电子送达地址，只对以后的送达有效");
        confirmations
            .MapGet("/{id:guid}/signature", Signature)
            .WithSummary("签名图片")
            .Produces(StatusCodes.Status200OK, contentType: "image/png");
    }

    private static async Task<Ok<MyConfirmations>> List(
        Caller caller,
        LitigantConfirmationQueries queries,
        CancellationToken ct,
        Guid? caseId = null,
        string? cursor = null,
        int limit = 20
    ) =>
        TypedResults.Ok(await queries.List(caller.Actor, caseId, PageRequest.After(cursor, limit, LitigantLists.Confirmations), limit, ct));

    private static async Task<Ok<ConfirmationSubjects>> Subjects(
        Caller caller,
        LitigantConfirmationQueries queries,
        CancellationToken ct,
        Guid? caseId = null,
        string? cursor = null,
        int limit = 20
    ) => TypedResults.Ok(await queries.Subjects(caller.Actor, caseId, PageRequest.After(cursor, limit, LitigantLists.Subjects), limit, ct));

    private static async Task<Ok<ConfirmationView>> Find(
        Guid id,
        Caller caller,
        LitigantConfirmationQueries queries,
        CancellationToken ct
    ) => TypedResults.Ok(await queries.Find(id, caller.Actor, ct));

    private static async Task<Results<Created<ConfirmationView>, Ok<ConfirmationView>>> Sign(
        NewConfirmation signed,
        Caller caller,
        SignAddressConfirmation sign,
        LitigantConfirmationQueries queries,
        CancellationToken ct
    )
    {
        if (signed.Id == Guid.Empty)
            throw RequestErrors.Invalid();
        var (_, created) = await sign.Handle(
            signed.Id,
            signed.CaseId,
            new RecipientKey(signed.PartyId, signed.AgentId),
            signed.Form,
            Picture(signed.Signature),
            caller.Actor,
            ct
        );
        var view = await queries.Find(signed.Id, caller.Actor, ct);
        return created ? TypedResults.Created($"/api/v1/address-confirmations/{signed.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<ConfirmationView>> Withdraw(
        Guid id,
        Withdrawal withdrawal,
        Caller caller,
        WithdrawAddressConfirmation withdraw,
        LitigantConfirmationQueries queries,
        CancellationToken ct
    )
    {
        await withdraw.Handle(id, withdrawal.Reason, caller.Actor, ct);
        return TypedResults.Ok(await queries.Find(id, caller.Actor, ct));
    }

    private static async Task<NoContent> EndAddress(Guid id, Caller caller, EndDesignatedAddress end, CancellationToken ct)
    {
        await end.Handle(id, caller.Actor, ct);
        return TypedResults.NoContent();
    }

    private static async Task<FileStreamHttpResult> Signature(
        Guid id,
        Caller caller,
        LitigantConfirmationQueries queries,
        IFileStore files,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var sha256 = await queries.Signature(id, caller.Actor, ct);
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(await files.Open(sha256, ct), FileKind.Png.ContentType);
    }

    private static byte[] Picture(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : throw ConfirmationErrors.SignatureInvalid();
    }
}
