using Bunit;
using Domain.CityChanges;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.CityChanges;
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
    public async Task A_version_written_with_the_phone_beside_it_goes_out_when_another_person_approves()
    {
        var (administrator, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
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
        page.WaitForAssertion(() =>
            Assert.Contains("通知“法院有回复”短信写新的一版", page.Find(".city-waiting").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(0, (await Rendered(order)).Version); // asked for, not changed

        await Approve(second);
        page.WaitForAssertion(() => Assert.Contains("第 1 版", page.Find(".c-template").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".c-template ins"));
        Assert.Contains("第 1 版：说得更短", page.Find(".c-trace").TextContent, StringComparison.Ordinal);

        Assert.Equal(($"【广州法院12368】您的留言 {order.Number} 有答复了，请打开小程序看。", 1), await Rendered(order));
    }

    [Fact]
    public async Task A_broken_rule_is_said_while_it_is_typed_and_nothing_can_be_saved()
    {
        var page = OpenAt(await Data.CityAdministrator());
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
        var administrator = await Data.CityAdministrator();
        var order = await Replied();
        await Save("甲 {number}", 0, administrator);
        Assert.Equal(("【广州法院12368】甲 " + order.Number, 1), await Rendered(order));
        var page = OpenAt(administrator);
        await On(page, ".c-template:last-of-type button", b => b.Click());
        await On(page, "#nt-use-reason", t => t.Change("甲看不懂"));
        await On(page, ".nt-use", f => f.Submit());
        page.WaitForElement(".city-waiting");
        await Approve(await Data.CityAdministrator());
        page.WaitForAssertion(() => Assert.Contains("第 0 版：甲看不懂", page.Find(".c-trace").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, (await Rendered(order)).Version);
        var kinds = new[] { NoticeTemplateFacts.Saved, NoticeTemplateFacts.Used };
        Assert.Equal(
            2,
            await Data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.ActorId == administrator.Id && kinds.Contains(t.Kind)))
        );
    }

    [Fact]
    public async Task Over_a_version_that_was_changed_meanwhile_nothing_is_asked_for()
    {
        await Save("甲 {number}", 0);
        await Refused("notice_template.changed", () => Save("乙 {number}", 0));
        await Save("乙 {number}", 1);
    }

    [Fact]
    public async Task Two_first_versions_at_the_same_moment_end_in_one()
    {
        var (administrator, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        List<Guid> asked = [];
        for (var i = 0; i < 4; i++)
            asked.Add(await Data.Ask(Text($"版本{i} {{number}}", 0), "试", administrator));
        await Task.WhenAll(asked.Select(id => Data.Use((DecideCityChange decide) => decide.Approve(id, second, default))));
        var ended = await Task.WhenAll(asked.Select(Data.CityChange));
        Assert.Single(ended, c => c.State == CityChangeState.InForce);
        Assert.Equal(3, ended.Count(c => c is { State: CityChangeState.Failed, Outcome: "别人刚改过这个模板，请看过新的版本再改" }));
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<NoticeTemplateVersion>().CountAsync()));
    }

    [Fact]
    public async Task The_same_version_sent_twice_is_one()
    {
        var (administrator, second, id) = (await Data.CityAdministrator(), await Data.CityAdministrator(), Guid.CreateVersion7());
        for (var i = 0; i < 2; i++)
            await Data.Use((AskCityChange ask) => ask.Handle(id, Text("甲 {number}", 0), "试", administrator, default));
        for (var i = 0; i < 2; i++)
            await Data.Use((DecideCityChange decide) => decide.Approve(id, second, default));
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<NoticeTemplateVersion>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_citys_administrator_asks_for_other_words()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var somebody = await Somebody(role); // of a basic court
            await Refused("city_change.not_yours", () => Data.Ask(Text("甲 {number}", 0), "试", somebody));
            await Refused("city_change.not_yours", () => Data.Ask(new TemplateVersion(s_kind, NoticeChannel.Sms, 0, 0), "试", somebody));
        }

        var stranger = Actor.Litigant(Guid.CreateVersion7(), "陈建华");
        await Refused("city_change.not_yours", () => Data.Ask(Text("甲 {number}", 0), "试", stranger));
        await Refused("notice_template.not_found", () => Data.Change(Text("甲", 0) with { Kind = "no.such_kind" }, "试"));
        await Refused("notice_template.in_force", () => Data.Change(new TemplateVersion(s_kind, NoticeChannel.Sms, 0, 0), "已经在用"));
    }

    [Fact]
    public async Task Versions_count_up_and_any_of_them_can_go_out_again()
    {
        await Data.Change(Text("甲 {number}", 0), "试甲");
        await Data.Change(Text("乙 {number}", 1), "试乙");
        await Data.Change(new TemplateVersion(s_kind, NoticeChannel.Sms, 2, 1), "乙看不懂");
        await Data.Change(new TemplateVersion(s_kind, NoticeChannel.Sms, 1, 0), "回到内置的");
        await Data.Change(Text("丙 {number}", 0), "试丙");
        var view = (await Data.Use((NoticeTemplateQueries q) => q.Find(s_kind, NoticeChannel.Sms, default)))!;
        Assert.Equal(3, view.InForce);
        Assert.Equal(
            ["第 1 版：试甲", "第 2 版：试乙", "第 1 版：乙看不懂", "第 0 版：回到内置的", "第 3 版：试丙"],
            view.Trace.Reverse().Select(NoticeTemplateTrace.Words)
        );
        await Refused("notice_template.not_found", () => Data.Change(new TemplateVersion(s_kind, NoticeChannel.Sms, 3, 9), "没有的"));
        await Refused("notice_template.reason_missing", () => Data.Change(Text("丁 {number}", 3), " "));
        await Refused("notice_template.reason_too_long", () => Data.Change(Text("丁 {number}", 3), new string('长', 101)));
    }

    [Fact]
    public async Task The_administrator_of_a_basic_court_reads_what_notices_say_and_has_nothing_to_press()
    {
        await Save("甲 {number}", 0);
        var page = OpenAt(await Somebody(Role.Administrator, DivisionKind.Technology));
        page.WaitForAssertion(() => Assert.Contains("甲 {number}", page.Find(".c-template").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        Assert.Empty(page.FindAll(".c-template button"));
    }

    [Fact]
    public async Task A_notice_that_was_read_keeps_the_words_that_were_read()
    {
        var order = await Replied();
        var reader = Actor.Litigant(order.LitigantId!.Value, "陈建华");
        var notice = (await Data.Use((NoticeInboxQueries q) => q.Newest(false, null, reader, default))).Rows[0];
        await Data.Use((ReadNotice r) => r.Handle(notice.Id, notice.Version, reader, default));
        await Data.Change(new TemplateText(s_kind, NoticeChannel.InApp, 0, "有答复", "新的说法 {number}"), "试");
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

    private static TemplateText Text(string text, int basedOn) => new(s_kind, NoticeChannel.Sms, basedOn, "法院已答复", text);

    private Task Save(string text, int basedOn, Actor? by = null) => Data.Change(Text(text, basedOn), "试", by);

    private async Task Approve(Actor by)
    {
        var waiting = Assert.Single(await Data.Use((CityChangeQueries q) => q.Open(by, default)));
        await Data.Use((DecideCityChange decide) => decide.Approve(waiting.Id, by, default));
    }

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
