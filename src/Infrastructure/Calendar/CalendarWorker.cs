using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Calendar;

/// <summary>Looks now and then whether a year's working days are missing.</summary>
internal sealed class CalendarWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<CalendarWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(10);

    protected override IEnumerable<Round> Rounds =>
        [
            new(
                nameof(AskForCalendar),
                s_every,
                async (services, ct) =>
                {
                    await services.GetRequiredService<AskForCalendar>().Run(ct);
                    return s_every;
                }
            ),
        ];
}
