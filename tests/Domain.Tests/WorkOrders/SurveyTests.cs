using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class SurveyTests
{
    private static readonly SurveyLinks s_links = new("https://court.example", SurveyLinks.DefaultValidity);

    [Fact]
    public void The_answers_notice_carries_a_link_whose_token_the_order_keeps_only_as_a_hash()
    {
        var (order, token) = Answered();
        var notice = Assert.Single(order.Facts[^1].Notices, n => n.Channel == NoticeChannel.WeChat);

        Assert.Equal($"https://court.example/s/{token}", notice.Fields["surveyLink"]);
        Assert.EndsWith(
            notice.Fields["surveyLink"],
            NoticeKind.Render(NoticeKinds.Of(notice.Kind).Text, notice.Fields),
            StringComparison.Ordinal
        );
        Assert.Equal(SurveyToken.HashOf(token), order.SurveyTokenHash);
        Assert.Equal(22, token.Length);
        Assert.Equal(An.Friday.AddDays(30), order.SurveyExpiresAt);
    }

    [Fact]
    public void The_link_is_gone_from_the_notice_once_it_was_handed_over_and_goes_along_to_the_next_channel()
    {
        var notice = Assert.Single(Answered().Order.Facts[^1].Notices, n => n.Channel == NoticeChannel.WeChat).WrittenAt(An.Friday);
        var sms = notice.Failed("43101", An.Friday)!;
        Assert.Equal("", notice.Fields["surveyLink"]);
        Assert.StartsWith("https://", sms.Fields["surveyLink"], StringComparison.Ordinal);
        sms.Accepted("77", An.Friday);
        Assert.Equal("", sms.Fields["surveyLink"]);
    }

    [Fact]
    public void Tokens_do_not_repeat() => Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => SurveyToken.New()).Distinct().Count());

    [Fact]
    public void Whoever_nobody_can_reach_gets_no_link()
    {
        var order = An.Order(An.Message(channel: Channel.Hall, requester: new Requester(null, "未留名", "", "")));
        order.Answer(Guid.CreateVersion7(), "可以。", [], An.As(An.Judge), "", An.Friday, s_links.New(An.Friday));
        Assert.Null(order.SurveyTokenHash);
    }

    [Fact]
    public void A_caller_without_an_account_rates_by_the_link()
    {
        var (order, token) = Answered(new Requester(null, "陈建华", "13812345620", ""));
        order.RateBySurvey(SurveyToken.HashOf(token), Satisfaction.Satisfied, "很快", An.Friday.AddDays(1));

        Assert.Equal((Satisfaction.Satisfied, "很快"), (order.Satisfaction!.Value, order.SatisfactionWords));
        Assert.Equal(
            (ActorKind.Litigant, "陈建华", "满意，由评价链接"),
            (order.Facts[^1].By.Kind, order.Facts[^1].By.Name, order.Facts[^1].Line())
        );
        Assert.True(order.IsSurveyOpen(An.Friday.AddDays(1))); // the answer stays to be read
    }

    [Fact]
    public void The_same_rating_again_is_the_same_tap_and_another_one_finds_no_link()
    {
        var (order, token) = Answered();
        var hash = SurveyToken.HashOf(token);
        order.RateBySurvey(hash, Satisfaction.Satisfied, "", An.Friday);
        var version = order.Version;
        order.RateBySurvey(hash, Satisfaction.Satisfied, null, An.Friday);

        Assert.Equal(version, order.Version);
        An.Refused("survey.not_found", () => order.RateBySurvey(hash, Satisfaction.Dissatisfied, "", An.Friday));
    }

    [Fact]
    public void A_link_ends_after_thirty_days_and_a_wrong_one_never_worked()
    {
        var (order, token) = Answered();
        var hash = SurveyToken.HashOf(token);
        Assert.True(order.IsSurveyOpen(An.Friday.AddDays(30).AddSeconds(-1)));
        Assert.False(order.IsSurveyOpen(An.Friday.AddDays(30)));
        An.Refused("survey.not_found", () => order.RateBySurvey(hash, Satisfaction.Satisfied, "", An.Friday.AddDays(30)));
        An.Refused(
            "survey.not_found",
            () => order.RateBySurvey(SurveyToken.HashOf(SurveyToken.New()), Satisfaction.Satisfied, "", An.Friday)
        );
    }

    [Fact]
    public void What_was_rated_in_the_mini_program_is_not_rated_again_by_the_link()
    {
        var (order, token) = Answered();
        order.Rate(Satisfaction.Satisfied, "", An.Requester, An.Friday);
        Assert.True(order.IsSurveyOpen(An.Friday));
        An.Refused(
            "work_order.already_rated",
            () => order.RateBySurvey(SurveyToken.HashOf(token), Satisfaction.Dissatisfied, "", An.Friday)
        );
    }

    internal static (WorkOrder Order, string Token) Answered(Requester? requester = null)
    {
        var order = An.Order(requester is null ? null : An.Message(requester: requester));
        var link = s_links.New(An.Friday);
        order.Answer(Guid.CreateVersion7(), "可以。请带上手机原件。", [], An.As(An.Judge), "民事审判第一庭", An.Friday, link);
        return (order, link.Address["https://court.example/s/".Length..]);
    }
}
