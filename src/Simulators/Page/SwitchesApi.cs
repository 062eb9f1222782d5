using Simulators.Phones;

namespace Simulators.Page;

/// <summary>How the gateways behave: <c>GET /switches.json</c>, <c>PUT /switches/sms</c> with e.g. <c>{"answers":"fails"}</c>.</summary>
internal static class SwitchesApi
{
    private const int MaxDelayMs = 60_000;

    public static void MapSwitches(this WebApplication app)
    {
        app.MapGet(
            "/switches.json",
            (Switchboard switches) =>
                Enum.GetValues<Gateway>()
                    .Select(g => new
                    {
                        gateway = g,
                        behaviour = switches[g],
                        counts = switches.Of(g),
                    })
        );
        app.MapPut(
            "/switches/{gateway}",
            (string gateway, Behaviour behaviour, Switchboard switches) =>
            {
                // Said as in JSON, and an address binds no enum in another case.
                if (!Enum.TryParse<Gateway>(gateway, ignoreCase: true, out var which) || behaviour.DelayMs is < 0 or > MaxDelayMs)
                    return Results.BadRequest();
                switches[which] = behaviour;
                return Results.NoContent();
            }
        );
    }
}
