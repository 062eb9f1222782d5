using System.Text.RegularExpressions;

namespace Conventions.Tests;

/// <summary>Which feature of the Domain may name which: only those above it in the list. Whatever needs the other way round takes an interface.</summary>
public class FeatureOrder
{
    private static readonly string[] s_fromTheGround =
    [
        "Shared",
        "Auditing", // who looked at what
        "Organisation", // courts, divisions, posts
        "Calendar", // working days
        "Attachments",
        "Drafts",
        "Exports",
        "Notifications", // who is told what; each feature brings its own kinds
        "Litigants",
        "Uploads", // files on their way, in pieces
        "Cases",
        "Supervision", // what is late
        "Handling", // what handled things have in common
        "WorkOrders",
        "Contacts",
        "EarlyWarnings",
        "Partners", // other systems that call this one or hear of it
        "CityChanges", // what two people must agree to: texts, working days, limits of all courts, words to screen for
        "DocumentService",
        "Bindings", // agents who ask for their cases
        "Submissions", // what people of a case hand in and apply for
        "Reading", // who reads the main volume of a case
        "InboundMessages", // an SMS may belong to any of them
        "Figures", // counts them
    ];

    /// <summary>From, to: why it may look up all the same.</summary>
    private static readonly Dictionary<(string From, string To), string> s_upwards = new()
    {
        [("Shared", "Organisation")] = "an actor acts in a post, and rights follow its role: Actor, LiveTopic",
        [("Shared", "Notifications")] = "a fact carries the notices that it sends, saved with it: Fact",
        [("Litigants", "WorkOrders")] = "an account is empty as long as it has left no message; a session knows its channel",
    };

    [Fact]
    public void A_feature_names_only_what_lies_below_it()
    {
        var named = Named().ToList();
        Assert.NotEmpty(named);
        Assert.Empty(
            named.Where(n => Rank(n.To) >= Rank(n.From) && !s_upwards.ContainsKey((n.From, n.To))).Select(n => $"{n.File} names {n.To}")
        );
    }

    [Fact]
    public void Every_exception_is_still_needed() => Assert.Empty(s_upwards.Keys.Except(Named().Select(n => (n.From, n.To))));

    [Fact]
    public void Every_feature_has_its_place() =>
        Assert.Equal(s_fromTheGround.Order(StringComparer.Ordinal), Files().Select(FeatureOf).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<(string File, string From, string To)> Named() =>
        from file in Files()
        let text = Checkout.Text(file)
        from to in s_feature.Matches(text).Select(m => m.Groups["feature"].Value).Distinct()
        where to != FeatureOf(file) && s_fromTheGround.Contains(to)
        select (file, FeatureOf(file), to);

    private static IEnumerable<string> Files() =>
        Checkout.Files("src/Domain").Where(f => Path.GetExtension(f) == ".cs" && f.Split('/').Length > 3);

    private static string FeatureOf(string file) => file.Split('/')[2];

    private static int Rank(string feature) => Array.IndexOf(s_fromTheGround, feature);

    // In a using, by its full name, or from within Domain as in Organisation.Role.
    private static readonly Regex s_feature = new(
        @"(?:using (?:static |\w+ = )?|\b)Domain\.(?<feature>\w+)\b|(?<![\w.""/<>=])(?<feature>"
            + string.Join('|', s_fromTheGround)
            + @")\.[A-Z]\w*"
    );
}
