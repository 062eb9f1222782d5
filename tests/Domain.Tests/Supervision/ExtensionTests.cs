using Domain.Handling;
using Domain.Organisation;
using Domain.Supervision;
using Domain.Tests.WorkOrders;
using Domain.WorkOrders;

namespace Domain.Tests.Supervision;

public class ExtensionTests
{
    private static readonly DateTimeOffset s_monday = An.At("2026-11-23 10:00");

    [Fact]
    public void An_approved_extension_moves_the_limit_and_the_old_one_stays_known()
    {
        var order = Requested();
        order.ApproveExtension(order.ExtendedLadder(An.Calendar), An.As(An.Head), s_monday.AddHours(1));

        Assert.Equal(
            (ExtensionState.Approved, new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 25), 3),
            (order.ExtensionState, order.DueDay, order.ExtendedFromDay, order.ExtraDays)
        );
        Assert.Equal((SupervisionStep.Reminder, An.At("2026-11-27 09:00")), (order.NextStep, order.NextStepAt!.Value));
        Assert.Equal("11-25 周三 → 11-30 周一", order.Facts[^1].Line());
        Assert.False(order.Recount(An.Calendar, SupervisionLimits.Default, s_monday.AddHours(2)));
    }

    [Fact]
    public void Who_waits_reads_the_reason_that_the_head_approved_as_far_as_a_phone_may_show_it()
    {
        Assert.Equal("需要向鉴定机构核实，被告王**出差", Why("需要向鉴定机构核实，被告王建国出差。", sensitive: false));
        Assert.Equal("承办人申请延期，已获批准", Why("需要向鉴定机构核实", sensitive: true));
        Assert.Equal("承办人申请延期，已获批准", Why("等 13912345678 回电", sensitive: false));

        static string Why(string reason, bool sensitive)
        {
            var order = An.Order(An.Message(sensitive: sensitive));
            order.RequestExtension(3, reason, An.Head.StaffId, An.As(An.Judge), s_monday);
            order.ApproveExtension(order.ExtendedLadder(An.Calendar), An.As(An.Head), s_monday.AddHours(1));
            return order.Facts[^1].Notices.First(n => n.Kind == WorkOrderNotices.Moved.Key).Fields["why"];
        }
    }

    [Fact]
    public void It_is_asked_for_once_even_when_refused()
    {
        var order = Requested();
        order.RefuseExtension("请按期答复", An.Calendar, An.As(An.Head), s_monday);

        Assert.Equal((ExtensionState.Refused, new DateOnly(2026, 11, 25)), (order.ExtensionState, order.DueDay));
        An.Refused("work_order.extended_before", () => Request(order));
    }

    [Fact]
    public void Only_the_owner_asks_and_only_before_the_limit()
    {
        var order = An.Order();
        An.Refused("work_order.not_yours", () => order.RequestExtension(3, "鉴定", null, An.As(An.Head), s_monday));
        An.Refused(
            "work_order.too_late_to_extend",
            () => order.RequestExtension(3, "鉴定", null, An.As(An.Judge), An.At("2026-11-26 00:00"))
        );
        An.Refused("work_order.extension_days_invalid", () => order.RequestExtension(0, "鉴定", null, An.As(An.Judge), s_monday));
        An.Refused("work_order.extension_days_invalid", () => order.RequestExtension(11, "鉴定", null, An.As(An.Judge), s_monday));
        An.Refused("work_order.reason_missing", () => order.RequestExtension(3, " ", null, An.As(An.Judge), s_monday));
    }

    [Fact]
    public void Nobody_decides_their_own_and_no_other_divisions_head_does()
    {
        var own = An.Order(owner: An.Head);
        own.RequestExtension(2, "案情复杂", null, An.As(An.Head), s_monday);
        Assert.False(own.MayDecideExtension(An.As(An.Head)));
        Assert.True(own.MayDecideExtension(An.As(An.Person("郑伟斌", Role.VicePresident, division: Guid.CreateVersion7()))));

        var order = Requested();
        An.Refused(
            "work_order.not_yours",
            () =>
                order.RefuseExtension(
                    "不行",
                    An.Calendar,
                    An.As(An.Person("他庭", Role.DivisionHead, division: Guid.CreateVersion7())),
                    s_monday
                )
        );
        An.Refused("work_order.not_yours", () => order.RefuseExtension("不行", An.Calendar, An.As(An.Colleague), s_monday));
    }

    [Fact]
    public void A_request_goes_with_the_hand_over_and_the_next_owner_may_ask()
    {
        var order = Requested();
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "由何法官承办", An.As(An.Judge), "民一庭", s_monday));

        Assert.Null(order.ExtensionState);
        Assert.True(order.MayRequestExtension(An.As(An.Colleague), s_monday));
        An.Refused("work_order.no_extension_requested", () => order.RefuseExtension("不行", An.Calendar, An.As(An.Head), s_monday));
    }

    private static WorkOrder Requested()
    {
        var order = An.Order();
        Request(order);
        return order;
    }

    private static void Request(WorkOrder order) =>
        order.RequestExtension(3, "等待鉴定机构回复", An.Head.StaffId, An.As(An.Judge), s_monday);
}
