namespace Domain.Cases;

/// <summary>一 … 九十九, as in 号之一.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "一二三四五六七八九";

    private static readonly Dictionary<string, int> Values = Enumerable.Range(1, 99).ToDictionary(Write);

    public static string Write(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 99);
        var tens =
            n < 10 ? ""
            : n < 20 ? "十"
            : $"{Digits[n / 10 - 1]}十";
        return n % 10 == 0 ? tens : tens + Digits[n % 10 - 1];
    }

    public static bool TryRead(string text, out int n) => Values.TryGetValue(text, out n);
}
