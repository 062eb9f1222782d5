using System.Globalization;

namespace Domain.Submissions;

/// <summary>Yuan: reckoned in decimals, to the cent, half up (10,001 元 costs 50.03, not 50.02).</summary>
public static class Money
{
    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <returns>50; 2769.12; 50.50.</returns>
    public static string Words(decimal amount) =>
        amount == decimal.Truncate(amount)
            ? amount.ToString("0", CultureInfo.InvariantCulture)
            : amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>As an answer of a form is kept: 1234.50.</summary>
    public static string Answer(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static bool TryRead(string typed, out decimal amount) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount >= 0;
}
