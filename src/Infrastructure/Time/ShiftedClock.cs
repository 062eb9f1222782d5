using System.Globalization;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Time;

/// <summary>The system's clock moved to a given start, so that a deadline can be watched without waiting.</summary>
public sealed class ShiftedClock(DateTimeOffset startAt) : TimeProvider
{
    private readonly TimeSpan _shift = startAt - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}

public static class ClockSetup
{
    /// <summary><c>Clock:StartAt</c> (an instant; UTC where it names no offset) moves the clock in Development; anywhere else it is refused.</summary>
    public static void AddCourtClock(this IHostApplicationBuilder builder)
    {
        var startAt = builder.Configuration["Clock:StartAt"];
        if (string.IsNullOrEmpty(startAt))
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
            return;
        }

        if (!builder.Environment.IsDevelopment())
            throw new SettingsException("Clock:StartAt is for Development only.");
        if (!DateTimeOffset.TryParse(startAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start))
            throw new SettingsException($"Clock:StartAt is {startAt}, which is no instant.");
        builder.Services.TryAddSingleton<TimeProvider>(new ShiftedClock(start));
    }
}
