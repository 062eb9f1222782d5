using Bunit;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Proof;

namespace Portal.Tests.Proof;

public class MattersPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task Nothing_is_shown_before_a_reason_is_given_and_then_one_screen_tells_it_all()
    {
        var (order, person) = await Message();
        var officer = await Somebody(Role.SupervisionOfficer);
        var page = Render<MattersPage>(p => p.Add(m => m.Id, order.Id).AddCascadingValue(officer));
        Assert.DoesNotContain(order.Number, page.Markup);

        await On(page, "#proof-reason", e => e.Change("信访件反映无人答复"));
        await On(page, ".pf-ask", e => e.Submit());
        page.WaitForElement(".pf-line");
        Assert.Contains(order.Number, page.Markup);
        Assert.Contains("轨迹存证核对一致", page.Markup);
        Assert.DoesNotContain(person.Phone!, page.Markup);
        Assert.Equal(
            1,
            await Data.Use(
                (CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.SubjectId == order.Id && t.Kind == WorkOrderFacts.MattersViewed)
            )
        );
    }

    [Fact]
    public async Task Whoever_may_not_see_it_is_told_that_there_is_no_such_order()
    {
        var (order, _) = await Message();
        var stranger = await Somebody(Role.DivisionHead, DivisionKind.Criminal);
        var page = Render<MattersPage>(p => p.Add(m => m.Id, order.Id).AddCascadingValue(stranger));
        await On(page, "#proof-reason", e => e.Change("好奇"));
        await On(page, ".pf-ask", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("没有这件工单", page.Find("[role=alert]").TextContent), TimeSpan.FromSeconds(20));
        Assert.Empty(page.FindAll(".pf-line"));
    }

    private async Task<(WorkOrder Order, Domain.Litigants.Litigant Person)> Message()
    {
        var (judge, _) = await Data.People();
        var person = await Data.Litigant();
        return (await Data.Message(person, await Data.Case(person, judge: judge)), person);
    }
}
