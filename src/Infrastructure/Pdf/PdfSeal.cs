using System.Text;
using System.Text.RegularExpressions;

namespace Infrastructure.Pdf;

/// <summary>
/// Whether a PDF carries an electronic seal or signature that still fits its bytes (ISO 32000-1, 12.8.1): a <c>/ByteRange</c> that leaves
/// out nothing but the signature itself. A program that wrote the file anew moved the bytes and left the numbers: that is none. Whose it
/// is and whether it holds, the reader's own program says.
/// </summary>
public static partial class PdfSeal
{
    public static bool IsIn(ReadOnlySpan<byte> pdf)
    {
        var name = "/ByteRange"u8;
        for (int at, from = 0; (at = pdf[from..].IndexOf(name)) >= 0; from += at + name.Length)
        {
            var range = pdf[(from + at)..];
            if (
                Range().Match(Encoding.Latin1.GetString(range[..Math.Min(range.Length, 120)])) is { Success: true } found
                && Fits(pdf, found)
            )
                return true;
        }

        return false;
    }

    private static bool Fits(ReadOnlySpan<byte> pdf, Match range)
    {
        var (first, begins, length) = (Number(range, 1), Number(range, 2), Number(range, 3));
        if (first < 0 || begins < first + 4 || length < 0 || begins + length > pdf.Length)
            return false;
        var signature = pdf[(int)first..(int)begins];
        return signature[0] == '<' && signature[^1] == '>' && signature[1..^1].IndexOfAnyExceptInRange((byte)'0', (byte)'f') < 0;
    }

    private static long Number(Match range, int group) =>
        long.Parse(range.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")]
    private static partial Regex Range();
}
