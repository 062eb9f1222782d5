using System.Text;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class OpeningTests
{
    [Fact]
    public void A_message_has_an_owner_and_a_deadline_at_once()
    {
        var order = An.Order();

        Assert.Equal(
            (WorkOrderState.ToAnswer, An.Judge.StaffId, An.CourtId, An.DivisionId),
            (order.State, order.OwnerId, order.CourtId, order.DivisionId)
        );
        Assert.Equal(An.Friday, order.DispatchedAt);
        Assert.Null(order.OwnerReadAt);
        Assert.Null(order.RegisteredById);
        Assert.Equal([WorkOrderFacts.Received, WorkOrderFacts.Dispatched], order.Facts.Select(f => f.Kind));
    }

    [Theory]
    [InlineData("2026-11-20 10:26", "2026-11-25")]
    [InlineData("2026-02-12 09:00", "2026-02-24")]
    [InlineData("2026-11-13 17:45", "2026-11-18")]
    [InlineData("2026-04-30 09:00", "2026-05-08")]
    public void The_answer_is_due_at_the_end_of_the_third_working_day(string received, string due)
    {
        var order = An.Order(at: An.At(received));

        var day = DateOnly.Parse(due, null);
        Assert.Equal(day, order.DueDay);
        Assert.Equal(ChinaTime.StartOf(day.AddDays(1)), order.DueAt);
        Assert.False(order.DueIsProvisional);
    }

    [Fact]
    public void A_deadline_beyond_the_published_calendar_is_provisional() =>
        Assert.True(An.Order(at: An.At("2026-12-30 10:00")).DueIsProvisional);

    [Fact]
    public void A_court_may_set_another_limit_for_a_category()
    {
        var limits = new AnswerLimits(new AnswerLimitDefaults { ByCategory = { [Category.Complaint] = 5 } }, []);

        Assert.Equal(new DateOnly(2026, 11, 27), limits.Deadline(An.Calendar, null, Category.Complaint, new DateOnly(2026, 11, 20)).Day);
        Assert.Equal(new DateOnly(2026, 11, 25), limits.Deadline(An.Calendar, null, Category.CaseQuery, new DateOnly(2026, 11, 20)).Day);
    }

    [Fact]
    public void With_the_liaison_officer_it_waits_to_be_assigned() =>
        Assert.Equal(WorkOrderState.ToAssign, An.Order(owner: An.Liaison).State);

    [Fact]
    public void A_call_answered_at_once_is_closed_and_the_caller_told()
    {
        var due = AnswerLimits.Default.Ladder(An.Calendar, null, Category.CaseQuery, new DateOnly(2026, 11, 20));
        var order = WorkOrder.OpenAndAnswer(
            An.Message(channel: Channel.Hotline),
            An.Agent,
            due,
            "开庭时间是 12 月 3 日。",
            An.As(An.Agent),
            An.Friday
        );

        Assert.True(order.IsClosed);
        Assert.Equal(
            (An.Agent.StaffId, An.Friday, An.Agent.StaffId),
            (order.RegisteredById!.Value, order.ClosedAt!.Value, order.ClosedById!.Value)
        );
        Assert.Equal("开庭时间是 12 月 3 日。", Assert.Single(order.Entries).Text);
        Assert.Equal([WorkOrderFacts.Received, WorkOrderFacts.Answered], order.Facts.Select(f => f.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n　")]
    public void An_empty_message_is_refused(string text) => An.Refused("work_order.text_missing", () => An.Order(An.Message(text)));

    [Fact]
    public void A_message_may_have_two_thousand_characters_and_no_more()
    {
        Assert.Equal(2_000, An.Order(An.Message(new string('长', 2_000) + " ")).Text.Length);
        An.Refused("work_order.text_too_long", () => An.Order(An.Message(new string('长', 2_001))));
    }

    [Fact]
    public void A_message_takes_nine_attachments_and_no_more()
    {
        var files = Enumerable.Range(0, 10).Select(_ => An.File()).ToArray();

        var order = An.Order(An.Message(attachments: files[..9]));
        Assert.All(files[..9], file => Assert.Equal((order.Id, null), (file.SubjectId, file.EntryId)));
        An.Refused("work_order.too_many_attachments", () => An.Order(An.Message(attachments: files)));
    }

    [Theory]
    [InlineData("开庭带手机给法官看转账记录，行不行？还有别的要带吗？", "开庭带手机给法官看转账记录，行不行？")]
    [InlineData("已补交合同原件照片，请查收。谢谢", "已补交合同原件照片，请查收")]
    [InlineData("  想撤诉 \n 请问怎么办理", "想撤诉 请问怎么办理")]
    [InlineData("太慢了！", "太慢了")]
    [InlineData("。", "。")]
    [InlineData("no stop at all", "no stop at all")]
    public void The_title_is_the_first_sentence(string text, string title) => Assert.Equal(title, An.Order(An.Message(text)).Title);

    [Fact]
    public void A_long_first_sentence_is_cut()
    {
        var title = An.Order(An.Message(new string('长', 200))).Title;
        Assert.Equal(new string('长', 59) + "…", title);
    }

    [Theory]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(59)]
    public void A_cut_never_splits_a_character_in_two(int before)
    {
        var title = An.Order(An.Message(new string('长', before) + "😀😀😀😀")).Title;

        Assert.DoesNotContain(Rune.ReplacementChar, title.EnumerateRunes());
        Assert.True(title.Length <= WorkOrder.TitleMaxLength);
    }

    [Fact]
    public void What_no_database_can_hold_is_left_out_of_the_text()
    {
        var order = An.Order(An.Message("第一行\0\n第二行\u0007\ud83d"));
        Assert.Equal("第一行\n第二行\uFFFD", order.Text);
    }

    [Fact]
    public void Script_in_a_message_is_kept_as_the_text_it_is() =>
        Assert.Equal("<script>alert(1)</script>", An.Order(An.Message("<script>alert(1)</script>")).Text);

    [Fact]
    public void Screens_of_all_concerned_look_again()
    {
        var order = An.Order(by: An.As(An.Agent));
        Assert.All(
            order.Facts,
            fact =>
                Assert.Equal(
                    [
                        LiveTopic.WorkOrder(order.Id),
                        LiveTopic.Staff(An.Judge.StaffId),
                        LiveTopic.Division(An.DivisionId),
                        LiveTopic.Court(order.CourtId),
                        LiveTopic.AllCourts,
                        LiveTopic.Staff(An.Agent.StaffId),
                        LiveTopic.Litigant(An.LitigantId),
                        CaseTopics.Case(order.CaseId!.Value),
                    ],
                    fact.Topics
                )
        );
    }

    [Fact]
    public void Every_word_of_a_work_order_has_its_chinese()
    {
        Assert.All(Enum.GetValues<Channel>(), c => Assert.NotEmpty(c.Chinese()));
        Assert.All(Enum.GetValues<Category>(), c => Assert.NotEmpty(c.Chinese()));
        Assert.All(Enum.GetValues<WorkOrderState>(), s => Assert.NotEmpty(s.Chinese()));
        Assert.All(Enum.GetValues<Satisfaction>(), s => Assert.NotEmpty(s.Chinese()));
        Assert.All(Enum.GetValues<Role>(), r => Assert.NotEmpty(r.Chinese()));
    }
}
