using System.Diagnostics;
using Domain.Partners;
using Infrastructure.Callers;
using Infrastructure.Partners;
using Microsoft.AspNetCore.Diagnostics;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Integration;

/// <summary>Outside of what turns exceptions into answers: notes each call of a partner as it ended.</summary>
internal sealed class PartnerCallLog(RequestDelegate next, PartnerCalls calls, TimeProvider clock)
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
            if (context.Features.Get<NamedPartner>() is { } named)
                calls.Note(Call(context, named.PartnerId, Stopwatch.GetElapsedTime(start)));
        }
    }

    private PartnerCall Call(HttpContext context, Guid partner, TimeSpan took)
    {
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var route = $"{context.Request.Method} {(endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? "-"}";
        var now = clock.GetUtcNow();
        return new PartnerCall
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partner,
            At = now,
            Route = route.Length <= PartnerCall.RouteMaxLength ? route : route[..PartnerCall.RouteMaxLength],
            Status = context.Response.StatusCode,
            Code = context.Features.Get<RefusedWith>()?.Code ?? "",
            Milliseconds = (long)took.TotalMilliseconds,
            Source = Networks.Of(context.Connection.RemoteIpAddress),
        };
    }
}
