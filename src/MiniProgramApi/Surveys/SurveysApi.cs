using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Domain.WorkOrders;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Security;

namespace MiniProgramApi.Surveys;

public sealed record SurveyRating(Satisfaction Score, [property: MaxLength(WorkOrder.SatisfactionWordsMaxLength)] string? Words = null);

/// <summary>
/// Rating by the link of the answer's notice: whoever holds it, without signing in. Looking never rates, so a preview of the link does
/// nothing.
/// </summary>
internal static class SurveysApi
{
    private const string Page = "/#/pages/survey/index?token=";

    public static void MapSurveys(this RouteGroupBuilder api)
    {
        var surveys = api.MapGroup("/surveys").WithTags("评价").AllowAnonymous().AddEndpointFilter(HideAddress);
        surveys.MapGet("/{token}", Show).Counted(Limited.Survey).WithSummary("评价链接里的那次答复");
        surveys.MapPost("/{token}", Rate).Counted(Limited.Survey).WithSummary("用评价链接评价");
    }

    /// <summary>The short address in the SMS. Behind the hash the token is not sent on, and no server logs it.</summary>
    public static void MapSurveyLinks(this WebApplication app) =>
        app.MapMethods(
                "/s/{token}",
                [HttpMethods.Get, HttpMethods.Head],
                (string token, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return TypedResults.Redirect(Page + Uri.EscapeDataString(token));
                }
            )
            .AllowAnonymous()
            .Counted(Limited.Survey)
            .AddEndpointFilter(HideAddress)
            .ExcludeFromDescription();

    private static async Task<Ok<SurveyView>> Show(string token, HttpContext context, SurveyQueries queries, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await queries.Find(token, ct));
    }

    private static async Task<NoContent> Rate(string token, SurveyRating body, RateBySurvey rate, CancellationToken ct)
    {
        await rate.Handle(token, body.Score, body.Words, ct);
        return TypedResults.NoContent();
    }

    /// <summary>A collector of traces sees the route, not the token.</summary>
    private static ValueTask<object?> HideAddress(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        Activity.Current?.SetTag("url.path", route);
        return next(context);
    }
}
