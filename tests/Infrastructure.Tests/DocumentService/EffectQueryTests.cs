using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;

namespace Infrastructure.Tests.DocumentService;

/// <summary>Who sees which judgment on its way to effect.</summary>
public sealed class EffectQueryTests : ServiceDeskTest
{
    [Fact]
    public async Task A_judgment_stands_where_it_is_and_only_for_whom_it_concerns()
    {
        var (judge, panelist) = (await Data.Staff(Role.Judge, await Data.Division()), await Data.Staff(Role.Judge, await Data.Division()));
        var @case = await Data.Case(judge: judge);
        await Data.Seat(@case, panelist);
        var services = await Data.BegunServices(
            @case,
            ClerkStaff,
            [CourtDataServing.Recipient(@case.Parties[0], ways: Sms), CourtDataServing.Recipient(@case.Parties[1], ways: Sms)]
        );
        await Data.Use((ProposeEffect p) => p.Run(default));
        Assert.Equal((0, 0, 1), await Counts(Clerk));

        foreach (var service in services)
            await Deliver(service);
        await Data.Use((ProposeEffect p) => p.Run(default));
        Assert.Equal((0, 1, 0), await Counts(Clerk));
        var row = (await List(EffectFilter.Coming, Clerk)).Single();
        Clock.Now = Clock.Now.AddDays(60);
        Assert.Equal((1, 0, 0), await Counts(Clerk));
        Assert.Empty(await List(EffectFilter.Coming, Clerk));

        var filing = await Data.Division(DivisionKind.Filing);
        foreach (
            var staff in new[]
            {
                judge,
                panelist,
                await Data.Staff(Role.DivisionHead, await Data.Division()),
                await Data.Staff(Role.FilingDivision, filing),
            }
        )
        {
            var by = await Data.ActorOf(staff);
            Assert.Equal(row.Id, (await List(EffectFilter.Due, by)).Single().Id);
            Assert.Equal(2, (await Data.Use((EffectQueries q) => q.Find(row.Id, by, default)))!.Parties.Count);
        }

        var strangers = new[]
        {
            await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal)),
            await Data.Staff(Role.Judge, await Data.Division()),
            await Data.Staff(Role.LiaisonOfficer, await Data.Division()),
            await Data.Staff(Role.FilingDivision, await Data.Division(DivisionKind.Filing, "panyu")),
        };
        foreach (var stranger in strangers)
        {
            var by = await Data.ActorOf(stranger);
            Assert.Empty(await List(EffectFilter.Due, by));
            Assert.Equal((0, 0, 0), await Counts(by));
            Assert.Null(await Data.Use((EffectQueries q) => q.Find(row.Id, by, default)));
        }
    }

    private async Task<(int Due, int Coming, int NotAllServed)> Counts(Actor by)
    {
        var counts = await Data.Use((EffectQueries q) => q.Counts(by, default));
        return (counts[EffectFilter.Due], counts[EffectFilter.Coming], counts[EffectFilter.NotAllServed]);
    }

    private async Task<IReadOnlyList<EffectiveJudgment>> List(EffectFilter filter, Actor by) =>
        (await Data.Use((EffectQueries q) => q.List(filter, null, by, default))).Rows;
}
