using Simulators.Phones;
using Simulators.Sms;

namespace Simulators.Page;

/// <summary>The phones for the page, for tests and for scripts.</summary>
internal static class MessagesApi
{
    private const int PageSize = 200;

    public static void MapMessages(this WebApplication app)
    {
        app.MapGet(
            "/messages.json",
            (string? phone, string? kind, long? seen, Inbox inbox) =>
            {
                Kind? wanted = Enum.TryParse<Kind>(kind, ignoreCase: true, out var named) ? named : null;
                if (kind is not null && wanted is null)
                    return Results.BadRequest();
                if (seen == inbox.Version)
                    return Results.StatusCode(StatusCodes.Status304NotModified);
                return Results.Ok(
                    new
                    {
                        version = inbox.Version,
                        messages = inbox.Newest(m => IsTo(m, phone) && (wanted is null || m.Kind == wanted), PageSize),
                    }
                );
            }
        );
        app.MapGet("/sms.json", (string? phone, Inbox inbox) => inbox.Newest(m => m.Kind == Kind.Sms && IsTo(m, phone), PageSize));
        app.MapPost(
            "/sms/replies",
            (ReplyRequest reply, Inbox inbox, SmsCallbacks callbacks) =>
            {
                if (reply.Phone is not { Length: > 0 and <= 20 } || reply.Text is not { Length: <= 500 })
                    return Results.BadRequest();
                inbox.Add(
                    new PhoneMessage(0, Kind.Reply, reply.Phone, "", reply.Text, default, "转交中") { Extension = reply.Extension ?? "" },
                    out var kept
                );
                callbacks.Write(kept);
                return Results.Ok(kept);
            }
        );
        app.MapDelete("/messages", (Inbox inbox) => inbox.Clear());
    }

    private static bool IsTo(PhoneMessage message, string? phone) =>
        string.IsNullOrWhiteSpace(phone) || message.To.Contains(phone.Trim(), StringComparison.OrdinalIgnoreCase);

    private sealed record ReplyRequest(string? Phone, string? Text, string? Extension);
}
