using Bunit;
using Domain.Attachments;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Given;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Submissions;

public sealed class SubmissionsPageTests(TestDatabase database) : SubmissionPageTest(database)
{
    [Fact]
    public async Task The_clerk_takes_evidence_whose_list_is_shown_and_the_other_side_sees_it()
    {
        var (_, clerk, @case, person) = await Desk();
        var sent = await Evidence(@case, person);
        var page = Opened(clerk, sent.Id);
        Ready(page);
        Assert.NotNull(page.Find($"[data-submission='{sent.Id}']"));
        Assert.Equal(sent.Number, page.Find("[data-number]").TextContent);
        Assert.Contains("证明还过钱", page.Find("[data-evidence]").TextContent, StringComparison.Ordinal);
        var codes = page.FindAll(".sub .c-pane .c-hash code").Select(c => c.TextContent).ToList();
        Assert.Equal([FileFingerprint.Of(sent.ReceiptHash), FileFingerprint.Of(sent.ReceiptHash)], codes);
        Assert.Contains("法院已处理：已收下", page.Find("[data-sms]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-release]").HasAttribute("checked"));

        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("已发给其他当事人", page.Markup, StringComparison.Ordinal));
        var stored = await Stored(sent.Id);
        Assert.Equal((SubmissionState.Accepted, true), (stored.State, stored.ReleasedAt is not null));
        await On(page, "[data-tab=Today]", tab => tab.Click());
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"[data-submission='{sent.Id}']")));
    }

    [Fact]
    public async Task What_is_kept_from_the_other_side_can_be_released_later()
    {
        var (_, clerk, @case, person) = await Desk();
        var sent = await Evidence(@case, person);
        var page = Opened(clerk, sent.Id);
        Ready(page);
        await On(page, "[data-release]", box => box.Change(false));
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("其他当事人还看不到", page.Markup, StringComparison.Ordinal));
        Assert.Null((await Stored(sent.Id)).ReleasedAt);
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("已发给其他当事人", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_missing_is_asked_for_once_and_a_second_time_only_for_a_reason()
    {
        var (_, clerk, @case, person) = await Desk();
        var sent = await Evidence(@case, person);
        var page = Opened(clerk, sent.Id);
        Ready(page);
        await On(page, "[data-choice=Missing]", e => e.Change(true));
        await On(page, ".c-needs input[type=checkbox]", e => e.Change(true));
        await On(page, "[data-add-need]", e => e.Click());
        await On(page, ".c-needs input[maxlength]", e => e.Input("请交原件。"));
        Assert.Contains("要求补正：2 项", page.Find("[data-send]").TextContent, StringComparison.Ordinal);
        Assert.Contains("还差 2 样，请在 11 月 27 日（周五）24:00 前", page.Find("[data-sms]").TextContent, StringComparison.Ordinal);
        Assert.Contains("请交原件。", page.Find("[data-page]").TextContent, StringComparison.Ordinal);
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("等补正，至", page.Markup, StringComparison.Ordinal));

        await Data.Use(
            (SupplementSubmission s) =>
                s.Handle(
                    sent.Id,
                    Guid.CreateVersion7(),
                    new SupplementSubmission.Request("原件当庭出示"),
                    CourtData.ActorOf(person),
                    default
                )
        );
        page.WaitForAssertion(() => Assert.Contains("原件当庭出示", page.Markup, StringComparison.Ordinal));
        await On(page, "[data-choice=Missing]", e => e.Change(true));
        await On(page, ".c-needs input[type=checkbox]", e => e.Change(true));
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() =>
            Assert.Contains("再次要求请写明原因", page.Find(".sub-decide [role=alert]").TextContent, StringComparison.Ordinal)
        );
        await On(page, "#again", e => e.Input("补来的照片仍看不清"));
        await On(page, "[data-send]", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("要求补正 2 次", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_judge_decides_the_clerk_may_only_look_through()
    {
        var (judge, clerk, @case, person) = await Desk();
        var sent = await Sent(@case, person, SubmissionKind.EvidenceExtension);
        var page = Opened(clerk, sent.Id);
        Ready(page);
        Assert.Equal(["Accept", "Refuse"], page.FindAll(".c-pick input[disabled]").Select(i => i.GetAttribute("data-choice")));
        Assert.Contains("由承办法官或合议庭决定", page.Find(".c-pick").TextContent, StringComparison.Ordinal);

        var bench = Opened(judge, sent.Id);
        Ready(bench);
        await On(bench, "[data-choice=Refuse]", e => e.Change(true));
        await On(bench, "#reason", e => e.Input("举证期限已过，可以当庭说明理由。"));
        Assert.Contains("可以当庭说明理由", bench.Find("[data-page]").TextContent, StringComparison.Ordinal);
        await On(bench, "[data-send]", b => b.Click());
        bench.WaitForAssertion(() => Assert.Contains("未同意", bench.Find(".sub-due").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_of_the_division_sees_it_and_not_its_files_and_a_stranger_nothing()
    {
        var (_, _, @case, person) = await Desk();
        var sent = await Evidence(@case, person);
        var page = Opened(await Data.ActorOf(await Data.Staff(Role.DivisionHead, await Data.Division())), sent.Id);
        page.WaitForAssertion(() => Assert.Contains("材料和内容只给本案合议庭和书记员看", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-file], [data-choice], [data-answers], .sub-evidence"));

        var stranger = Opened(await Somebody(Role.Judge, DivisionKind.Criminal), sent.Id);
        stranger.WaitForAssertion(() => Assert.Contains("没有这件材料，或者您不能查看", stranger.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(sent.Number, stranger.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_shown_in_full_only_for_a_reason_that_the_audit_log_keeps()
    {
        var (judge, _, @case, person) = await Desk();
        var sent = await Sent(@case, person, SubmissionKind.FeeRefund, account: "6222021234567890128");
        var page = Opened(judge, sent.Id);
        page.WaitForAssertion(() => Assert.Contains("户名是当事人本人", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("尾号 0128", page.Find("[data-answers]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("6222021234567890128", page.Markup, StringComparison.Ordinal);
        await On(page, "[data-answers] input", e => e.Input("填退款单"));
        await On(page, "[data-answers] form", e => e.Submit());
        page.WaitForAssertion(() => Assert.Equal("6222021234567890128", page.Find("[data-account]").TextContent));
        page.WaitForAssertion(() => Assert.Contains("查看完整账号", page.Find(".c-trace").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refund_to_anybody_but_the_party_is_marked()
    {
        var (judge, _, @case, person) = await Desk();
        var sent = await Sent(@case, person, SubmissionKind.FeeRefund, "6222021234567890128", holder: "赵律师");
        var page = Opened(judge, sent.Id);
        page.WaitForAssertion(() => Assert.Contains("户名“赵律师”不是当事人", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_an_accepted_appeal_the_copy_is_served_first_and_each_step_has_its_last_day()
    {
        var (_, clerk, @case, person) = await Desk();
        var sent = await Sent(@case, person, SubmissionKind.Appeal);
        await Data.Use((AcceptSubmission a) => a.Handle(sent.Id, Guid.CreateVersion7(), new(""), clerk, default));
        var page = Opened(clerk, sent.Id);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-follow] li").Count));
        Assert.Contains("送达上诉状副本", page.Find("[data-follow] li").TextContent, StringComparison.Ordinal);
        Assert.Contains("剩 5 天", page.Find("[data-follow] li").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/service/new/{@case.Id}", page.Find("[data-follow] a").GetAttribute("href"));
        await On(page, "[data-follow] button", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("已办，", page.Find("[data-follow] li").TextContent, StringComparison.Ordinal));
        Assert.Contains("剩 17 天", page.FindAll("[data-follow] li")[1].TextContent, StringComparison.Ordinal);
    }
}
