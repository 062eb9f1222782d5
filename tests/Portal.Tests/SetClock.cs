using System.Globalization;

namespace Portal.Tests;

/// <summary>Stands where it is put. Timers run by the real clock, so that pauses of a page end.</summary>
public sealed class SetClock(string local) : TimeProvider
{
    private DateTimeOffset _now = Read(local);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>A moment in Guangzhou: <c>2026-11-20 10:26</c>.</summary>
    public static DateTimeOffset Read(string local) =>
        DateTimeOffset.Parse($"{local}+08:00", CultureInfo.InvariantCulture).ToUniversalTime();
}
