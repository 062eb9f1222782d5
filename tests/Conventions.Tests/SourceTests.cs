using System.Text.RegularExpressions;

namespace Conventions.Tests;

public partial class SourceTests
{
    private const int LongestFile = 400;

    private static readonly HashSet<string> Media =
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".ico",
        ".ttf",
        ".woff",
        ".woff2",
        ".pdf",
        ".docx",
        ".xlsx",
        ".mp3",
        ".mp4",
        ".br",
        ".gz",
    ];

    // Host → why a file may name it. Nothing here is loaded by a page: those are ours alone.
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["localhost"] = "this machine",
        ["127.0.0.1"] = "this machine",
        ["trial.gzcourt.example"] = "the demo's trial system: a name that nobody can have",
        ["www.w3.org"] = "XML and SVG namespaces: a name, never fetched",
        ["api.weixin.qq.com"] = "the WeChat server interface, called by its adapter",
        ["vuejs.org"] = "text of an error message in Vue's runtime",
        ["uniapp.dcloud.net.cn"] = "text of an error message in uni-app's runtime",
        ["learn.microsoft.com"] = "text of an error message in the SignalR client",
        ["aka.ms"] = "text of an error message in the SignalR client",
    };

    [Fact]
    public void No_source_and_no_output_names_an_outside_address()
    {
        var named =
            from folder in new[] { "src", "miniprogram/src", "miniprogram/dist" }
            from file in Checkout.Files(folder)
            where !Media.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "packages.lock.json"
            from Match match in Address().Matches(Checkout.Text(file))
            where !Allowed.ContainsKey(match.Groups["host"].Value)
            select $"{file}: {match.Value}";
        Assert.Empty(named);
    }

    /// <summary>A name that is masked without asking whether the case is public would be hidden on one screen and not on the next.</summary>
    [Fact]
    public void Names_are_shown_by_one_rule_alone()
    {
        var masked =
            from file in Checkout.Files("src")
            where Path.GetExtension(file) is ".cs" or ".razor"
            where Path.GetFileName(file) is not ("ShownName.cs" or "Masking.cs")
            where MaskedName().IsMatch(Checkout.Text(file))
            select file;
        Assert.Empty(masked);
    }

    /// <summary>Demo papers are texts of a court; what comments quote is shown to nobody.</summary>
    [Fact]
    public void Articles_are_named_in_the_table_of_law_alone()
    {
        var named =
            from file in Checkout.Files("src")
            where Path.GetExtension(file) is ".cs" or ".razor" or ".json"
            where !file.Contains("/Demo/", StringComparison.Ordinal)
            from line in Checkout.Text(file).Split('\n')
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && LawArticle().IsMatch(line)
            select $"{file}: {line.Trim()}";
        Assert.Empty(named);
    }

    [GeneratedRegex("(诉讼法|解释|规则|规定|办法)》? ?第 ?[一二三四五六七八九十百零0-9]+ ?条")]
    private static partial Regex LawArticle();

    [Fact]
    public void No_lock_file_and_no_settings_of_a_package_client_name_a_registry()
    {
        var locks = Checkout.Files().Where(f => Path.GetFileName(f) is "packages.lock.json" or "package-lock.json").ToList();
        Assert.NotEmpty(locks);
        Assert.All(locks, file => Assert.DoesNotMatch(Resolved(), Checkout.Text(file)));
        Assert.All(
            Checkout.Files().Where(f => Path.GetFileName(f).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC"),
            file => Assert.DoesNotMatch(Address(), Checkout.Text(file))
        );
    }

    [Fact]
    public void No_file_is_too_long_to_be_read_at_one_sitting()
    {
        var tooLong =
            from file in Checkout.Files("src").Concat(Checkout.Files("miniprogram/src"))
            where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" or ".ts" or ".vue" or ".scss"
            where !file.Contains("/Migrations/", StringComparison.Ordinal)
            let lines = Checkout.Text(file).AsSpan().Count('\n')
            where lines > LongestFile
            select $"{file}: {lines} lines";
        Assert.Empty(tooLong);
    }

    // With a scheme, or without one as in src="//host/…" and url(//host/…).
    [GeneratedRegex(
        @"(?:(?:https?|wss?|ftp)://|(?:=|\()\s*[""'`]?//)(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?=[^A-Za-z0-9.-]|$)"
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"""resolved"":\s*""\w+:")]
    private static partial Regex Resolved();

    [GeneratedRegex(@"Masking\.Name\b")]
    private static partial Regex MaskedName();
}
