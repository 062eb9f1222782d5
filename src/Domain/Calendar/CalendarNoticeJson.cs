using System.Text.Json;

namespace Domain.Calendar;

/// <summary>
/// The JSON shape in which calendars are published: <c>{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay":
/// true}]}</c>; other members are passed over.
/// </summary>
internal static class CalendarNoticeJson
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The "line" of a day is its place in the list, from 1.</summary>
    public static void Read(string text, int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_options);
            Read(document.RootElement, year, days, problems);
        }
        catch (JsonException e)
        {
            problems.Add(new((int)(e.LineNumber ?? 0) + 1, "内容不完整，请重新复制整个文件"));
        }
    }

    private static void Read(JsonElement root, int year, List<NoticeDay> days, List<NoticeProblem> problems)
    {
        if (
            root.TryGetProperty("year", out var stated)
            && !(stated.ValueKind == JsonValueKind.Number && stated.TryGetInt32(out var number) && number == year)
        )
        {
            problems.Add(new(0, $"文件写的年份是 {stated.GetRawText()}，不是 {year}"));
            return;
        }

        if (!root.TryGetProperty("days", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            problems.Add(new(0, "没有放假安排的列表，请核对文件"));
            return;
        }

        var line = 0;
        foreach (var item in list.EnumerateArray())
        {
            line++;
            if (item.ValueKind != JsonValueKind.Object || !CalendarNoticeReader.TryDay(Text(item, "date"), out var day))
                problems.Add(new(line, "日期写得不对，应写成 2027-02-06", InList: true));
            else if (!item.TryGetProperty("isOffDay", out var off) || off.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                problems.Add(new(line, "没有写明是休还是班", InList: true));
            else
                CalendarNoticeReader.Add(
                    new NoticeDay(day, off.ValueKind == JsonValueKind.False, Text(item, "name"), line, InList: true),
                    year,
                    days,
                    problems
                );
        }
    }

    /// <returns>Empty when it is no text, or text that no encoding can hold.</returns>
    private static string Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return "";
        try
        {
            return Shared.TypedText.Storable(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return ""; // a lone surrogate written as \ud800
        }
    }
}
