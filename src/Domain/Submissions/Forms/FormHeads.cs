using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>How a paper of a kind begins: its name, what the parties are called, its first sentence (人民法院民事诉讼文书样式, 当事人参考).</summary>
/// <param name="Own">Of whoever writes: 上诉人.</param>
/// <param name="Others">Of the other side; empty where they are not named.</param>
/// <param name="Opening"><c>{0}</c> 案号, <c>{1}</c> 案由, <c>{2}</c> 法院, <c>{3}</c> 文书.</param>
internal sealed record FormHead(string Own, string Others, string Opening)
{
    /// <summary>原审, 本诉: stands before the role in the case.</summary>
    public string RoleBefore { get; init; } = "";

    /// <summary>民事上诉状: the procedure stands before the name.</summary>
    public bool NamesProcedure { get; init; }

    /// <summary>A copy for each of the other side.</summary>
    public bool BringsCopies { get; init; }

    public bool SignsAsAgent { get; init; }
}

internal static class FormHeads
{
    private static readonly Dictionary<SubmissionKind, FormHead> s_heads = new()
    {
        [SubmissionKind.Defence] = new("答辩人", "被答辩人", "答辩人就{0}{1}一案，提出答辩如下。")
        {
            NamesProcedure = true,
            BringsCopies = true,
        },
        [SubmissionKind.AgentStatement] = new("委托人", "", "本人接受委托人的委托，在{0}{1}一案中担任诉讼代理人，发表如下代理意见。")
        {
            SignsAsAgent = true,
        },
        [SubmissionKind.Evidence] = new("提交人", "", "{0}{1}一案，提交以下证据。") { BringsCopies = true },
        [SubmissionKind.Counterclaim] = new("反诉原告", "反诉被告", "反诉原告就{0}{1}一案，提起反诉。")
        {
            RoleBefore = "本诉",
            NamesProcedure = true,
            BringsCopies = true,
        },
        [SubmissionKind.Appeal] = new("上诉人", "被上诉人", "上诉人因{1}一案，不服{2}{0}{3}，现提出上诉。")
        {
            RoleBefore = "原审",
            NamesProcedure = true,
            BringsCopies = true,
        },
        [SubmissionKind.Enforcement] = new(
            "申请执行人",
            "被执行人",
            "申请执行人与被执行人{1}一案，{2}{0}{3}已经发生法律效力，被执行人没有履行，现申请强制执行。"
        ),
        [SubmissionKind.EffectCertificate] = new("申请人", "", "{2}{0}{1}一案的{3}已经送达各方当事人。申请人请求开具该文书的生效证明。"),
        [SubmissionKind.FeeRefund] = new("申请人", "", "申请人在{0}{1}一案中交纳了诉讼费用，现申请退还。"),
        [SubmissionKind.FeeRelief] = new("申请人", "", "申请人就{0}{1}一案，因交纳诉讼费用确有困难，申请司法救助。"),
        [SubmissionKind.Preservation] = new("申请人", "被申请人", "申请人与被申请人{0}{1}一案，为防止将来的判决难以执行，申请财产保全。"),
    };

    public static FormHead Of(KindRule rule) =>
        s_heads.TryGetValue(rule.Kind, out var head) ? head : new FormHead("申请人", "", $"申请人就{{0}}{{1}}一案，{Asks(rule)}。");

    public static string Title(KindRule rule, Procedure procedure)
    {
        var name = rule.Parts.Single(p => p.IsForm).Title;
        if (!Of(rule).NamesProcedure)
            return name;
        return procedure switch
        {
            Procedure.Administrative => "行政" + name,
            Procedure.Criminal => "刑事" + name,
            _ => "民事" + name,
        };
    }

    public static string Role(FormHead head, string word, PartyRole role) => $"{word}（{head.RoleBefore}{role.Chinese()}）";

    private static string Asks(KindRule rule) => rule.Kind == SubmissionKind.OtherApplication ? "提出如下申请" : $"申请{rule.Title}";
}
