using System.Globalization;
using System.Text;

namespace Infrastructure.Litigants;

/// <summary>A hearing as iCalendar (RFC 5545): imported again it takes the place of the entry before.</summary>
internal static class HearingCalendar
{
    private const int LongestLine = 75; // octets, without the line break (3.1)

    /// <param name="version">Rises with each change; the entry's SEQUENCE.</param>
    public static string Of(HearingView hearing, bool isCancelled, long version, DateTimeOffset changedAt)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Guangzhou Courts//12368//ZH",
            "CALSCALE:GREGORIAN",
            isCancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:hearing-{hearing.Id:N}@12368",
            $"SEQUENCE:{version.ToString(CultureInfo.InvariantCulture)}",
            $"DTSTAMP:{Utc(changedAt)}",
            $"LAST-MODIFIED:{Utc(changedAt)}",
            $"DTSTART:{Utc(hearing.StartsAt)}",
            .. hearing.EndsAt is { } end ? [$"DTEND:{Utc(end)}"] : (string[])[],
            isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
            $"SUMMARY:{Text(hearing.CalendarTitle)}",
            $"DESCRIPTION:{Text(hearing.CalendarWords)}",
            .. hearing.CalendarPlace.Length > 0 ? [$"LOCATION:{Text(hearing.CalendarPlace)}"] : (string[])[],
            .. isCancelled
                ? []
                : (string[])["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", $"DESCRIPTION:{Text(hearing.CalendarTitle)}", "END:VALARM"],
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        var text = new StringBuilder();
        foreach (var line in lines)
            Fold(line, text);
        return text.ToString();
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string words) =>
        words
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    /// <summary>Between characters, never within one; a line that goes on begins with a space.</summary>
    private static void Fold(string line, StringBuilder text)
    {
        var length = 0;
        foreach (var character in line.EnumerateRunes())
        {
            if (length + character.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }

            text.Append(character.ToString());
            length += character.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
