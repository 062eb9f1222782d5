using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Supervision;

/// <summary>A civil division with all its leaders, and an order of Friday 2026-11-20: reminder 11-24, levels 11-26, 11-30, 12-02.</summary>
internal sealed class SupervisedCourt
{
    public static readonly DateTimeOffset Friday = At("2026-11-20 10:26");

    private SupervisedCourt(string connectionString, CourtData data, StoppedClock clock) =>
        (ConnectionString, Data, Clock) = (connectionString, data, clock);

    public string ConnectionString { get; }
    public CourtData Data { get; }
    public StoppedClock Clock { get; }
    public Division Division { get; private set; } = null!;
    public Staff Judge { get; private set; } = null!;
    public Staff Head { get; private set; } = null!;
    public Staff VicePresident { get; private set; } = null!;
    public Staff President { get; private set; } = null!;
    public WorkOrder Order { get; private set; } = null!;

    public static async Task<SupervisedCourt> Open(TestDatabase database)
    {
        var connectionString = database.ConnectionString($"sweep_{CourtData.Next()}");
        var clock = new StoppedClock(Friday);
        var court = new SupervisedCourt(connectionString, await CourtData.Open(connectionString, clock), clock);
        var data = court.Data;
        court.Division = await data.Division();
        var leaders = await data.Division(DivisionKind.Leadership);
        await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing));
        court.Judge = await data.Staff(Role.Judge, court.Division, "陈静怡");
        court.Head = await data.Staff(Role.DivisionHead, court.Division, "梁启明");
        court.VicePresident = await data.Staff(Role.VicePresident, leaders, "郑伟斌");
        court.President = await data.Staff(Role.President, leaders, "林国栋");
        court.Order = await court.Message();
        return court;
    }

    public async Task<WorkOrder> Message()
    {
        var litigant = await Data.Litigant();
        return await Data.Message(litigant, await Data.Case(litigant, Division, Judge));
    }

    /// <summary>Many orders like the first one, past the use cases: their traces begin with the sweep.</summary>
    public Task Copy(int count) =>
        Data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO work_orders
                    SELECT (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'number', 'C' || n, 'version', 0, 'trace_hash', ''))).*
                    FROM work_orders AS w CROSS JOIN generate_series(1, {count}) AS n WHERE w.id = {Order.Id}
                    """
                )
        );

    public Task<int> Sweep(string at)
    {
        Clock.Now = At(at);
        return Data.Use((SupervisionSweep sweep) => sweep.Run(CancellationToken.None));
    }

    public Task<WorkOrder> Read(Guid? id = null) =>
        Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == (id ?? Order.Id)));

    /// <summary>What the trace says of reminders and levels.</summary>
    public async Task<List<string>> Told(Guid? id = null)
    {
        var rows = await Data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>()
                    .Where(t =>
                        t.SubjectId == (id ?? Order.Id)
                        && (
                            t.Kind == SupervisionFacts.Reminded
                            || t.Kind == SupervisionFacts.Supervised
                            || t.Kind == SupervisionFacts.Recounted
                        )
                    )
                    .OrderBy(t => t.Sequence)
                    .ToListAsync()
        );
        return [.. rows.Select(WorkOrderTrace.Words)];
    }

    public static DateTimeOffset At(string localTime) =>
        ChinaTime.At(DateOnly.Parse(localTime[..10], null), TimeOnly.Parse(localTime[11..], null));
}
