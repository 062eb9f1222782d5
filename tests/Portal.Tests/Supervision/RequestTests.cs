using Bunit;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.Organisation;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Portal.Supervision;

namespace Portal.Tests.Supervision;

public sealed class RequestTests(TestDatabase database) : DeskTest(database)
{
    private static readonly DateOnly s_until = new(2026, 11, 27);

    [Fact]
    public async Task A_head_grants_more_time_and_the_judge_is_told()
    {
        var (order, judge, head) = await Begin();
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定机构答复", judge, default));
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定机构答复", judge, default)); // pressed twice
        var request = Assert.Single(await Data.Use(async (RequestQueries q) => (await q.Extensions(null, head, default)).Rows));
        Assert.Equal((s_until, "等待鉴定机构答复", judge.Name), (request.ExtendedTo!.Value.Day, request.Reason, request.OwnerName));
        Assert.Equal([head.Id, head.Id], await Told(WorkOrderNotices.Handling.ExtensionRequested)); // SMS and in the Portal

        await Data.Use((ApproveExtension<WorkOrder> u) => u.Handle(order.Id, "", head, default));
        var extended = await Read(order.Id);
        Assert.Equal((s_until, ExtensionState.Approved), (extended.DueDay, extended.ExtensionState!.Value));
        Assert.Equal([judge.Id, judge.Id], await Told(WorkOrderNotices.Handling.ExtensionApproved));
        Assert.Empty(await Data.Use(async (RequestQueries q) => (await q.Extensions(null, head, default)).Rows));
        await Refused(
            "work_order.extended_before",
            (RequestExtension<WorkOrder> u) => u.Handle(order.Id, new(2026, 11, 30), "再延几天", judge, default)
        );
        await Refused("work_order.no_extension_requested", (ApproveExtension<WorkOrder> u) => u.Handle(order.Id, "", head, default));
    }

    [Fact]
    public async Task A_refused_extension_leaves_the_limit_and_is_told_with_its_reason_in_the_trace()
    {
        var (order, judge, head) = await Begin();
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定", judge, default));
        await Refused("work_order.reason_missing", (RefuseExtension<WorkOrder> u) => u.Handle(order.Id, "", head, default));
        await Data.Use((RefuseExtension<WorkOrder> u) => u.Handle(order.Id, "请先回复进展", head, default));
        Assert.Equal(order.DueDay, (await Read(order.Id)).DueDay);
        Assert.Equal([judge.Id, judge.Id], await Told(WorkOrderNotices.Handling.ExtensionRefused));
        Assert.Contains("请先回复进展", WorkOrderTrace.Words((await Trace(order.Id))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_for_has_its_code()
    {
        var (order, judge, head) = await Begin();
        await Refused(
            "work_order.extension_days_invalid",
            (RequestExtension<WorkOrder> u) => u.Handle(order.Id, new(2026, 11, 28), "周六", judge, default)
        );
        await Refused(
            "work_order.extension_days_invalid",
            (RequestExtension<WorkOrder> u) => u.Handle(order.Id, order.DueDay, "同一天", judge, default)
        );
        await Refused(
            "work_order.extension_days_invalid",
            (RequestExtension<WorkOrder> u) => u.Handle(order.Id, new(2027, 3, 1), "太久", judge, default)
        );
        await Refused("work_order.not_yours", (RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "代申请", head, default));
        await Refused("work_order.not_yours", (AskReassignment<WorkOrder> u) => u.Handle(order.Id, "代申请", head, default));
        await Refused("work_order.reason_missing", (AskReassignment<WorkOrder> u) => u.Handle(order.Id, " ", judge, default));
        await Refused(
            "work_order.no_reassignment_asked",
            (RefuseReassignment<WorkOrder> u) => u.Handle(order.Id, "没有申请", head, default)
        );
        await Refused("work_order.not_found", (ApproveExtension<WorkOrder> u) => u.Handle(Guid.CreateVersion7(), "", head, default));
        var stranger = await Somebody(Role.Judge, court: "tianhe");
        await Refused("work_order.not_found", (RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "看不到", stranger, default));
        Clock.Now = order.DueAt;
        await Refused(
            "work_order.too_late_to_extend",
            (RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "晚了", judge, default)
        );
    }

    [Fact]
    public async Task For_the_head_s_own_order_the_vice_president_in_charge_decides()
    {
        var division = await Data.Division();
        var (_, _) = await Data.People();
        var headStaff = await Data.Staff(Role.DivisionHead, division);
        var asJudge = await AlsoJudge(headStaff, division);
        var (first, inCharge) = (
            await Somebody(Role.VicePresident, DivisionKind.Leadership),
            await Somebody(Role.VicePresident, DivisionKind.Leadership)
        );
        await Data.Use(
            async (PutInCharge u) =>
                await u.Handle(division.Id, inCharge.Id, await Somebody(Role.Administrator, DivisionKind.Technology), default)
        );
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: headStaff));
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定", asJudge, default));
        Assert.Equal([inCharge.Id, inCharge.Id], await Told(WorkOrderNotices.Handling.ExtensionRequested));
        Assert.Empty(await Data.Use(async (RequestQueries q) => (await q.Extensions(null, first, default)).Rows));
        Assert.Single(await Data.Use(async (RequestQueries q) => (await q.Extensions(null, inCharge, default)).Rows));
        var asHead = await Data.ActorOf(headStaff, Role.DivisionHead);
        Assert.Empty(await Data.Use(async (RequestQueries q) => (await q.Extensions(null, asHead, default)).Rows));
        await Refused("work_order.not_yours", (ApproveExtension<WorkOrder> u) => u.Handle(order.Id, "", asHead, default));
        await Data.Use((ApproveExtension<WorkOrder> u) => u.Handle(order.Id, "抓紧", inCharge, default));
        Assert.Equal(s_until, (await Read(order.Id)).DueDay);
        Assert.Contains("抓紧", WorkOrderTrace.Words((await Trace(order.Id))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_heads_who_decide_at_once_one_is_told_that_it_is_done()
    {
        var (order, judge, head) = await Begin();
        var deputy = await Somebody(Role.DivisionHead);
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定", judge, default));
        var codes = await Task.WhenAll(
            Code(() => Data.Use((ApproveExtension<WorkOrder> u) => u.Handle(order.Id, "", head, default))),
            Code(() => Data.Use((RefuseExtension<WorkOrder> u) => u.Handle(order.Id, "不同意", deputy, default)))
        );
        Assert.Equal(["", "work_order.no_extension_requested"], codes.Order(StringComparer.Ordinal));
        Assert.Single(await Trace(order.Id), t => t.Kind is HandlingFacts.ExtensionApproved or HandlingFacts.ExtensionRefused);
    }

    [Fact]
    public async Task A_judge_is_relieved_by_the_head_who_names_the_next()
    {
        var (order, judge, head) = await Begin();
        var next = await Data.Staff(Role.Judge, await Data.Division());
        await Data.Use((AskReassignment<WorkOrder> u) => u.Handle(order.Id, "案件已移送民三庭", judge, default));
        await Data.Use((AskReassignment<WorkOrder> u) => u.Handle(order.Id, "案件已移送民三庭", judge, default)); // pressed twice
        await Refused("work_order.reassignment_asked", (AskReassignment<WorkOrder> u) => u.Handle(order.Id, "另一个理由", judge, default));
        Assert.Equal([head.Id, head.Id], await Told(WorkOrderNotices.Handling.ReassignmentAsked));
        Assert.Equal(
            "案件已移送民三庭",
            Assert.Single(await Data.Use(async (RequestQueries q) => (await q.Reassignments(null, head, default)).Rows)).Reason
        );
        var counts = await Data.Use((ShellQueries q) => q.Counts([NavCount.Extensions, NavCount.Reassignments], head, Clock.Now, default));
        Assert.Equal((0, 1), (counts[NavCount.Extensions].Total, counts[NavCount.Reassignments].Total));

        var entry = Guid.CreateVersion7();
        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Data.Use(
                        (ApproveReassignment<WorkOrder> u) =>
                            u.Handle(order.Id, entry, new HandOver(next.Id, "", "换承办人"), head, default)
                    )
                )
        );
        var handed = await Read(order.Id);
        Assert.Equal((next.Id, 1, null), (handed.OwnerId, handed.RestartCount, handed.ReassignmentAskedAt));
        Assert.Equal([judge.Id, judge.Id], await Told(WorkOrderNotices.Handling.ReassignmentApproved));
        Assert.Contains(next.Id, await Told(WorkOrderNotices.Dispatched));
        await Refused(
            "work_order.no_reassignment_asked",
            (ApproveReassignment<WorkOrder> u) => u.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, ""), head, default)
        );
    }

    [Fact]
    public async Task A_refused_reassignment_reaches_the_judge_who_may_ask_again()
    {
        var (order, judge, head) = await Begin();
        await Data.Use((AskReassignment<WorkOrder> u) => u.Handle(order.Id, "忙不过来", judge, default));
        await Data.Use((RefuseReassignment<WorkOrder> u) => u.Handle(order.Id, "请继续办理", head, default));
        Assert.Equal([judge.Id, judge.Id], await Told(WorkOrderNotices.Handling.ReassignmentRefused));
        Assert.Equal(
            (HandlingFacts.ReassignmentRefused, "请继续办理"),
            ((await Trace(order.Id))[^1].Kind, WorkOrderTrace.Words((await Trace(order.Id))[^1]))
        );
        await Data.Use((AskReassignment<WorkOrder> u) => u.Handle(order.Id, "案件已移送", judge, default));
        Assert.Single(await Data.Use(async (RequestQueries q) => (await q.Reassignments(null, head, default)).Rows));
    }

    [Theory]
    [InlineData(Role.DivisionHead, DivisionKind.Enforcement, "yuexiu")]
    [InlineData(Role.DivisionHead, DivisionKind.Civil, "tianhe")]
    [InlineData(Role.VicePresident, DivisionKind.Leadership, "yuexiu")]
    [InlineData(Role.President, DivisionKind.Leadership, "tianhe")]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "yuexiu")]
    public async Task Nobody_else_is_asked(Role role, DivisionKind kind, string court)
    {
        var (order, judge, _) = await Begin();
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定", judge, default));
        await Data.Use((AskReassignment<WorkOrder> u) => u.Handle(order.Id, "案件已移送", judge, default));
        Assert.Equal(0, (await Data.Use(async (RequestQueries q) => await q.First(await Somebody(role, kind, court), default))).Total);
    }

    [Fact]
    public async Task A_remark_is_internal_and_reaches_the_judge()
    {
        var (order, judge, head) = await Begin();
        var entry = Guid.CreateVersion7();
        await Data.Use((Remark<WorkOrder> u) => u.Handle(order.Id, entry, "请今天联系当事人", head, default));
        await Data.Use((Remark<WorkOrder> u) => u.Handle(order.Id, entry, "请今天联系当事人", head, default)); // pressed twice
        Assert.Equal([judge.Id, judge.Id], await Told(WorkOrderNotices.Handling.Remarked));
        Assert.Equal(HandlingFacts.Remarked, (await Trace(order.Id))[^1].Kind);
        var shown = await Data.Use(
            (LitigantOrderQueries q) => q.Detail(order.Id, Actor.Litigant(order.LitigantId!.Value, "陈建华"), default)
        );
        Assert.DoesNotContain(shown.Conversation, said => said.Text.Contains("联系当事人", StringComparison.Ordinal));
        await Refused(
            "work_order.not_a_leader",
            (Remark<WorkOrder> u) => u.Handle(order.Id, Guid.CreateVersion7(), "批注", judge, default)
        );
    }

    [Fact]
    public async Task A_head_agrees_in_the_panel_beside_the_list()
    {
        var (order, judge, head) = await Begin();
        await Data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, s_until, "等待鉴定机构答复", judge, default));
        var page = Open<SupervisionPage>(head);
        Assert.Contains("延期至 11-27", page.WaitForElement(".req").TextContent, StringComparison.Ordinal);
        await On(page, ".req .btn + .btn", agree => agree.Click());
        await On(page, ".req form", form => form.Submit());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".req")), TimeSpan.FromSeconds(10));
        Assert.Equal(s_until, (await Read(order.Id)).DueDay);
    }

    private async Task<(WorkOrder Order, Actor Judge, Actor Head)> Begin()
    {
        var (judge, _) = await Data.People();
        var head = await Somebody(Role.DivisionHead);
        var litigant = await Data.Litigant();
        return (await Data.Message(litigant, await Data.Case(litigant, judge: judge)), await Data.ActorOf(judge), head);
    }

    private Task<Actor> AlsoJudge(Staff staff, Division division) =>
        Data.Use(
            async (CourtDb db) =>
            {
                db.Set<Post>()
                    .Add(
                        new Post
                        {
                            Id = Guid.CreateVersion7(),
                            StaffId = staff.Id,
                            CourtId = division.CourtId,
                            DivisionId = division.Id,
                            Role = Role.Judge,
                        }.Entered(Actor.System, Data.Now())
                    );
                await db.SaveChangesAsync();
                return await Data.ActorOf(staff, Role.Judge);
            }
        );

    private Task<WorkOrder> Read(Guid id) => Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == id));

    private Task<List<TraceRow>> Trace(Guid id) =>
        Data.Use((CourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync());

    private Task<List<Guid>> Told(NoticeKind kind) =>
        Data.Use(
            (CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == kind.Key).Select(n => n.RecipientId!.Value).ToListAsync()
        );

    private async Task Refused<T>(string code, Func<T, Task> act)
        where T : notnull => Assert.Equal(code, await Code(() => Data.Use(act)));

    private static async Task<string> Code(Func<Task> act)
    {
        try
        {
            await act();
            return "";
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
