using System.Text.RegularExpressions;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Every page of the Portal there is, by every reach there is, about a case that is not public.</summary>
[Collection(OnAnotherPlatform.Name)]
[Trait("Walk", "all")]
public sealed partial class EveryPageTests(EveryPageTests.Walk walk) : IClassFixture<EveryPageTests.Walk>
{
    private const string Person = "令狐婉清";
    private const string Other = "尉迟承泽";

    /// <summary>Route → why it names them: forms that the law wants whole.</summary>
    private static readonly Dictionary<string, string> s_forms = new(StringComparer.Ordinal)
    {
        ["/service/tasks/{Id:guid}/print"] = "envelopes: to whom",
        ["/address-confirmations/{Id:guid}"] = "送达地址确认书: who confirmed",
        ["/address-confirmations/case/{Id:guid}"] = "the clerk writes that form, by person",
    };

    /// <summary>The names of a case that is not public stand nowhere (domain facts §10.4).</summary>
    [Fact]
    public void Of_a_case_that_is_not_public_no_page_names_anybody()
    {
        None(Found(Names(), s_forms.ContainsKey));
        Assert.InRange(walk.Seen.Count(p => p.Text.Contains(ShownName.Hidden, StringComparison.Ordinal)), 8, int.MaxValue);
    }

    [Fact]
    public void No_page_has_a_violation_of_any_weight() => None(string.Join("\n", walk.Seen.SelectMany(p => p.Violations).Distinct()));

    /// <summary>Keys, twelve-hour times and hashes are for programs; hashes are shown where things are proved.</summary>
    [Fact]
    public void No_page_speaks_to_programs() => None(Found(ForPrograms(), t => t.StartsWith("/proof", StringComparison.Ordinal)));

    private static void None(string found) => Assert.True(found.Length == 0, found);

    private string Found(Regex sought, Func<string, bool> isMeant) =>
        string.Join(
            "\n",
            from page in walk.Seen
            where !isMeant(page.Template)
            from Match found in sought.Matches(page.Text)
            let around = page.Text[Math.Max(0, found.Index - 40)..Math.Min(page.Text.Length, found.Index + 40)].ReplaceLineEndings(" ")
            select $"{page.Role} {page.Path}: {around}"
        );

    [GeneratedRegex("令狐|尉迟")]
    private static partial Regex Names();

    [GeneratedRegex(
        @"[a-z]+_[a-z_]+|\b[a-z_]+\.[a-z]+_[a-z_]+|[0-9]:[0-9]{2} ?[AaPp][Mm]\b|\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{12,}\b"
    )]
    private static partial Regex ForPrograms();

    public sealed record SeenPage(Role Role, string Template, string Path, string Text, IReadOnlyList<string> Violations);

    /// <summary>One walk for all that is asked of every page.</summary>
    public sealed class Walk(Platform platform) : IAsyncLifetime
    {
        private readonly List<SeenPage> _seen = [];
        private readonly HashSet<string> _looked = [];
        private string _template = "";

        public IReadOnlyList<SeenPage> Seen => _seen;

        public async Task InitializeAsync()
        {
            var matter = await WholeMatter.Of(platform.Data, "baiyun", Person, Other, CaseRestriction.Family, "抚养纠纷");
            Dictionary<Role, StaffPage> desks = [];
            foreach (var (template, feature, isLive) in EveryPage.Pages())
            {
                foreach (var role in EveryPage.Reaching(feature))
                {
                    if (!desks.TryGetValue(role, out var desk))
                        desks[role] = desk = await StaffPage.SignIn(platform.Browser, platform.Portal, matter.People[role]);
                    foreach (var path in EveryPage.Paths(template, matter))
                        _seen.Add(await Look(desk, role, template, path, isLive));
                }
            }

            foreach (var desk in desks.Values)
                await desk.Page.CloseAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;

        private async Task<SeenPage> Look(StaffPage desk, Role role, string template, string path, bool isLive)
        {
            if (!isLive)
                await desk.Page.GotoAsync(path);
            else if (template == _template)
                await desk.Open(path);
            else
                await desk.GoTo(path);
            _template = template;
            await Expect(desk.Page.Locator("main .c-sk")).ToHaveCountAsync(0);
            var text = await desk.Page.Locator("body").InnerTextAsync();
            return new(role, template, path, text, _looked.Add(template) ? await Violations(desk, template) : []);
        }

        /// <summary>Once for a page: to look takes longer than to load.</summary>
        private static async Task<IReadOnlyList<string>> Violations(StaffPage desk, string template) =>
            [
                .. from violation in (await desk.Page.Axe()).Violations
                from node in violation.Nodes
                select $"{violation.Id} ({violation.Impact}) {template}: {node.Html[..Math.Min(160, node.Html.Length)]}",
            ];
    }
}
