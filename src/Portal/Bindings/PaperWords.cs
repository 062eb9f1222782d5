using Domain.Bindings;
using Domain.Cases;
using Infrastructure.Bindings;
using Portal.Shared.Panes;

namespace Portal.Bindings;

internal static class PaperWords
{
    public static IReadOnlyList<PaneCheck> Panes(this IReadOnlyList<BindingCheck> checks) =>
        [.. checks.Select(c => new PaneCheck(Look(c.Result), c.Statement, c.Source))];

    public static IReadOnlyList<PaneFile> Panes(this IReadOnlyList<PaperFile> papers, AgentKind agent) =>
        [.. papers.Select(p => new PaneFile(p.File.Id, agent.NameOf(p.Kind), p.File.Name, p.File.ContentType, p.File.Size, p.File.Sha256))];

    private static string Look(CheckResult result) =>
        result switch
        {
            CheckResult.Against => "bad",
            CheckResult.Decide => "warn",
            CheckResult.Agrees => "ok",
            _ => "na",
        };
}
