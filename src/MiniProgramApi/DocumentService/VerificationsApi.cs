using Infrastructure.DocumentService.Certificates;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Security;

namespace MiniProgramApi.DocumentService;

/// <summary>公开核验: whoever holds a served document or a certificate checks its number and code, without signing in.</summary>
internal static class VerificationsApi
{
    private const string Page = "/#/pages/verify/index";

    public static void MapVerifications(this RouteGroupBuilder api) =>
        api.MapGet("/verifications/{serial}", Find)
            .AllowAnonymous()
            .Counted(Limited.Verification)
            .WithTags("核验")
            .WithSummary("核验文书或者凭证的编号和校验码");

    /// <summary>The address in the QR codes on paper. Behind the hash the code is not sent on, and no server logs it.</summary>
    public static void MapVerificationLinks(this WebApplication app) =>
        app.MapMethods(
                "/v/{serial}",
                [HttpMethods.Get, HttpMethods.Head],
                (string serial, string? code, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return TypedResults.Redirect($"{Page}?serial={Uri.EscapeDataString(serial)}&code={Uri.EscapeDataString(code ?? "")}");
                }
            )
            .AllowAnonymous()
            .Counted(Limited.Verification)
            .ExcludeFromDescription();

    private static async Task<Ok<Verification>> Find(
        string serial,
        string? code,
        HttpContext context,
        VerificationQueries queries,
        CancellationToken ct
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await queries.Find(serial, code ?? "", ct));
    }
}
