using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

/// <summary>What of an answer reaches whoever asked, and by which way.</summary>
public class AnswerTellingTests
{
    private const string Mobile = "13812345620";
    private static readonly SurveyLinks s_links = new("https://court.example", SurveyLinks.DefaultValidity);

    [Theory]
    [InlineData("可以。请开庭当天带上手机。")]
    [InlineData("请到广州市越秀区仓边路28号广州法院诉讼服务中心立案，电话 020-83210000，周一到周五 8:30 至 12:00。")]
    [InlineData("您的案号是（2026）粤0104民初12345号，工单 GZ20261120-000123。")]
    [InlineData("请用您登记的手机 138 1234 5620 接听。")]
    [InlineData("开庭在第 3 法庭，2026 年 11 月 20 日 14:30。标的额 1200000 元。")]
    public void Ordinary_words_may_reach_the_phone(string words) => Assert.Null(OpenWords.WhyNot(words, Mobile, isSensitive: false));

    [Theory]
    [InlineData("身份证号 440104199001011234 的登记已更正。", "答复里有证件号")]
    [InlineData("身份证号 440104 19900101 123X 的登记已更正。", "答复里有证件号")]
    [InlineData("身份证号４４０１０４１９９００１０１１２３４已更正。", "答复里有证件号")]
    [InlineData("通行证 H1234567890 已核对。", "答复里有证件号")]
    [InlineData("案款汇到 6222 0212 3456 7890 123。", "答复里有银行卡号")]
    [InlineData("案款汇到6222021234567890。", "答复里有银行卡号")]
    [InlineData("请联系被告李强 139-1234-5678。", "答复里有别人的手机号")]
    [InlineData("被告李强住广州市天河区体育西路12号3栋501房，请核对。", "答复里有住址")]
    [InlineData("法院已送达。被告住天河区员村二横路7号。", "答复里有住址")]
    public void What_belongs_to_somebody_stays_behind_the_code(string words, string why) =>
        Assert.Equal(why, OpenWords.WhyNot(words, Mobile, isSensitive: false));

    [Fact]
    public void A_short_answer_is_in_the_sms_itself_with_the_link_to_rate_it()
    {
        var sms = Sms(Answered("可以。\n请带上【原件】。"));
        Assert.StartsWith(
            "【广州法院12368】您的留言 GZ20261120-000123 答复：可以。 请带上[原件]。　评价：https://court.example/s/",
            sms,
            StringComparison.Ordinal
        );
        Assert.InRange(SmsLength.Segments(sms.Length), 1, SmsLength.MaxSegments);
    }

    [Fact]
    public void One_that_fills_three_segments_goes_whole_and_one_character_more_goes_by_link()
    {
        var order = An.Order(An.Message(requester: s_caller));
        var room = Enumerable.Range(1, 300).Last(n => Telling(order, new string('好', n)).Form == AnswerForm.Whole);
        Assert.Equal(SmsLength.MaxSegments * SmsLength.OfSeveral, Sms(Answered(new string('好', room))).Length);

        var longer = Answered(new string('好', room + 1));
        Assert.Contains("看答复、评价，核对手机号即可：https://court.example/s/", Sms(longer), StringComparison.Ordinal);
        Assert.DoesNotContain("好", Sms(longer), StringComparison.Ordinal);
        Assert.Equal("", longer.Facts[^1].Line());
    }

    [Fact]
    public void Of_a_case_that_is_not_public_no_word_goes_out_by_itself()
    {
        foreach (var way in Enum.GetValues<ReplyWay>())
        {
            var order = Answered("孩子由您抚养。", way, sensitive: true);
            Assert.All(
                order.Facts[^1].Notices,
                n => Assert.DoesNotContain("抚养", string.Concat(n.Fields.Values), StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Whoever_asked_for_all_of_it_by_sms_gets_as_many_as_it_takes_in_order()
    {
        var text = string.Concat(Enumerable.Range(0, 250).Select(n => $"第{n}句。"));
        var notices = Answered(text, ReplyWay.WholeSms).Facts[^1].Notices.ToList();
        var parts = notices.ConvertAll(n => n.Fields["answer"]);
        Assert.Equal(4, parts.Count);
        Assert.Equal(text, string.Concat(parts.Select((p, i) => p[$"（{i + 1}/4）".Length..])));
        Assert.All(notices, n => Assert.Equal((NoticeChannel.Sms, Mobile), (n.Channel, n.Address)));
        Assert.All(notices, n => Assert.InRange(Rendered(n).Length, 1, 500));
        Assert.Equal("短信发全文", Answered(text, ReplyWay.WholeSms).Facts[^1].Line());
    }

    [Fact]
    public void Whoever_cannot_read_has_it_read_out_and_gets_an_sms_when_nobody_picks_up()
    {
        var call = Assert.Single(Answered("可以。\n带原件。", ReplyWay.Voice).Facts[^1].Notices).WrittenAt(An.Friday);
        Assert.Equal((NoticeChannel.Voice, Mobile), (call.Channel, call.Address));
        Assert.Contains("法院已经答复：可以。 带原件。答复读完了", Spoken(call), StringComparison.Ordinal);
        Assert.DoesNotContain("https", Spoken(call), StringComparison.Ordinal);
        var sms = call.Failed("NO_ANSWER", An.Friday)!;
        Assert.Equal(NoticeChannel.Sms, sms.Channel);
        Assert.Contains("https://court.example/s/", Rendered(sms), StringComparison.Ordinal);
    }

    [Fact]
    public void A_landline_is_rung_up_and_promised_no_link()
    {
        var order = Answered("可以。", ReplyWay.Voice, new Requester(null, "陈阿婆", "02083210000", ""));
        var call = Assert.Single(order.Facts[^1].Notices);
        Assert.Equal((NoticeChannel.Voice, "02083210000"), (call.Channel, call.Address));
        Assert.Empty(call.Fallbacks);
        Assert.Null(order.SurveyTokenHash);
        Assert.Equal("打电话播报", order.Facts[^1].Line());
    }

    [Fact]
    public void A_call_does_not_read_out_what_belongs_to_somebody() =>
        Assert.Contains(
            $"法院已经答复：{AnswerTelling.NotByPhone}。",
            Spoken(Assert.Single(Answered("身份证号 440104199001011234 已更正。", ReplyWay.Voice).Facts[^1].Notices)),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_way_that_was_asked_for_stands_in_the_trace()
    {
        Assert.Equal("热线，回复方式：语音播报", Order(ReplyWay.Voice, s_caller, sensitive: false).Facts[0].Line());
        Assert.Equal("热线", Order(ReplyWay.Usual, s_caller, sensitive: false).Facts[0].Line());
    }

    [Fact]
    public void Only_who_proves_the_phone_reads_by_the_link_and_it_is_traced_once()
    {
        var order = Answered(new string('好', 300));
        An.Refused("survey.not_found", () => order.ReadByLink(SurveyToken.HashOf("another"), An.Friday));
        order.ReadByLink(order.SurveyTokenHash!, An.Friday);
        Assert.Equal("由短信里的链接，已验手机码 138****5620", order.Facts[^1].Line());
        var version = order.Version;
        order.ReadByLink(order.SurveyTokenHash!, An.Friday);
        Assert.Equal(version, order.Version);
        An.Refused("survey.not_found", () => order.ReadByLink(order.SurveyTokenHash!, An.Friday.AddDays(30)));
    }

    private static readonly Requester s_caller = new(null, "陈建华", Mobile, "");

    private static AnswerTelling Telling(WorkOrder order, string answer) =>
        AnswerTelling.Of(order, answer, hasFiles: false, s_links.Length);

    private static WorkOrder Order(ReplyWay way, Requester requester, bool sensitive) =>
        An.Order(An.Message(channel: Channel.Hotline, requester: requester, sensitive: sensitive) with { ReplyWay = way });

    private static WorkOrder Answered(string answer, ReplyWay way = ReplyWay.Usual, Requester? requester = null, bool sensitive = false)
    {
        var order = Order(way, requester ?? s_caller, sensitive);
        order.Answer(Guid.CreateVersion7(), answer, [], An.As(An.Judge), "民事审判第一庭", An.Friday, s_links.New(An.Friday));
        return order;
    }

    private static string Sms(WorkOrder order) => Rendered(Assert.Single(order.Facts[^1].Notices));

    private static string Rendered(Notice notice) => NoticeKind.Render(NoticeKinds.Of(notice.Kind).Text, notice.Fields);

    private static string Spoken(Notice notice) => NoticeKind.Render(NoticeKinds.Of(notice.Kind).VoiceText!, notice.Fields);
}
