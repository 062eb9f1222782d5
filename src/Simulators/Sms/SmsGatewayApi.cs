using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Simulators.App;
using Simulators.Phones;

namespace Simulators.Sms;

/// <summary>The SMS gateway of docs/sms-gateway.md: takes batches, knows a repetition by its id, reports by callback.</summary>
internal static class SmsGatewayApi
{
    private const int MaxLength = 500;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public static void MapSmsGateway(this WebApplication app) => app.MapPost("/sms/messages", TakeBatch);

    private static async Task<IResult> TakeBatch(
        HttpRequest request,
        Inbox inbox,
        Switchboard switches,
        SmsCallbacks callbacks,
        IOptions<SimulatorOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        if (!IsSigned(request.Headers, body.ToArray(), options.Value.Sms, clock.GetUtcNow()))
            return TypedResults.Unauthorized();
        var behaviour = await switches.Asked(Gateway.Sms, ct);
        if (behaviour.Answers == Answers.Fails)
            return TypedResults.StatusCode(500);
        body.Position = 0;
        var batch = await JsonSerializer.DeserializeAsync<Batch>(body, s_json, ct);
        if (batch?.Messages is not { Count: > 0 } messages)
            return TypedResults.BadRequest();

        var results = messages.Select(m => Take(m, behaviour, inbox, switches.Of(Gateway.Sms), callbacks)).ToList();
        if (behaviour.Answers == Answers.TakesSilently)
            await switches.Hang(Gateway.Sms, ct);
        return TypedResults.Ok(new { results });
    }

    private static Result Take(Message message, Behaviour behaviour, Inbox inbox, Counts counts, SmsCallbacks callbacks)
    {
        var refusal =
            behaviour.Answers == Answers.Refuses ? "simulator.refused"
            : message.Phone is not { Length: 11 } phone || phone[0] != '1' ? "number.invalid"
            : message.Text is not { Length: > 0 and <= MaxLength } ? "text.invalid"
            : null;
        if (refusal is not null)
        {
            counts.Refuse();
            return new Result(message.Id, "refused", null, refusal, 0);
        }

        var sms = new PhoneMessage(0, Kind.Sms, message.Phone!, message.Signature ?? "", message.Text!, default, "等回执")
        {
            ClientId = message.Id.ToString(),
            Extension = message.Extension ?? "",
            Segments = Segments($"【{message.Signature}】{message.Text}"),
        };
        var isNew = inbox.Add(sms, out var kept);
        if (isNew)
            counts.Take();
        else
            counts.Repeat();
        var providerId = $"sim-{message.Id:N}";
        if (isNew)
            callbacks.Report(kept, message.Id, providerId, behaviour.Receipts);
        return new Result(message.Id, "accepted", providerId, null, kept.Segments);
    }

    private static int Segments(string text) => text.Length <= 70 ? 1 : (text.Length + 66) / 67;

    internal static bool IsSigned(IHeaderDictionary headers, byte[] body, SimulatorOptions.SmsAccount account, DateTimeOffset now)
    {
        string timestamp = headers["X-Timestamp"].ToString();
        return headers["X-Account"] == account.Account
            && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= s_window.TotalSeconds
            && headers["X-Signature"] == SmsCallbacks.Sign(account.Secret, timestamp, body);
    }

    private sealed record Batch(IReadOnlyList<Message>? Messages);

    private sealed record Message(Guid Id, string? Phone, string? Signature, string? Text, string? Extension);

    private sealed record Result(Guid Id, string Status, string? ProviderId, string? Code, int Segments);
}
