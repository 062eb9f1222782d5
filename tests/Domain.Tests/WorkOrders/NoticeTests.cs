using Domain.Notifications;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class NoticeTests
{
    private const string Secret = "借了三万元给李志强";

    [Fact]
    public void A_new_message_tells_the_owner_by_sms_and_the_sender_by_WeChat_or_else_by_sms()
    {
        var order = An.Order();
        var notices = Notices(order).ToList();

        var toOwner = Assert.Single(notices, n => n.RecipientKind == RecipientKind.Staff);
        Assert.Equal(
            (An.Judge.StaffId, NoticeChannel.Sms, WorkOrderNotices.Dispatched.Key, false),
            (toOwner.RecipientId!.Value, toOwner.Channel, toOwner.Kind, toOwner.Urgent)
        );
        Assert.Equal(
            "【广州法院12368】新工单 GZ20261120-000123，（2026）粤0104民初12345号，案件查询，诉求：开庭带手机给法官看转账记录，行不行？应于 11 月 25 日（周三）24:00 前答复。可登录 12368 平台办理，或回复 0123+答复内容。",
            Text(toOwner)
        );

        var toSender = Assert.Single(notices, n => n.RecipientKind == RecipientKind.Litigant);
        Assert.Equal((An.LitigantId, WorkOrderNotices.Received.Key, true), (toSender.RecipientId!.Value, toSender.Kind, toSender.Urgent));
        Assert.Equal(NoticeChannel.WeChat, toSender.Channel);
        var next = toSender.WrittenAt(An.Friday).Failed("no_credit", An.Friday)!;
        Assert.Equal((NoticeChannel.Sms, "13812345620", toSender.Id), (next.Channel, next.Address, next.FallbackOfId));
    }

    [Fact]
    public void A_caller_is_told_by_sms_only_and_one_without_a_number_not_at_all()
    {
        var caller = An.Order(An.Message(channel: Channel.Hotline, requester: new Requester(null, "陈建华", "13812345620", "")));
        var told = Assert.Single(Notices(caller), n => n.RecipientKind != RecipientKind.Staff);
        Assert.Equal((RecipientKind.Phone, NoticeChannel.Sms, "13812345620"), (told.RecipientKind, told.Channel, told.Address));

        var unknown = An.Order(An.Message(channel: Channel.Hall, requester: new Requester(null, "未留名", "", "")));
        Assert.DoesNotContain(Notices(unknown), n => n.RecipientKind != RecipientKind.Staff);
    }

    [Fact]
    public void No_notice_carries_what_was_said_or_whom_it_is_about()
    {
        foreach (var sensitive in (bool[])[false, true])
        {
            foreach (var notice in Notices(Busy(sensitive)))
            {
                var text = Text(notice) + string.Concat(notice.Fields.Values);
                // Leaders and the next owner read the beginning of an ordinary message (南沙 2020-26号 art. 8): UrgencyTests. Who asked reads an ordinary answer
                // itself: AnswerTellingTests.
                if (sensitive || (!s_forLeaders.Contains(notice.Kind) && notice.Kind != WorkOrderNotices.AnsweredInFull.Key))
                    Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
                Assert.DoesNotContain("陈建华", text, StringComparison.Ordinal);
                // Staff read the number of a case whole, of a sensitive one on the screens of the house only; nobody else reads it.
                var mayName = notice.RecipientKind == RecipientKind.Staff && (!sensitive || notice.Channel == NoticeChannel.InApp);
                Assert.Equal(mayName, text.Contains("12345号", StringComparison.Ordinal));
            }
        }
    }

    private static bool StaysInside(Notice notice) => notice is { RecipientKind: RecipientKind.Staff, Channel: NoticeChannel.InApp };

    private static readonly string[] s_forLeaders =
    [
        WorkOrderNotices.Dispatched.Key,
        WorkOrderNotices.Supervision.Level.Key,
        WorkOrderNotices.Supervision.Copy.Key,
    ];

    [Fact]
    public void Of_a_sensitive_case_neither_kind_nor_number_leaves_the_court()
    {
        foreach (var notice in Notices(Busy(sensitive: true)).Where(n => !StaysInside(n)))
        {
            var text = Text(notice);
            Assert.DoesNotContain("民", text.Replace("12368", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("联系法官", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_urge_tells_the_owner_how_often()
    {
        var order = An.Order();
        order.UrgedAt(An.Friday);
        order.UrgedAt(An.Friday.AddDays(3));

        var notice = order.Facts[^1].Notices[0];
        Assert.Equal((NoticeChannel.Sms, NoticeChannel.InApp), (notice.Channel, Assert.Single(order.Facts[^1].Notices.Skip(1)).Channel));
        Assert.Equal(
            "【广州法院12368】工单 GZ20261120-000123，（2026）粤0104民初12345号当事人第 2 次催办，应于 11 月 25 日（周三）24:00 前答复。可登录 12368 平台办理，或回复 0123+答复内容。",
            Text(notice)
        );
        Assert.Equal(An.Judge.StaffId, notice.RecipientId);
    }

    [Fact]
    public void An_urge_of_what_is_late_says_by_how_many_working_days()
    {
        var order = An.Order();
        order.UrgedAt(An.At("2026-11-30 09:00"));
        Assert.Contains(
            "当事人第 1 次催办，已超期 3 日，原应于 11 月 25 日（周三）答复。",
            Text(order.Facts[^1].Notices[0]),
            StringComparison.Ordinal
        );
        Assert.All(order.Facts[^1].Notices, n => Assert.DoesNotContain("24:00 前", Text(n), StringComparison.Ordinal));
    }

    [Fact]
    public void A_hand_over_tells_the_new_owner()
    {
        var order = An.Order();
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, "转办", An.As(An.Judge), "", An.Friday));
        Assert.Equal(An.Colleague.StaffId, Assert.Single(order.Facts[^1].Notices).RecipientId);
    }

    [Fact]
    public void Every_template_can_be_rendered_from_an_orders_fields()
    {
        var fields = Notices(An.Order()).First().Fields;
        // What climbing and handling tell has fields of its own: WordsTests; the liaison officer's report and 加急: UrgencyTests; the answer itself and
        // the code to it: AnswerTellingTests, SurveyTests of the API.
        var own = WorkOrderNotices.Kinds.Except([
            .. WorkOrderNotices.Supervision.Kinds,
            .. WorkOrderNotices.Handling.Kinds,
            WorkOrderNotices.ReportedLate,
            WorkOrderNotices.Urgent,
            WorkOrderNotices.UrgentInDivision,
            WorkOrderNotices.AnsweredInFull,
            WorkOrderNotices.AnswerCode,
        ]);
        Assert.All(own, kind => Assert.DoesNotContain('{', NoticeKind.Render(kind.Text, fields)));
    }

    /// <summary>An order to which everything happened that causes a notice.</summary>
    private static WorkOrder Busy(bool sensitive)
    {
        var order = An.Order(An.Message(Secret, category: Category.ContactJudge, sensitive: sensitive));
        order.UrgedAt(An.Friday, Secret);
        order.ReplyInterim(Guid.CreateVersion7(), Secret, true, [], An.As(An.Judge), "", An.Friday);
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, Secret, An.As(An.Judge), "", An.Friday));
        order.Answered(An.Colleague, Secret);
        Assert.Equal(5, order.Facts.Count(f => f.Notices.Count > 0));
        return order;
    }

    private static IEnumerable<Notice> Notices(WorkOrder order) => order.Facts.SelectMany(f => f.Notices);

    private static string Text(Notice notice) => NoticeKind.Render(NoticeKinds.Of(notice.Kind).Text, notice.Fields);
}
