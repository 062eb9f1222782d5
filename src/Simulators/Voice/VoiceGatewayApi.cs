using System.Text.Json;
using Microsoft.Extensions.Options;
using Simulators.App;
using Simulators.Phones;
using Simulators.Sms;

namespace Simulators.Voice;

/// <summary>The voice gateway of docs/voice-gateway.md: the phone rings and says the text; a repetition rings no second time.</summary>
internal static class VoiceGatewayApi
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public static void MapVoiceGateway(this WebApplication app) => app.MapPost("/voice/calls", Ring);

    private static async Task<IResult> Ring(
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
        if (!SmsGatewayApi.IsSigned(request.Headers, body.ToArray(), options.Value.Voice, clock.GetUtcNow()))
            return TypedResults.Unauthorized();
        var behaviour = await switches.Asked(Gateway.Voice, ct);
        if (behaviour.Answers == Answers.Fails)
            return TypedResults.StatusCode(500);
        body.Position = 0;
        var batch = await JsonSerializer.DeserializeAsync<Batch>(body, s_json, ct);
        if (batch?.Calls is not { Count: > 0 } calls)
            return TypedResults.BadRequest();
        var results = calls.Select(c => Take(c, behaviour, inbox, switches.Of(Gateway.Voice), callbacks)).ToList();
        if (behaviour.Answers == Answers.TakesSilently)
            await switches.Hang(Gateway.Voice, ct);
        return TypedResults.Ok(new { results });
    }

    private static Result Take(Call call, Behaviour behaviour, Inbox inbox, Counts counts, SmsCallbacks callbacks)
    {
        var refusal =
            behaviour.Answers == Answers.Refuses ? "simulator.refused"
            : call.Phone is not { Length: >= 7 } ? "number.invalid"
            : null;
        if (refusal is not null)
        {
            counts.Refuse();
            return new Result(call.Id, "refused", null, refusal);
        }

        var providerId = $"call-{call.Id:N}";
        if (
            inbox.Add(
                new PhoneMessage(0, Kind.Voice, call.Phone!, "", call.Text ?? "", default, "等回执") { ClientId = call.Id.ToString() },
                out var kept
            )
        )
        {
            counts.Take();
            callbacks.Rang(kept, call.Id, providerId, behaviour.Receipts);
        }
        else
        {
            counts.Repeat();
        }

        return new Result(call.Id, "accepted", providerId, null);
    }

    private sealed record Batch(IReadOnlyList<Call>? Calls);

    private sealed record Call(Guid Id, string? Phone, string? Text);

    private sealed record Result(Guid Id, string Status, string? ProviderId, string? Code);
}
