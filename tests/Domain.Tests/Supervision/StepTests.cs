using Domain.Calendar;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.WorkOrders;
using Domain.WorkOrders;

namespace Domain.Tests.Supervision;

/// <summary>An order of Friday 2026-11-20: reminder 11-24, levels 11-26, 11-30, 12-02, each at 9:00.</summary>
public class StepTests
{
    private static readonly SupervisionChain s_chain = new(
        new Holder(An.Head.StaffId, "梁启明", Role.DivisionHead),
        new Holder(Guid.CreateVersion7(), "郑伟斌", Role.VicePresident),
        new Holder(Guid.CreateVersion7(), "林国栋", Role.President)
    )
    {
        Division = "民一庭",
    };

    [Fact]
    public void A_step_is_taken_at_its_instant_and_once()
    {
        var order = Fresh();

        Assert.False(order.TakeStep(s_chain, An.At("2026-11-24 08:59")));
        Assert.True(order.TakeStep(s_chain, An.At("2026-11-24 09:00")));
        Assert.False(order.TakeStep(s_chain, An.At("2026-11-24 09:00")));
        var fact = Assert.Single(order.Facts);
        Assert.Equal((SupervisionFacts.Reminded, 0, SupervisionStep.Level1), (fact.Kind, order.Level, order.NextStep));
        Assert.Equal([(An.Judge.StaffId, NoticeChannel.Sms)], fact.Notices.Select(n => (n.RecipientId!.Value, n.Channel)));
    }

    [Fact]
    public void Each_level_tells_its_leader_copies_below_and_the_owner()
    {
        var order = Fresh();
        Take(order, "2026-11-30 09:00");

        var facts = order.Facts.Where(f => f.Kind == SupervisionFacts.Supervised).ToList();
        Assert.Equal(
            ["一级督办 庭长 梁启明，抄送 承办法官 陈静怡", "二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡"],
            facts.Select(f => f.Line())
        );
        Assert.Equal(
            [
                (WorkOrderNotices.Supervision.Level.Key, s_chain.VicePresident!.StaffId),
                (WorkOrderNotices.Supervision.Copy.Key, s_chain.Head!.StaffId),
                (WorkOrderNotices.Supervision.ToOwner.Key, An.Judge.StaffId),
            ],
            facts[1].Notices.Where(n => n.Channel == NoticeChannel.Sms).Select(n => (n.Kind, n.RecipientId!.Value))
        );
        Assert.Equal(
            [s_chain.VicePresident.StaffId, s_chain.Head.StaffId],
            facts[1].Notices.Where(n => n.Channel == NoticeChannel.InApp).Select(n => n.RecipientId!.Value)
        );
        Assert.All(facts.SelectMany(f => f.Notices).Where(n => n.RecipientKind == RecipientKind.Staff), n => Assert.False(n.Urgent));
        Assert.Equal(
            [true, false], // that the day has passed is told once
            facts.Select(f => f.Notices.Any(n => n.Kind == WorkOrderNotices.Lapsed.Key))
        );
        Assert.All(
            facts.SelectMany(f => f.Notices),
            n => Assert.DoesNotContain("{", NoticeKind.Render(NoticeKinds.Of(n.Kind).Text, n.Fields), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void After_a_week_without_a_worker_all_levels_follow_in_order_and_the_reminder_is_left_out()
    {
        var order = Fresh();

        Assert.Equal(3, Take(order, "2026-12-04 10:00"));
        Assert.Equal(["一级", "二级", "三级"], order.Facts.Select(f => f.Line()[..2]));
        Assert.Equal((3, null, null), (order.Level, order.NextStep, order.NextStepAt));
    }

    [Fact]
    public void A_closed_order_never_fires()
    {
        var order = Fresh();
        order.Answered();
        Assert.Equal(0, Take(order, "2026-12-04 10:00"));
        Assert.Equal(0, order.Level);
    }

    [Fact]
    public void A_sensitive_order_tells_neither_number_nor_category()
    {
        var order = An.Order(An.Message(sensitive: true));
        order.TakeFacts();
        Take(order, "2026-12-04 10:00");

        var texts = order
            .Facts.SelectMany(f => f.Notices)
            .Where(n => n.Channel != NoticeChannel.InApp) // the screens of the house show both
            .Select(n => NoticeKind.Render(NoticeKinds.Of(n.Kind).Text, n.Fields))
            .ToList();
        Assert.NotEmpty(texts);
        Assert.All(
            texts,
            t =>
                Assert.False(
                    t.Contains("粤0104", StringComparison.Ordinal) || t.Contains(Category.CaseQuery.Chinese(), StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void A_hand_over_leaves_the_clock_as_it_is_and_the_new_owner_is_told_of_the_next_level()
    {
        var order = Fresh();
        Take(order, "2026-11-26 09:00");
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "由何法官承办", An.As(An.Judge), "民一庭", An.At("2026-11-26 10:00")));
        Assert.Equal((1, new DateOnly(2026, 11, 25)), (order.Level, order.DueDay));

        order.TakeFacts();
        Take(order, "2026-11-30 09:00");
        Assert.Contains(Assert.Single(order.Facts).Notices, n => n.RecipientId == An.Colleague.StaffId);
    }

    [Fact]
    public void The_head_may_start_the_clock_again_with_a_reason_that_stays()
    {
        var order = Fresh();
        Take(order, "2026-11-26 09:00");
        order.TakeFacts();
        var now = An.At("2026-11-26 10:00");
        var restart = new ClockRestart(Ladder.Of(An.Calendar, order.Limits, ChinaTime.DayOf(now)), "原承办人休假，由何法官重新办理");

        An.Refused(
            "work_order.may_not_restart_clock",
            () => order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "休假", An.As(An.Judge), "民一庭", now, restart))
        );
        An.Refused(
            "work_order.reason_missing",
            () =>
                order.Transfer(
                    new(Guid.CreateVersion7(), An.Colleague, "休假", An.As(An.Head), "民一庭", now, restart with { Reason = " " })
                )
        );
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "休假", An.As(An.Head), "民一庭", now, restart));

        Assert.Equal(
            (0, 1, new DateOnly(2026, 12, 1), SupervisionStep.Reminder),
            (order.Level, order.RestartCount, order.DueDay, order.NextStep)
        );
        Assert.Equal(
            "11-25 周三 → 12-01 周二，第 1 次，原因：原承办人休假，由何法官重新办理",
            order.Facts.Single(f => f.Kind == HandlingFacts.Restarted).Line()
        );
    }

    [Fact]
    public void A_recount_moves_the_steps_to_come_and_keeps_the_level_told()
    {
        var order = Fresh();
        Take(order, "2026-11-26 09:00");
        order.TakeFacts();
        var typhoon = new WorkCalendar(
            OfficialCalendar.Years,
            [new CalendarOverride(new DateOnly(2026, 11, 27), Works: false, "台风停工")]
        );

        Assert.True(order.Recount(typhoon, SupervisionLimits.Default, An.At("2026-11-26 12:00")));
        Assert.Equal((1, SupervisionStep.Level2, An.At("2026-12-01 09:00")), (order.Level, order.NextStep, order.NextStepAt!.Value));
        var fact = Assert.Single(order.Facts);
        Assert.Equal((SupervisionFacts.Recounted, "仍为 11-25 周三，督办时间调整"), (fact.Kind, fact.Line()));
        Assert.Empty(fact.Notices);
        Assert.False(order.Recount(typhoon, SupervisionLimits.Default, An.At("2026-11-26 12:00")));
    }

    [Fact]
    public void A_recount_that_moves_the_day_tells_the_owner_and_reminds_again()
    {
        var order = Fresh();
        Take(order, "2026-11-24 09:00");
        order.TakeFacts();
        var closed = new WorkCalendar(OfficialCalendar.Years, [new CalendarOverride(new DateOnly(2026, 11, 25), Works: false, "停电")]);

        Assert.True(order.Recount(closed, SupervisionLimits.Default, An.At("2026-11-24 08:59")));
        Assert.Equal("11-25 周三 → 11-26 周四", order.Facts[0].Line());
        Assert.Equal(
            [An.Judge.StaffId, An.LitigantId, An.LitigantId], // whoever waits for it by WeChat and in-app
            order.Facts[0].Notices.Select(n => n.RecipientId!.Value)
        );
    }

    [Fact]
    public void A_recount_after_an_import_clears_the_provisional_mark()
    {
        var order = An.Order(at: An.At("2026-12-30 10:00"));
        Assert.True(order.DueIsProvisional);
        order.TakeFacts();
        var imported = new WorkCalendar(
            [
                .. OfficialCalendar.Years,
                new CalendarYear(2027, new HashSet<DateOnly> { new(2027, 1, 1) }, new HashSet<DateOnly> { new(2027, 1, 3) }),
            ],
            []
        );

        Assert.True(order.Recount(imported, SupervisionLimits.Default, An.At("2026-12-30 12:00")));
        Assert.Equal((false, new DateOnly(2027, 1, 4)), (order.DueIsProvisional, order.DueDay));
        Assert.Equal("2027-01-05 周二 → 2027-01-04 周一", order.Facts[0].Line());
    }

    /// <summary>Columns that no seal covers: an order that was tampered with is told from one that is as the clock gives it.</summary>
    [Fact]
    public void A_step_that_is_none_or_not_the_next_or_too_late_was_put_off()
    {
        var atMost = An.At("2026-11-24 12:00");
        foreach (var at in (string[])["2026-11-20 18:00", "2026-11-24 09:00", "2026-11-26 09:00", "2026-11-30 09:00", "2026-12-02 09:00"])
        {
            var order = Fresh();
            Take(order, at);
            Assert.False(order.IsPutOff(atMost));
            order.Recount(An.Calendar, SupervisionLimits.Default, An.At(at));
            Assert.False(order.IsPutOff(atMost));
            if (order.NextStep is null)
                continue;
            Assert.True(Set(order, order.NextStep, order.NextStepAt + TimeSpan.FromMilliseconds(1)).IsPutOff(atMost));
            Assert.True(Set(order, SupervisionStep.Level3 + 1, order.Level1At).IsPutOff(atMost));
            Assert.True(Set(order, null, null).IsPutOff(atMost));
        }

        Assert.True(Set(Fresh(), SupervisionStep.Level2, An.At("2026-11-30 09:00")).IsPutOff(atMost));
        var failed = Fresh();
        failed.StepFailed(An.At("2026-11-24 12:00"));
        Assert.False(failed.IsPutOff(atMost));
        failed.StepFailed(An.At("2026-11-24 12:01"));
        Assert.True(failed.IsPutOff(atMost));

        static WorkOrder Set(WorkOrder order, SupervisionStep? step, DateTimeOffset? at)
        {
            typeof(Supervised).GetProperty(nameof(Supervised.NextStep))!.SetValue(order, step);
            typeof(Supervised).GetProperty(nameof(Supervised.NextStepAt))!.SetValue(order, at);
            return order;
        }
    }

    private static WorkOrder Fresh()
    {
        var order = An.Order();
        order.TakeFacts();
        return order;
    }

    private static int Take(WorkOrder order, string at)
    {
        var taken = 0;
        while (order.TakeStep(s_chain, An.At(at)))
            taken++;
        return taken;
    }
}
