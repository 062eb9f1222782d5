using System.Diagnostics;
using System.Text.Json.Serialization;
using Domain.Shared;

namespace MiniProgramApi.Refusals;

/// <summary>What a refused call is answered with, as <c>application/problem+json</c>.</summary>
/// <param name="Title">A Chinese sentence to show as it is.</param>
/// <param name="Code">Stable; what programs match.</param>
/// <param name="ErrorNumber">What a person reads out to 12368.</param>
/// <param name="Errors">Sentences by field, where a field is to blame.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string ErrorNumber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null
)
{
    public const string ContentType = "application/problem+json";
}

/// <summary>For whoever notes how a call ended.</summary>
internal sealed record RefusedWith(string Code);

internal static partial class ProblemWriting
{
    public static async Task Refuse(
        this HttpContext context,
        RefusedException refused,
        int? status = null,
        IReadOnlyDictionary<string, string[]>? errors = null
    )
    {
        if (context.Response.HasStarted)
            return;
        context.Features.Set(new RefusedWith(refused.Code));
        var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        var problem = new Problem(
            "about:blank",
            LitigantWords.Of(refused),
            status ?? StatusOf(refused.Refusal),
            refused.Code,
            ErrorNumber.For(traceId),
            errors
        );
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("MiniProgramApi.Refusals");
        Refused(
            log,
            problem.Status >= 500 ? LogLevel.Error : LogLevel.Information,
            problem.ErrorNumber,
            problem.Code,
            problem.Status,
            traceId
        );
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(problem, options: null, contentType: Problem.ContentType, context.RequestAborted);
    }

    private static int StatusOf(Refusal refusal) =>
        refusal switch
        {
            Refusal.Invalid => StatusCodes.Status400BadRequest,
            Refusal.NotSignedIn => StatusCodes.Status401Unauthorized,
            Refusal.Forbidden => StatusCodes.Status403Forbidden,
            Refusal.NotFound => StatusCodes.Status404NotFound,
            Refusal.Conflict => StatusCodes.Status409Conflict,
            Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
            Refusal.TypeNotAllowed => StatusCodes.Status415UnsupportedMediaType,
            Refusal.Unprocessable => StatusCodes.Status422UnprocessableEntity,
            Refusal.TooMany => StatusCodes.Status429TooManyRequests,
            Refusal.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };

    [LoggerMessage(Message = "Refused {ErrorNumber} {Code} {Status} trace {TraceId}")]
    private static partial void Refused(ILogger log, LogLevel level, string errorNumber, string code, int status, string traceId);
}
