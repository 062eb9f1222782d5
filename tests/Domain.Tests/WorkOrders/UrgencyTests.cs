using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

/// <summary>What leaders are told of a late order, the liaison officer's report, and 加急.</summary>
public class UrgencyTests
{
    private static readonly SupervisionChain s_chain = new(
        new Holder(An.Head.StaffId, "梁启明", Role.DivisionHead),
        new Holder(Guid.CreateVersion7(), "郑伟斌", Role.VicePresident),
        null
    )
    {
        Division = "民一庭",
        Liaison = new Holder(An.Liaison.StaffId, "罗志敏", Role.LiaisonOfficer),
    };

    [Fact]
    public void The_leader_reads_what_the_litigant_wrote_without_name_and_number()
    {
        var order = An.Order(An.Message("我是陈建华，电话13812345620，身份证44010419800101123X，请问什么时候开庭，我等了三个月还没有消息"));
        var level = Level(order);
        var sms = NoticeKind.Render(WorkOrderNotices.Supervision.Level.Text, level.Fields);
        Assert.EndsWith("，诉求：我是陈**，电话***********，身份证****…。请督促办理。", sms, StringComparison.Ordinal);
        Assert.DoesNotContain("建华", sms, StringComparison.Ordinal);
        Assert.True(SmsLength.Segments(sms.Length) <= SmsLength.MaxSegments);
    }

    [Fact]
    public void Of_a_sensitive_case_the_leader_reads_nothing() =>
        Assert.Equal("", Level(An.Order(An.Message(sensitive: true))).Fields["message"]);

    [Fact]
    public void The_liaison_officer_is_told_of_each_level_and_reports_once_a_working_day()
    {
        var order = Late("2026-11-26 09:00");
        var told = order.Facts[^1];
        Assert.Equal(
            [An.Liaison.StaffId, An.Liaison.StaffId], // SMS and in the Portal
            told.Notices.Where(n => n.Kind == WorkOrderNotices.Supervision.ToLiaison.Key).Select(n => n.RecipientId!.Value)
        );
        Assert.EndsWith("，告知 联络员 罗志敏", told.Line(), StringComparison.Ordinal);

        var liaison = An.As(An.Liaison);
        order.ReportLate(s_chain, An.Calendar, liaison, An.At("2026-11-26 10:00"));
        var report = order.Facts[^1];
        Assert.Equal("向 庭长 梁启明 汇报，超期 1 个工作日", report.Line());
        Assert.Equal([An.Head.StaffId, An.Head.StaffId], report.Notices.Select(n => n.RecipientId!.Value));
        Assert.Equal("work_order.not_to_report", Refused(() => order.ReportLate(s_chain, An.Calendar, liaison, An.At("2026-11-26 16:00"))));
        order.ReportLate(s_chain, An.Calendar, liaison, An.At("2026-11-27 09:00"));
    }

    [Fact]
    public void Nobody_else_reports_and_nothing_in_time_is_reported()
    {
        var order = Late("2026-11-26 09:00");
        Assert.Equal(
            "work_order.not_to_report",
            Refused(() => order.ReportLate(s_chain, An.Calendar, An.As(An.Judge), An.At("2026-11-26 10:00")))
        );
        Assert.False(An.Order().MayBeReported(An.Calendar, An.As(An.Liaison), An.Friday));
    }

    [Fact]
    public void An_urgent_order_is_told_at_once_and_stays_urgent_for_whoever_has_it_next()
    {
        var order = An.Order();
        Assert.Equal("work_order.not_yours", Refused(() => order.MarkUrgent("明早开庭", An.As(An.Judge), An.Friday)));
        Assert.Equal("work_order.reason_missing", Refused(() => order.MarkUrgent(" ", An.As(An.Liaison), An.Friday)));
        order.TakeFacts();
        order.MarkUrgent("当事人称明早开庭", An.As(An.Liaison), An.Friday);
        order.MarkUrgent("再按一次", An.As(An.Liaison), An.Friday);
        var fact = Assert.Single(order.Facts);
        Assert.Equal("当事人称明早开庭", fact.Line());
        Assert.All(fact.Notices, n => Assert.True(n.Urgent));
        Assert.Contains(fact.Notices, n => n.Channel == NoticeChannel.Sms && n.RecipientId == An.Judge.StaffId);

        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "转办", An.As(An.Judge), "", An.Friday));
        Assert.All(order.Facts[^1].Notices, n => Assert.True(n.Urgent));
    }

    private static Notice Level(WorkOrder order)
    {
        while (order.TakeStep(s_chain, An.At("2026-11-26 09:00"))) { }
        return order.Facts[^1].Notices.First(n => n.Kind == WorkOrderNotices.Supervision.Level.Key && n.Channel == NoticeChannel.Sms);
    }

    private static WorkOrder Late(string at)
    {
        var order = An.Order();
        while (order.TakeStep(s_chain, An.At(at))) { }
        return order;
    }

    private static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
