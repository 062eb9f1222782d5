using System.Text.RegularExpressions;

namespace Conventions.Tests;

/// <summary>What the compiler of pages lets pass.</summary>
public partial class MarkupTests
{
    /// <summary>A string parameter takes what stands between the quotes as its text: without @ a person reads the program's words.</summary>
    [Fact]
    public void An_expression_for_a_text_begins_with_at()
    {
        var pages = Checkout.Files("src").Where(f => Path.GetExtension(f) == ".razor").ToDictionary(f => f, Checkout.Text);
        var texts = pages
            .SelectMany(p =>
                StringParameter().Matches(p.Value).Select(m => $"{Path.GetFileNameWithoutExtension(p.Key)} {m.Groups["name"]}")
            )
            .ToHashSet();
        Assert.Contains("CasePanel UnconfirmedNumber", texts);
        Assert.Empty(
            from page in pages
            from tag in Tag().Matches(page.Value)
            from attribute in Expression().Matches(tag.Groups["attributes"].Value)
            where texts.Contains($"{tag.Groups["component"]} {attribute.Groups["name"]}")
            select $"{page.Key}: {tag.Groups["component"]} {attribute.Value.Trim()}"
        );
    }

    /// <summary>Between two letters or digits, also Chinese ones, @ is an address's for the compiler: a person reads the expression.</summary>
    [Fact]
    public void No_expression_stands_right_behind_a_word()
    {
        var pages = Checkout.Files("src").Where(f => Path.GetExtension(f) == ".razor").ToList();
        Assert.Matches(BehindWord(), "，适用@form.Scope");
        Assert.DoesNotMatch(BehindWord(), "<i>@row.Words@if (row.IsNew)");
        Assert.Empty(
            from page in pages
            from words in BehindWord().Matches(Checkout.Text(page))
            select $"{page}: {words.Value}, write @(…)"
        );
    }

    [GeneratedRegex(@"\[Parameter[^\]]*\]\s*public\s+(required\s+)?string\??\s+(?<name>\w+)")]
    private static partial Regex StringParameter();

    [GeneratedRegex(@"<(?<component>[A-Z]\w*)(?<attributes>(\s+[\w@:-]+(=""[^""]*"")?)+)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s(?<name>[A-Z]\w*)=""[_a-zA-Z]\w*(\.\w+)+(\(.*\))?""|\s(?<name>[A-Z]\w*)=""_\w+""")]
    private static partial Regex Expression();

    /// <summary>What ends an expression of its own, <c>@row.Words</c>, is no word.</summary>
    [GeneratedRegex(@"(?<=\w)(?<!@[\w.!?()\[\]""]+)@\w+")]
    private static partial Regex BehindWord();
}
