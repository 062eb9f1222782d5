using Bunit;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Supervision;

namespace Portal.Tests.Supervision;

public sealed class SuperviseOverdueTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task Each_handler_gets_one_notice_and_each_order_one_row_of_its_trace()
    {
        var (division, head, judges) = await Late();
        var targets = await Data.Use((SuperviseOverdue u) => u.Preview(division.CourtId, division.Id, head, default));
        Assert.Equal([(judges[0].Name, 3), (judges[1].Name, 1)], targets.Select(t => (t.Name, t.Orders)));
        Assert.Equal(targets, await Supervise(division, head));

        var notices = await Data.Use(
            (CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == WorkOrderNotices.Handling.Supervised.Key).ToListAsync()
        );
        Assert.Equal(judges.SelectMany(j => new[] { j.Id, j.Id }).Order(), notices.Select(n => n.RecipientId!.Value).Order());
        Assert.All(
            notices.Where(n => n.RecipientId == judges[0].Id),
            n =>
                Assert.Equal(
                    ("3", $"庭长 {head.Name}"), // colleagues are named to staff
                    (n.Fields["count"], n.Fields["leader"])
                )
        );
        var rows = await Data.Use(
            (CourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.Kind == WorkOrderFacts.SupervisedByLeader).ToListAsync()
        );
        Assert.Equal(4, rows.Select(r => r.SubjectId).Distinct().Count());
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public async Task An_order_is_supervised_once_in_a_working_day_whoever_presses()
    {
        var (division, head, _) = await Late();
        await Supervise(division, head);
        await Refused("work_order.nothing_to_supervise", division, head);
        await Refused("work_order.nothing_to_supervise", division, await Somebody(Role.President, DivisionKind.Leadership));
        Clock.Now = SetClock.Read("2026-11-21 10:00"); // Saturday counts for Friday
        await Refused("work_order.nothing_to_supervise", division, head);
        Clock.Now = SetClock.Read("2026-11-23 08:00");
        Assert.Equal(4, (await Supervise(division, head)).Sum(t => t.Orders));
    }

    [Fact]
    public async Task Two_leaders_who_press_at_once_supervise_each_order_once()
    {
        var (division, head, _) = await Late();
        var president = await Somebody(Role.President, DivisionKind.Leadership);
        await Task.WhenAll(Quietly(division, head), Quietly(division, president), Quietly(division, head));
        var rows = await Data.Use(
            (CourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.Kind == WorkOrderFacts.SupervisedByLeader).ToListAsync()
        );
        Assert.Equal(4, rows.Count);
        Assert.Equal(
            4,
            await Data.Use((CourtDb db) => db.Set<Notice>().CountAsync(n => n.Kind == WorkOrderNotices.Handling.Supervised.Key))
        );
    }

    [Theory]
    [InlineData(Role.DivisionHead, DivisionKind.Enforcement, "yuexiu", "work_order.nothing_to_supervise")]
    [InlineData(Role.President, DivisionKind.Leadership, "tianhe", "work_order.nothing_to_supervise")]
    [InlineData(Role.Judge, DivisionKind.Civil, "yuexiu", "work_order.not_a_leader")]
    [InlineData(Role.HotlineAgent, DivisionKind.Filing, "yuexiu", "work_order.not_a_leader")]
    public async Task Others_supervise_nothing(Role role, DivisionKind kind, string court, string code)
    {
        var (division, _, _) = await Late();
        await Refused(code, division, await Somebody(role, kind, court));
    }

    [Fact]
    public async Task The_page_names_who_gets_what_before_it_is_sent()
    {
        var (_, head, judges) = await Late();
        var page = Open<SupervisionPage>(head);
        await On(page, ".c-phead .btn-primary", all => all.Click());
        var dialog = page.WaitForElement(".sup-dialog").TextContent;
        Assert.Contains("督办 4 件，通知 2 人", dialog, StringComparison.Ordinal);
        Assert.All(judges, j => Assert.Contains(j.Name, dialog, StringComparison.Ordinal));
        await On(page, ".sup-dialog .btn-primary", send => send.Click());
        Assert.Contains("已督办 4 件", page.WaitForElement(".sup-done").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("今日已督办", page.Find(".lt tbody").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("正常", "\"正常\"")]
    [InlineData("说\"好\"", "\"说\"\"好\"\"\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("", "\"\"")]
    public void A_cell_of_the_ledger_is_text_and_never_a_formula(string text, string cell) => Assert.Equal(cell, LedgerApi.Cell(text));

    /// <summary>On Friday 2026-11-20: three late orders of one judge, one of another, and one that is not late.</summary>
    private async Task<(Division Division, Actor Head, List<Staff> Judges)> Late()
    {
        var division = await Data.Division();
        await Data.People();
        List<Staff> judges = [await Data.Staff(Role.Judge, division), await Data.Staff(Role.Judge, division)];
        var litigant = await Data.Litigant();
        var now = Clock.Now;
        Clock.Now = SetClock.Read("2026-11-12 10:00");
        for (var i = 0; i < 3; i++)
            await Data.Message(litigant, await Data.Case(litigant, judge: judges[0]));
        await Data.Message(litigant, await Data.Case(litigant, judge: judges[1]));
        Clock.Now = now;
        await Data.Message(litigant, await Data.Case(litigant, judge: judges[0]));
        return (division, await Somebody(Role.DivisionHead), judges);
    }

    private Task<IReadOnlyList<SuperviseOverdue.Target>> Supervise(Division division, Actor by) =>
        Data.Use((SuperviseOverdue u) => u.Handle(division.CourtId, division.Id, by, default));

    private async Task Quietly(Division division, Actor by)
    {
        try
        {
            await Supervise(division, by);
        }
        catch (RefusedException refused)
        {
            Assert.Equal("work_order.nothing_to_supervise", refused.Code);
        }
    }

    private async Task Refused(string code, Division division, Actor by) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Supervise(division, by))).Code);
}
