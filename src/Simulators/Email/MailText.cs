using System.Text;
using System.Text.RegularExpressions;

namespace Simulators.Email;

/// <summary>Subject and plain text of a mail, as far as our own client writes mails.</summary>
internal sealed partial record MailText(string Id, string Subject, string Body)
{
    /// <param name="lines">Bytes as Latin-1.</param>
    public static MailText Read(IReadOnlyList<string> lines)
    {
        var (headers, body) = Split(lines);
        return new MailText(
            headers.GetValueOrDefault("message-id", ""),
            Word(headers.GetValueOrDefault("subject", "")),
            Text(headers, body)
        );
    }

    private static (Dictionary<string, string> Headers, List<string> Body) Split(IReadOnlyList<string> lines)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        var name = "";
        var i = 0;
        for (; i < lines.Count && lines[i].Length > 0; i++)
        {
            if (char.IsWhiteSpace(lines[i][0]))
                headers[name] += " " + lines[i].Trim();
            else if (lines[i].Split(':', 2) is [var key, var value])
                headers[name = key] = value.Trim();
        }

        return (headers, [.. lines.Skip(i + 1)]);
    }

    private static string Text(Dictionary<string, string> headers, List<string> body)
    {
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (Boundary().Match(type) is { Success: true } boundary)
            return FirstPart(body, "--" + boundary.Groups[1].Value);
        var charset = Charset().Match(type) is { Success: true } named ? named.Groups[1].Value : "utf-8";
        var bytes = headers.GetValueOrDefault("content-transfer-encoding", "").ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(string.Concat(body)),
            "quoted-printable" => QuotedPrintable(string.Join('\n', body)),
            _ => Encoding.Latin1.GetBytes(string.Join('\n', body)),
        };
        return (charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.GetEncoding(charset))
            .GetString(bytes)
            .Trim();
    }

    /// <summary>Plain text comes first in a mail of several forms.</summary>
    private static string FirstPart(List<string> body, string boundary)
    {
        var start = body.FindIndex(l => l.StartsWith(boundary, StringComparison.Ordinal));
        if (start < 0)
            return "";
        var end = body.FindIndex(start + 1, l => l.StartsWith(boundary, StringComparison.Ordinal));
        var (headers, part) = Split([.. body.Skip(start + 1).Take((end < 0 ? body.Count : end) - start - 1)]);
        return Text(headers, part);
    }

    private static byte[] QuotedPrintable(string text)
    {
        using var bytes = new MemoryStream();
        var joined = text.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (
                joined[i] == '='
                && i + 2 < joined.Length
                && byte.TryParse(joined.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var value)
            )
            {
                bytes.WriteByte(value);
                i += 2;
            }
            else
            {
                bytes.WriteByte((byte)joined[i]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>=?utf-8?B?…?= and its like, several in a row.</summary>
    private static string Word(string header)
    {
        var joined = BetweenWords().Replace(header, "");
        return EncodedWord()
            .Replace(
                joined,
                m =>
                {
                    var encoding = Encoding.GetEncoding(m.Groups[1].Value);
                    return m.Groups[2].Value is "B" or "b"
                        ? encoding.GetString(Convert.FromBase64String(m.Groups[3].Value))
                        : encoding.GetString(QuotedPrintable(m.Groups[3].Value.Replace('_', ' ')));
                }
            );
    }

    [GeneratedRegex(@"boundary=""?([^"";]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"charset=""?([^"";\s]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();
}
