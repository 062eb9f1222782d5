using Bunit;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;
using Portal.WorkOrders;

namespace Portal.Tests.WorkOrders;

/// <summary>The liaison officer with a late order of the division: one press reports it, a reason makes it urgent.</summary>
public sealed class UrgencyBarTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task One_press_reports_and_a_reason_marks_urgent()
    {
        var division = await Data.Division();
        var (judge, liaison) = (await Data.Staff(Role.Judge, division), await Data.Staff(Role.LiaisonOfficer, division));
        await Somebody(Role.DivisionHead);
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        Clock.Now = SetClock.Read("2026-11-26 09:30");
        await Data.Use((SupervisionSweep s) => s.Run(default));

        var by = await Data.ActorOf(liaison);
        var page = Render<OrderPane>(p => p.Add(x => x.Id, order.Id).AddCascadingValue(by));
        await On(page, ".c-urgency > button", b => b.Click());
        await Wait.Until("it is reported", async () => (await Read()).ReportedAt is not null);
        await On(page, ".c-urgency input", i => i.Change("当事人称明早开庭"));
        await On(page, ".c-urgency form", f => f.Submit());
        await Wait.Until("it is urgent", async () => (await Read()).IsUrgent);
        page.WaitForAssertion(() => Assert.Contains("加急", page.Find(".c-dhead").TextContent, StringComparison.Ordinal));

        Task<WorkOrder> Read() => Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));
    }
}
