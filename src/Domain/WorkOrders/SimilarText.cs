namespace Domain.WorkOrders;

/// <summary>How much two texts have in common, by pairs of neighbouring characters: good enough to propose, never to decide.</summary>
public static class SimilarText
{
    /// <summary>From here on a person is asked whether they are the same.</summary>
    public const double Alike = 0.4;

    /// <returns>0 nothing, 1 the same; punctuation and spaces do not count.</returns>
    public static double Likeness(string a, string b)
    {
        var (first, second) = (Pairs(a), Pairs(b));
        if (first.Count == 0 || second.Count == 0)
            return 0;
        var common = first.Count(second.Contains);
        return 2.0 * common / (first.Count + second.Count);
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).ToList();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
