using Bunit;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.NoticeTemplates;

namespace Portal.Tests.NoticeTemplates;

public sealed class NoticeTemplatesTests(TestDatabase database) : DeskTest(database)
{
    private static readonly string s_kind = WorkOrderNotices.Interim.Key;

    [Fact]
    public async Task An_administrator_writes_a_version_with_the_phone_beside_it_and_it_goes_out()
    {
        var administrator = await Administrator();
        var order = await Replied();
        var page = OpenAt(administrator);
        await On(page, "#nt-text", t => t.Input("您的留言 {number} 有答复了，请打开小程序看。"));
        page.WaitForAssertion(() =>
            Assert.Equal("【广州法院12368】您的留言 GZ20261120-000123 有答复了，请打开小程序看。", page.Find(".nt-sms").TextContent)
        );
        Assert.Contains("1 条短信", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Find(".nt-write .btn-primary").HasAttribute("disabled")); // not without a reason
        await On(page, "#nt-reason", t => t.Input("说得更短"));
        await On(page, ".nt-write .btn-primary", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("第 1 版", page.Find(".c-template").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".c-template ins"));
        Assert.Contains("第 1 版：说得更短", page.Find(".c-trace").TextContent, StringComparison.Ordinal);

        Assert.Equal(($"【广州法院12368】您的留言 {order.Number} 有答复了，请打开小程序看。", 1), await Rendered(order));
    }

    [Fact]
    public async Task A_broken_rule_is_said_while_it_is_typed_and_nothing_can_be_saved()
    {
        var page = OpenAt(await Administrator());
        await On(page, "#nt-reason", t => t.Input("试试"));
        await On(page, "#nt-text", t => t.Input("您的留言有答复了"));
        page.WaitForAssertion(() =>
            Assert.Contains("不能少了字段 {number}", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.True(page.Find(".nt-write .btn-primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Going_back_to_the_built_in_text_needs_a_reason_and_is_traced()
    {
        var administrator = await Administrator();
        var order = await Replied();
        await Save(administrator, "甲 {number}", 0);
        Assert.Equal(("【广州法院12368】甲 " + order.Number, 1), await Rendered(order));
        var page = OpenAt(administrator);
        await On(page, ".c-template:last-of-type button", b => b.Click());
        await On(page, "#nt-use-reason", t => t.Change("甲看不懂"));
        await On(page, ".nt-use", f => f.Submit());
        page.WaitForAssertion(() => Assert.Contains("第 0 版：甲看不懂", page.Find(".c-trace").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, (await Rendered(order)).Version);
        Assert.Equal(2, await Data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.ActorId == administrator.Id)));
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told_to_look_again()
    {
        var administrator = await Administrator();
        await Save(administrator, "甲 {number}", 0);
        await Refused("notice_template.changed", () => Save(administrator, "乙 {number}", 0));
        await Save(administrator, "乙 {number}", 1);
    }

    [Fact]
    public async Task Two_first_versions_at_the_same_moment_end_in_one()
    {
        var administrator = await Administrator();
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                {
                    try
                    {
                        await Save(administrator, $"版本{i} {{number}}", 0);
                        return "saved";
                    }
                    catch (RefusedException refused)
                    {
                        return refused.Code;
                    }
                })
        );
        Assert.Single(tries, t => t == "saved");
        Assert.Equal(3, tries.Count(t => t == "notice_template.changed"));
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<NoticeTemplateVersion>().CountAsync()));
    }

    [Fact]
    public async Task The_same_version_sent_twice_is_one()
    {
        var administrator = await Administrator();
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            await Data.Use(
                (SaveNoticeTemplate s) =>
                    s.Handle(id, s_kind, NoticeChannel.Sms, 0, "法官已答复", "甲 {number}", "试", administrator, default)
            );
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<NoticeTemplateVersion>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_changes_what_notices_say()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            var somebody = await Somebody(role);
            await Refused("notice_template.not_allowed", () => Save(somebody, "甲 {number}", 0));
            await Refused(
                "notice_template.not_allowed",
                () => Data.Use((UseNoticeTemplate u) => u.Handle(s_kind, NoticeChannel.Sms, 0, "试", somebody, default))
            );
        }

        await Refused("notice_template.not_allowed", () => Save(Actor.Litigant(Guid.CreateVersion7(), "陈建华"), "甲 {number}", 0));
        await Refused(
            "notice_template.not_found",
            async () =>
                await Data.Use(
                    async (SaveNoticeTemplate s) =>
                        await s.Handle(
                            Guid.CreateVersion7(),
                            "no.such_kind",
                            NoticeChannel.Sms,
                            0,
                            "",
                            "甲",
                            "试",
                            await Administrator(),
                            default
                        )
                )
        );
    }

    [Fact]
    public async Task A_notice_that_was_read_keeps_the_words_that_were_read()
    {
        var administrator = await Administrator();
        var order = await Replied();
        var reader = Actor.Litigant(order.LitigantId!.Value, "陈建华");
        var notice = (await Data.Use((NoticeInboxQueries q) => q.Newest(false, null, reader, default))).Rows[0];
        await Data.Use((ReadNotice r) => r.Handle(notice.Id, notice.Version, reader, default));
        await Data.Use(
            (SaveNoticeTemplate s) =>
                s.Handle(Guid.CreateVersion7(), s_kind, NoticeChannel.InApp, 0, "有答复", "新的说法 {number}", "试", administrator, default)
        );
        await Wait.Until(
            "the new wording is in force",
            async () =>
                (await Data.Use((NoticeWordings w) => w.Current(default).AsTask()))
                    .Of(WorkOrderNotices.Interim, NoticeChannel.InApp)
                    .Version == 1
        );
        Assert.Equal(notice.Text, (await Data.Use((NoticeInboxQueries q) => q.Find(notice.Id, reader, default)))!.Text);
        var later = Actor.Litigant((await Replied()).LitigantId!.Value, "");
        Assert.StartsWith(
            "新的说法",
            (await Data.Use((NoticeInboxQueries q) => q.Newest(false, null, later, default))).Rows[0].Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("请看答复", "请看新答复", "请看|+新|答复")]
    [InlineData("甲乙", "乙丙", "-甲|乙|+丙")]
    [InlineData("", "新", "+新")]
    [InlineData("同", "同", "同")]
    public void A_difference_shows_what_came_and_what_went(string before, string after, string shown) =>
        Assert.Equal(
            shown,
            string.Join(
                '|',
                TextDiff
                    .Of(before, after)
                    .Select(p =>
                        p.Kind switch
                        {
                            DiffKind.Added => "+",
                            DiffKind.Removed => "-",
                            _ => "",
                        } + p.Text
                    )
            )
        );

    private IRenderedComponent<NoticeTemplatesPage> OpenAt(Actor me)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/notice-templates?Kind={s_kind}&Channel=Sms");
        return Open<NoticeTemplatesPage>(me);
    }

    private Task<Actor> Administrator() => Somebody(Role.Administrator, DivisionKind.Technology);

    private Task Save(Actor by, string text, int basedOn) =>
        Data.Use(
            (SaveNoticeTemplate s) =>
                s.Handle(Guid.CreateVersion7(), s_kind, NoticeChannel.Sms, basedOn, "法官已答复", text, "试", by, default)
        );

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Code);

    private async Task<WorkOrder> Replied()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        var by = await Data.ActorOf(judge);
        await Data.Use(
            (ReplyInterim reply) => reply.Handle(order.Id, Guid.CreateVersion7(), "下周开庭，请等传票。", false, [], by, default)
        );
        return order;
    }

    /// <summary>The SMS of a reply as it would go out now; hints reach the words within moments.</summary>
    private async Task<(string Text, int Version)> Rendered(WorkOrder order)
    {
        var notice = await Data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .AsNoTracking()
                    .SingleAsync(n => n.SubjectId == order.Id && n.Kind == s_kind && n.Channel == NoticeChannel.WeChat)
        );
        var sms = notice.Failed("no_credit", Clock.Now)!;
        var inForce = await Data.Use((NoticeTemplateQueries q) => q.Find(s_kind, NoticeChannel.Sms, default));
        await Wait.Until("the wording in force is known", async () => (await Outgoing(sms)).TemplateVersion == inForce!.InForce);
        var outgoing = await Outgoing(sms);
        return (outgoing.Body, outgoing.TemplateVersion);
    }

    private async Task<OutgoingNotice> Outgoing(Notice sms) => Assert.Single(await Data.Use((NoticeTexts t) => t.Of([sms], default)));
}
