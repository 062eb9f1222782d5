using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Domain.Shared;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// The fields of a subscribe message by type (<c>thing1</c> is a <c>thing</c>), cut to what WeChat takes: one value that does
/// not fit fails the whole message (47003).
/// </summary>
public static partial class SubscribeFields
{
    private const string Nothing = "无";

    /// <returns>Null when it is no field of a subscribe message.</returns>
    public static string? TypeOf(string field) => Field().Match(field) is { Success: true } match ? match.Groups["type"].Value : null;

    /// <summary>2026年11月20日 10:26: the way WeChat reads times.</summary>
    public static string Time(DateTimeOffset at) => ChinaTime.ToLocal(at).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Never empty, never too long, only characters that the type takes.</summary>
    public static string Fit(string type, string value, DateTimeOffset now)
    {
        var text = Control().Replace(value, " ").Trim();
        return type switch
        {
            "time" or "date" => When().IsMatch(text) ? text : Time(now),
            "phrase" => Or(Cut(NotHan().Replace(text, ""), 5, ""), "已更新"),
            "character_string" => Or(Cut(NotPlain().Replace(text, ""), 32, ""), "-"),
            "number" => Or(Cut(NotDigit().Replace(text, ""), 32, ""), "0"),
            "name" => Or(Cut(text, 10, "…"), Nothing),
            "phone_number" => Or(Cut(NotPlain().Replace(text, ""), 17, ""), "12368"),
            _ => Or(Cut(text, 20, "…"), Nothing),
        };
    }

    /// <summary>By what a reader takes for one character, so that none is torn.</summary>
    private static string Cut(string text, int length, string mark)
    {
        if (text.Length <= length)
            return text;
        var cut = new StringBuilder(length);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && cut.Length + elements.GetTextElement().Length <= length - mark.Length)
            cut.Append(elements.GetTextElement());
        return cut.Append(mark).ToString();
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    [GeneratedRegex(@"^(?<type>thing|character_string|number|time|date|phrase|name|phone_number)[0-9]{1,3}$")]
    private static partial Regex Field();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Control();

    [GeneratedRegex(@"^(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?: [0-9]{1,2}:[0-9]{2})?|[0-9]{1,2}:[0-9]{2})$")]
    private static partial Regex When();

    [GeneratedRegex(@"[^\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex NotHan();

    [GeneratedRegex(@"[^!-~]")]
    private static partial Regex NotPlain();

    [GeneratedRegex(@"[^0-9.]")]
    private static partial Regex NotDigit();
}
