using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class RequestingTests
{
    [Fact]
    public void A_supplement_is_news_to_the_owner()
    {
        var order = An.Order();
        order.OpenedBy(An.As(An.Judge), An.Friday);
        order.ReplyInterim(Guid.CreateVersion7(), "请补充", true, [], An.As(An.Judge), "", An.Friday);
        order.Supplement(Guid.CreateVersion7(), "已补充", [], An.Requester, An.Friday.AddHours(1));

        Assert.Equal(WorkOrderState.ToAnswer, order.State);
        Assert.Null(order.OwnerReadAt);
    }

    [Theory]
    [InlineData("2026-11-20 10:26", "2026-11-20 23:59", false)] // the same Friday
    [InlineData("2026-11-20 10:26", "2026-11-21 09:00", false)] // Saturday counts for Friday
    [InlineData("2026-11-20 10:26", "2026-11-22 23:59", false)]
    [InlineData("2026-11-20 23:59", "2026-11-23 00:00", true)] // Monday
    [InlineData("2026-11-21 09:00", "2026-11-22 09:00", false)] // once per weekend
    [InlineData("2026-11-21 09:00", "2026-11-23 00:00", true)]
    [InlineData("2026-10-09 18:00", "2026-10-10 08:00", true)] // a worked Saturday
    [InlineData("2026-09-30 18:00", "2026-10-07 12:00", false)] // National Day
    [InlineData("2026-09-30 18:00", "2026-10-08 00:00", true)]
    public void It_can_be_urged_once_per_working_day(string first, string second, bool again)
    {
        var order = An.Order(at: An.At(first).AddDays(-1));
        order.UrgedAt(An.At(first));

        if (again)
            order.UrgedAt(An.At(second));
        else
            An.Refused("work_order.urged_today", () => order.UrgedAt(An.At(second)));
        Assert.Equal(again ? 2 : 1, order.UrgeCount);
        Assert.Equal(again, order.Facts[^1].At == An.At(second));
    }

    [Theory]
    [InlineData("2026-11-19 15:42", "2026-11-19 16:00", "今天 15:42 催过了，明天 0:00 以后可再催")]
    [InlineData("2026-11-20 15:42", "2026-11-20 16:00", "今天 15:42 催过了，11 月 23 日（周一）0:00 以后可再催")]
    [InlineData("2026-11-20 15:42", "2026-11-22 16:00", "11 月 20 日（周五）15:42 催过了，明天 0:00 以后可再催")]
    public void Who_urged_already_is_told_when_it_can_be_urged_again(string first, string second, string words)
    {
        var order = An.Order(at: An.At(first).AddHours(-1));
        order.UrgedAt(An.At(first));
        Assert.Equal(words, order.UrgeRefusal(An.Calendar, An.At(second))!.Message);
    }

    [Fact]
    public void An_urge_may_go_without_words_and_makes_the_order_unread_again()
    {
        var order = An.Order();
        Assert.Null(order.UrgeRefusal(An.Calendar, An.Friday));
        order.OpenedBy(An.As(An.Judge), An.Friday);
        order.UrgedAt(An.Friday);

        Assert.Equal((1, An.Friday), (order.UrgeCount, order.LastUrgedAt));
        Assert.Null(order.OwnerReadAt);
        Assert.Equal("", Assert.Single(order.Entries).Text);
    }

    [Fact]
    public void The_answer_is_read_once()
    {
        var order = An.ClosedOrder();
        order.ReadByRequester(An.Requester, An.Friday.AddHours(6));
        order.ReadByRequester(An.Requester, An.Friday.AddHours(7));

        Assert.False(order.IsUnreadByRequester);
        Assert.Equal(An.Friday.AddHours(6), order.RequesterReadAt);
        Assert.Single(order.Facts, f => f.Kind == WorkOrderFacts.AnswerRead);
    }

    [Fact]
    public void Without_a_reply_there_is_nothing_to_read()
    {
        var order = An.Order();
        order.ReadByRequester(An.Requester, An.Friday);
        Assert.Null(order.RequesterReadAt);
        Assert.DoesNotContain(order.Facts, f => f.Kind == WorkOrderFacts.AnswerRead);
    }

    [Fact]
    public void Only_an_answered_order_can_be_rated_and_only_once()
    {
        var open = An.Order();
        Assert.False(open.CanBeRated);
        An.Refused("work_order.not_closed", () => open.Rate(Satisfaction.Satisfied, null, An.Requester, An.Friday));

        var order = An.ClosedOrder();
        Assert.True(order.CanBeRated);
        order.Rate(Satisfaction.BasicallySatisfied, " 还行 ", An.Requester, An.Friday.AddDays(1));
        Assert.Equal((Satisfaction.BasicallySatisfied, "还行"), (order.Satisfaction, order.SatisfactionWords));
        Assert.False(order.CanBeRated);
        An.Refused("work_order.already_rated", () => order.Rate(Satisfaction.Dissatisfied, null, An.Requester, An.Friday.AddDays(1)));
    }

    [Fact]
    public void Words_with_a_rating_are_optional_and_limited()
    {
        var order = An.ClosedOrder();
        An.Refused("work_order.text_too_long", () => order.Rate(Satisfaction.Satisfied, new string('长', 501), An.Requester, An.Friday));
        order.Rate(Satisfaction.Satisfied, "  ", An.Requester, An.Friday);
        Assert.Null(order.SatisfactionWords);
    }
}
