using Domain.Contacts;
using Domain.DocumentService;
using Domain.EarlyWarnings;
using Domain.Notifications;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Tests.Supervision;

/// <summary>What is late is called what it is.</summary>
public class WordsTests
{
    public static TheoryData<string, SupervisionNotices> Kinds =>
        new()
        {
            { "工单", WorkOrderNotices.Supervision },
            { "预警", EarlyWarningNotices.Supervision },
            { "送达事项", ServiceDutyNotices.Supervision },
            { "联系方式变更", ContactNotices.OfChange },
            { "联络员空缺", ContactNotices.OfGap },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_notice_names_the_thing_and_no_other(string thing, SupervisionNotices notices)
    {
        Assert.All(notices.Kinds, k => Assert.Contains(thing, k.Text, StringComparison.Ordinal));
        Assert.All(notices.Kinds, k => Assert.Contains(thing, k.Title, StringComparison.Ordinal));
        foreach (var other in new[] { "工单", "预警", "送达事项", "联系方式变更", "联络员空缺" }.Where(o => o != thing))
            Assert.All(notices.Kinds, k => Assert.DoesNotContain(other, k.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_text_keeps_the_rules_that_an_administrator_keeps(string thing, SupervisionNotices notices)
    {
        Assert.NotEmpty(thing);
        foreach (var kind in notices.Kinds)
        {
            foreach (var channel in kind.AllChannels)
            {
                var wording = kind.BuiltIn(channel);
                NoticeTemplateRules.Check(kind, channel, wording.Title, wording.Text);
            }
        }
    }
}
