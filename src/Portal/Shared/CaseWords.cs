namespace Portal.Shared;

/// <summary>How a case number stands on a screen.</summary>
public static class CaseWords
{
    /// <returns>（2026）粤0104民初12345号; empty without one.</returns>
    public static string Display(string? number) => number is null ? "" : number.Replace('(', '（').Replace(')', '）');

    /// <summary>An order is known by its case; without one by its own number.</summary>
    public static string Heading(string? caseNumber, string orderNumber) => caseNumber is null ? orderNumber : Display(caseNumber);
}
