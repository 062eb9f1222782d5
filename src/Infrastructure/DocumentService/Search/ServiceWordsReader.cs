using System.Text.RegularExpressions;
using Domain.Cases;
using Domain.Shared;

namespace Infrastructure.DocumentService.Search;

/// <summary>What typed words are taken for.</summary>
internal static partial class ServiceWordsReader
{
    public const int MaxLength = 100;

    public static ServiceWordsReading Read(string typed, int thisYear)
    {
        var text = TypedText.Normalise(typed);
        if (text.Length == 0)
            return new(ServiceWords.Any, "", "");
        if (text.Length > MaxLength)
            return new(ServiceWords.Nothing, "", $"最多 {MaxLength} 个字");
        if (TaskDay().Match(text) is { Success: true } of)
            return new(ServiceWords.TaskDay, $"SD{of.Groups["day"].Value}-", "");
        if (TaskNumber().Match(text) is { Success: true } task)
        {
            var number = $"SD{task.Groups["day"].Value}-{task.Groups["n"].Value.PadLeft(4, '0')}";
            return task.Groups["rest"].Success
                ? new(ServiceWords.Serial, number + task.Groups["rest"].Value, "")
                : new(ServiceWords.TaskNumber, number, "");
        }

        if (PhoneNumber.TryRead(text, out var phone, out _))
            return new(ServiceWords.Phone, phone, "");
        if (CaseNumber.ReadAll(text, thisYear).Select(r => r.CaseKey).OfType<string>().ToList() is { Count: > 1 } keys)
            return new(ServiceWords.CaseNumbers, "", "") { Keys = keys };
        var @case = CaseNumber.Read(text, thisYear);
        if (@case.CaseKey is { } key)
            return new(ServiceWords.CaseNumber, key, @case.Message);
        return text.Any(char.IsDigit) ? new(ServiceWords.Nothing, "", @case.Message) : new(ServiceWords.Name, text, "");
    }

    // SD20261120-0042, and behind it case and document of a serial: -0001-01.
    [GeneratedRegex(
        @"^SD-?(?<day>20\d{6})-?(?<n>\d{1,8}?)(?<rest>-\d{4}-\d{2})?(?:-\d{4})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TaskNumber();

    [GeneratedRegex(@"^SD-?(?<day>20\d{6})-?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TaskDay();
}
