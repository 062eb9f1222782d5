using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Litigants;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>送达经过 as the recipient reads it: what happened to which document, in the words and dates of all other pages.</summary>
/// <param name="names">Of the service's documents, by copy.</param>
internal sealed class DocumentHistory(DocumentTexts texts, IReadOnlyDictionary<Guid, string> names)
{
    /// <returns>Null for what is the desk's own business.</returns>
    public HistoryRow? Row(TraceRow row) =>
        TitleOf(row.Kind) is { } title ? new HistoryRow(title, Note(row) is { Length: > 0 } note ? note : null, Moment.Full(row.At)) : null;

    private static string? TitleOf(string kind) =>
        kind switch
        {
            ServiceFacts.Begun => "法院开始送达",
            ServiceFacts.Sent => "已发出",
            ServiceFacts.Delivered => "已送到",
            ServiceFacts.Failed => "没有送到",
            ServiceFacts.Opened => "打开查看",
            ServiceFacts.Signed => "签收",
            ServiceFacts.Replied => "已回复",
            ServiceFacts.Concluded => "送达的结论",
            ServiceFacts.ArrivalProved => "证明了到达时间",
            ServiceFacts.Rebutted => "推翻了推定送达",
            ServiceFacts.LimitExtended => "法院准许延长期限",
            ServiceFacts.PaperAsked => "要求纸质文书",
            ServiceFacts.PaperSent => "法院寄出纸质文书",
            ServiceFacts.Forwarded => "转给代理人",
            ServiceFacts.ReadByAgent => "代理人查看",
            ServiceFacts.Objected => "提出异议",
            ServiceFacts.Withdrawn => "法院撤回",
            _ => null,
        };

    private string Note(TraceRow row) =>
        ServiceTrace.DataOf(row) switch
        {
            SentData d => Way(d.Attempt, d.At, row.At) + (d.Reference.Length > 0 ? $"，邮件号 {d.Reference}" : ""),
            DeliveredData d => Way(d.Attempt, d.At, row.At),
            RepliedData d => Way(d.Attempt, d.At, row.At),
            ArrivalProvedData d => Way(d.Attempt, d.At, row.At),
            FailedData d => Way(d.Attempt, d.At, row.At),
            RebuttedData d => $"{Way(d.Attempt, row.At, row.At)}，{d.Ground.Chinese()}",
            OpenedData d => Named(d.Copy),
            ReadByAgentData d => Named(d.Copy),
            SignedData { OnPaper: { } paper } d => string.Concat(d.Copies.Select(Named))
                + "，"
                + PaperSigner.Words(paper.Relation, paper.Name),
            SignedData d => string.Concat(d.Copies.Select(Named)),
            ConcludedData d => Named(d.Copy) + Concluded(d.Copy.Conclusion),
            LimitExtendedData { Copy.Conclusion: { LimitEndsOn: { } ends, LimitKind: { } kind } } d =>
                $"{Named(d.Copy)}{TimeLimit.NameOf(kind)}延长到 {texts.Day(ends)}",
            PaperSentData { Reference.Length: > 0 } d => $"邮件号 {d.Reference}",
            ForwardedData d => $"{Named(d.Copy)}转给{d.AgentName}",
            ObjectedData d => Objected(d),
            WithdrawnData d => ServiceTrace.Withdrawn(d.Copies.Select(Named), d.Reason),
            _ => "",
        };

    /// <returns>我没收到, 这不是我的：同名同姓.</returns>
    public static string Objected(ObjectedData d) => d.Objection.Chinese() + (d.Text.Length > 0 ? "：" + d.Text : "");

    private string Named(TracedCopy copy) => $"《{names.GetValueOrDefault(copy.Id, copy.Title)}》";

    /// <param name="knownAt">When the court heard of it, which the row says by itself.</param>
    private static string Way(TracedAttempt attempt, DateTimeOffset at, DateTimeOffset knownAt)
    {
        var way = $"{attempt.Channel.Chinese()} {attempt.Address}".TrimEnd();
        return Moment.Full(at) == Moment.Full(knownAt) ? way : $"{way}，{Moment.Full(at)}";
    }

    private string Concluded(TracedConclusion conclusion)
    {
        if (conclusion.EffectiveOn is not { } on)
            return "还没有定";
        var limit = conclusion is { LimitEndsOn: { } ends, LimitKind: { } kind } ? $"，{TimeLimit.NameOf(kind)}至 {texts.Day(ends)}" : "";
        return $" {texts.Day(on)}{(conclusion.Standing == ServiceStanding.Presumed ? "推定送达" : "送达")}{limit}";
    }
}
