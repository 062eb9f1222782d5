using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>What leaders and administrators did: requests that wait for the drawn head, a court with limits of its own.</summary>
internal sealed class DemoLeaders(
    IServiceProvider services,
    CourtDb db,
    DemoStaff staff,
    DemoCalendar calendar,
    DemoTimeline timeline,
    CancellationToken ct
)
{
    private readonly DemoCourt _yuexiu = staff.Courts.Single(c => c.Court.Slug == "yuexiu");

    public void Plan()
    {
        timeline.At(calendar.Now.AddDays(-40), Limits);
        timeline.At(calendar.Now.AddMinutes(-70), () => AskForTime("陈静怡", 2, "等待鉴定机构答复"));
        timeline.At(calendar.Now.AddMinutes(-55), () => AskForTime("罗子健", 3, "当事人住院，约定回访"));
        timeline.At(calendar.Now.AddMinutes(-40), () => AskReassignment("温雅琪", "案件已移送民三庭"));
        timeline.At(calendar.Now.AddMinutes(-30), Remark);
    }

    private async Task Limits()
    {
        var panyu = staff.Courts.Single(c => c.Court.Slug == "panyu").Court.Id;
        await Use<SetAnswerLimit>()
            .Handle(panyu, Category.Petition, new SupervisionLimits(5, 2, 2), "信访事项要会商，试行三个月", Administrator("panyu"), ct);
        db.Forget();
    }

    private async Task AskForTime(string judge, int days, string reason)
    {
        if (await NotDueYet(judge) is not { } order)
            return;
        await Use<RequestExtension<WorkOrder>>().Handle(order.Id, calendar.Workday(order.DueDay, days), reason, Judge(judge).Actor, ct);
        db.Forget();
    }

    private async Task AskReassignment(string judge, string reason)
    {
        if (await NotDueYet(judge) is not { } order)
            return;
        await Use<AskReassignment<WorkOrder>>().Handle(order.Id, reason, Judge(judge).Actor, ct);
        db.Forget();
    }

    private async Task Remark()
    {
        var judge = Judge("陈静怡");
        var late = await db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => o.OwnerId == judge.Staff.Id && o.ClosedAt == null)
            .OrderBy(o => o.DueAt)
            .Select(o => (Guid?)o.Id)
            .FirstOrDefaultAsync(ct);
        var head = _yuexiu.Holders(Role.DivisionHead).Single(h => h.Post.DivisionId == judge.Post.DivisionId);
        if (late is { } id)
            await Use<Remark<WorkOrder>>()
                .Handle(id, Guid.CreateVersion7(), "请今天联系当事人，先说明材料已入卷，再定质证时间。", head.Actor, ct);
        db.Forget();
    }

    private Task<WorkOrder?> NotDueYet(string judge)
    {
        var id = Judge(judge).Staff.Id;
        var now = calendar.Now;
        return db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => o.OwnerId == id && o.ClosedAt == null && o.DueAt > now && o.ExtensionState == null)
            .OrderByDescending(o => o.DueAt)
            .ThenBy(o => o.Id)
            .FirstOrDefaultAsync(ct);
    }

    private DemoPost Judge(string name) => _yuexiu.Holders(Role.Judge).Single(j => j.Staff.Name == name);

    private Actor Administrator(string court) => staff.Courts.Single(c => c.Court.Slug == court).Holders(Role.Administrator)[0].Actor;

    private T Use<T>()
        where T : notnull => services.GetRequiredService<T>();
}
