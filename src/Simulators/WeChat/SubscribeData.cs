using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulators.WeChat;

/// <summary>The fields of a subscribe message, as strict as the real interface: the type is the beginning of the key.</summary>
internal static partial class SubscribeData
{
    /// <returns>WeChat's words for the first wrong field; null when all are right.</returns>
    public static string? Problem(Dictionary<string, Field>? data)
    {
        if (data is null or { Count: 0 })
            return "argument invalid! data is empty";
        foreach (var (key, field) in data)
        {
            var value = field?.Value ?? "";
            if (value.Length == 0)
                return $"argument invalid! data.{key}.value is emtpy"; // spelt as WeChat spells it
            if (value.Any(char.IsControl) || Key().Match(key) is not { Success: true } type || !Fits(type.Groups["type"].Value, value))
                return $"argument invalid! data.{key}.value invalid";
        }

        return null;
    }

    private static bool Fits(string type, string value)
    {
        var length = new StringInfo(value).LengthInTextElements;
        return type switch
        {
            "thing" => length <= 20,
            "character_string" => length <= 32 && !Chinese().IsMatch(value),
            "number" => length <= 32 && Number().IsMatch(value),
            "letter" => length <= 32 && value.All(char.IsAsciiLetter),
            "symbol" => length <= 5 && !value.Any(char.IsLetterOrDigit),
            "phrase" => length <= 5 && value.All(c => Chinese().IsMatch(c.ToString())),
            "name" => length <= (Chinese().IsMatch(value) ? 10 : 20),
            "phone_number" => length <= 17 && !value.Any(char.IsLetter),
            "car_number" => length <= 8,
            "amount" => Amount().IsMatch(value),
            "time" or "date" => Time().IsMatch(value),
            _ => true, // enum: the simulator does not know the template
        };
    }

    internal sealed record Field(string? Value);

    [GeneratedRegex(
        "^(?<type>thing|character_string|number|letter|symbol|phrase|name|phone_number|car_number|amount|time|date|enum)[0-9]+$"
    )]
    private static partial Regex Key();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^0-9]?[0-9]{1,10}(\.[0-9]{1,2})?元?$")]
    private static partial Regex Amount();

    [GeneratedRegex("^(?:[0-9]{4}(?:年|-|/)[0-9]{1,2}(?:月|-|/)[0-9]{1,2}日?)?(?: ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?:~.+)?$")]
    private static partial Regex Time();
}
