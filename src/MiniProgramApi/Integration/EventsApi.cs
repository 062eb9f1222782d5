using Domain.Partners;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Integration;

/// <summary>What is to be pushed again: one of the two.</summary>
/// <param name="EventId">One event, by its id.</param>
/// <param name="From">All since then.</param>
public sealed record ReplayWish(Guid? EventId = null, DateTimeOffset? From = null);

/// <param name="Count">How many are pushed again.</param>
public sealed record ReplayAnswer(int Count);

internal static class EventsApi
{
    public static void MapEvents(this RouteGroupBuilder api) =>
        api.MapPost("/replays", Replay).RequireScope(PartnerScope.Events).WithTags("推送").WithSummary("重新推送");

    private static async Task<Ok<ReplayAnswer>> Replay(
        ReplayWish body,
        PartnerCaller caller,
        ReplayDeliveries replay,
        CancellationToken ct
    ) =>
        (body.EventId, body.From) switch
        {
            ({ } id, null) => TypedResults.Ok(new ReplayAnswer(await replay.OfEvent(id, caller.Actor, ct))),
            (null, { } from) => TypedResults.Ok(new ReplayAnswer(await replay.Since(from, null, caller.Actor, ct))),
            _ => throw RequestErrors.Invalid(),
        };
}
