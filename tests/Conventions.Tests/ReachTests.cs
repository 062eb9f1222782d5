using System.Text.RegularExpressions;

namespace Conventions.Tests;

/// <summary>Who reaches what is said once (docs/adr/0027), and what a screen asks ends with it (docs/adr/0028).</summary>
public partial class ReachTests
{
    // File → why it goes by the role and not by the table of reach.
    private static readonly Dictionary<string, string> s_byRole = new(StringComparer.Ordinal)
    {
        ["src/Domain/Organisation/Role.cs"] = "what roles are called, and which post one signs in to first",
        ["src/Domain/Organisation/Oversight.cs"] = "whose post sees both levels",
        ["src/Domain/Handling/LeaderAccess.cs"] = "who stands in for whom while a post is vacant",
        ["src/Domain/Contacts/PublishContactChange.cs"] = "which posts stay with the division when a person moves",
        ["src/Domain/InboundMessages/ReplyOrders.cs"] = "in which of several posts somebody answered by SMS",
        ["src/Domain/InboundMessages/ReplySender.cs"] = "in which of several posts somebody answered by SMS",
        ["src/Portal/Reviews/ReviewItem.razor"] = "to whom an order can be given again",
    };

    // File → why what it asks goes on when nobody waits for it.
    private static readonly Dictionary<string, string> s_withoutToken = new(StringComparer.Ordinal)
    {
        ["src/Portal/App/UseCaseRunner.cs"] = "an act that was begun is finished",
        ["src/Portal/App/Commands.cs"] = "a command ends with its process",
    };

    [Fact]
    public void Nothing_but_the_table_of_reach_asks_for_a_role()
    {
        var byRole = Sources("src").Where(file => AsksForRole().IsMatch(Checkout.Text(file))).ToList();
        Assert.NotEmpty(byRole);
        Assert.Equal("", string.Join("\n", byRole.Where(file => !s_byRole.ContainsKey(file))));
    }

    [Fact]
    public void Whatever_may_go_by_the_role_still_does()
    {
        Assert.Equal("", string.Join("\n", s_byRole.Keys.Where(file => !AsksForRole().IsMatch(Checkout.Text(file)))));
    }

    [Fact]
    public void Every_page_says_what_it_shows() =>
        Assert.Equal(
            "",
            string.Join(
                "\n",
                Sources("src/Portal")
                    .Where(file => Page().IsMatch(Checkout.Text(file)))
                    .Where(file => !Checkout.Text(file).Contains("[Reaches(Feature.", StringComparison.Ordinal))
                    .Where(file => !Checkout.Text(file).Contains("[AllowAnonymous]", StringComparison.Ordinal))
            )
        );

    [Fact]
    public void No_screen_asks_without_a_token() =>
        Assert.Equal(
            "",
            string.Join(
                "\n",
                Sources("src/Portal").Where(file => !s_withoutToken.ContainsKey(file) && NoToken().IsMatch(Checkout.Text(file)))
            )
        );

    [Fact]
    public void No_list_but_the_pager_begins_behind_a_key_of_its_own() =>
        Assert.Equal(
            "",
            string.Join(
                "\n",
                Sources("src/Infrastructure")
                    .Where(file => !file.StartsWith("src/Infrastructure/Paging/", StringComparison.Ordinal))
                    .Where(file => KeyByHand().IsMatch(Checkout.Text(file)))
            )
        );

    private static IEnumerable<string> Sources(string folder) =>
        Checkout
            .Files(folder)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("/Demo/", StringComparison.Ordinal));

    [GeneratedRegex(
        @"\.Role switch|\bIs\((Organisation\.)?Role\.|[Rr]ole is (Organisation\.)?Role\.|\bRoles = ""|RequireRole\(|Post is \{ Role:"
    )]
    private static partial Regex AsksForRole();

    [GeneratedRegex(@"^@page ", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex(@"CancellationToken\.None|[,(]\s*default\)")]
    private static partial Regex NoToken();

    [GeneratedRegex(@"[<>]= \w+\.At && \(")]
    private static partial Regex KeyByHand();
}
