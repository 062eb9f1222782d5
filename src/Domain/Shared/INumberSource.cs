using System.Globalization;

namespace Domain.Shared;

/// <summary>Short numbers for people: unique, rising within a day, with gaps where a host stopped.</summary>
public interface INumberSource
{
    ValueTask<string> Next(NumberSeries series, DateOnly day, CancellationToken ct);
}

/// <summary>What a feature's numbers look like: <c>GZ20261120-000123</c>.</summary>
/// <param name="Prefix">At most four letters, a feature's own: the count of a day is kept under it.</param>
/// <param name="Digits">At least so many.</param>
/// <param name="Block">How many a host takes at once.</param>
public sealed record NumberSeries(string Prefix, int Digits, int Block)
{
    public string Number(DateOnly day, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day:yyyyMMdd}-{count.ToString($"D{Digits}", CultureInfo.InvariantCulture)}");
}
