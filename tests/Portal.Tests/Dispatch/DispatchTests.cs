using Bunit;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Portal.Dispatch;

namespace Portal.Tests.Dispatch;

public sealed class DispatchTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task The_judge_of_the_named_case_is_suggested_and_takes_the_order_by_one_press()
    {
        var (judge, liaison) = await Data.People();
        var @case = await Data.Case(judge: judge);
        var order = await Register(@case.Number);
        var page = Open<DispatchPage>(await Data.ActorOf(liaison));
        var suggestion = page.WaitForElement(".wait .btn-primary");
        Assert.Contains(judge.Name, suggestion.TextContent, StringComparison.Ordinal);
        await On(page, ".wait .btn-primary", e => e.Click());
        page.WaitForElement(".c-note.ok");
        var assigned = await Find(order);
        Assert.Equal((judge.Id, WorkOrderState.ToAnswer), (assigned.OwnerId, assigned.State));
        page.WaitForElement(".c-blank");
    }

    [Fact]
    public async Task A_returned_order_says_who_sent_it_back_and_why()
    {
        var (judge, _) = await Data.People();
        var division = await Data.Division();
        var liaison = await Data.Staff(Role.LiaisonOfficer, division);
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        await Data.Use(
            async (Return<WorkOrder> u) =>
                await u.Handle(order.Id, Guid.CreateVersion7(), "案件已移送民二庭", await Data.ActorOf(judge), default)
        );
        var page = Open<DispatchPage>(await Data.ActorOf(liaison));
        var reason = page.WaitForElement(".wait .back").TextContent;
        Assert.Contains(judge.Name, reason, StringComparison.Ordinal);
        Assert.Contains("案件已移送民二庭", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.LiaisonOfficer, DivisionKind.Filing, "yuexiu", true)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "yuexiu", true)]
    [InlineData(Role.LiaisonOfficer, DivisionKind.Civil, "yuexiu", false)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "tianhe", false)]
    public async Task Waiting_orders_are_their_divisions_and_their_courts_filing_divisions(
        Role role,
        DivisionKind kind,
        string court,
        bool may
    )
    {
        var (judge, _) = await Data.People();
        var order = await Register(null);
        var somebody = await Somebody(role, kind, court);
        Assert.Equal(may ? 1 : 0, (await Data.Use((DispatchQueries q) => q.Waiting(null, somebody, default))).Rows.Count);

        var assign = Data.Use(
            (Assign<WorkOrder> u) => u.Handle(order, Guid.CreateVersion7(), new HandOver(judge.Id, ""), somebody, default)
        );
        if (may)
            await assign;
        else
            Assert.Equal("work_order.not_found", (await Assert.ThrowsAsync<RefusedException>(() => assign)).Code);
        Assert.Equal(may, (await Find(order)).OwnerId == judge.Id);
    }

    [Fact]
    public async Task The_filing_division_leaves_alone_what_a_judge_has()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        var filing = await Somebody(Role.FilingDivision, DivisionKind.Filing);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            Data.Use((AnswerWorkOrder u) => u.Handle(order.Id, Guid.CreateVersion7(), "好的", [], filing, default))
        );
        Assert.Equal("work_order.not_yours", refused.Code);
    }

    private async Task<Guid> Register(string? caseNumber)
    {
        var agent = await Somebody(Role.HotlineAgent, DivisionKind.Filing, "gz-zy");
        var court = await Data.Court();
        var intake = new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "张三", "13900001111", "", "问进展")
        {
            CourtId = court.Id,
            UnconfirmedCaseNumber = caseNumber,
        };
        return (await Data.Use((RegisterIntake u) => u.Handle(Guid.CreateVersion7(), intake, agent, default))).Id;
    }

    private Task<WorkOrder> Find(Guid id) => Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == id));
}
