using System.Text.Json;
using Domain.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace MiniProgramApi.Refusals;

/// <summary>The API's one translation of what went wrong: problem+json with the stable <c>code</c>.</summary>
internal sealed partial class RefusalHandler(ILogger<RefusalHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case RefusedException refused:
                await httpContext.Refuse(refused);
                return true;
            case BadHttpRequestException bad:
                await httpContext.Refuse(Translate(bad.StatusCode), errors: FieldOf(bad));
                return true;
            case InvalidOperationException when IsInUnknownCharset(httpContext.Request):
                await httpContext.Refuse(RequestErrors.ContentType());
                return true;
            default:
                if (!cancellationToken.IsCancellationRequested)
                    Failed(log, exception);
                await httpContext.Refuse(RequestErrors.Broken(), StatusCodes.Status500InternalServerError);
                return true;
        }
    }

    /// <summary>For answers that the framework gives without a word.</summary>
    public static RefusedException Translate(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => RequestErrors.NoSuchPath(),
            StatusCodes.Status405MethodNotAllowed => RequestErrors.Method(),
            StatusCodes.Status413PayloadTooLarge => RequestErrors.TooLarge(),
            StatusCodes.Status415UnsupportedMediaType => RequestErrors.ContentType(),
            >= 500 => RequestErrors.Broken(),
            _ => RequestErrors.Invalid(),
        };

    /// <summary>The framework's reader of JSON fails on it instead of refusing.</summary>
    private static bool IsInUnknownCharset(HttpRequest request)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null;
        }
        catch (NotSupportedException)
        {
            return true; // UTF-7
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed")]
    private static partial void Failed(ILogger log, Exception exception);

    private static Dictionary<string, string[]>? FieldOf(BadHttpRequestException bad) =>
        bad.InnerException is JsonException { Path: ['$', '.', .. { Length: > 0 } field] }
            ? new() { [field] = ["这一项没有填或填得不对"] }
            : null;
}
