using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;
using Infrastructure.Cases;
using Infrastructure.Submissions;
using Portal.Shared;

namespace Portal.Cases;

/// <summary>Something of a case that waits for whoever looks at it.</summary>
/// <param name="At">By when; the earliest stands first.</param>
/// <param name="Level">How high a late order has climbed; 0 for none.</param>
public sealed record CaseNeed(DateTimeOffset At, DueWords Due, string Title, string Small, string Href, string Act, int Level = 0)
{
    public DateOnly Day => ChinaTime.DayOf(At);
}

/// <summary>等我办: orders, services, what the two systems disagree about, limits near their end and hearings to come.</summary>
internal static class CaseNeeds
{
    public const int HearingDays = 7;

    public static IReadOnlyList<CaseNeed> Of(
        CaseDuties duties,
        IEnumerable<ConflictRow> conflicts,
        IEnumerable<CaseLimit> limits,
        IEnumerable<CaseHearing> hearings,
        IEnumerable<SubmissionOfCase> submissions,
        CaseNames names,
        WorkCalendar calendar,
        DateTimeOffset now
    ) =>
        [
            .. duties
                .Orders.Select(o => Order(o, names, calendar, now))
                .Concat(duties.Services.Select(s => Service(s, names, now)))
                .Concat(conflicts.Where(c => c.State == ConflictState.Open).Select(c => Conflict(c, now)))
                .Concat(limits.Where(l => IsNear(l, now)).Select(l => Limit(l, now)))
                .Concat(hearings.Where(h => IsNear(h, now)).Select(h => Hearing(h, now)))
                .Concat(submissions.SelectMany(s => Submissions(s, calendar, now)))
                .OrderBy(n => n.At),
        ];

    private static bool IsNear(CaseLimit limit, DateTimeOffset now) =>
        limit.EndedOn is null && limit.EndsOn <= ChinaTime.DayOf(now).AddDays(CaseLimit.NearDays);

    private static bool IsNear(CaseHearing hearing, DateTimeOffset now) =>
        hearing.State == HearingState.Set && hearing.StartsAt >= now && hearing.StartsAt < now.AddDays(HearingDays);

    private static CaseNeed Order(CaseOrderRow order, CaseNames names, WorkCalendar calendar, DateTimeOffset now) =>
        new(
            order.DueAt,
            DueWords.Of(order.DueAt, order.DueDay, now, calendar),
            $"答复工单：{order.Title}",
            $"{order.RequesterRole} {names.Of(order.RequesterName)}".Trim()
                + $"，{order.Number}"
                + (order.UrgeCount > 0 ? $"，催办 {order.UrgeCount} 次" : ""),
            $"/work-orders/{order.Id}",
            "写答复",
            order.Level
        );

    private static CaseNeed Service(CaseServiceRow service, CaseNames names, DateTimeOffset now) =>
        new(
            service.BegunAt,
            new(Pressure.Today, service.State.Chinese(), service.State.Chinese()),
            $"{(service.State == ServiceState.ForClerk ? "认定送达" : "继续送达")}：{service.RecipientRole} {names.Of(service.RecipientName)}",
            $"{service.DocumentTitles}，{service.TaskNumber}，{ChinaTime.ShortDay(ChinaTime.DayOf(service.BegunAt), ChinaTime.DayOf(now).Year)} 起送",
            $"/service/{service.Id}",
            "去处理"
        );

    private static CaseNeed Conflict(ConflictRow conflict, DateTimeOffset now) =>
        new(
            conflict.ArisenAt,
            new(Pressure.Today, "待处理", "待处理"),
            $"信息不一致：{ConflictWords.Point(conflict.Field, conflict.Of)}",
            $"本平台“{ConflictWords.Value(conflict.Field, conflict.Ours)}”，审判系统“{ConflictWords.Value(conflict.Field, conflict.Theirs)}”",
            "#conflicts",
            "看哪个对"
        );

    private static CaseNeed Limit(CaseLimit limit, DateTimeOffset now) =>
        new(
            ChinaTime.StartOf(limit.EndsOn.AddDays(1)).AddTicks(-1),
            LimitDue.Of(limit.EndsOn, ChinaTime.DayOf(now)),
            $"{limit.Kind.Chinese()}{(limit.EndsOn < ChinaTime.DayOf(now) ? "已过" : "快到")}",
            limit.Rule,
            "#limits",
            "看期限"
        );

    /// <summary>What waits to be reviewed, and what the law has the court do about what it accepted.</summary>
    private static IEnumerable<CaseNeed> Submissions(SubmissionOfCase submission, WorkCalendar calendar, DateTimeOffset now)
    {
        var (title, small) = (submission.Kind.Chinese(), $"{submission.SubmitterRole}，{submission.Number}");
        if (submission.State == SubmissionState.ToReview)
        {
            var due = ChinaTime.StartOf(submission.DueOn.Day.AddDays(1));
            yield return new(
                due.AddTicks(-1),
                DueWords.Of(due, submission.DueOn.Day, now, calendar),
                $"审收：{title}",
                $"{small}，{submission.Files} 个文件",
                $"/submissions/{submission.Id}",
                "去审收"
            );
        }

        foreach (var one in submission.FollowUps.Where(f => f is { DoneAt: null, Until: not null }))
            yield return new(
                ChinaTime.StartOf(one.Until!.Value.AddDays(1)).AddTicks(-1),
                LimitDue.Of(one.Until.Value, ChinaTime.DayOf(now)),
                one.Kind.Chinese(),
                $"{title}，{small}",
                $"/submissions/{submission.Id}",
                "去办"
            );
    }

    private static CaseNeed Hearing(CaseHearing hearing, DateTimeOffset now) =>
        new(
            hearing.StartsAt,
            LimitDue.Of(ChinaTime.DayOf(hearing.StartsAt), ChinaTime.DayOf(now)),
            "开庭",
            NodeDetail.Words(hearing),
            "#hearings",
            "看庭审"
        );
}

/// <summary>The last day of what the law counts in calendar days (天).</summary>
internal static class LimitDue
{
    public static DueWords Of(DateOnly last, DateOnly today) =>
        (last.DayNumber - today.DayNumber) switch
        {
            < 0 and var over => Said(Pressure.Late, $"超期 {-over} 天"),
            0 => Said(Pressure.Today, "今日到期"),
            <= CaseLimit.NearDays and var left => Said(Pressure.Soon, $"剩 {left} 天"),
            var left => Said(Pressure.Calm, $"剩 {left} 天"),
        };

    private static DueWords Said(Pressure pressure, string words) => new(pressure, words, words);
}
