using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>The host's clock until the demo data moves it through the past.</summary>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    public DateTimeOffset? At { get; set; }

    public override DateTimeOffset GetUtcNow() => At ?? real.GetUtcNow();
}

public static class DemoClockSetup
{
    /// <summary>After the host's clock is registered: puts a <see cref="DemoClock"/> over it.</summary>
    public static void AddDemoClock(this IServiceCollection services)
    {
        var real = (TimeProvider)services.Last(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        var clock = new DemoClock(real);
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
    }
}
