using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Submissions;
using Portal.Shared.Panes;

namespace Portal.Submissions;

/// <summary>A submission as the three panes show it.</summary>
internal static class SubmissionPanes
{
    public static IReadOnlyList<PaneFile> Panes(this SubmissionDetail detail) =>
        [
            .. detail.Files.Select(f => new PaneFile(
                f.Given.AttachmentId,
                PartOf(detail, f),
                f.File.Name,
                f.File.ContentType,
                f.File.Size,
                f.Given.Sha256
            )),
        ];

    /// <summary>证据名称, or the file's own.</summary>
    public static string Title(FileOfSubmission file) => file.Given.Title.Length > 0 ? file.Given.Title : file.File.Name;

    /// <summary>What the machine can compare: what is wrong or undecided first.</summary>
    public static IReadOnlyList<PaneCheck> Checks(this SubmissionDetail detail, DateOnly today) =>
        [.. All(detail, today).OrderBy(c => Array.IndexOf(s_looks, c.Look))];

    /// <summary>What is often missing of this kind, in the words that the submitter reads; what is missing here comes first.</summary>
    public static IReadOnlyList<string> ReadyNeeds(this SubmissionDetail detail)
    {
        var given = detail.Files.Select(f => f.Given.Part).ToHashSet();
        var missing = detail.Rule.Parts.Where(p => !given.Contains(p.Key)).ToLookup(p => p.IsRequired, p => $"请补交{p.Title}。");
        var forms = detail.Rule.Parts.Where(p => p.IsForm && given.Contains(p.Key));
        return
        [
            .. missing[true],
            .. forms.Select(f => $"请在{f.Title}最后一页签上您的名字，重新拍照。"),
            "照片看不清，请在亮处放平重拍。",
            .. detail.Rule.Kind == SubmissionKind.Evidence
                ? new[] { "请写清每份证据证明什么。", "开庭时带上证据原件，请先拍原件传来。" }
                : [],
            .. missing[false],
        ];
    }

    public static string Words(EntryKind kind) =>
        kind switch
        {
            EntryKind.Interim => "要求补正",
            EntryKind.Supplement => "提交人补交",
            EntryKind.Answer => "答复",
            EntryKind.Urge => "催办",
            _ => "说明",
        };

    public static string When(DateTimeOffset at) => $"{ChinaTime.DayOf(at):MM-dd} {ChinaTime.Clock(at)}";

    private static string SpecialAuthority => LawTable.Of(LawPoint.SpecialAuthority, Procedure.Civil).ShortCite;

    private static readonly string[] s_looks = ["bad", "warn", "ok", "na"];

    private static string PartOf(SubmissionDetail detail, FileOfSubmission file) =>
        file.Given.Title.Length > 0 ? file.Given.Title
        : detail.Rule.Parts.FirstOrDefault(p => p.Key == file.Given.Part) is { } part ? part.Title
        : file.File.Name;

    private static IEnumerable<PaneCheck> All(SubmissionDetail detail, DateOnly today)
    {
        var submission = detail.Submission;
        yield return detail.IsVerified ? new("ok", "提交人本人已实名") : new("warn", "提交人没有实名，请核对身份");
        yield return detail.Party is not { LeftAt: null } party
            ? new("bad", "提交时代表的当事人已不在本案")
            : new("ok", $"提交人 = 本案{submission.SubmitterRole}");
        if (Agent(detail, today) is { } agent)
            yield return agent;
        var given = detail.Files.Select(f => f.Given.Part).ToHashSet();
        string[] missing = [.. detail.Rule.Parts.Where(p => p.IsRequired && !given.Contains(p.Key)).Select(p => p.Title)];
        yield return missing.Length > 0 ? new("warn", $"缺{string.Join('、', missing)}") : new("ok", "应交的都有", detail.Law);
        if (!detail.IsIntact)
            yield return new("bad", "收到的文件和回执上记的不一样", "这不怪提交人");
        if (Holder(detail) is { } holder)
            yield return holder;
        if (submission.UrgeCount > 0)
            yield return new("warn", $"提交人催办 {submission.UrgeCount} 次");
    }

    /// <summary>A refund goes to who paid (FEE 53): also where an agent asks for it.</summary>
    private static PaneCheck? Holder(SubmissionDetail detail) =>
        detail.Answers.FirstOrDefault(a => a.Key == "holder") is not { } holder || detail.Party is not { } party ? null
        : TypedText.Fold(holder.Value) == TypedText.Fold(party.Name) ? new("ok", "户名是当事人本人")
        : new("bad", $"户名“{holder.Value}”不是当事人{party.Name}，退款应当退给交费的人");

    /// <summary>Whether who handed it in may still act, and with the authority that the law asks for.</summary>
    private static PaneCheck? Agent(SubmissionDetail detail, DateOnly today)
    {
        if (detail.Submission.AgentId is not { } id)
            return null;
        var agent = detail.Party?.Agents.Find(a => a.Id == id);
        var needed = detail.Rule.Authority;
        return agent is null || !agent.RunsOn(today) ? new("bad", "代理权限已经结束")
            : needed == AuthorityItems.None ? new("ok", "代理权限在期限内")
            : agent.May(needed, today) ? new("ok", $"有特别授权：{needed.Chinese()}", SpecialAuthority)
            : new("bad", $"没有特别授权：{needed.Chinese()}", SpecialAuthority);
    }
}
