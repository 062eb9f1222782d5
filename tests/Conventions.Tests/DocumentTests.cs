using System.Text.RegularExpressions;

namespace Conventions.Tests;

public partial class DocumentTests
{
    [Fact]
    public void Every_link_of_a_document_leads_to_something_that_is_there()
    {
        var links =
            from file in Checkout.Files().Where(f => Path.GetExtension(f) == ".md")
            from Match match in Link().Matches(Checkout.Text(file))
            select (File: file, To: match.Groups["to"].Value);
        Assert.NotEmpty(links);
        Assert.Empty(
            from link in links
            let path = Path.Combine(Checkout.Root, Path.GetDirectoryName(link.File)!, link.To)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{link.File}: {link.To}"
        );
    }

    /// <summary>Within the repository, without what follows a #.</summary>
    [GeneratedRegex(@"\]\((?<to>(?!\w+:)[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
