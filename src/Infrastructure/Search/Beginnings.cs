using System.Text.RegularExpressions;

namespace Infrastructure.Search;

/// <summary>What people type is compared from its beginning (ADR 21).</summary>
internal static class Beginnings
{
    public const string Escape = "\\";

    /// <summary>For LIKE. Typed wildcards are letters; a bracket is one on SQL Server.</summary>
    public static string Of(string typed) => Regex.Replace(typed, @"[\\%_\[]", @"\$0") + "%";
}
