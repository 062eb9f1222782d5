using System.Globalization;
using Domain.Calendar;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.DocumentService;

namespace Portal.DocumentService.Tasks;

/// <param name="Look">Class of the chip.</param>
public sealed record ChipWords(string Look, string Icon, string Words);

/// <summary>What a recipient's group row says of the law.</summary>
/// <param name="Strong">2026-11-20 生效; 2027-01-04（暂定） 公告期满.</param>
/// <param name="Plain">Behind it: ，效力归于被告.</param>
/// <param name="Limits">上诉期 and its last day.</param>
public sealed record ConclusionWords(string Strong, string Plain, IReadOnlyList<(string Name, CountedDay LastDay)> Limits);

/// <param name="Law">The article, short.</param>
public sealed record BasisWords(string Words, string Law);

/// <summary>The one way in which services are said on the staff's screens.</summary>
public static class ServiceWords
{
    public static string Icon(this ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.WeChat => "fa-brands fa-weixin",
            ServiceChannel.SmsLink => "fa-solid fa-comment-sms",
            ServiceChannel.Email => "fa-solid fa-envelope",
            ServiceChannel.WebAccount => "fa-solid fa-circle-user",
            ServiceChannel.Voice => "fa-solid fa-phone-volume",
            ServiceChannel.Fax => "fa-solid fa-fax",
            ServiceChannel.Post => "fa-solid fa-truck-fast",
            ServiceChannel.InPerson => "fa-solid fa-handshake",
            _ => "fa-solid fa-bullhorn",
        };

    public static ChipWords Chip(this ServiceAttempt attempt) =>
        HasOnlyReplied(attempt) ? new("teal", "fa-reply", "已回复") : attempt.State.Chip();

    public static ChipWords Chip(this AttemptState state) =>
        state switch
        {
            AttemptState.Queued => new("dash", "fa-clock", "已排队"),
            AttemptState.Sent => new("", "fa-paper-plane", "已发出"),
            AttemptState.Delivered => new("blue", "fa-check", "已到达"),
            AttemptState.Opened => new("teal", "fa-eye", "已查看"),
            AttemptState.Signed => new("ok", "fa-signature", "已签收"),
            AttemptState.Failed => new("bad", "fa-xmark", "失败"),
            _ => new("fill", "fa-ban", "已撤回"),
        };

    public static ChipWords Chip(this ServiceState state) =>
        state switch
        {
            ServiceState.Effective => new("ok", "fa-check", "已送达"),
            ServiceState.Presumed => new("teal", "fa-eye", "推定送达"),
            ServiceState.ForClerk => new("warn", "fa-gavel", "待认定"),
            ServiceState.Failed => new("bad", "fa-xmark", "未送达"),
            ServiceState.InNotice => new("blue", "fa-bullhorn", "公告期内"),
            ServiceState.AwaitsOthers => new("blue", "fa-signature", "已签收，待各方签收"),
            ServiceState.Withdrawn => new("fill", "fa-ban", "已撤回"),
            _ => new("warn", "fa-hourglass-half", "待送达"),
        };

    public static ChipWords Chip(this TaskStanding standing) =>
        standing switch
        {
            TaskStanding.Preparing => new("blue", "fa-spinner", "准备中"),
            TaskStanding.UnderWay => new("blue", "fa-spinner", "进行中"),
            TaskStanding.PartlyFailed => new("bad", "fa-xmark", "部分失败"),
            TaskStanding.Failed => new("bad", "fa-xmark", "失败"),
            TaskStanding.Done => new("ok", "fa-check", "全部送达"),
            TaskStanding.Withdrawing => new("warn", "fa-ban", "撤回没有做完"),
            TaskStanding.WithdrawnInPart => new("fill", "fa-ban", "部分已送达，其余已撤回"),
            _ => new("fill", "fa-ban", "已撤回"),
        };

    /// <summary>What a channel took has been sent, and no more, until its report or the time for it (JI 135).</summary>
    public static ChipWords Chip(this RecipientRow row) => IsSent(row) ? new("blue", "fa-paper-plane", "已发出") : row.State.Chip();

    private static bool IsSent(RecipientRow row) => row is { State: ServiceState.UnderWay, ConcludesAt: not null };

    public static ConclusionWords Conclusion(RecipientRow row, WorkCalendar calendar, DateOnly today)
    {
        var served = row.Copies.Where(c => c.EffectiveOn is not null).ToList();
        if (served.Count == 0)
            return new(
                "",
                row switch
                {
                    { State: ServiceState.Withdrawn } => "已撤回，没有生效",
                    { State: ServiceState.InNotice, ConcludesAt: { } at } =>
                        $"{calendar.Counted(ChinaTime.DayOf(at)).Iso} 公告期满，届时视为送达",
                    { State: ServiceState.AwaitsOthers } => "各方都签收后生效",
                    _ => "尚未生效",
                },
                []
            );
        var on = served.Max(c => c.EffectiveOn)!.Value;
        var day = calendar.Served(on, today).Iso;
        var withdrawn = row.Copies.Count(c => c.IsWithdrawn);
        var taken = withdrawn == 0 ? "" : $"，{withdrawn} 份已撤回";
        if (served.Count + withdrawn < row.Copies.Count)
            return new(
                $"{served.Count} 份已送达",
                $"，还有 {row.Copies.Count - served.Count - withdrawn} 份{taken}",
                Limits(served, calendar)
            );
        if (row.IsAgent)
            return new($"{day} 到达", $"，效力归于{row.Role.Split('的')[0]}{taken}", Limits(served, calendar));
        return new(row.State == ServiceState.Presumed ? $"{day} 推定送达" : $"{day} 生效", taken, Limits(served, calendar));
    }

    private static List<(string, CountedDay)> Limits(IEnumerable<ServiceCopy> served, WorkCalendar calendar) =>
        [
            .. served
                .Where(c => c.LimitEndsOn is not null)
                .Select(c => (TimeLimit.NameOf(c.LimitKind!.Value), calendar.LimitOf(c)!.Value))
                .Distinct(),
        ];

    public static BasisWords Basis(RecipientRow row, DateOnly today)
    {
        var law = row.Procedure;
        if (row.Copies.FirstOrDefault(c => c.Standing is ServiceStanding.Effective or ServiceStanding.Presumed) is { Rule: { } rule } copy)
            return BasisOf(row, rule, copy, law, today);
        if (row.State == ServiceState.ForClerk)
            return new("已查看，没有同意电子送达的记录，由您认定", Cite(law, LawPoint.Consent));
        var open = row
            .Attempts.Where(a => a.Attempt.State is not (AttemptState.Failed or AttemptState.Withdrawn))
            .Select(a => a.Attempt)
            .ToList();
        if (open.Count == 0)
            return new(row.State == ServiceState.Withdrawn ? "送达前已撤回" : "没有一个渠道送到，需改用其他方式", "");
        if (IsSent(row))
            return new($"等回执；到 {At(row.ConcludesAt!.Value, today)} 没有失败的，以发出之日为送达之日", Cite(law, LawPoint.SentDate));
        if (row.Copies.All(c => c.Kind == DocumentKind.MediationStatement))
            return new("最后一方签收之日", Cite(law, LawPoint.LastSignature, LawPoint.MediationToPerson));
        if (open.Exists(a => a.Channel == ServiceChannel.Post))
            return law == Procedure.Criminal
                ? new("签收日", Cite(law, LawPoint.PostReceipt))
                : new("签收日；退回的，以退回日为准", Cite(law, LawPoint.PostReceipt, LawPoint.Returned));
        if (open.Find(a => a.Channel == ServiceChannel.PublicNotice) is { } notice)
            return new("公告期满之日", Cite(law, NoticeOf(notice)));
        if (open.Exists(a => a.Channel == ServiceChannel.InPerson))
            return new("签收或者留置之日", Cite(law, LawPoint.Signature, LawPoint.Left));
        return row.Consent.Length > 0 && open.Exists(a => a.Basis is AddressBasis.Provided or AddressBasis.Confirmed)
            ? new("到达之日", Cite(law, LawPoint.Arrival))
            : new("回复、作出诉讼行为或者阅知之日", Cite(law, LawPoint.ReplyOrAct, LawPoint.Read));
    }

    private static BasisWords BasisOf(RecipientRow row, ServiceRule rule, ServiceCopy copy, Procedure law, DateOnly today)
    {
        var by = copy.ServedByAttemptId is { } id ? row.Serving.GetValueOrDefault(id) : null;
        var ofAgent = by?.AgentRole is { } role && !row.IsAgent ? role.Split('的')[^1] : "";
        var when = rule switch
        {
            ServiceRule.Arrival => by?.ArrivedAt,
            ServiceRule.ReplyOrAct => by?.RepliedAt,
            ServiceRule.Read => copy.OpenedAt,
            _ => copy.SignedAt,
        };
        var way = by is null ? "" : $"：{ofAgent}{by.Channel.Chinese()}{(when is { } at ? " " + At(at, today) : "")}";
        var cite = LawTable.Of(rule, law).ShortCite;
        return rule switch
        {
            ServiceRule.Arrival => new("最早到达" + way, cite),
            ServiceRule.ReplyOrAct => new("已回复或者作出诉讼行为" + way, cite),
            ServiceRule.Read => new("已阅知，推定送达" + way, cite),
            ServiceRule.Signature or ServiceRule.AgentSignature or ServiceRule.PostReceipt => new("签收" + way, cite),
            ServiceRule.LastSignature => new("最后一方签收" + way, cite),
            ServiceRule.Left or ServiceRule.LeftElsewhere => new("留置送达", cite),
            ServiceRule.Returned => new("邮件退回之日", cite),
            _ => new("公告期满", cite),
        };
    }

    private static string Cite(Procedure law, params IEnumerable<LawPoint> points) =>
        string.Join('、', points.SelectMany(p => LawTable.Of(p, law).Articles).Distinct().Select(a => a.Short));

    private static LawPoint NoticeOf(ServiceAttempt notice) =>
        notice.NoticeDays >= EffectiveDate.ForeignNoticeDays ? LawPoint.NoticeExpiredAbroad : LawPoint.NoticeExpired;

    /// <returns>10:25 签收; with the day when it is not today.</returns>
    public static string Newest(ServiceAttempt a, DateOnly today)
    {
        var (at, what) = a.State switch
        {
            AttemptState.Signed => (a.SignedAt, "签收"),
            AttemptState.Opened when HasOnlyReplied(a) => (a.RepliedAt, "回复"),
            AttemptState.Opened => (a.OpenedAt, "查看"),
            AttemptState.Delivered when a.LeftAt is not null => (a.LeftAt, "留置"),
            AttemptState.Delivered => (a.DeliveredAt, "到达"),
            AttemptState.Sent => (
                a.SentAt,
                a.Channel switch
                {
                    ServiceChannel.Post => "交邮",
                    ServiceChannel.PublicNotice => "刊登",
                    _ => "发出",
                }
            ),
            AttemptState.Failed => (
                a.FailedAt,
                a.Channel == ServiceChannel.Post ? "退回"
                : a is { Channel: ServiceChannel.Email, BouncedAt: not null } ? "退信"
                : "失败"
            ),
            AttemptState.Withdrawn when a.SentAt is not null => (a.SentAt, a.PublishedOn is null ? "发出，后撤回" : "刊登，后撤回"),
            AttemptState.Withdrawn => (null, "没有发出"),
            _ when a.Channel == ServiceChannel.Post => (null, a.PostBatchId is null ? "待交寄" : "待收寄"),
            _ when a.Channel.IsByHand() => (null, "待办理"),
            _ => (a.QueuedAt, "排队"),
        };
        return at is { } t ? $"{When(t, today, a.Channel is ServiceChannel.Post or ServiceChannel.PublicNotice)} {what}" : what;
    }

    /// <summary>What is behind the state: identity, documents, mail number, why it failed.</summary>
    public static string Remark(AttemptRow row) =>
        row.Attempt switch
        {
            { State: AttemptState.Failed } a => row.IsRepeated ? $"{Why(a)}，已重试" : $"{Why(a)}，{row.Documents} 份未达",
            { State: AttemptState.Signed, SignerRelation: { } relation } => $"{relation.Chinese()}签收，{row.Documents} 份",
            { State: AttemptState.Signed } a => $"{Identity(a.Channel)}{Parts(row.Signed, row.Documents, "已签收")}",
            { State: AttemptState.Opened } a when HasOnlyReplied(a) => $"{row.Documents} 份",
            { State: AttemptState.Opened } a => $"{Identity(a.Channel)}{Parts(row.Opened, row.Documents, "已查看")}",
            { LeftAt: not null } a => a.Reference,
            { Channel: ServiceChannel.Post, Reference.Length: > 0 } a => $"法院专递 {MailNumber(a.Reference)}，{row.Documents} 份",
            { Channel: ServiceChannel.PublicNotice, PublishedOn: not null } a => $"{a.Reference}，公告期 {a.NoticeDays} 日",
            { Channel: ServiceChannel.PublicNotice } a => a.NoticeText is null ? "公告待拟写" : "公告已拟好，待刊登",
            _ => $"{row.Documents} 份",
        };

    /// <summary>Why it failed, in Chinese.</summary>
    public static string Why(ServiceAttempt a) =>
        PaperWords.ReasonOf(a.FailureCode) is { } reason
            ? $"退回：{reason.Chinese()}{(a.ReturnedOn is null ? "，不视为送达" : "，退回之日视为送达")}"
        : a is { FailureCode: Service.NotMetFailure, Reference.Length: > 0 } ? $"没有见到：{a.Reference}"
        : a.FailureCode.Length == 0 ? "没有送到"
        : FailureCodes.Chinese(a.FailureCode);

    /// <returns>EY1234****CN.</returns>
    public static string MailNumber(string number) => number.Length < 10 ? number : number[..6] + "****" + number[^2..];

    /// <returns>10:24; 11-20 10:24 where it is not today.</returns>
    public static string At(DateTimeOffset at, DateOnly today) =>
        ChinaTime.DayOf(at) == today ? ChinaTime.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture) : Moment(at, today);

    /// <returns>11-20 10:24; the year where it is another.</returns>
    public static string Moment(DateTimeOffset at, DateOnly today) =>
        ChinaTime
            .ToLocal(at)
            .ToString(ChinaTime.DayOf(at).Year == today.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string When(DateTimeOffset at, DateOnly today, bool isDay) =>
        isDay && ChinaTime.DayOf(at) != today ? ChinaTime.ShortDay(ChinaTime.DayOf(at), today.Year) : At(at, today);

    /// <summary>By telephone, SMS or in writing: nobody has seen the document opened.</summary>
    private static bool HasOnlyReplied(ServiceAttempt a) => a is { State: AttemptState.Opened, OpenedAt: null, RepliedAt: not null };

    private static string Identity(ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.SmsLink => "已验手机码，",
            ServiceChannel.Email => "已验邮箱码，",
            ServiceChannel.WeChat or ServiceChannel.WebAccount => "本人实名，",
            _ => "", // on paper: who signed stands there
        };

    private static string Parts(int done, int all, string what) => done == 0 || done == all ? $"{all} 份" : $"{all} 份中 {done} 份{what}";
}
