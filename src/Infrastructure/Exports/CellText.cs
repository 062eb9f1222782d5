using System.Globalization;
using Domain.Shared;

namespace Infrastructure.Exports;

internal static class CellText
{
    // What a spreadsheet takes for a formula, also behind the blanks it trims.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>As people read it; times are local.</summary>
    public static string Of(object? cell) =>
        cell switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset at => ChinaTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    /// <summary>Text that somebody typed must not run as a formula in the reader's program.</summary>
    public static string Harmless(string text)
    {
        var begin = text.TrimStart(' ', '\u3000', '\u00A0', '\uFEFF', '\u200B');
        return begin.Length > 0 && FormulaStarts.Contains(begin[0], StringComparison.Ordinal) ? "'" + text : text;
    }
}
