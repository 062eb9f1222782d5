using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.Demo;

/// <summary>What becomes of an order: read, handed on, replied to, urged, answered, rated; and a small share late.</summary>
internal sealed class DemoLife(DemoCalendar calendar, DemoDesk desk, DemoTimeline timeline, DemoStaff staff, DemoDice dice)
{
    /// <summary>Working days to the answer; the limit is 3.</summary>
    private static readonly (int Days, int Weight)[] s_pace = [(0, 26), (1, 38), (2, 27), (3, 8), (4, 1), (7, 1)];

    private static readonly (Satisfaction, int)[] s_ratings =
    [
        (Satisfaction.Satisfied, 79),
        (Satisfaction.BasicallySatisfied, 14),
        (Satisfaction.Dissatisfied, 7),
    ];

    /// <summary>Of its own, so that what was drawn stays as it was drawn.</summary>
    private readonly DemoReviews _reviews = new(staff, calendar, desk, timeline);

    private readonly IReadOnlyList<DemoPost> _agents = [.. staff.Courts.SelectMany(c => c.Holders(Role.HotlineAgent))];

    public static string Fill(string text, DemoCase? @case, DateTimeOffset at) =>
        text.Replace("{日}", ShortDay(ChinaTime.DayOf(at).AddDays(-8)), StringComparison.Ordinal)
            .Replace("{立}", @case is null ? "上个月" : ShortDay(@case.Case.FiledOn), StringComparison.Ordinal)
            .Replace(
                "{庭}",
                @case?.Case.HearingAt is { } hearing ? ShortDay(ChinaTime.DayOf(hearing)) : "下个月",
                StringComparison.Ordinal
            );

    /// <param name="inTime">Answered within the limit, come what may.</param>
    public void GoesOn(DemoOrder order, bool inTime = false)
    {
        var (at, day) = (order.Order.ReceivedAt, ChinaTime.DayOf(order.Order.ReceivedAt));
        if (order.Order.IsClosed)
        {
            Rate(order, at);
            return;
        }

        var first = calendar.Works(day) ? day : calendar.Workday(day, 0);
        if (order.Order.State == WorkOrderState.ToAssign)
            at = Assign(order, first, at);
        var opened = calendar.AtWork(first, at);
        timeline.At(opened, () => desk.Open(order));
        var answered = calendar.AtWork(calendar.Workday(first, inTime ? dice.Between(0, 2) : dice.Weighted(s_pace)), opened.AddMinutes(30));
        Between(order, first, opened, answered);
        timeline.At(
            answered,
            async () =>
            {
                await desk.Answer(order, order.Text.Answer);
                Rate(order, answered);
            }
        );
    }

    /// <returns>When it is with its judge.</returns>
    private DateTimeOffset Assign(DemoOrder order, DateOnly first, DateTimeOffset at)
    {
        var judges = order.Court.Holders(Role.Judge, order.Order.DivisionId);
        if (judges.Count == 0)
            return at;
        var assigned = calendar.AtWork(calendar.Workday(first, dice.Chance(0.25) ? 1 : 0), at.AddMinutes(20));
        timeline.At(assigned, () => desk.Assign(order, dice.Of(judges)));
        return assigned;
    }

    private void Between(DemoOrder order, DateOnly first, DateTimeOffset opened, DateTimeOffset answered)
    {
        var isLong = answered - opened > TimeSpan.FromHours(20);
        if (order.Case is { } its && dice.Chance(0.12))
            timeline.At(opened.AddMinutes(8), () => desk.Note(order, dice.Of(DemoTexts.Notes), NoteBy(order, its)));
        if (!isLong)
            return;

        if (dice.Chance(0.1))
            timeline.At(opened.AddMinutes(12), () => HandOn(order));
        if (dice.Chance(0.22))
        {
            var asksForMore = dice.Chance(0.6);
            timeline.At(opened.AddHours(2), () => desk.Interim(order, dice.Of(DemoTexts.Interim), asksForMore));
            if (asksForMore && order.Order.LitigantId is not null && dice.Chance(0.7))
                timeline.At(opened.AddHours(dice.Between(3, 18)), () => desk.Supplement(order, dice.Of(DemoTexts.Supplements)));
        }

        var days = (int)(answered - opened).TotalDays;
        for (var i = 1; i <= days && i <= 4; i++)
        {
            var day = calendar.Workday(first, i);
            if (dice.Chance(0.14))
                UrgeOn(order, day, answered);
        }
    }

    private void UrgeOn(DemoOrder order, DateOnly day, DateTimeOffset answered)
    {
        var at = calendar.AtWork(day, DateTimeOffset.MinValue);
        if (at < answered)
            timeline.At(at, () => desk.Urge(order, dice.Of(DemoTexts.Urges), dice.Of(_agents)));
    }

    /// <summary>Returned to the liaison officer, who assigns it anew; or given to a colleague.</summary>
    private async Task HandOn(DemoOrder order)
    {
        if (order.Order.OwnerRole != Role.Judge)
            return;
        var colleagues = order.Court.Holders(Role.Judge, order.Order.DivisionId).Where(j => j.Staff.Id != order.Order.OwnerId).ToList();
        if (colleagues.Count == 0)
            return;
        if (dice.Chance(0.4))
        {
            await desk.Transfer(order, dice.Of(colleagues), dice.Of(DemoTexts.Transfers));
            return;
        }

        await desk.Return(order, dice.Of(DemoTexts.Returns));
        await desk.Assign(order, dice.Of(colleagues));
    }

    private void Rate(DemoOrder order, DateTimeOffset answered)
    {
        if (order.Order.LitigantId is null || !dice.Chance(0.7))
            return;
        var read = answered.AddMinutes(dice.Between(2, 900));
        timeline.At(read, () => desk.ReadAnswer(order));
        if (!dice.Chance(0.75))
            return;
        var satisfaction = dice.Weighted(s_ratings);
        var words = dice.Of(satisfaction == Satisfaction.Dissatisfied ? DemoTexts.BadWords : DemoTexts.GoodWords);
        var rated = read.AddMinutes(dice.Between(1, 30));
        timeline.At(
            rated,
            async () =>
            {
                await desk.Rate(order, satisfaction, words);
                if (satisfaction == Satisfaction.Dissatisfied)
                    _reviews.Follow(order, rated);
            }
        );
    }

    /// <summary>The case's clerk, or the head of the division.</summary>
    private static Actor NoteBy(DemoOrder order, DemoCase its) =>
        (
            order.Court.Posts.FirstOrDefault(p => p.Staff.Id == its.Case.ClerkId && p.Post.Role == Role.Clerk)
            ?? order.Court.Holders(Role.DivisionHead, its.Division.Id).Single()
        ).Actor;

    private static string ShortDay(DateOnly day) => $"{day.Month} 月 {day.Day} 日";
}
