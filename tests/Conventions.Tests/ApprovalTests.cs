using System.Text.RegularExpressions;

namespace Conventions.Tests;

/// <summary>What holds for the whole city changes by an approval only, and only an approved change makes one (docs/adr/0034).</summary>
public partial class ApprovalTests
{
    private const string Approved = "src/Domain/CityChanges/CityChange.cs";
    private const string CarriesOut = "src/Domain/CityChanges/CarryOutCityChanges.cs";

    [Fact]
    public void Only_an_approved_change_makes_an_approval() => Assert.Equal([Approved], Files(Makes()));

    [Fact]
    public void Only_what_carries_it_out_asks_for_it() => Assert.Equal([CarriesOut], Files(AsksFor()));

    private static IEnumerable<string> Files(Regex what) =>
        Checkout.Files("src").Where(file => Path.GetExtension(file) is ".cs" or ".razor" && what.IsMatch(Checkout.Text(file)));

    [GeneratedRegex(@"\bnew Approval\(|\bApproval \w+ = new\(|internal Approval \w+\(\)")]
    private static partial Regex Makes();

    [GeneratedRegex(@"\.ToApproval\(\)")]
    private static partial Regex AsksFor();
}
