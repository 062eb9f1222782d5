using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.Tests.WorkOrders;
using Domain.WorkOrders;

namespace Domain.Tests.Notifications;

public class NoticeTemplateTests
{
    private static NoticeKind Dispatched => WorkOrderNotices.Dispatched;

    [Fact]
    public void Every_built_in_wording_keeps_its_own_rules()
    {
        foreach (var kind in NoticeKinds.All)
        {
            foreach (var channel in kind.AllChannels)
            {
                var wording = kind.BuiltIn(channel);
                var broken = Record.Exception(() => NoticeTemplateRules.Check(kind, channel, wording.Title, wording.Text));
                Assert.True(broken is null, $"{kind.Key} {channel}: {broken?.Message}");
            }
        }
    }

    [Fact]
    public void No_built_in_text_leaves_a_blank_inside_Chinese_or_says_a_stop_twice()
    {
        foreach (var kind in NoticeKinds.All)
        {
            foreach (var channel in kind.AllChannels)
            {
                var fields = kind.Fields.ToDictionary(
                    f => f.Name,
                    f => f.Example.Replace(' ', '_') + (f.Name is "result" or "reason" ? "。" : "")
                );
                var said = kind.BuiltIn(channel).Render(kind, channel, fields);
                Assert.DoesNotMatch(
                    "[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef] [\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]",
                    said
                );
                Assert.DoesNotContain("。。", said, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("工单 {number} 办结", "GZ1", "工单 GZ1 办结")]
    [InlineData("工单 {number} 的申请", "GZ1，（2026）粤0104民初1号", "工单 GZ1，（2026）粤0104民初1号的申请")]
    [InlineData("答复：{number}。评价", "可以。 带原件！", "答复：可以。 带原件！评价")]
    public void What_a_field_says_decides_whether_a_blank_and_a_stop_stay(string text, string value, string said) =>
        Assert.Equal(said, NoticeKind.Render(text, new Dictionary<string, string> { ["number"] = value }));

    [Fact]
    public void Every_field_of_every_kind_is_described() =>
        Assert.All(
            NoticeKinds.All.SelectMany(k => k.Fields.Select(f => (k.Key, Field: f))),
            f => Assert.True(f.Field.Meaning != f.Field.Name && f.Field.Example.Length <= f.Field.MaxLength, $"{f.Key}: {f.Field.Name}")
        );

    [Fact]
    public void The_signature_stands_before_an_SMS_only()
    {
        var fields = Dispatched.Fields.ToDictionary(f => f.Name, f => f.Example);
        Assert.StartsWith(
            "【广州法院12368】新工单 GZ20261120-000123",
            Dispatched.BuiltIn(NoticeChannel.Sms).Render(Dispatched, NoticeChannel.Sms, fields),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "新工单",
            Dispatched.BuiltIn(NoticeChannel.Email).Render(Dispatched, NoticeChannel.Email, fields),
            StringComparison.Ordinal
        );
        Assert.Equal("法院已答复，请点开查看", WorkOrderNotices.Answered.BuiltIn(NoticeChannel.WeChat).Text);
    }

    [Theory]
    [InlineData("", "notice_template.incomplete")]
    [InlineData("新工单 {number}，回复 {replyCode}【重要】", "notice_template.signature_in_text")]
    [InlineData("新工单 {number}，{judge}，回复 {replyCode}", "notice_template.field_unknown")]
    [InlineData("新工单 {number}，请办理", "notice_template.field_missing")]
    [InlineData("新工单 {number}，回复 {replyCode", "notice_template.brace_open")]
    [InlineData("新工单 {number}，\n回复 {replyCode}", "notice_template.line_break")]
    public void A_text_that_breaks_a_rule_is_refused(string text, string code) => An.Refused(code, () => Check(text));

    [Fact]
    public void An_SMS_is_counted_with_its_signature_and_its_longest_fields()
    {
        Check("{number}{replyCode}" + new string('字', 164)); // 11 of 【广州法院12368】, 26 of the fields: 201
        An.Refused("notice_template.too_many_segments", () => Check("{number}{replyCode}" + new string('字', 165)));
    }

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Beyond_70_characters_an_SMS_goes_out_in_segments_of_67(int length, int segments) =>
        Assert.Equal(segments, SmsLength.Segments(length));

    [Fact]
    public void A_WeChat_text_fits_its_field_even_with_the_longest_values()
    {
        NoticeTemplateRules.Check(WorkOrderNotices.Answered, NoticeChannel.WeChat, "法院已答复", "法院已答复，请点开查看");
        An.Refused(
            "notice_template.too_long_for_wechat",
            () => NoticeTemplateRules.Check(WorkOrderNotices.Answered, NoticeChannel.WeChat, "法院已答复", "{number} 已答复")
        );
    }

    [Fact]
    public void A_field_that_is_not_masked_stays_in_the_house()
    {
        var kind = new NoticeKind("t", "测试", [NoticeChannel.Sms], "【法院】{requester} 来件")
        {
            AlsoInApp = true,
            OwnFields = [new("requester", "诉求人", 20, "陈建华", FieldMasking.Unmasked)],
        };
        An.Refused("notice_template.field_unmasked", () => NoticeTemplateRules.Check(kind, NoticeChannel.Sms, "", "{requester} 来件"));
        NoticeTemplateRules.Check(kind, NoticeChannel.InApp, "来件", "{requester} 来件");
    }

    [Fact]
    public void A_channel_that_the_kind_does_not_use_has_no_template() =>
        An.Refused(
            "notice_template.not_found",
            () => NoticeTemplateRules.Check(LitigantNotices.Code, NoticeChannel.WeChat, "验证码", "{code}")
        );

    [Fact]
    public void A_notice_keeps_the_version_that_first_went_out()
    {
        var notice = NoticeOf(An.Order());
        notice.RenderedWith(3);
        notice.RenderedWith(4);
        Assert.Equal(3, notice.TemplateVersion);
    }

    private static Notice NoticeOf(WorkOrder order) => order.Facts.SelectMany(f => f.Notices).First();

    private static void Check(string text) => NoticeTemplateRules.Check(Dispatched, NoticeChannel.Sms, "新工单", text);
}
