using Domain.Calendar;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.Handling;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Handling;

/// <summary>The use cases and the mapping of handling work for a kind that the product has not.</summary>
public sealed class FileLoanStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset s_friday = ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 0));

    [Fact]
    public async Task A_kind_with_a_desk_and_two_tables_is_handled_by_the_use_cases_there_are()
    {
        var connection = database.ConnectionString($"loans_{CourtData.Next()}");
        var data = await CourtData.Open(
            connection,
            new StoppedClock(s_friday),
            services =>
            {
                services.AddDbContext<FileLoanDb>(o => o.UseNpgsql(connection));
                services.AddScoped<ICourtDb>(s => s.GetRequiredService<FileLoanDb>());
                services.AddScoped<HandledDesk<FileLoan>, FileLoanDesk>();
            }
        );
        await data.Use(async (CourtDb court) => await data.Use((FileLoanDb loans) => loans.AddTablesTo(court)));
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division, "陈静怡");
        var colleague = await data.Staff(Role.Judge, division, "何思远");
        var asJudge = await data.ActorOf(judge);
        var loan = await Open(data, new Owner(judge.Id, judge.Name, Role.Judge, division.CourtId, division.Id, division.Name));

        await data.Use((RequestExtension<FileLoan> u) => u.Handle(loan, new DateOnly(2026, 11, 27), "档案在外地", asJudge, default));
        var entry = Guid.CreateVersion7();
        for (var pressed = 0; pressed < 2; pressed++)
            await data.Use((Transfer<FileLoan> u) => u.Handle(loan, entry, new HandOver(colleague.Id, "由何法官承办"), asJudge, default));
        await data.Use(
            (Urge<FileLoan> u) => u.Handle(loan, Guid.CreateVersion7(), "请尽快", Actor.Litigant(Guid.CreateVersion7(), "陈建华"), default)
        );
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use(async (Remark<FileLoan> u) => await u.Handle(loan, Guid.CreateVersion7(), "批注", asJudge, default))
        );
        Assert.Equal("file_loan.not_a_leader", refused.Code);
        refused = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use(async (AskReassignment<FileLoan> u) => await u.Handle(loan, "忙", await data.ActorOf(colleague), default))
        );
        Assert.Equal("handling.not_offered", refused.Code);

        await data.Use(
            async (FileLoanDb db) =>
            {
                var read = await db.Set<FileLoan>().AsNoTracking().Include(l => l.Entries).SingleAsync();
                Assert.Equal((colleague.Id, 1, null), (read.OwnerId, read.UrgeCount, read.ExtensionState)); // a request goes with who made it
                Assert.Equal([EntryKind.HandOver, EntryKind.Urge], read.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
                var trace = await db.Set<TraceRow>().Where(t => t.SubjectId == loan).OrderBy(t => t.Sequence).ToListAsync();
                Assert.Equal(["asked", "extension_requested", "transferred", "urged"], trace.Select(t => t.Kind));
                Assert.Equal("第 1 次", HandlingTrace.Words(trace[^1]));
                var columns = db.Model.FindEntityType(typeof(FileLoan))!.GetProperties().Select(p => p.Name).ToList();
                Assert.Contains(nameof(FileLoan.ExtensionState), columns);
                Assert.DoesNotContain(nameof(FileLoan.MergedIntoId), columns);
                Assert.DoesNotContain(nameof(FileLoan.ReviewSince), columns);
                Assert.DoesNotContain(nameof(FileLoan.ReassignmentAskedAt), columns);
            }
        );
    }

    private static async Task<Guid> Open(CourtData data, Owner owner)
    {
        var calendar = await data.Services.GetRequiredService<ICalendars>().Current(default);
        return await data.Use(
            async (FileLoanDb db) =>
            {
                var ladder = Ladder.Of(calendar, SupervisionLimits.Default, new DateOnly(2026, 11, 20));
                var loan = FileLoan.Open("DJ20261120-000001", owner, ladder, Actor.System, s_friday);
                db.Set<FileLoan>().Add(loan);
                await db.SaveChangesAsync();
                return loan.Id;
            }
        );
    }
}
