using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Shared;
using Infrastructure.Notifications;
using Infrastructure.Paging;

namespace Portal.Development;

/// <summary>
/// The outbox for tests and scripts: <c>/dev/outbox.json?phone=</c>, the newest first. Mapped in Development only: elsewhere there is no
/// such address.
/// </summary>
internal static class OutboxApi
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapDevelopmentOutbox(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapGet(
                "/dev/outbox.json",
                async (string? phone, DateTimeOffset? beforeAt, Guid? beforeId, OutboxQueries outbox, CancellationToken ct) =>
                {
                    var wanted = PhoneNumber.TryRead(phone, out var normal, out _) ? normal : phone?.Trim() ?? "";
                    var after = beforeAt is { } at && beforeId is { } id ? new Cursor(at.ToUniversalTime(), id) : null;
                    return TypedResults.Json(await outbox.Newest(wanted, after, ct), s_json);
                }
            )
            .AllowAnonymous();
    }
}
