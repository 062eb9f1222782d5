using Domain.Cases;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Reading;
using Domain.Shared;
using Given;
using Infrastructure.Cases.Import;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>Who leaves a case loses sight of it from that moment (FLOW 6), and so does everybody when it becomes secret.</summary>
public class LeavingCaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_was_told_of_a_case_goes_with_who_leaves_it_and_stays_with_who_does_not()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var (left, stays) = (await Somebody(data, 991_001), await Somebody(data, 991_002));
        var record = await Record(data, 991_001, 991_002);
        await data.TakeOver(record);
        Assert.Equal((1, 1), (await Inbox(data, left), await Inbox(data, stays)));

        await data.TakeOver(record with { Version = 2, Parties = [record.Parties[1]] });

        Assert.Equal((0, 1), (await Inbox(data, left), await Inbox(data, stays)));
    }

    [Fact]
    public async Task A_case_that_becomes_secret_is_nobodys_here_and_says_nothing_more()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var (plaintiff, defendant) = (await Somebody(data, 991_003), await Somebody(data, 991_004));
        var record = await Record(data, 991_003, 991_004);
        var id = (await data.TakeOver(record)).Id;

        var answer = await Send(data, record with { Version = 2, Secrecy = TrialSecrecy.StateSecret });

        Assert.Equal((RecordOutcome.Refused, RecordFaults.Secret), (answer.Outcome, answer.Faults.Single().Code));
        Assert.Equal((0, 0), (await Cases(data, plaintiff), await Cases(data, defendant)));
        Assert.Equal((0, 0), (await Inbox(data, plaintiff), await Inbox(data, defendant)));
        var left = await data.Use(
            (CourtDb db) =>
                db.Set<Case>()
                    .AsNoTracking()
                    .AsSplitQuery()
                    .Include(c => c.Parties)
                    .Include(c => c.Nodes)
                    .Include(c => c.Files)
                    .Include(c => c.Hearings)
                    .SingleAsync(c => c.Id == id)
        );
        Assert.All(left.Parties, p => Assert.Equal(("", ""), (p.IdentityKey, p.Phone)));
        Assert.DoesNotContain(left.Parties.Select(p => p.Name), n => record.Parties.Any(p => p.Name == n));
        Assert.NotEqual(record.Cause, left.Cause);
        Assert.All(left.Nodes, n => Assert.False(n.IsShown));
        Assert.All(left.Files, f => Assert.NotNull(f.RemovedAt));
        Assert.All(left.Hearings, h => Assert.Equal((HearingState.Cancelled, ""), (h.State, h.Room)));

        // An older record brings nothing back; a newer one that is not secret does.
        Assert.Equal(RecordOutcome.Older, (await Send(data, record)).Outcome);
        await data.TakeOver(record with { Version = 3 });
        Assert.Equal((1, 1), (await Cases(data, plaintiff), await Cases(data, defendant)));
    }

    /// <summary>Also of what they have in it, which has notices of its own.</summary>
    [Fact]
    public async Task What_was_told_of_materials_and_readings_goes_with_who_leaves_and_both_end_with_a_case_that_becomes_secret()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var (left, stays) = (await Somebody(data, 991_011), await Somebody(data, 991_012));
        var judge = await data.Staff(Role.Judge, await data.Division());
        var record = (await Record(data, 991_011, 991_012)) with { Nodes = [], Judge = judge.LoginName };
        var @case = await data.TakeOver(record);
        var request = await data.Reading(@case, left, await data.MainFile(@case));
        var other = await data.Reading(@case, stays, await data.MainFile(@case));
        Assert.Equal((1, 1), (await Inbox(data, left), await Inbox(data, stays)));

        await data.TakeOver(record with { Version = 2, Parties = [record.Parties[1]] });
        Assert.Equal((0, 1), (await Inbox(data, left), await Inbox(data, stays)));

        await Send(data, record with { Version = 3, Secrecy = TrialSecrecy.StateSecret });
        Assert.Equal(0, await Inbox(data, stays));
        var open = await data.Use((CourtDb db) => db.Set<ReadingRequest>().AsNoTracking().Where(r => r.CaseId == @case.Id).ToListAsync());
        Assert.All(open, r => Assert.Equal((ReadingState.Ended, true), (r.State, r.IsClosed)));
        Assert.Equal([request.Id, other.Id], open.Select(r => r.Id).Order());
    }

    [Fact]
    public async Task A_secret_case_that_was_never_here_does_not_come_in_by_an_older_record()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var record = await Record(data, 991_013, 991_014);
        var refused = await Send(data, record with { Version = 5, Secrecy = TrialSecrecy.StateSecret });
        Assert.Equal(RecordFaults.Secret, refused.Faults.Single().Code);

        Assert.Equal(RecordOutcome.Older, (await Send(data, record with { Version = 4 })).Outcome);
        var key = CaseNumber.Read(record.Number!, 2026).CaseKey;
        Assert.False(await data.Use((CourtDb db) => db.Set<Case>().AnyAsync(c => c.Number == key)));
        Assert.Equal(RecordOutcome.Created, (await Send(data, record with { Version = 6 })).Outcome);
    }

    [Fact]
    public async Task An_older_word_of_secrecy_changes_nothing()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var plaintiff = await Somebody(data, 991_005);
        var record = await Record(data, 991_005, 991_006);
        await data.TakeOver(record with { Version = 5 });

        await Send(data, record with { Version = 4, Secrecy = TrialSecrecy.StateSecret });

        Assert.Equal(1, await Cases(data, plaintiff));
    }

    [Fact]
    public async Task A_file_that_missed_its_record_is_found_afterwards()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var hash = new string('a', 64);
        var record = await Record(data, 991_007, 991_008);
        var id = (await data.TakeOver(record with { Files = [new("f1", "起诉状", CaseFileKind.Complaint, 1, 1, 4) { Sha256 = hash }] })).Id;
        await data.Use(
            (CourtDb db) =>
            {
                db.Set<ArrivedFile>()
                    .Add(
                        new ArrivedFile
                        {
                            Sha256 = hash,
                            Size = 1,
                            ArrivedAt = TimeProvider.System.GetUtcNow(),
                        }
                    );
                return db.SaveChangesAsync();
            }
        );

        Assert.Equal(1, await data.Use((MatchCaseFiles match) => match.Run(default)));

        Assert.Equal(
            hash,
            await data.Use((CourtDb db) => db.Set<CaseFile>().Where(f => f.CaseId == id).Select(f => f.Sha256).SingleAsync())
        );
    }

    private static Task<Litigant> Somebody(CourtData data, int id) => data.Litigant($"人{id}", CourtData.IdNumber(id));

    private static async Task<TrialRecord> Record(CourtData data, int plaintiff, int defendant)
    {
        var now = TimeProvider.System.GetUtcNow();
        var record = TrialRecords.Of(await data.Division(), plaintiff: CourtData.IdNumber(plaintiff));
        return record with
        {
            Parties = [record.Parties[0], record.Parties[1] with { IdNumber = CourtData.IdNumber(defendant) }],
            Hearings = [new("h1", now.AddDays(20)) { Room = "第三法庭" }],
            Nodes = [new("n1", CaseNodeKind.HearingSet, now.AddHours(-1))],
            Files = [new("f1", "起诉状", CaseFileKind.Complaint, 1, 1, 4)],
        };
    }

    private static async Task<RecordAnswer> Send(CourtData data, TrialRecord record) =>
        (await data.Use((TakeOverCases u) => u.Handle([new RecordLine(1, record)], RecordSender.Folder, default))).Single();

    private static Task<int> Cases(CourtData data, Litigant who) => data.Use((CourtDb db) => db.CasesOf(who).CountAsync());

    private static Task<int> Inbox(CourtData data, Litigant who) =>
        data.Use((CourtDb db) => db.InboxOf(CourtData.ActorOf(who)).CountAsync());
}
