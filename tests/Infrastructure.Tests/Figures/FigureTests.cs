using System.Data;
using Domain.Figures;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using FsCheck;
using FsCheck.Fluent;
using Given;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Figures;

public class FigureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly FigureMetric[] s_all = Enum.GetValues<FigureMetric>();
    private static readonly FigureMetric[] s_ofOrders = [.. s_all.Where(m => m < FigureMetric.Served)]; // services have tests of their own
    private readonly StoppedClock _clock = new(Histories.Start);

    [Fact]
    public async Task Any_history_adds_up_to_what_counting_the_orders_gives()
    {
        var data = await Open();
        var histories = await Histories.Begin(data, _clock);
        await histories.RareTurns();
        await AssertRight(data);
        var step = from kind in Gen.Choose(0, 17) from which in Gen.Choose(0, 60) select new Histories.Step(kind, which);
        Prop.ForAll(
                step.ListOf(25).ToArbitrary(),
                steps =>
                {
                    histories.Run(steps).GetAwaiter().GetResult();
                    AssertRight(data).GetAwaiter().GetResult();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

        var before = await Sums(data);
        while (await data.Use((FoldFigures fold) => fold.Run(default)) > 0) { }
        Assert.Equal(before, await Sums(data));
        Assert.Equal(0, await data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync()));
        Assert.All(s_ofOrders, metric => Assert.Contains(before, sum => sum.Metric == metric));
        await AssertRight(data);
    }

    [Fact]
    public async Task An_order_answered_at_once_counts_in_the_court_of_its_case()
    {
        var data = await Open();
        var agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "gz-zy")));
        var @case = await data.Case(await data.Litigant(), await data.Division(court: "panyu"));
        await data.Use(
            (RegisterIntake register) =>
                register.Handle(
                    Guid.CreateVersion7(),
                    new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "", "", "", "开庭了吗？")
                    {
                        CaseId = @case.Id,
                        AnsweredAtOnce = "还没有。",
                    },
                    agent,
                    default
                )
        );

        var sums = await data.Use(
            (FigureReader reader) =>
                reader.Read(
                    view =>
                        view.Sums(
                            new FigureQuery([FigureMetric.Received, FigureMetric.Closed], Day, Day)
                            {
                                CourtId = @case.CourtId,
                                By = FigureUnit.Division,
                            }
                        ),
                    default
                )
        );
        Assert.Equal(
            [(FigureMetric.Received, @case.DivisionId, 1L), (FigureMetric.Closed, @case.DivisionId, 1L)],
            sums.Select(s => (s.Metric, s.Unit, s.Value))
        );
        await AssertRight(data);
    }

    [Fact]
    public async Task Several_workers_fold_each_change_once()
    {
        var data = await Open();
        await Orders(data, 40);
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(
                Orders(data, 3),
                data.Use((FoldFigures fold) => fold.Run(default)),
                data.Use((FoldFigures fold) => fold.Run(default)),
                data.Use((FoldFigures fold) => fold.Run(default))
            );
        }

        while (await data.Use((FoldFigures fold) => fold.Run(default)) > 0) { }
        Assert.Equal(0, await data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync()));
        await AssertRight(data);
    }

    [Fact]
    public async Task A_worker_that_dies_in_the_middle_of_folding_loses_and_doubles_nothing()
    {
        var data = await Open();
        await Orders(data, 5);
        await data.Use((FoldFigures fold) => fold.Run(default)); // the first makes them
        await Orders(data, 5);
        var before = await Sums(data);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            data.Use(
                (IServiceProvider services) =>
                {
                    var db = services.GetRequiredService<CourtDb>();
                    var dying = new DyingTable(services.GetRequiredService<FigureTable>());
                    return new FoldFigures(db, dying, new RebuildFigures(db, dying)).Run(default);
                }
            )
        );
        Assert.Equal(6, await data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync())); // five orders and their case
        Assert.Equal(before, await Sums(data));
        Assert.Equal(6, await data.Use((FoldFigures fold) => fold.Run(default)));
        Assert.Equal(before, await Sums(data));
        await AssertRight(data);
    }

    [Fact]
    public async Task A_figure_that_differs_is_named_and_counting_anew_repairs_it()
    {
        var data = await Open();
        await Orders(data, 5);
        await data.Use((FoldFigures fold) => fold.Run(default));
        await Orders(data, 2);
        await data.Use(
            (CourtDb db) =>
                db.Set<Figure>()
                    .Where(f => f.Metric == FigureMetric.Received && f.Grain == FigureGrain.Court)
                    .ExecuteUpdateAsync(f => f.SetProperty(x => x.Value, x => x.Value + 3))
        );

        var wrong = await data.Use((VerifyFigures verify) => verify.Run(_ => { }, default));
        var difference = Assert.Single(wrong.Differences);
        Assert.Equal(((short)FigureMetric.Received, Day, 8L, 5L), (difference.Metric, difference.Day, difference.Kept, difference.Counted));
        Assert.Contains($"Received {Day:O}", wrong.ToString(), StringComparison.Ordinal);
        Assert.Contains("8 kept, 5 counted", wrong.ToString(), StringComparison.Ordinal);

        Assert.Equal(9, await data.Use((RebuildFigures rebuild) => rebuild.Run(_ => { }, default)));
        Assert.Equal(0, await data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync()));
        await AssertRight(data);
    }

    [Fact]
    public async Task Orders_from_before_there_were_figures_are_counted_by_the_worker()
    {
        var data = await Open();
        await Orders(data, 4);
        await data.Use((CourtDb db) => db.Set<FigureDelta>().ExecuteDeleteAsync());
        await Orders(data, 1);

        await data.Use((FoldFigures fold) => fold.Run(default));
        await AssertRight(data);
        Assert.Equal(5, (await Sums(data)).Single(s => s.Metric == FigureMetric.Received).Value);
    }

    [Fact]
    public async Task Counting_anew_while_orders_come_and_others_fold_misses_none()
    {
        var data = await Open();
        await Orders(data, 20);
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(
                Orders(data, 5),
                Orders(data, 5),
                data.Use((RebuildFigures rebuild) => rebuild.Run(_ => { }, default)),
                data.Use((FoldFigures fold) => fold.Run(default)),
                data.Use((FoldFigures fold) => fold.Run(default))
            );
        }

        await AssertRight(data);
    }

    [Fact]
    public async Task A_change_that_nothing_counts_leaves_no_delta()
    {
        var data = await Open();
        var (judge, order) = (await Orders(data, 1))[0];
        var before = await data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync());
        await data.Use((NoteWorkOrder note) => note.Handle(order.Id, Guid.CreateVersion7(), "已电话沟通", judge, default));
        Assert.Equal(before, await data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync()));
    }

    [Fact]
    public async Task A_save_that_fails_and_is_tried_again_counts_once()
    {
        var data = await Open();
        var (judge, order) = (await Orders(data, 1))[0];
        await data.Use(
            async (CourtDb db) =>
            {
                var loaded = await db.Set<WorkOrder>().SingleAsync(o => o.Id == order.Id);
                loaded.Answer(Guid.CreateVersion7(), "可以。", [], judge, "民事审判第一庭", _clock.Now);
                using var stopped = new CancellationTokenSource();
                await stopped.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.SaveChangesAsync(stopped.Token));
                await db.SaveChangesAsync();
                loaded.Rate(Satisfaction.Satisfied, null, CourtData.ActorOf(await db.Set<Litigant>().SingleAsync()), _clock.Now);
                await db.SaveChangesAsync();
            }
        );
        await AssertRight(data);
        Assert.Equal(1, (await Sums(data)).Single(s => s.Metric == FigureMetric.Closed).Value);
    }

    private static DateOnly Day => ChinaTime.DayOf(Histories.Start);

    private Task<CourtData> Open() => CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);

    private static async Task<List<(Actor Judge, WorkOrder Order)>> Orders(CourtData data, int count)
    {
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division);
        var litigant = await data.Litigant();
        var @case = await data.Case(litigant, division, judge);
        List<(Actor, WorkOrder)> orders = [];
        for (var i = 0; i < count; i++)
            orders.Add((await data.ActorOf(judge), await data.Message(litigant, @case)));
        return orders;
    }

    private static async Task AssertRight(CourtData data)
    {
        var found = await data.Use((VerifyFigures verify) => verify.Run(_ => { }, default));
        Assert.True(found.AreRight, found.ToString());
    }

    private static async Task<List<FigureSum>> Sums(CourtData data) =>
        [
            .. (
                await data.Use(
                    (FigureReader reader) =>
                        reader.Read(view => view.Sums(new FigureQuery(s_all, CaseFigures.NoDay, Day.AddYears(2))), default)
                )
            )
                .OrderBy(s => s.Metric)
                .ThenBy(s => s.Tag, StringComparer.Ordinal),
        ];

    /// <summary>Does everything but the commit.</summary>
    private sealed class DyingTable(FigureTable table) : FigureTable
    {
        public override string Copy => table.Copy;
        public override IsolationLevel OneMoment => table.OneMoment;

        public override Task<bool> TryLock(CourtDb db, CancellationToken ct) => table.TryLock(db, ct);

        public override Task Lock(CourtDb db, CancellationToken ct) => table.Lock(db, ct);

        public override Task Unlock(CourtDb db) => table.Unlock(db);

        public override Task CreateCopy(CourtDb db, CancellationToken ct) => table.CreateCopy(db, ct);

        public override async Task Add(CourtDb db, string name, IReadOnlyCollection<FigureChange> changes, CancellationToken ct)
        {
            await table.Add(db, name, changes, ct);
            throw new InvalidOperationException("died");
        }
    }
}
