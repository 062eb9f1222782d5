using Domain.Bindings;

namespace Portal.Bindings;

internal static class PaperWords
{
    public static bool IsPicture(string contentType) => contentType.StartsWith("image/", StringComparison.Ordinal);

    public static bool IsShown(string contentType) => IsPicture(contentType) || contentType == "application/pdf";

    /// <summary>Class and icon of a check.</summary>
    public static (string Look, string Icon) Look(this CheckResult result) =>
        result switch
        {
            CheckResult.Against => ("bad", "fa-xmark"),
            CheckResult.Decide => ("warn", "fa-exclamation"),
            CheckResult.Agrees => ("ok", "fa-check"),
            _ => ("na", "fa-minus"),
        };

    /// <returns>8 项相符，1 项要您定.</returns>
    public static string Summary(IReadOnlyList<BindingCheck> checks)
    {
        var (agrees, open) = (
            checks.Count(c => c.Result == CheckResult.Agrees),
            checks.Count(c => c.Result is CheckResult.Decide or CheckResult.Against)
        );
        return $"{agrees} 项相符" + (open > 0 ? $"，{open} 项要您定" : "");
    }
}
