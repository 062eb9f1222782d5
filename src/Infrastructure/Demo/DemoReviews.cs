using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.Demo;

/// <summary>What the filing division makes of ratings that do not satisfy; a few still wait.</summary>
internal sealed class DemoReviews(DemoStaff staff, DemoCalendar calendar, DemoDesk desk, DemoTimeline timeline)
{
    private static readonly TimeSpan s_stillWaiting = TimeSpan.FromDays(10);
    private readonly DemoDice _dice = new(20_260_402);

    public void Follow(DemoOrder order, DateTimeOffset rated)
    {
        var filing = staff.Courts.Single(c => c.Court.Id == order.Order.CourtId).Holders(Role.FilingDivision);
        if (filing.Count == 0 || (rated > calendar.Now - s_stillWaiting && _dice.Chance(0.5)))
            return;
        var by = _dice.Of(filing);
        var looked = calendar.AtWork(calendar.Workday(ChinaTime.DayOf(rated).AddDays(1), _dice.Between(0, 2)), rated);
        var isDrawn = order.Case is { } its && DemoInbox.LaysOut(its.Court, its.Division);
        if (isDrawn || order.Order.OwnerRole != Role.Judge || _dice.Chance(0.5))
        {
            timeline.At(
                looked,
                () => desk.CloseReview(order, _dice.Of(DemoTexts.Standing), _dice.Chance(0.5) ? _dice.Of(DemoTexts.Explanations) : "", by)
            );
            return;
        }

        timeline.At(looked, () => desk.Reopen(order, _dice.Of(DemoTexts.Reopenings), by));
        var answered = calendar.AtWork(calendar.Workday(ChinaTime.DayOf(looked).AddDays(1), _dice.Between(0, 1)), looked);
        timeline.At(answered, () => desk.Answer(order, $"上次没有说清楚，补充答复如下。{order.Text.Answer}"));
        timeline.At(answered.AddHours(3), () => desk.Rate(order, Satisfaction.BasicallySatisfied, "这次说清楚了。"));
    }
}
