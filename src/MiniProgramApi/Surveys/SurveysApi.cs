using System.ComponentModel.DataAnnotations;
using Domain.WorkOrders;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Security;
using MiniProgramApi.SigningIn;

namespace MiniProgramApi.Surveys;

public sealed record SurveyRating(Satisfaction Score, [property: MaxLength(WorkOrder.SatisfactionWordsMaxLength)] string? Words = null);

/// <summary>
/// Rating by the link of the answer's notice: whoever holds it, without signing in. Looking never rates, so a preview of the link does
/// nothing. The answer itself opens after a code to the phone that the link was sent to.
/// </summary>
internal static class SurveysApi
{
    private const string Page = "/#/pages/survey/index?token=";

    public static void MapSurveys(this RouteGroupBuilder api)
    {
        var surveys = api.MapGroup("/surveys").WithTags("评价").AllowAnonymous().HidesAddress();
        surveys.MapGet("/{token}", Show).Counted(Limited.Survey).WithSummary("评价链接里的那次答复");
        surveys.MapPost("/{token}", Rate).Counted(Limited.Survey).WithSummary("用评价链接评价");
        surveys.MapPost("/{token}/code", SendCode).Counted(Limited.SmsCode).WithSummary("往收到链接的手机发验证码");
        surveys.MapPost("/{token}/answer", Answer).Counted(Limited.Survey).WithSummary("核对验证码，看那次答复");
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
            .HidesAddress()
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

    private static async Task<Results<Accepted<SmsCodeSent>, Ok<WorkAsked>>> SendCode(
        string token,
        LinkCodeRequest body,
        AskingDevice device,
        RequestAnswerCode send,
        CancellationToken ct
    ) => (await send.Handle(token, device.With(body.Proof), ct)).ToResult();

    private static async Task<Ok<AnswerView>> Answer(
        string token,
        LinkCode body,
        AskingDevice device,
        ReadAnswerByLink read,
        SurveyQueries queries,
        HttpContext context,
        CancellationToken ct
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await queries.Answer(await read.Handle(token, body.Code, device.Hash, ct), ct));
    }
}
