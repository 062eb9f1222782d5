using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>What a record may change of a case, and what it may not.</summary>
public class RecordRulesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Who_is_not_known_takes_nobody_off_the_case()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var (judge, other) = (await data.Staff(Role.Judge, division), await data.Staff(Role.Judge, division));
        var record = TrialRecords.Of(division) with { Judge = judge.LoginName, Panel = [judge.LoginName, "nobody-yet"] };
        await data.TakeOver(record);

        await data.TakeOver(record with { Version = 2, Judge = "mistyped" });
        Assert.Equal(judge.Id, (await Case(data, record)).JudgeId);
        await data.TakeOver(record with { Version = 3, Judge = null, Panel = ["mistyped"] });
        Assert.Equal([judge.Id], (await Case(data, record)).Panel.Select(m => m.StaffId));

        await data.Use((CourtDb db) => db.Database.ExecuteSqlAsync($"UPDATE staff SET login_name = 'nobody-yet' WHERE id = {other.Id}"));
        await data.TakeOver(record with { Version = 4 });
        await data.TakeOver(record with { Version = 4 });
        Assert.Equal([judge.Id, other.Id], (await Case(data, record)).Panel.OrderBy(m => m.Position).Select(m => m.StaffId));
    }

    [Fact]
    public async Task What_is_open_goes_with_the_case_to_its_next_judge()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var (former, next) = (await data.Staff(Role.Judge, division), await data.Staff(Role.Judge, division));
        var id = CourtData.IdNumber(991_101);
        var plaintiff = await data.Litigant(idNumber: id);
        var record = TrialRecords.Of(division, plaintiff: id) with { Judge = former.LoginName };
        var @case = await data.TakeOver(record);
        var (open, answered) = (await data.Message(plaintiff, @case), await data.Message(plaintiff, @case, text: "还有一件事。"));
        await data.Answer(answered, former);
        Assert.Equal(former.Id, open.OwnerId);

        await data.TakeOver(record with { Version = 2, Judge = next.LoginName });

        var orders = await data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().Where(o => o.CaseId == @case.Id).ToListAsync());
        var moved = orders.Single(o => o.Id == open.Id);
        Assert.Equal((next.Id, open.DueDay), (moved.OwnerId, moved.DueDay));
        Assert.Equal(former.Id, orders.Single(o => o.Id == answered.Id).OwnerId);
        var told = await data.Use(
            (CourtDb db) => db.Set<Notice>().Where(n => n.RecipientId == next.Id && n.SubjectId == open.Id).ToListAsync()
        );
        Assert.NotEmpty(told);
        var row = await data.Use(
            (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == open.Id).OrderByDescending(t => t.Sequence).FirstAsync()
        );
        Assert.Equal((HandlingFacts.Reassigned, ActorKind.System), (row.Kind, row.ActorKind));
    }

    [Fact]
    public async Task What_was_settled_is_asked_anew_when_the_two_differ_again()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var record = TrialRecords.Of(division);
        await data.TakeOver(record);
        await data.Use(
            async (CourtDb db) =>
            {
                var key = Key(record);
                var @case = await db.Set<Case>().SingleAsync(c => c.Number == key);
                (@case.TrialProcedure, @case.Entered) = (TrialProcedure.Summary, EnteredHere.TrialProcedure);
                await db.SaveChangesAsync();
            }
        );

        List<ConflictState> states = [];
        var said = new[] { (2, TrialProcedure.SmallClaims), (3, TrialProcedure.Summary), (4, TrialProcedure.SmallClaims) };
        foreach (var (version, procedure) in said)
        {
            var @case = await data.TakeOver(record with { Version = version, Procedure = procedure });
            states.Add(
                await data.Use((CourtDb db) => db.Set<CaseConflict>().Where(c => c.CaseId == @case.Id).Select(c => c.State).SingleAsync())
            );
        }

        Assert.Equal([ConflictState.Open, ConflictState.Settled, ConflictState.Open], states);
    }

    [Fact]
    public async Task An_authority_that_ran_out_goes_on_when_the_trial_system_extends_it()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var last = ChinaTime.DayOf(data.Now()).AddDays(-3);
        var record = TrialRecords.Of(await data.Division());
        var named = With(record, new TrialAgent("林律师") { EndsOn = last });
        var @case = await data.TakeOver(named);
        await data.Use(
            (CourtDb db) =>
                db.Set<CaseAgent>()
                    .Where(a => a.Party.CaseId == @case.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, data.Now()))
        );

        await data.TakeOver(named with { Version = 2, Cause = "另一案由" });
        Assert.NotNull((await Agents(data, @case)).Single().EndedAt);
        await data.TakeOver(With(record, new TrialAgent("林律师") { EndsOn = last.AddYears(1) }) with { Version = 3 });

        var agent = (await Agents(data, @case)).Single();
        Assert.Equal((null, last.AddYears(1)), (agent.EndedAt, agent.EndsOn!.Value));
        Assert.False(await data.Use((CourtDb db) => db.Set<CaseConflict>().AnyAsync(c => c.CaseId == @case.Id)));
    }

    [Fact]
    public async Task What_a_person_entered_of_an_agent_is_only_completed()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var record = TrialRecords.Of(await data.Division());
        var @case = await data.TakeOver(record);
        await data.Use(
            async (CourtDb db) =>
            {
                var party = await db.Set<CaseParty>().FirstAsync(p => p.CaseId == @case.Id);
                db.Set<CaseAgent>()
                    .Add(
                        new CaseAgent
                        {
                            Id = Guid.CreateVersion7(),
                            PartyId = party.Id,
                            Name = "周律师",
                            Phone = "13900000001",
                            Source = AgentSource.Clerk,
                        }
                    );
                await db.SaveChangesAsync();
            }
        );
        var said = new TrialAgent("周律师") { Phone = "13900000002", Firm = "广东越秀律师事务所" };

        foreach (var version in new[] { 2, 3 })
            await data.TakeOver(With(record, said, at: 0) with { Version = version, Cause = $"案由{version}" });

        var agents = (await Agents(data, @case)).Where(a => a.Source == AgentSource.Clerk);
        Assert.All(agents, a => Assert.Equal("13900000001", a.Phone));
    }

    [Fact]
    public async Task Who_follows_in_a_place_does_not_inherit_the_identity()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var id = CourtData.IdNumber(991_001);
        var former = await data.Litigant(idNumber: id);
        var record = TrialRecords.Of(await data.Division(), plaintiff: id);
        await data.TakeOver(record);

        var successor = record.Parties[0] with { Name = "广州市某某有限公司", IsOrganisation = true, IdNumber = null };
        await data.TakeOver(record with { Version = 2, Parties = [successor, record.Parties[1]] });

        Assert.Equal(0, await data.Use((CourtDb db) => db.CasesOf(former).CountAsync()));
    }

    [Theory]
    [InlineData("9999-12-31T23:00:00+00:00")]
    [InlineData("0001-01-01T00:00:00+00:00")]
    public async Task A_day_that_nobody_can_count_with_is_refused(string at)
    {
        var data = await CourtData.Open(database.ConnectionString());
        var day = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var record = TrialRecords.Of(await data.Division()) with
        {
            FiledOn = DateOnly.FromDateTime(day.DateTime),
            Hearings = [new("h1", day)],
            Nodes = [new("n1", CaseNodeKind.Filed, day)],
        };

        Assert.Equal(["filedOn", "hearings[0].startsAt", "nodes[0].at"], TrialRecordCheck.Of(record).Select(f => f.Field));
    }

    private static TrialRecord With(TrialRecord record, TrialAgent agent, int at = 0) =>
        record with
        {
            Parties = [.. record.Parties.Select((p, i) => i == at ? p with { Agents = [agent] } : p)],
        };

    private static string? Key(TrialRecord record) => CaseNumber.Read(record.Number!, 2026).CaseKey;

    private static Task<Case> Case(CourtData data, TrialRecord record)
    {
        var key = Key(record);
        return data.Use((CourtDb db) => db.Set<Case>().AsNoTracking().Include(c => c.Panel).SingleAsync(c => c.Number == key));
    }

    private static Task<List<CaseAgent>> Agents(CourtData data, Case @case) =>
        data.Use((CourtDb db) => db.Set<CaseAgent>().AsNoTracking().Where(a => a.Party.CaseId == @case.Id).ToListAsync());
}
