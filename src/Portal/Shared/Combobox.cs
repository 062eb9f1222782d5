namespace Portal.Shared;

/// <param name="Value">What is kept; empty for nothing chosen.</param>
/// <param name="Group">Heading over it; empty for none.</param>
public sealed record Choice(string Value, string Text, string Group = "")
{
    public static Choice Of(Guid id, string text, string group = "") => new(id.ToString(), text, group);
}

/// <summary>What every box with a list under it does with its keys (WAI-ARIA: combobox).</summary>
internal static class Combobox
{
    /// <param name="at">The choice that Enter would take; −1 is the box itself.</param>
    /// <param name="count">Of choices shown.</param>
    public static int Step(int at, int count, string key) =>
        key switch
        {
            "ArrowDown" => (at + 2) % (count + 1) - 1,
            "ArrowUp" => (at + 1 + count) % (count + 1) - 1,
            _ => at,
        };
}
