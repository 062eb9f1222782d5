namespace Infrastructure.Demo;

/// <summary>Chance that falls the same in every run.</summary>
internal sealed class DemoDice(int seed)
{
    private readonly Random _random = new(seed);

    /// <returns>From <paramref name="least"/> to <paramref name="most"/>, both possible.</returns>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Chance(double share) => _random.NextDouble() < share;

    public T Of<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T Weighted<T>(IReadOnlyList<(T Item, int Weight)> items)
    {
        var left = _random.Next(items.Sum(i => i.Weight));
        foreach (var (item, weight) in items)
        {
            left -= weight;
            if (left < 0)
                return item;
        }

        throw new InvalidOperationException("Weights must be positive.");
    }
}
