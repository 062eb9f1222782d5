using Domain.Contacts;
using Domain.EarlyWarnings;
using Domain.Organisation;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>Directories that were published, a change that waits for it, words and warnings of 越秀 at several steps.</summary>
internal sealed class DemoWarnings(IServiceProvider services, CourtDb db, DemoStaff staff, CancellationToken ct)
{
    private readonly DemoCourt _court = staff.Courts.Single(c => c.Court.Slug == "yuexiu");

    public async Task Load(DateOnly today)
    {
        foreach (var court in staff.Courts)
            await Do<PublishDirectory>(p => p.Handle(court.Holders(Role.Administrator)[0].Actor, ct));

        var administrator = _court.Holders(Role.Administrator)[0].Actor;
        await Do<SaveWarningWords>(s => s.Handle(["堵大门", "爬塔吊"], 0, "辖区工地欠薪纠纷多", administrator, ct));

        var liaison = Of(Role.LiaisonOfficer, "民一庭");
        await Do<ReportContactChange>(r =>
            r.Handle(NewId(), new(liaison.Staff.Id, today.AddDays(-2), OfficePhone: "020-83101999"), liaison.Actor, ct)
        );
        var clerk = Of(Role.Clerk, "刑庭");
        await Do<ReportContactChange>(r =>
            r.Handle(
                NewId(),
                new(clerk.Staff.Id, today.AddDays(-14), BecomesLiaison: true, Mobile: "13600007788"),
                Of(Role.DivisionHead, "刑庭").Actor,
                ct
            )
        );

        var orders = await db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => o.CourtId == _court.Court.Id && o.ClosedAt == null)
            .OrderByDescending(o => o.ReceivedAt)
            .ThenBy(o => o.Id)
            .Take(3)
            .Select(o => o.Id)
            .ToListAsync(ct);
        if (orders.Count < 3)
            return;
        var (platform, judge) = (Of(Role.FilingDivision, "立案庭"), Of(Role.Judge, "民一庭"));
        var taken = await Raise(
            WarningLevel.Serious,
            [WarningTrigger.GroupVisit, WarningTrigger.RepeatedComplaint],
            "二十多名工友约定下周一上午一起到法院门口讨说法，已有人在群里接龙。",
            orders[0]
        );
        await Act(taken, WarningState.ToTake, "", judge, platform);
        await Act(taken, WarningState.ToInvestigate, "已与领头的两名工友通话，主要诉求是执行款分配进度，情绪尚平稳。", platform, judge);
        var ordinary = await Raise(
            WarningLevel.Ordinary,
            [WarningTrigger.MediaExposure],
            "来电人说已联系本地媒体，准备公开判决书。",
            orders[1]
        );
        await Act(ordinary, WarningState.ToTake, "先核实案件情况", judge, platform);
        await Raise(
            WarningLevel.Critical,
            [WarningTrigger.Violence],
            "当事人在电话里说“今天不解决就从天台跳下去”，目前在家，联系电话可通。",
            orders[2]
        );
    }

    private async Task<Guid> Raise(WarningLevel level, WarningTrigger[] triggers, string text, Guid order)
    {
        var id = NewId();
        await Do<RaiseEarlyWarning>(r => r.Handle(id, new(level, triggers, text, order), Of(Role.FilingDivision, "立案庭").Actor, ct));
        return id;
    }

    private Task Act(Guid warning, WarningState step, string text, DemoPost next, DemoPost by) =>
        Do<AdvanceEarlyWarning>(a => a.Handle(warning, NewId(), step, text, next.Staff.Id, by.Actor, ct));

    private DemoPost Of(Role role, string division) => _court.Holders(role, _court.Division(division).Id)[0];

    private async Task Do<T>(Func<T, Task> act)
        where T : notnull
    {
        await act(services.GetRequiredService<T>());
        db.Forget();
    }

    private static Guid NewId() => Guid.CreateVersion7();
}
