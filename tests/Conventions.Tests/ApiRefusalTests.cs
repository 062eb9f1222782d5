using System.Text.RegularExpressions;
using Domain.Shared;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;

namespace Conventions.Tests;

/// <summary>What the litigants' API can refuse: programs match its codes, people read its sentences.</summary>
public partial class ApiRefusalTests
{
    private static readonly List<RefusedException> s_answered = Answered();

    /// <summary>What only staff and programmers say.</summary>
    private static readonly string[] s_staffWords =
    [
        "工单",
        "承办人",
        "派单",
        "分派",
        "督办",
        "批注",
        "并单",
        "改派",
        "转办",
        "延期",
        "岗位",
        "权限",
        "诉求人",
        "来电人",
        "坐席",
        "送达任务",
        "受送达人",
        "接口",
        "字段",
    ];

    /// <summary>Read by programmers of other systems, and by the administrator.</summary>
    private static readonly string[] s_toPartners = ["integration.", "partner.", "partner_order.", "webhook."];

    [Fact]
    public void Every_code_that_the_API_can_answer_is_in_its_contract()
    {
        var written = WrittenCodes();
        Assert.NotEmpty(s_answered);
        var missing = s_answered.Select(r => r.Code).Distinct().Except(written).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"docs/api.md and docs/integration.md do not name {string.Join(", ", missing)}");
    }

    [Fact]
    public void No_refusal_speaks_to_a_litigant_as_to_staff()
    {
        var told = s_answered
            .Where(r => !s_toPartners.Any(p => r.Code.StartsWith(p, StringComparison.Ordinal)))
            .Select(LitigantWords.Of)
            .Where(s => s_staffWords.Any(w => s.Contains(w, StringComparison.Ordinal)))
            .Distinct();
        Assert.True(!told.Any(), $"said to litigants: {string.Join("; ", told)}");
    }

    private static List<RefusedException> Answered()
    {
        var reached = CallGraph
            .From(typeof(LitigantHub).Assembly)
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .ToHashSet(StringComparer.Ordinal);
        return [.. RefusalTests.All.Where(r => reached.Contains(r.Method)).Select(r => r.Refusal)];
    }

    /// <summary>As <c>subject.what</c>; in a row of the same subject <c>.what</c>.</summary>
    private static HashSet<string> WrittenCodes()
    {
        HashSet<string> codes = [];
        var subject = "";
        foreach (
            var code in Code()
                .Matches($"{Checkout.Text("docs/api.md")}\n{Checkout.Text("docs/integration.md")}")
                .Select(m => m.Groups["code"].Value)
        )
        {
            if (code[0] != '.')
                subject = code[..code.LastIndexOf('.')];
            codes.Add(code[0] == '.' ? subject + code : code);
        }

        return codes;
    }

    [GeneratedRegex(@"`(?:\d{3} )?(?<code>[a-z_]*(?:\.[a-z_]+)+)`")]
    private static partial Regex Code();
}
