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

    [Theory]
    [InlineData("被告王建国不还钱", "被告王**不还钱")]
    [InlineData("我和丈夫李强的案子", "我和丈夫李*的案子")]
    [InlineData("房东欧阳文华把锁换了", "房东欧阳**把锁换了")]
    [InlineData("证人叫陈静，住在上海", "证人叫陈*，住在上海")]
    [InlineData("打１３８００１３８０００找她", "打***********找她")]
    [InlineData("号码 138-0013-8000", "号码 *************")]
    [InlineData("身份证 440104 1980 0101 123X", "身份证 *********************")]
    [InlineData("(2026)粤0104民初12号何时开庭", "(2026)粤0104民初12号何时开庭")]
    [InlineData("11月20日9:30开庭能改期吗", "11月20日9:30开庭能改期吗")]
    public void In_what_a_leader_reads_people_and_numbers_are_masked(string written, string read) =>
        Assert.Equal(read, NamedPeople.Mask(written));

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
        Assert.Equal("work_order.not_yours", Refused(() => order.MarkUrgent("明早开庭", s_chain, An.Calendar, An.As(An.Judge), An.Friday)));
        Assert.Equal("work_order.reason_missing", Refused(() => order.MarkUrgent(" ", s_chain, An.Calendar, An.As(An.Liaison), An.Friday)));
        order.TakeFacts();
        order.MarkUrgent("当事人称明早开庭", s_chain, An.Calendar, An.As(An.Liaison), An.Friday);
        order.MarkUrgent("再按一次", s_chain, An.Calendar, An.As(An.Liaison), An.Friday);
        var fact = Assert.Single(order.Facts);
        Assert.Equal("当事人称明早开庭", fact.Line());
        Assert.All(fact.Notices, n => Assert.True(n.Urgent));
        Assert.Contains(fact.Notices, n => n.Channel == NoticeChannel.Sms && n.RecipientId == An.Judge.StaffId);

        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "转办", An.As(An.Judge), "", An.Friday));
        var handed = order.Facts[^1].Notices;
        Assert.All(handed, n => Assert.True(n.Urgent));
        Assert.Contains("加急工单 GZ20261120-000123", Text(handed, WorkOrderNotices.Urgent, NoticeChannel.Sms), StringComparison.Ordinal);
        Assert.Contains(
            "原因：当事人称明早开庭，应于",
            Text(handed, WorkOrderNotices.Urgent, NoticeChannel.InApp),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Owner_and_head_read_why_it_is_urgent_and_that_its_day_has_passed()
    {
        var order = An.Order();
        order.MarkUrgent("当事人陈建华称明早开庭。", s_chain, An.Calendar, An.As(An.Liaison), An.At("2026-11-30 09:00"));
        var told = order.Facts[^1].Notices;
        Assert.Equal(
            "【广州法院12368】加急工单 GZ20261120-000123，（2026）粤0104民初12345号，案件查询，原因：当事人陈**称明早开庭。"
                + "已超期 3 日，原应于 11 月 25 日（周三）答复。请立即办理，或回复 0123+答复内容。",
            Text(told, WorkOrderNotices.Urgent, NoticeChannel.Sms)
        );
        Assert.Contains(
            "原因：当事人陈建华称明早开庭。已超期",
            Text(told, WorkOrderNotices.Urgent, NoticeChannel.InApp),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "【广州法院12368】民一庭承办法官 陈静怡的工单 GZ20261120-000123，（2026）粤0104民初12345号已标为加急，原因：",
            Text(told, WorkOrderNotices.UrgentInDivision, NoticeChannel.Sms),
            StringComparison.Ordinal
        );
        Assert.All(told, n => Assert.Contains(n.RecipientId!.Value, (Guid[])[An.Judge.StaffId, An.Head.StaffId]));
    }

    [Fact]
    public void Of_a_sensitive_case_no_phone_reads_why_it_is_urgent()
    {
        var order = An.Order(An.Message(sensitive: true));
        order.MarkUrgent("孩子明天被带走", s_chain, An.Calendar, An.As(An.Liaison), An.Friday);
        Assert.All(
            order.Facts[^1].Notices.Where(n => n.Channel != NoticeChannel.InApp),
            n => Assert.DoesNotContain("孩子", string.Concat(n.Fields.Values), StringComparison.Ordinal)
        );
    }

    private static string Text(IEnumerable<Notice> told, NoticeKind kind, NoticeChannel channel) =>
        kind.BuiltIn(channel).Render(kind, channel, told.First(n => n.Kind == kind.Key && n.Channel == channel).Fields);

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
