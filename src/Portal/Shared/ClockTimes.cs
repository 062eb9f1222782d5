using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Shared;

namespace Portal.Shared;

/// <summary>Times of day as people type them.</summary>
internal static partial class ClockTimes
{
    /// <summary>14:35, 14：35, 1435, 9:05.</summary>
    public static bool TryRead(string typed, out TimeOnly time)
    {
        time = default;
        var read = Typed().Match(TypedText.Normalise(typed));
        return read.Success
            && int.Parse(read.Groups["h"].Value, CultureInfo.InvariantCulture) is < 24 and var hour
            && int.Parse(read.Groups["m"].Value, CultureInfo.InvariantCulture) is < 60 and var minute
            && (time = new TimeOnly(hour, minute)) >= TimeOnly.MinValue;
    }

    [GeneratedRegex("^(?<h>[0-9]{1,2})[:：]?(?<m>[0-9]{2})$")]
    private static partial Regex Typed();
}
