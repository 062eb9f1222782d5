using Bunit;
using Domain.Cases;
using Domain.Organisation;
using Domain.Reading;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Reading;

namespace Portal.Tests.Reading;

public sealed class ReadingPagesTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task The_judge_chooses_documents_reads_the_words_that_go_out_and_releases()
    {
        var (judge, @case, request, file) = await Desk();
        var other = await Data.MainFile(@case, volume: 2);
        await Data.MainFile(@case, isSecret: true);
        await Data.Prepared(file);
        var page = Opened(await Data.ActorOf(judge), request.Id);
        page.WaitForElement("[data-sms]");
        Assert.Equal(2, page.FindAll("input[data-file]").Count); // the secret one is no choice
        Assert.Contains("另有 1 份不供阅卷，不显示页数", page.Markup, StringComparison.Ordinal);
        Assert.Contains("自动遮盖 1 处", page.Markup, StringComparison.Ordinal);
        Assert.Contains("masked=true", page.Find("img[data-sample]").GetAttribute("src")!, StringComparison.Ordinal);
        Assert.Contains("可看 1 份 1 页，至 11 月 27 日（周五）24:00", page.Find("[data-sms]").TextContent, StringComparison.Ordinal);
        await On(page, $"input[data-file='{other.Id}']", box => box.Change(true));
        Assert.Contains("批准阅卷：2 份 2 页", page.Find("form.read-foot .btn-primary").TextContent, StringComparison.Ordinal);
        await On(page, "form.read-foot", form => form.Submit());
        page.WaitForAssertion(() => Assert.Contains("还在找要遮盖的号码", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await Data.Prepared(file, other); // choosing it had it drawn
        await On(page, "form.read-foot", form => form.Submit());
        page.WaitForAssertion(() => Assert.Contains("提前收回", page.Markup, StringComparison.Ordinal));
        var released = await Data.Use((CourtDb db) => db.Set<ReadingRequest>().Include(r => r.Files).SingleAsync(r => r.Id == request.Id));
        Assert.Equal(
            (ReadingState.Open, new DateOnly(2026, 11, 27), true, 2),
            (released.State, released.Until, released.IsMasked, released.Files.Count(f => f.IsReleased))
        );
    }

    [Fact]
    public async Task A_refusal_needs_its_reason()
    {
        var (judge, _, request, _) = await Desk();
        var page = Opened(await Data.ActorOf(judge), request.Id);
        page.WaitForElement("[data-refusing]");
        await On(page, "[data-refusing]", button => button.Click());
        await On(page, "[data-refuse]", button => button.Click());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        await On(page, "#reading-reason", box => box.Input("请先交身份证明"));
        await On(page, "[data-refuse]", button => button.Click());
        page.WaitForAssertion(() => Assert.Contains("未批准", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_of_the_division_sees_the_request_and_no_titles_and_a_stranger_nothing()
    {
        var (judge, @case, request, file) = await Desk();
        var division = await Data.Use((CourtDb db) => db.Set<Division>().SingleAsync(d => d.Id == @case.DivisionId));
        var head = Opened(await Data.ActorOf(await Data.Staff(Role.DivisionHead, division)), request.Id);
        head.WaitForAssertion(() => Assert.Contains(request.Number, head.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(file.Title, head.Markup, StringComparison.Ordinal);
        Assert.Empty(head.FindAll("form.read-foot"));
        var stranger = Opened(await Data.ActorOf(await Data.Staff(Role.Judge, await Data.Division())), request.Id);
        stranger.WaitForAssertion(() => Assert.Contains("没有这件阅卷申请，或者您不能查看", stranger.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_shows_what_waits_and_the_case_its_requests()
    {
        var (judge, _, request, _) = await Desk();
        var me = await Data.ActorOf(judge);
        var page = Render<ReadingsPage>(p => p.AddCascadingValue(me));
        page.WaitForElement($"[data-reading='{request.Id}']");
    }

    private IRenderedComponent<ReadingPage> Opened(Actor me, Guid id) =>
        Render<ReadingPage>(p => p.AddCascadingValue(me).Add(x => x.Id, id));

    private async Task<(Staff Judge, Case Case, ReadingRequest Request, CaseFile File)> Desk()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var party = await Data.Litigant("王小明");
        var @case = await Data.Case(judge: judge, plaintiff: party);
        var file = await Data.MainFile(@case, "440104199001011234");
        return (judge, @case, await Data.Reading(@case, party, file), file);
    }
}
