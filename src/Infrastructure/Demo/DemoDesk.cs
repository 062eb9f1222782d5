using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.EarlyWarnings;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>One order as it now stands, and what its people still have to say about it.</summary>
internal sealed class DemoOrder(WorkOrder order, DemoText text, DemoCourt court, DemoCase? @case)
{
    /// <summary>As of its last change.</summary>
    public WorkOrder Order { get; set; } = order;

    public DemoText Text { get; } = text;
    public DemoCourt Court { get; } = court;
    public DemoCase? Case { get; } = @case;
}

/// <summary>The people's hands: every act goes through its use case, at the moment the clock shows.</summary>
internal sealed class DemoDesk(IServiceProvider services, CourtDb db, DemoStaff staff, CancellationToken ct)
{
    private readonly Dictionary<(Guid Staff, Role Role), Actor> _actors = staff
        .Courts.SelectMany(c => c.Posts)
        .ToDictionary(p => (p.Staff.Id, p.Post.Role), p => p.Actor);

    public async Task<WorkOrder> LeaveMessage(Guid id, LeaveMessage.Message message, DemoPerson by)
    {
        var order = (await Use<LeaveMessage>().Handle(id, message, AsActor(by), ct)).Order;
        db.Forget();
        return order;
    }

    public async Task<WorkOrder> Register(Guid id, RegisterIntake.Intake intake, DemoPost by)
    {
        var order = await Use<RegisterIntake>().Handle(id, intake, by.Actor, ct);
        db.Forget();
        return order;
    }

    public Task Open(DemoOrder o) => Act(o, () => Use<OpenWorkOrder>().Handle(o.Order.Id, Owner(o), ct));

    public Task Answer(DemoOrder o, string text) =>
        Act(o, () => Use<AnswerWorkOrder>().Handle(o.Order.Id, NewId(), text, [], Owner(o), ct));

    public Task Interim(DemoOrder o, string text, bool asksForMore) =>
        Act(o, () => Use<ReplyInterim>().Handle(o.Order.Id, NewId(), text, asksForMore, [], Owner(o), ct));

    public Task Note(DemoOrder o, string text, Actor by) => Act(o, () => Use<NoteWorkOrder>().Handle(o.Order.Id, NewId(), text, by, ct));

    public Task Assign(DemoOrder o, DemoPost to) =>
        Act(o, () => Use<Assign<WorkOrder>>().Handle(o.Order.Id, NewId(), new HandOver(to.Staff.Id, ""), Owner(o), ct));

    public Task Transfer(DemoOrder o, DemoPost to, string reason) =>
        Act(o, () => Use<Transfer<WorkOrder>>().Handle(o.Order.Id, NewId(), new HandOver(to.Staff.Id, reason), Owner(o), ct));

    public Task Return(DemoOrder o, string reason) =>
        Act(o, () => Use<Return<WorkOrder>>().Handle(o.Order.Id, NewId(), reason, Owner(o), ct));

    /// <summary>By the requester on the phone, or by an agent for a caller without the mini-program.</summary>
    public Task Urge(DemoOrder o, string text, DemoPost agent) =>
        Act(o, () => Use<Urge<WorkOrder>>().Handle(o.Order.Id, NewId(), text, Requester(o) ?? agent.Actor, ct));

    public Task Supplement(DemoOrder o, string text) =>
        Act(o, () => Use<SupplementWorkOrder>().Handle(o.Order.Id, NewId(), text, [], Requester(o)!, ct));

    public Task ReadAnswer(DemoOrder o) => Act(o, () => Use<ReadAnswer>().Handle(o.Order.Id, Requester(o)!, ct));

    public Task Rate(DemoOrder o, Satisfaction satisfaction, string words) =>
        Act(o, () => Use<RateWorkOrder>().Handle(o.Order.Id, satisfaction, words, Requester(o)!, ct));

    /// <summary>Reminders and levels that are due by now.</summary>
    public async Task Sweep()
    {
        await Use<SupervisionSweep>().Run(ct);
        db.Forget();
    }

    /// <summary>What the screening has not seen: repeated ones are marked.</summary>
    public async Task Screen()
    {
        while (await Use<ScreenOrders>().Batch(ct) > 0)
            db.Forget();
        db.Forget();
    }

    /// <summary>Each court's first vice-president answers for the trial divisions, the second for the rest.</summary>
    public async Task PutInCharge()
    {
        foreach (var court in staff.Courts)
        {
            var (administrator, vicePresidents) = (court.Holders(Role.Administrator)[0], court.Holders(Role.VicePresident));
            foreach (var division in court.Divisions.Where(d => d.Kind != DivisionKind.Leadership))
            {
                var isTrial =
                    division.Kind
                    is DivisionKind.Filing
                        or DivisionKind.Civil
                        or DivisionKind.Criminal
                        or DivisionKind.Administrative
                        or DivisionKind.Enforcement;
                await Use<PutInCharge>().Handle(division.Id, vicePresidents[isTrial ? 0 : 1].Staff.Id, administrator.Actor, ct);
            }
        }

        db.Forget();
    }

    public Task Reopen(DemoOrder o, string reason, DemoPost filing) =>
        Act(o, () => Use<Reopen<WorkOrder>>().Handle(o.Order.Id, NewId(), new HandOver(o.Order.OwnerId, reason), filing.Actor, ct));

    public Task CloseReview(DemoOrder o, string reason, string explanation, DemoPost filing) =>
        Act(o, () => Use<CloseReview<WorkOrder>>().Handle(o.Order.Id, NewId(), reason, NewId(), explanation, filing.Actor, ct));

    /// <summary>By the owner of both.</summary>
    public async Task Merge(DemoOrder o, DemoOrder main)
    {
        await Use<Merge<WorkOrder>>().Handle(new Merging(o.Order.Id, main.Order.Id), NewId(), Owner(main), ct);
        foreach (var changed in new[] { o, main })
            changed.Order = db.Set<WorkOrder>().Local.Single(x => x.Id == changed.Order.Id);
        db.Forget();
    }

    private async Task Act(DemoOrder o, Func<Task> act)
    {
        await act();
        o.Order = db.Set<WorkOrder>().Local.Single();
        db.Forget();
    }

    private T Use<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Actor Owner(DemoOrder o) => _actors[(o.Order.OwnerId, o.Order.OwnerRole)];

    private static Actor? Requester(DemoOrder o) => o.Order.LitigantId is { } id ? Actor.Litigant(id, o.Order.RequesterName) : null;

    private static Actor AsActor(DemoPerson person) => Actor.Litigant(person.Litigant!.Id, person.Name);

    private static Guid NewId() => Guid.CreateVersion7();
}
