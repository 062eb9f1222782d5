using Domain.Shared;
using Infrastructure.Notifications;
using Infrastructure.WorkOrders;

namespace Portal.Development;

/// <summary>The outbox for tests and scripts: <c>/dev/outbox.json?phone=</c>, the newest first. Mapped in Development only: elsewhere there is no such address.</summary>
internal static class OutboxApi
{
    public static void MapDevelopmentOutbox(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapGet("/dev/outbox.json", async (string? phone, DateTimeOffset? beforeAt, Guid? beforeId, OutboxQueries outbox, CancellationToken ct) =>
        {
            var wanted = PhoneNumber.TryRead(phone, out var normal, out _) ? normal : phone?.Trim() ?? "";
            var after = beforeAt is { } at && beforeId is { } id ? new PageKey(at.ToUniversalTime(), id) : null;
            return TypedResults.Ok(await outbox.Newest(wanted, after, ct));
        }).AllowAnonymous();
    }
}
