using System.Globalization;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>The words of a service's trace, made from the data of its rows: for screens, certificates and recipients alike.</summary>
public static class ServiceTrace
{
    public static string Words(TraceRow row) =>
        DataOf(row) switch
        {
            BegunData d => string.Join('、', d.Documents.Select(x => x.Copy.Title)),
            QueuedData { Attempt.Channel: var channel } d when !channel.HasAddress() => Name(d.Attempt),
            QueuedData d => $"{Name(d.Attempt)}，{d.Attempt.Basis.Chinese()}",
            SentData d => When(d.Attempt, d.At, d.Reference),
            DeliveredData d => When(d.Attempt, d.At),
            FailedData d => When(d.Attempt, d.At, FailureCodes.Chinese(d.Code)),
            OpenedData d => $"《{d.Copy.Title}》，{d.Evidence}",
            SignedData { OnPaper: { } paper, Attempt: { } attempt } d => When(attempt, d.At, PaperSigner.Words(paper.Relation, paper.Name)),
            SignedData d => string.Concat(d.Copies.Select(c => $"《{c.Title}》")) + $"，{d.Evidence}",
            RepliedData d => When(d.Attempt, d.At),
            ArrivalProvedData d => When(d.Attempt, d.At),
            RebuttedData d => $"{Name(d.Attempt)}，{d.Ground.Chinese()}",
            ActedData d => When(d.Attempt, d.At),
            AcceptedData d => When(d.Attempt, d.At),
            NotAcceptedData d => Name(d.Attempt),
            ConcludedData d => $"《{d.Copy.Title}》{Summary(d.Before)} → {Summary(d.Copy.Conclusion)}",
            LimitRecountedData d => Recounted(d.Copy, d.Before) + $"，{d.Why}",
            LimitExtendedData d => Recounted(d.Copy, d.Before),
            FactsNotedData d => $"{d.Before.Chinese()} → {d.Facts.Chinese()}",
            PaperSentData d => d.Reference,
            FellBackData d => $"{Tried(d.Tried)} → {d.Next.Chinese()}",
            HandedToClerkData d => Tried(d.Tried),
            WithdrawnData d => Withdrawn(d.Copies.Select(c => $"《{c.Title}》"), d.Reason),
            GivenToPostData d => $"{Name(d.Attempt)}，批次 {d.BatchNumber}，{d.Piece}",
            LeftData d => When(d.Attempt, d.At),
            ReturnedData d =>
                $"{Name(d.Attempt)}，{Iso(d.On)} 退回，{d.Reason.Chinese()}，{(d.Serves ? "退回之日视为送达之日" : "不视为送达")}",
            NoticeDraftedData d => $"{d.Attempt.NoticeGround?.Chinese()}，公告期 {d.Attempt.NoticeDays} 日",
            PublishedData d => $"{d.Media}，{Iso(d.On)} 刊登，公告期 {d.Attempt.NoticeDays} 日",
            EntryTakenBackData d => $"{Name(d.Attempt)}，撤回登记“{Entry(d.Before)}”，{d.Reason}",
            ReadByAgentData d => $"《{d.Copy.Title}》，{d.Evidence}",
            ForwardedData d => $"《{d.Copy.Title}》转给{d.AgentName}",
            ObjectedData { Text.Length: 0 } d => $"{d.Objection.Chinese()}（{d.Evidence}）",
            ObjectedData d => $"{d.Objection.Chinese()}：{d.Text}（{d.Evidence}）",
            _ => "",
        };

    /// <returns>Null for kinds that say everything by themselves.</returns>
    public static ServiceFactData? DataOf(TraceRow row) =>
        row.Kind switch
        {
            ServiceFacts.Begun => row.Read<BegunData>(),
            ServiceFacts.Queued => row.Read<QueuedData>(),
            ServiceFacts.Sent => row.Read<SentData>(),
            ServiceFacts.Delivered => row.Read<DeliveredData>(),
            ServiceFacts.Failed => row.Read<FailedData>(),
            ServiceFacts.Opened => row.Read<OpenedData>(),
            ServiceFacts.Signed => row.Read<SignedData>(),
            ServiceFacts.Replied => row.Read<RepliedData>(),
            ServiceFacts.ArrivalProved => row.Read<ArrivalProvedData>(),
            ServiceFacts.Rebutted => row.Read<RebuttedData>(),
            ServiceFacts.Acted => row.Read<ActedData>(),
            ServiceFacts.Accepted => row.Read<AcceptedData>(),
            ServiceFacts.NotAccepted => row.Read<NotAcceptedData>(),
            ServiceFacts.Concluded => row.Read<ConcludedData>(),
            ServiceFacts.LimitRecounted => row.Read<LimitRecountedData>(),
            ServiceFacts.LimitExtended => row.Read<LimitExtendedData>(),
            ServiceFacts.FactsNoted => row.Read<FactsNotedData>(),
            ServiceFacts.PaperSent => row.Read<PaperSentData>(),
            ServiceFacts.FellBack => row.Read<FellBackData>(),
            ServiceFacts.HandedToClerk => row.Read<HandedToClerkData>(),
            ServiceFacts.Withdrawn => row.Read<WithdrawnData>(),
            ServiceFacts.GivenToPost => row.Read<GivenToPostData>(),
            ServiceFacts.Left => row.Read<LeftData>(),
            ServiceFacts.Returned => row.Read<ReturnedData>(),
            ServiceFacts.NoticeDrafted => row.Read<NoticeDraftedData>(),
            ServiceFacts.Published => row.Read<PublishedData>(),
            ServiceFacts.Corrected => row.Read<EntryTakenBackData>(),
            ServiceFacts.ReadByAgent => row.Read<ReadByAgentData>(),
            ServiceFacts.Forwarded => row.Read<ForwardedData>(),
            ServiceFacts.Objected => row.Read<ObjectedData>(),
            _ => null,
        };

    /// <returns>微信未送达，短信链接没有回应.</returns>
    public static string Tried(IEnumerable<TriedWay> ways) =>
        string.Join('，', ways.Select(w => w.Channel.Chinese() + (w.HasFailed ? "未送达" : "没有回应")));

    /// <returns>《民事判决书》《举证通知书》，文书有误.</returns>
    public static string Withdrawn(IEnumerable<string> documents, string reason) =>
        string.Concat(documents) is { Length: > 0 } named ? $"{named}，{reason}" : reason;

    private static string Name(TracedAttempt attempt) => $"{attempt.Channel.Chinese()} {attempt.Address}".TrimEnd();

    private static string When(TracedAttempt attempt, DateTimeOffset at, string more = "")
    {
        var local = ChinaTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return more.Length == 0 ? $"{Name(attempt)}，{local}" : $"{Name(attempt)}，{local}，{more}";
    }

    /// <returns>推定送达 2026-03-11，上诉期至 2026-03-26.</returns>
    private static string Summary(TracedConclusion conclusion)
    {
        var day = conclusion.EffectiveOn is { } on ? " " + Iso(on) : "";
        var limit = conclusion is { LimitEndsOn: { } ends, LimitKind: { } kind } ? $"，{TimeLimit.NameOf(kind)}至 {Iso(ends)}" : "";
        return conclusion.Standing.Chinese() + day + limit;
    }

    private static string Recounted(TracedCopy copy, DateOnly before)
    {
        var limit = copy.Conclusion;
        return $"《{copy.Title}》{TimeLimit.NameOf(limit.LimitKind!.Value)}至 {Iso(before)} → {Iso(limit.LimitEndsOn!.Value)}";
    }

    private static string Entry(TracedAttempt attempt) =>
        attempt switch
        {
            { SignedAt: { } at } => $"{Minute(at)} {attempt.SignerRelation?.Chinese()}签收",
            { LeftAt: { } at } => $"{Minute(at)} 留置",
            { FailedAt: { } at, Channel: ServiceChannel.Post } =>
                $"{Iso(attempt.ReturnedOn ?? ChinaTime.DayOf(at))} 退回，{PaperWords.ReasonOf(attempt.FailureCode)?.Chinese()}",
            { FailedAt: { } at } => $"{Minute(at)} 失败",
            { PublishedOn: { } on } => $"{attempt.Reference}，{Iso(on)} 刊登",
            { DeliveredAt: { } at } => $"{Minute(at)} 到达",
            { SentAt: { } at } => attempt.Reference.Length > 0 ? $"{attempt.Reference}，{Minute(at)} 交邮" : $"{Minute(at)} 发出",
            _ => "",
        };

    private static string Minute(DateTimeOffset at) => ChinaTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
