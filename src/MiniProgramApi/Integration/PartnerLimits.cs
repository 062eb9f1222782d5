using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Integration;

/// <summary>After a partner was let in, before its body is read: how often it calls and how much it sends, as its settings say.</summary>
internal sealed class PartnerLimits(RequestDelegate next) : IDisposable
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    /// <summary>A new limit begins a new count.</summary>
    private readonly PartitionedRateLimiter<PartnerCaller> _calls = PartitionedRateLimiter.Create<PartnerCaller, (Guid, int)>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(
            (caller.PartnerId, caller.CallsPerMinute),
            key => new FixedWindowRateLimiterOptions { PermitLimit = key.Item2, Window = s_window }
        )
    );

    public async Task Invoke(HttpContext context)
    {
        if (PartnerCaller.Of(context) is not { } caller)
        {
            await next(context);
            return;
        }

        using var lease = _calls.AttemptAcquire(caller);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : s_window;
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await context.Refuse(IntegrationErrors.TooManyCalls());
            return;
        }

        var most = caller.BodyKilobytes * 1024L;
        if (context.Request.ContentLength > most)
        {
            await context.Refuse(IntegrationErrors.BodyTooLarge(caller.BodyKilobytes));
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        await next(context);
    }

    public void Dispose() => _calls.Dispose();
}

/// <summary>What any partner may send at most; its own limit is looked at when it is known who calls.</summary>
internal sealed class PartnerBodyLimit : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => Domain.Partners.PartnerSettings.MostBodyKilobytes * 1024L;
}
