using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.EarlyWarnings;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Figures;

/// <summary>A court at work: people who do to its orders whatever they are told, and are refused what cannot be.</summary>
internal sealed class Histories(CourtData data, StoppedClock clock)
{
    public static readonly DateTimeOffset Start = ChinaTime.At(new DateOnly(2026, 11, 2), new TimeOnly(9, 5));

    private readonly List<Guid> _orders = [];
    private Actor _judge = null!,
        _colleague = null!,
        _agent = null!,
        _head = null!,
        _filing = null!;
    private Litigant _litigant = null!;
    private Case _case = null!;

    /// <param name="Kind">Which of the acts, whatever the number.</param>
    /// <param name="Which">Which of the orders.</param>
    internal readonly record struct Step(int Kind, int Which);

    public static async Task<Histories> Begin(CourtData data, StoppedClock clock)
    {
        var its = new Histories(data, clock);
        var division = await data.Division();
        its._judge = await data.ActorOf(await data.Staff(Role.Judge, division));
        its._colleague = await data.ActorOf(await data.Staff(Role.Judge, await data.Division(DivisionKind.Enforcement)));
        await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing));
        its._agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "gz-zy")));
        its._head = await data.ActorOf(await data.Staff(Role.DivisionHead, division));
        its._filing = await data.ActorOf(await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing)));
        its._litigant = await data.Litigant();
        its._case = await data.Case(
            its._litigant,
            division,
            await data.Use((CourtDb db) => db.Set<Staff>().SingleAsync(s => s.Id == its._judge.Id))
        );
        return its;
    }

    public async Task Run(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            try
            {
                await Act(step);
            }
            catch (RefusedException)
            {
                // An act at the wrong moment changes nothing, figures neither.
            }
        }
    }

    /// <summary>What chance seldom brings about: a clock that begins anew, a bad rating with a second answer, a duplicate.</summary>
    public async Task RareTurns()
    {
        await Leave(_case);
        await Leave(_case);
        var (order, duplicate) = (_orders[^2], _orders[^1]);
        await data.Use(
            (Transfer<WorkOrder> u) =>
                u.Handle(order, Guid.CreateVersion7(), new HandOver(_judge.Id, "分工调整", "案件换了承办人"), _head, default)
        );
        await data.Use((Merge<WorkOrder> u) => u.Handle(new Merging(duplicate, order), Guid.CreateVersion7(), _filing, default));
        for (var round = 0; round < 2; round++)
        {
            await data.Use((AnswerWorkOrder u) => u.Handle(order, Guid.CreateVersion7(), "可以。", [], _judge, default));
            await data.Use((RateWorkOrder u) => u.Handle(order, Satisfaction.Dissatisfied, null, CourtData.ActorOf(_litigant), default));
            await data.Use(
                (Reopen<WorkOrder> u) =>
                    u.Handle(order, Guid.CreateVersion7(), new HandOver(_colleague.Id, "答复没有说到点上"), _filing, default)
            );
            await data.Use(
                (Transfer<WorkOrder> u) =>
                    u.Handle(order, Guid.CreateVersion7(), new HandOver(_judge.Id, "转回承办法官"), _colleague, default)
            );
        }
    }

    private Task Act(Step step)
    {
        var owner = step.Which % 3 == 0 ? _colleague : _judge;
        return (Math.Abs(step.Kind) % 18) switch
        {
            0 or 1 => Leave(_case),
            2 => Leave(null),
            3 => Register(_case.Id, null, "正在审理中。"),
            4 => Register(null, _case.CourtId, step.Which % 2 == 0 ? "请带身份证。" : null),
            5 => On(step, order => data.Use((AnswerWorkOrder u) => u.Handle(order, Guid.CreateVersion7(), "可以。", [], owner, default))),
            6 => On(step, order => data.Use((AnswerWorkOrder u) => u.Handle(order, Guid.CreateVersion7(), "可以。", [], _judge, default))),
            7 => On(
                step,
                order =>
                    data.Use(
                        (ReplyInterim u) => u.Handle(order, Guid.CreateVersion7(), "正在核实。", step.Which % 2 == 0, [], owner, default)
                    )
            ),
            8 => On(
                step,
                order =>
                    data.Use(
                        (Transfer<WorkOrder> u) =>
                            u.Handle(
                                order,
                                Guid.CreateVersion7(),
                                new HandOver((owner == _judge ? _colleague : _judge).Id, "分工调整"),
                                owner,
                                default
                            )
                    )
            ),
            9 => On(
                step,
                order =>
                    data.Use((Urge<WorkOrder> u) => u.Handle(order, Guid.CreateVersion7(), "请尽快", CourtData.ActorOf(_litigant), default))
            ),
            10 => On(step, order => data.Use((NoteWorkOrder u) => u.Handle(order, Guid.CreateVersion7(), "已电话沟通", owner, default))),
            11 => On(
                step,
                order =>
                    data.Use(
                        (RateWorkOrder u) =>
                            u.Handle(order, (Satisfaction)(Math.Abs(step.Which) % 3), null, CourtData.ActorOf(_litigant), default)
                    )
            ),
            12 => data.Use((FoldFigures fold) => fold.Run(default)),
            13 => data.Use((SupervisionSweep sweep) => sweep.Run(default)),
            14 => data.Use((ScreenOrders screen) => screen.Batch(default)),
            15 => On(
                step,
                order =>
                    data.Use(
                        (Reopen<WorkOrder> u) =>
                            u.Handle(order, Guid.CreateVersion7(), new HandOver(_judge.Id, "答复没有说到点上"), _filing, default)
                    )
            ),
            16 => On(
                step,
                order =>
                    data.Use(
                        (Merge<WorkOrder> u) =>
                            u.Handle(
                                new Merging(order, _orders[(Math.Abs(step.Which) + 1) % _orders.Count]),
                                Guid.CreateVersion7(),
                                owner,
                                default
                            )
                    )
            ),
            _ => Wait(TimeSpan.FromHours(7 + (Math.Abs(step.Which) % 40))),
        };
    }

    private async Task Leave(Case? @case) => _orders.Add((await data.Message(_litigant, @case)).Id);

    private Task Register(Guid? @case, Guid? court, string? answer) =>
        data.Use(
            async (RegisterIntake register) =>
            {
                var intake = new RegisterIntake.Intake(Channel.Hotline, Category.LitigationConsultation, "张三", "", "", "怎么交诉讼费？")
                {
                    LitigantId = _litigant.Id,
                    CaseId = @case,
                    CourtId = court,
                    AnsweredAtOnce = answer,
                };
                _orders.Add((await register.Handle(Guid.CreateVersion7(), intake, _agent, default)).Id);
            }
        );

    private Task On(Step step, Func<Guid, Task> act) =>
        _orders.Count == 0 ? Task.CompletedTask : act(_orders[Math.Abs(step.Which) % _orders.Count]);

    private Task Wait(TimeSpan time)
    {
        clock.Now += time;
        return Task.CompletedTask;
    }
}
