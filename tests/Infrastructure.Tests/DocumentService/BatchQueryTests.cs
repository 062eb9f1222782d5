using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>Which cases somebody may put into a batch.</summary>
public sealed class BatchQueryTests : ServiceDeskTest
{
    [Fact]
    public async Task A_batch_is_chosen_among_ones_own_cases_by_state_and_cause()
    {
        await Assist(Case);
        var loan = await Data.Case(cause: "金融借款合同纠纷", state: CaseState.Closed);
        await Assist(loan);
        await Data.Case(); // a colleague's

        Assert.Equal(
            ["民间借贷纠纷", "金融借款合同纠纷"],
            (await Data.Use((BatchQueries q) => q.Causes(Clerk, default))).Order(StringComparer.Ordinal)
        );
        Assert.Equal([Case.Id, loan.Id], (await Cases(null, null)).OrderBy(id => id != Case.Id));
        Assert.Equal([loan.Id], await Cases(CaseState.Closed, null));
        Assert.Equal([Case.Id], await Cases(null, "民间借贷纠纷"));
        var judge = await Data.ActorOf(await Data.Staff(Role.Judge, await Data.Division()));
        Assert.Empty(await Data.Use((BatchQueries q) => q.Cases(null, null, judge, default)));
    }

    [Fact]
    public async Task Pasted_numbers_find_the_divisions_cases_and_name_what_is_none_or_anothers()
    {
        var colleagues = await Data.Case();
        var elsewhere = await Data.Case(division: await Data.Division(DivisionKind.Criminal));
        var text = $"{Case.Number}\n{CaseNumber.DisplayOf(colleagues.Number)}，{elsewhere.Number};没有这个";

        var (cases, none, notMine) = await Data.Use((BatchQueries q) => q.Pasted(text, Clerk, default));

        Assert.Equal(new[] { Case.Id, colleagues.Id }.ToHashSet(), cases.Select(c => c.Id).ToHashSet());
        Assert.Equal(["没有这个"], none);
        Assert.Equal([CaseNumber.DisplayOf(elsewhere.Number)], notMine);
    }

    [Fact]
    public async Task What_is_corrected_must_be_visible_and_its_cases_still_the_persons_to_serve()
    {
        var service = await Begun(Sms);
        var (task, cases) = await Data.Use((BatchQueries q) => q.Corrected(service.TaskId, Clerk, default));
        Assert.Equal((service.TaskId, Case.Id), (task!.Id, cases.Single().Id));

        var head = await Data.ActorOf(await Data.Staff(Role.DivisionHead, await Data.Division()));
        var (seen, none) = await Data.Use((BatchQueries q) => q.Corrected(service.TaskId, head, default));
        Assert.NotNull(seen);
        Assert.Empty(none);
        var stranger = await Data.ActorOf(await Data.Staff(Role.Clerk, await Data.Division(DivisionKind.Criminal)));
        Assert.Null((await Data.Use((BatchQueries q) => q.Corrected(service.TaskId, stranger, default))).Task);
    }

    private Task Assist(Case @case) =>
        Data.Use(
            async (CourtDb db) =>
            {
                (await db.Set<Case>().SingleAsync(c => c.Id == @case.Id)).ClerkId = ClerkStaff.Id;
                await db.SaveChangesAsync();
            }
        );

    private async Task<IEnumerable<Guid>> Cases(CaseState? state, string? cause) =>
        (await Data.Use((BatchQueries q) => q.Cases(state, cause, Clerk, default))).Select(c => c.Id);
}
