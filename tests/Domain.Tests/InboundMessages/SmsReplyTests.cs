using Domain.InboundMessages;

namespace Domain.Tests.InboundMessages;

public class SmsReplyTests
{
    [Theory]
    [InlineData("0123+请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("0123 请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("０１２３＋请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("0123：请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("0123:请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("0123，请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("【0123】请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("  #0123# 请带身份证原件 ", "0123", "请带身份证原件")]
    [InlineData("0123\n请带身份证原件", "0123", "请带身份证原件")]
    [InlineData("GZ20261120-000123 请带身份证原件", "GZ20261120-000123", "请带身份证原件")]
    [InlineData("gz20261120000123：请带身份证原件", "GZ20261120-000123", "请带身份证原件")]
    [InlineData("0123", "0123", "")]
    [InlineData("0123+", "0123", "")]
    public void A_code_is_read_whatever_separates_it_from_the_answer(string text, string code, string words) =>
        Assert.Equal(new SmsReply(code, words, IsMarked: true), SmsReply.Read(text));

    [Fact]
    public void A_code_directly_before_the_words_may_be_their_beginning() =>
        Assert.Equal(new SmsReply("0123", "请带身份证原件", IsMarked: false), SmsReply.Read("0123请带身份证原件"));

    [Theory]
    [InlineData("请带身份证原件")]
    [InlineData("2026年12月1日开庭")]
    [InlineData("1200元已退")]
    [InlineData("13800138000 是我的电话")]
    [InlineData("123 不是四位")]
    [InlineData("")]
    public void Other_numbers_are_words(string text) => Assert.Equal(new SmsReply(null, text, IsMarked: false), SmsReply.Read(text));

    [Fact]
    public void The_answer_stays_as_it_was_typed() =>
        Assert.Equal("请于１２月１日（周二）来，带原件！", SmsReply.Read("0123，请于１２月１日（周二）来，带原件！").Words);

    [Theory]
    [InlineData("")]
    [InlineData("收到")]
    [InlineData("收到。")]
    [InlineData("已收到，谢谢！")]
    [InlineData("稍后")]
    [InlineData("稍后回复")]
    [InlineData("好的")]
    [InlineData("好的好的，我会尽快回复")]
    [InlineData("1")]
    [InlineData("12345678")]
    [InlineData("正在开会，稍后处理")]
    [InlineData("在开庭，晚点联系当事人")]
    [InlineData("ok")]
    [InlineData("行")]
    [InlineData("……")]
    [InlineData("可以带")]
    [InlineData("明天开庭，稍后回复")]
    [InlineData("下午开庭")]
    [InlineData("同意")]
    [InlineData("请稍等")]
    public void What_says_nothing_to_the_litigant_is_no_answer(string words) => Assert.False(SmsReply.SaysSomething(words));

    [Theory]
    [InlineData("不予准许")]
    [InlineData("请到庭")]
    [InlineData("明天上午开庭")]
    [InlineData("周三9点半调解")]
    [InlineData("12月1日下午宣判")]
    [InlineData("不同意")]
    [InlineData("已立案")]
    [InlineData("准予撤诉")]
    [InlineData("请带身份证原件")]
    [InlineData("已电话联系当事人，告知开庭时间")]
    [InlineData("可以，开庭当天带手机。")]
    [InlineData("好的，材料已于今天上午寄出")]
    [InlineData("判决书已经寄出，请注意查收")]
    public void What_says_something_is_an_answer(string words) => Assert.True(SmsReply.SaysSomething(words));

    [Theory]
    [InlineData("T", true)]
    [InlineData("td", true)]
    [InlineData(" ＴＤ ", true)]
    [InlineData("R", true)]
    [InlineData("退订", true)]
    [InlineData("退订不了怎么办", false)]
    [InlineData("好", false)]
    public void Leaving_words_are_known(string text, bool leaves) => Assert.Equal(leaves, SmsReply.IsOptOut(text));
}
