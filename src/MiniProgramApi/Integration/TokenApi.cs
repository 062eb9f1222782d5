using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Domain.Partners;
using Domain.Shared;
using Infrastructure.Callers;
using Infrastructure.Partners;
using Microsoft.AspNetCore.Mvc;
using MiniProgramApi.Security;

namespace MiniProgramApi.Integration;

/// <summary>RFC 6749, 5.1.</summary>
public sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope
);

/// <summary>RFC 6749, 5.2.</summary>
public sealed record TokenRefusal(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description
);

/// <summary>Access tokens by client credentials: RFC 6749, 4.4, with its shapes and errors and none of ours.</summary>
internal static class TokenApi
{
    private const string Form = "application/x-www-form-urlencoded";
    private const int MostBytes = 16 * 1024;
    private const string WrongClient = "invalid_client";

    public static void MapToken(this RouteGroupBuilder api) =>
        api.MapPost("/token", Token)
            .AllowAnonymous()
            .DisableAntiforgery()
            .Counted(Limited.Token)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithTags("令牌")
            .WithSummary("取得访问令牌")
            .Accepts<TokenForm>(Form)
            .Produces<TokenAnswer>()
            .Produces<TokenRefusal>(StatusCodes.Status400BadRequest)
            .Produces<TokenRefusal>(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> Token(
        HttpContext context,
        PartnerQueries partners,
        PartnerTokens tokens,
        TokenFailures failures,
        IntegrationOptions options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        if (!context.Request.HasFormContentType)
            return Refused("invalid_request", $"the body is {Form}");
        if (await Read(context.Request, ct) is not { } form)
            return Refused("invalid_request", "the form cannot be read");
        if (form.Any(f => f.Value.Count > 1))
            return Refused("invalid_request", "a parameter is given twice");
        if (Credentials(context.Request, form) is not var (client, secret))
            return Unknown(context, "no client credentials, or two of them");
        if (form["grant_type"].ToString() is not "client_credentials" and var grant)
            return grant.Length == 0 ? Refused("invalid_request", "grant_type is missing") : Refused("unsupported_grant_type", grant);
        var source = Networks.Of(context.Connection.RemoteIpAddress);
        if (failures.LockedFor(client, source) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return Refused(WrongClient, "too many wrong secrets from here", StatusCodes.Status429TooManyRequests);
        }

        var partner = Guid.TryParseExact(client, "N", out var id) ? await partners.Calling(id, ct) : null;
        if (partner is not null)
            context.Features.Set(new NamedPartner(partner.Id));
        if (partner is null || Match(partner, secret, clock.GetUtcNow()) is not { } key)
        {
            if (partner is not null)
                failures.Failed(client, source); // of what is no partner nothing is remembered
            return Unknown(context, "client or secret is wrong");
        }

        failures.Right(client, source);
        try
        {
            return Issue(partner, key, form["scope"].ToString(), context, tokens, options);
        }
        catch (RefusedException refused)
        {
            return Refused("unauthorized_client", refused.Code);
        }
    }

    /// <returns>Null for a charset that nobody knows, or a form with more than anybody sends.</returns>
    private static async Task<IFormCollection?> Read(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    private static IResult Issue(
        Partner partner,
        PartnerKey key,
        string wanted,
        HttpContext context,
        PartnerTokens tokens,
        IntegrationOptions options
    )
    {
        var caller = partner.Admit(partner.Scopes, context.Connection.RemoteIpAddress);
        var asked = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PartnerWords.ReadScope).ToList();
        if (asked.Exists(s => s is not { } scope || !caller.Scopes.Contains(scope)))
            return Refused("invalid_scope", "a scope is unknown or not granted");
        IReadOnlyList<PartnerScope> scopes = asked.Count == 0 ? caller.Scopes : [.. asked.OfType<PartnerScope>().Distinct()];
        var token = tokens.Issue(new PartnerToken(partner.Id, key.Id, scopes));
        return TypedResults.Json(
            new TokenAnswer(token, "Bearer", (int)options.TokenLifetime.TotalSeconds, string.Join(' ', scopes.Select(s => s.Code())))
        );
    }

    /// <summary>All are compared, so that the time says nothing.</summary>
    private static PartnerKey? Match(Partner partner, string secret, DateTimeOffset now)
    {
        var hash = Encoding.ASCII.GetBytes(MakePartnerKey.HashOf(secret));
        PartnerKey? match = null;
        foreach (var key in partner.Keys.Where(k => k.Kind == PartnerKeyKind.Secret && k.IsAlive(now)))
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(key.Hash)))
                match = key;
        }

        return match;
    }

    /// <summary>In the header (client_secret_basic, both parts form-encoded) or in the form (client_secret_post), not in both: RFC 6749, 2.3.1.</summary>
    private static (string Client, string Secret)? Credentials(HttpRequest request, IFormCollection form)
    {
        var posted = form["client_secret"].ToString();
        if (request.Headers.Authorization is not [{ } given] || !given.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return posted.Length > 0 ? (form["client_id"].ToString(), posted) : null;
        if (posted.Length > 0)
            return null;
        var bytes = new byte[given.Length];
        if (!Convert.TryFromBase64String(given["Basic ".Length..].Trim(), bytes, out var length))
            return null;
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var client, var secret]
            ? (System.Net.WebUtility.UrlDecode(client), System.Net.WebUtility.UrlDecode(secret))
            : null;
    }

    private static IResult Unknown(HttpContext context, string description)
    {
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"integration\"";
        return Refused(WrongClient, description, StatusCodes.Status401Unauthorized);
    }

    private static IResult Refused(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new TokenRefusal(error, description), statusCode: status);

    /// <summary>For the description.</summary>
    internal sealed record TokenForm(string grant_type, string? client_id, string? client_secret, string? scope);
}
