using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What waits for somebody's hands, and whose.</summary>
public sealed class HandworkQueryTests : ServiceDeskTest
{
    private static readonly PlannedWay s_inPerson = new(ServiceChannel.InPerson, "", AddressBasis.Confirmed, "当面");

    [Fact]
    public async Task Each_way_stands_in_its_list_until_it_has_an_outcome()
    {
        await Begun(Post, Sms);
        await Begun(s_inPerson);
        await Begun(Fax);
        Assert.Equal((1, 0, 1, 1, 0), await Counts(Clerk));
        Assert.Equal(3, (await Data.Use((HandworkQueries q) => q.ToBegin(Clerk, default))).Total);

        var batch = await Data.Use((MakePostBatch u) => u.Handle(Guid.CreateVersion7(), Clerk, default));
        Assert.Equal((0, 1, 1, 1, 0), await Counts(Clerk));
        Assert.Equal(2, (await Data.Use((HandworkQueries q) => q.ToBegin(Clerk, default))).Total);
        var row = (await Data.Use((HandworkQueries q) => q.List(Handwork.OnItsWay, null, Clerk, default))).Rows.Single();
        Assert.Equal((batch.Number, ServiceChannel.Post), (row.Batch, row.Attempt.Channel));
    }

    [Fact]
    public async Task It_is_for_the_divisions_clerks_the_cases_judge_and_whoever_confirmed_it()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var @case = await Data.Case(judge: judge);
        await Data.BegunServices(@case, ClerkStaff, [CourtDataServing.Recipient(@case.Parties[0], ways: Fax)]);
        var colleague = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division()));
        var moved = Actor.Staff(Clerk.Id, Clerk.Name, Clerk.Post! with { DivisionId = (await Data.Division(DivisionKind.Criminal)).Id });
        foreach (var by in new[] { Clerk, colleague, moved, await Data.ActorOf(judge) })
        {
            Assert.Equal((0, 0, 0, 1, 0), await Counts(by));
            Assert.Single((await Data.Use((HandworkQueries q) => q.List(Handwork.Fax, null, by, default))).Rows);
        }

        var strangers = new List<Staff>
        {
            await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal)),
            await Data.Staff(Role.Judge, await Data.Division()),
            await Data.Staff(Role.DivisionHead, await Data.Division()),
            await Data.Staff(Role.Administrator, await Data.Division(DivisionKind.Filing)),
        };
        foreach (var stranger in strangers)
        {
            var by = await Data.ActorOf(stranger);
            Assert.Equal((0, 0, 0, 0, 0), await Counts(by));
            Assert.Empty((await Data.Use((HandworkQueries q) => q.List(Handwork.Fax, null, by, default))).Rows);
        }
    }

    private async Task<(int, int, int, int, int)> Counts(Actor by)
    {
        var counts = await Data.Use((HandworkQueries q) => q.Counts(by, default));
        return (
            counts[Handwork.ToPost],
            counts[Handwork.OnItsWay],
            counts[Handwork.ToHandOver],
            counts[Handwork.Fax],
            counts[Handwork.Notice]
        );
    }
}
