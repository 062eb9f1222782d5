using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EndToEnd.Tests;

/// <summary>Something to be seen on every page, and somebody of every role in one division to see it.</summary>
/// <param name="Orders">An open one and an answered one.</param>
/// <param name="Task">Of the services.</param>
internal sealed record WholeMatter(
    IReadOnlyDictionary<Role, Staff> People,
    Guid Case,
    IReadOnlyList<Guid> Orders,
    IReadOnlyList<Guid> Services,
    Guid Task
)
{
    public IReadOnlyList<Guid> Ids => [Case, .. Orders, .. Services, Task];

    /// <summary>A case with all that can happen to it, open and answered.</summary>
    public static async Task<WholeMatter> Of(
        CourtData data,
        string court,
        string name,
        string other,
        CaseRestriction restriction,
        string cause
    )
    {
        var division = await data.Division(court: court);
        Dictionary<Role, Staff> people = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            people[role] = await data.Staff(role, division);
            await data.GivePassword(people[role]);
        }

        var judge = people[Role.Judge];
        var person = await data.Litigant(name);
        var @case = await data.WithDesignatedPhone(
            await data.Case(person, division, judge, restriction: restriction, cause: cause, defendant: other)
        );
        var open = await data.Message(person, @case, text: "孩子下周能不能先接走？");
        var closed = await data.Message(person, @case, text: "抚养费什么时候付？");
        await data.Answer(closed, judge);
        await data.Use(
            (RateWorkOrder rate) => rate.Handle(closed.Id, Satisfaction.Dissatisfied, "没有说清楚", CourtData.ActorOf(person), default)
        );
        await data.Use(
            (Urge<WorkOrder> urge) => urge.Handle(open.Id, Guid.CreateVersion7(), "请快一点", CourtData.ActorOf(person), default)
        );
        await data.HandedOver(@case);
        var clerk = people[Role.Clerk].Id;
        await data.Use(
            (CourtDb db) => db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClerkId, clerk))
        );
        var services = await data.BegunServices(@case, people[Role.Clerk]);
        return new(people, @case.Id, [open.Id, closed.Id], [.. services.Select(s => s.Id)], services[0].TaskId);
    }
}
