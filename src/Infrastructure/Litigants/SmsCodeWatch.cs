using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Litigants;

/// <summary>Looks whether somebody is asking for codes without end.</summary>
public sealed partial class SmsCodeWatch(IServiceScopeFactory scopes, LiveBus bus, ILogger<SmsCodeWatch> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    protected override IEnumerable<Round> Rounds =>
        [
            new(
                nameof(RaiseSmsCodeAlarm),
                s_every,
                async (services, ct) =>
                {
                    if (await services.GetRequiredService<RaiseSmsCodeAlarm>().Run(ct) is { } asked)
                        Paused(Log, asked);
                    return s_every;
                }
            ),
        ];

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "Strange devices asked for {Asked} codes within the hour; new ones get none for now"
    )]
    private static partial void Paused(ILogger log, int asked);
}
