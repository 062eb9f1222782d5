namespace Domain.Cases;

/// <summary>一 … 九百九十九, as in 号之一 and 第一百零七条.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>What follows 号之.</summary>
    private static readonly Dictionary<string, int> Values = Enumerable.Range(1, 99).ToDictionary(Write);

    public static string Write(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 999);
        if (n < 100)
            return BelowHundred(n);
        var hundreds = $"{Digits[n / 100 - 1]}百";
        return (n % 100) switch
        {
            0 => hundreds,
            < 10 and var units => $"{hundreds}零{Digits[units - 1]}",
            < 20 and var teens => $"{hundreds}一{BelowHundred(teens)}",
            var rest => hundreds + BelowHundred(rest),
        };
    }

    public static bool TryRead(string text, out int n) => Values.TryGetValue(text, out n);

    private static string BelowHundred(int n)
    {
        var tens =
            n < 10 ? ""
            : n < 20 ? "十"
            : $"{Digits[n / 10 - 1]}十";
        return n % 10 == 0 ? tens : tens + Digits[n % 10 - 1];
    }
}
