using Domain.DocumentService;
using Infrastructure.DocumentService.Recipients;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;
using MiniProgramApi.SigningIn;

namespace MiniProgramApi.DocumentService;

/// <param name="Token">For the header <c>Document-Visit</c> of the calls on documents.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record VisitBegun(string Token, int ExpiresIn);

/// <summary>
/// Without WeChat and without an account: the link of an SMS or an e-mail, then a code to that same phone or address. Who only
/// follows the link, a preview or a scanner, learns nothing and opens nothing.
/// </summary>
internal static class DocumentLinksApi
{
    private const string Page = "/#/pages/documents/visit?token=";

    public static void MapDocumentLinks(this RouteGroupBuilder api)
    {
        var links = api.MapGroup("/document-links/{token}")
            .WithTags("文书链接")
            .AllowAnonymous()
            .HidesAddress()
            .AddEndpointFilter(DocumentsApi.HideFromRobots);
        links.MapGet("", Show).Counted(Limited.DocumentLink).WithSummary("链接发到了哪个手机、邮箱（已遮盖）");
        links.MapPost("/code", SendCode).Counted(Limited.SmsCode).WithSummary("往那个手机、邮箱发验证码");
        links.MapPost("/visit", Begin).Counted(Limited.DocumentLink).WithSummary("核对验证码，换两小时的查看凭证");
        api.MapPost("/document-visit/end", End).WithTags("文书链接").WithMetadata(new TakesVisit()).WithSummary("看完了，凭证作废");
    }

    /// <summary>The short address in the SMS. Behind the hash the token is not sent on, and no server logs it.</summary>
    public static void MapDocumentLinkAddress(this WebApplication app) =>
        app.MapMethods(
                "/d/{token}",
                [HttpMethods.Get, HttpMethods.Head],
                (string token) => TypedResults.Redirect(Page + Uri.EscapeDataString(token))
            )
            .AllowAnonymous()
            .Counted(Limited.DocumentLink)
            .HidesAddress()
            .AddEndpointFilter(DocumentsApi.HideFromRobots)
            .ExcludeFromDescription();

    private static async Task<Ok<DocumentLinkView>> Show(string token, LitigantServiceQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Link(token, ct));

    private static async Task<Results<Accepted<SmsCodeSent>, Ok<WorkAsked>>> SendCode(
        string token,
        LinkCodeRequest body,
        AskingDevice device,
        RequestLinkCode send,
        CancellationToken ct
    ) => (await send.Handle(token, device.With(body.Proof), ct)).ToResult();

    private static async Task<Ok<VisitBegun>> Begin(
        string token,
        LinkCode body,
        AskingDevice device,
        VisitByLink visit,
        CancellationToken ct
    ) => TypedResults.Ok(new VisitBegun(await visit.Handle(token, body.Code, device.Hash, ct), (int)ServiceVisit.Lifetime.TotalSeconds));

    private static async Task<NoContent> End(DocumentCaller caller, EndServiceVisit end, CancellationToken ct)
    {
        await end.Handle(caller.Reader.VisitId ?? throw RequestErrors.Invalid(), ct);
        return TypedResults.NoContent();
    }
}
