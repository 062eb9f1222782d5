using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace MiniProgramApi.App;

/// <summary>One line a request: what was called, how it ended, how long it took. No query, no body, no address: they may hold tokens and people.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task Invoke(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
                var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "-";
                var milliseconds = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                Answered(log, context.Request.Method, route, context.Response.StatusCode, milliseconds, trace);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms trace {TraceId}")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds, string traceId);
}
