using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>What the court says to itself about an order that is late stays in the court.</summary>
[Collection(ApiTest.Name)]
public sealed class SupervisionTests(ApiHost host)
{
    [Fact]
    public async Task A_litigant_reads_nothing_of_reminders_levels_and_leaders()
    {
        var division = await host.Data.Division();
        var litigant = await host.Data.Litigant();
        var order = await host.Data.Message(
            litigant,
            await host.Data.Case(litigant, division, await host.Data.Staff(Role.Judge, division))
        );
        var phone = await host.SignedIn(litigant);
        var before = (await phone.Get($"/work-orders/{order.Id}")).Is(200).AsObject();

        string[] leaders = ["庭长甲", "院领导乙", "院长丙"];
        var chain = new SupervisionChain(
            new Holder(Guid.CreateVersion7(), leaders[0], Role.DivisionHead),
            new Holder(Guid.CreateVersion7(), leaders[1], Role.VicePresident),
            new Holder(Guid.CreateVersion7(), leaders[2], Role.President)
        );
        await host.Data.Use(
            async (CourtDb db) =>
            {
                var tracked = await db.Set<WorkOrder>().SingleAsync(o => o.Id == order.Id);
                while (tracked.TakeStep(chain, tracked.Level3At))
                    Assert.Equal(
                        tracked.Level == 1,
                        tracked.Facts[^1].Topics.Any(t => t.StartsWith("litigant:", StringComparison.Ordinal))
                    );
                await db.SaveChangesAsync();
            }
        );
        Assert.Equal(
            3,
            await host.Data.Use(
                (CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.SubjectId == order.Id && t.Kind == SupervisionFacts.Supervised)
            )
        );

        var after = (await phone.Get($"/work-orders/{order.Id}")).Is(200).AsObject();
        before.Remove("version");
        after.Remove("version");
        var steps = after["timeline"]!.AsArray();
        var lapsed = Assert.Single(steps, s => (string)s!["title"]! == "过了最迟答复日期，法院已督促承办部门");
        steps.Remove(lapsed); // that the promise was not kept is all that they read
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        var list = (await phone.Get("/work-orders")).Is(200).ToJsonString();
        Assert.All(
            [.. leaders, "督办", "supervis", "level"],
            word => Assert.DoesNotContain(word, after.ToJsonString() + list, StringComparison.OrdinalIgnoreCase)
        );
    }
}
