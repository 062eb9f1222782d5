using System.Text.RegularExpressions;

namespace Conventions.Tests;

/// <summary>Wherever a case number stands on a page it is a link to the case.</summary>
public partial class CaseLinkTests
{
    /// <summary>Part → why the number is no link there.</summary>
    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["src/Portal/Shared/CaseLink.razor"] = "is the link",
        ["src/Portal/WorkOrders/InboxItem.razor"] = "the whole row is the link to the order, whose page links to the case",
        ["src/Portal/Bindings/BindingItem.razor"] = "the whole row is the link to the request, whose page links to the case",
        ["src/Portal/Submissions/SubmissionItem.razor"] = "the whole row is the link to what was handed in, whose page links to the case",
        ["src/Portal/App/Bell.razor"] = "the whole row is the link to the order",
        ["src/Portal/Search/SearchBox.razor"] = "an option of the list, which leads to what it names",
        ["src/Portal/Search/SearchPage.razor"] = "what was looked for",
        ["src/Portal/Cases/CasesPage.razor"] = "what was looked for",
        ["src/Portal/Cases/CasePage.razor"] = "the title of the case's own page",
        ["src/Portal/Cases/CaseHeading.razor"] = "the heading of the case's own page",
        ["src/Portal/DocumentService/Search/ServiceSearchPage.razor"] = "what was looked for",
        ["src/Portal/Intake/CaseChoices.razor"] = "the whole row is the button that chooses the case",
        ["src/Portal/WorkOrders/ReplyBox.razor"] = "a value for templates",
        ["src/Portal/DocumentService/Proof/PrintPage.razor"] = "a print sheet",
        ["src/Portal/DocumentService/Confirmations/ConfirmationSheet.razor"] = "a print sheet",
        ["src/Portal/WorkOrders/OrderSheet.razor"] = "a print sheet",
        ["src/Portal/DocumentService/Proof/TaskCertificatesPage.razor"] = "within the sentence of a refusal",
        ["src/Portal/DocumentService/Wizard/ServableTable.razor"] = "what a button is called",
    };

    [Fact]
    public void No_page_prints_a_case_number_but_as_a_link_to_the_case()
    {
        var printed = Checkout
            .Files("src/Portal")
            .Where(f => Path.GetExtension(f) == ".razor" && Printed().IsMatch(Checkout.Text(f)))
            .Select(f => f.Replace('\\', '/'))
            .ToHashSet();
        Assert.Empty(printed.Except(s_exceptions.Keys));
        Assert.Empty(s_exceptions.Keys.Except(printed)); // what no longer prints one is no exception
    }

    [GeneratedRegex(@"CaseWords\.(Display|Heading)\(|DisplayOf\(|>@(\w+[.!])*CaseNumber\b")]
    private static partial Regex Printed();
}
