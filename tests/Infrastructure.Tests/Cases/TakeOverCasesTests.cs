using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>A case is a record of the trial system: what is sent stands here, once, and nothing that a person entered is lost.</summary>
public class TakeOverCasesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string s_plaintiff = CourtData.IdNumber(990_001);

    [Fact]
    public async Task A_record_becomes_a_case_with_its_people_and_proceedings()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var (judge, clerk) = (await data.Staff(Role.Judge, division), await data.Staff(Role.Clerk, division));
        var record = TrialRecords.Of(division, plaintiff: s_plaintiff) with
        {
            Judge = judge.LoginName,
            Clerk = clerk.LoginName.ToUpperInvariant(),
            Panel = [judge.LoginName],
            Hearings = [new("h1", new(2027, 3, 1, 9, 30, 0, TimeSpan.FromHours(8))) { Room = "第三法庭" }],
            Limits = [new("l1", CaseLimitKind.Trial, new(2026, 9, 1), new(2027, 3, 1)) { Rule = "民事诉讼法第一百五十二条" }],
            Nodes = [new("n1", CaseNodeKind.Filed, DateTimeOffset.UnixEpoch)],
            Files = [new("f1", "起诉状", CaseFileKind.Complaint, 1, 1, 4)],
        };

        var answer = await Send(data, record);

        Assert.Equal(RecordOutcome.Created, answer.Outcome);
        var @case = await Read(data, record);
        Assert.Equal((division.Id, judge.Id, clerk.Id), (@case.DivisionId, @case.JudgeId, @case.ClerkId));
        Assert.Equal(CaseStage.FirstInstance, @case.Stage);
        Assert.Equal(new DateOnly(2027, 3, 1), @case.TrialPeriodEnds);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 1, 30, 0, TimeSpan.Zero), @case.HearingAt);
        Assert.Equal(data.IdentityKey(s_plaintiff), @case.Parties[0].IdentityKey);
        Assert.Equal(s_plaintiff[^4..], @case.Parties[0].IdLastFour);
        Assert.Equal(["起诉状"], @case.Files.Select(f => f.Title));
        var row = await data.Use((CourtDb db) => db.Set<TraceRow>().SingleAsync(t => t.SubjectId == @case.Id));
        Assert.Equal(CaseRecordFacts.TakenOver, row.Kind);
    }

    [Fact]
    public async Task Only_a_later_version_changes_a_case()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var first = TrialRecords.Of(await data.Division(), version: 5);
        await Send(data, first);

        Assert.Equal(RecordOutcome.Unchanged, (await Send(data, first)).Outcome);
        Assert.Equal(RecordOutcome.Older, (await Send(data, first with { Version = 4, Cause = "旧的" })).Outcome);
        var taken = await Send(data, first with { Cause = "同一版本号的另一个内容" });
        Assert.Equal((RecordOutcome.Refused, RecordFaults.VersionTaken), (taken.Outcome, taken.Faults.Single().Code));
        Assert.Equal(RecordOutcome.Unchanged, (await Send(data, first with { Version = 7 })).Outcome);
        Assert.Equal(RecordOutcome.Older, (await Send(data, first with { Version = 6, Cause = "旧的" })).Outcome);
        Assert.Equal(RecordOutcome.Updated, (await Send(data, first with { Version = 8, Cause = "买卖合同纠纷" })).Outcome);
        Assert.Equal("买卖合同纠纷", (await Read(data, first)).Cause);
    }

    [Fact]
    public async Task Versions_of_a_case_within_one_batch_follow_each_other()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var (one, other) = (TrialRecords.Of(division), TrialRecords.Of(division));

        var answers = await SendAll(data, one, other, one with { Version = 3, Cause = "新的" }, one with { Version = 2, Cause = "旧的" });

        Assert.Equal(
            [RecordOutcome.Created, RecordOutcome.Created, RecordOutcome.Updated, RecordOutcome.Older],
            answers.Select(a => a.Outcome)
        );
        Assert.Equal("新的", (await Read(data, one)).Cause);
    }

    [Fact]
    public async Task A_bad_record_is_told_whole_and_holds_up_no_other()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var good = TrialRecords.Of(await data.Division());
        var bad = good with { Number = TrialRecords.Number(), Cause = " ", State = CaseState.Closed, Parties = [new("x", null, null)] };
        var secret = good with { Number = TrialRecords.Number(), Secrecy = TrialSecrecy.StateSecret };
        var elsewhere = good with { Number = "（2026）京0105民初1号" };
        var nowhere = good with { Number = TrialRecords.Number(), Division = "不存在的庭" };

        var answers = await SendAll(data, bad, secret, good, elsewhere, nowhere);

        Assert.Equal(["cause", "closedOn", "parties[0].name", "parties[0].role"], answers[0].Faults.Select(f => f.Field));
        Assert.Equal((RecordFaults.Secret, ""), (answers[1].Faults.Single().Code, answers[1].Number));
        Assert.Equal(RecordOutcome.Created, answers[2].Outcome);
        Assert.Equal(RecordFaults.CourtUnknown, answers[3].Faults.Single().Code);
        Assert.Equal(RecordFaults.DivisionUnknown, answers[4].Faults.Single().Code);
        Assert.Null(await Find(data, secret));
    }

    [Fact]
    public async Task Somebody_unknown_is_left_out_and_found_when_the_record_comes_again()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var record = TrialRecords.Of(division) with { Judge = "new-judge" };

        var answer = await Send(data, record);

        Assert.Equal((RecordOutcome.Created, RecordFaults.StaffUnknown), (answer.Outcome, answer.Warnings.Single().Code));
        var judge = await data.Staff(Role.Judge, division);
        await data.Use((CourtDb db) => db.Database.ExecuteSqlAsync($"UPDATE staff SET login_name = 'new-judge' WHERE id = {judge.Id}"));
        Assert.Equal(RecordOutcome.Updated, (await Send(data, record)).Outcome);
        Assert.Equal(judge.Id, (await Read(data, record)).JudgeId);
    }

    [Fact]
    public async Task Who_leaves_the_case_sees_it_no_more_and_the_case_stays()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var id = CourtData.IdNumber(990_101);
        var (plaintiff, agent) = (await data.Litigant(idNumber: id), await data.Litigant("林律师", CourtData.IdNumber(990_102)));
        var record = TrialRecords.Of(await data.Division(), plaintiff: id);
        record = record with
        {
            Parties =
            [
                record.Parties[0] with
                {
                    Agents =
                    [
                        new("林律师")
                        {
                            IdNumber = CourtData.IdNumber(990_102),
                            Authority = AgentAuthority.Special,
                            Items = [AuthorityItems.Appeal],
                        },
                    ],
                },
                record.Parties[1],
            ],
        };
        await Send(data, record);
        Assert.Equal((1, 1), (await Seen(plaintiff), await Seen(agent)));

        await Send(data, record with { Version = 2, Parties = [record.Parties[0] with { Agents = [] }, record.Parties[1]] });
        Assert.Equal((1, 0), (await Seen(plaintiff), await Seen(agent)));

        await Send(data, record with { Version = 3, Parties = [record.Parties[1]] });
        Assert.Equal(0, await Seen(plaintiff));
        Assert.Equal(2, (await Read(data, record)).Parties.Count);

        await Send(data, record with { Version = 4 });
        Assert.Equal((1, 1), (await Seen(plaintiff), await Seen(agent)));

        Task<int> Seen(Domain.Litigants.Litigant who) => data.Use((CourtDb db) => db.CasesOf(who).CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_person_entered_stays_until_a_clerk_decides(bool takeTheirs)
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var clerk = await data.ActorOf(await data.Staff(Role.Clerk, division));
        var record = TrialRecords.Of(division);
        await Send(data, record);
        var @case = await Read(data, record);
        var entered = new NewCaseFacts(new NotedFacts("身份证") { Domicile = Domicile.Abroad })
        {
            Id = Guid.CreateVersion7(),
            CaseId = @case.Id,
            PartyId = @case.Parties[1].Id,
        };
        await data.Use((NoteCaseFacts u) => u.Handle(entered, clerk, default));

        var theirs = record with { Version = 2, Parties = [record.Parties[0], record.Parties[1] with { Domicile = Domicile.Mainland }] };
        await Send(data, theirs);
        Assert.Equal(Domicile.Abroad, (await Read(data, record)).Parties[1].Domicile);
        var conflict = await data.Use((CourtDb db) => db.ConflictsOf(clerk).SingleAsync(c => c.CaseId == @case.Id));
        Assert.Equal((CaseField.Domicile, "Abroad", "Mainland"), (conflict.Field, conflict.Ours, conflict.Theirs));

        await data.Use((DecideCaseConflict u) => u.Handle(conflict.Id, takeTheirs, clerk, default));
        await Send(data, theirs with { Version = 3, Cause = "又有变化" });

        Assert.Equal(takeTheirs ? Domicile.Mainland : Domicile.Abroad, (await Read(data, record)).Parties[1].Domicile);
        Assert.False(
            await data.Use((CourtDb db) => db.ConflictsOf(clerk).AnyAsync(c => c.CaseId == @case.Id && c.State == ConflictState.Open))
        );
        var again = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use((DecideCaseConflict u) => u.Handle(conflict.Id, true, clerk, default))
        );
        Assert.Equal("case_conflict.decided", again.Code);
    }

    [Fact]
    public async Task An_agent_bound_here_stays_when_the_trial_system_does_not_know_them()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var agent = await data.Litigant("周律师", CourtData.IdNumber(990_201));
        var record = TrialRecords.Of(await data.Division());
        await Send(data, record);
        var @case = await Read(data, record);
        await data.Use(
            async (CourtDb db) =>
            {
                db.Set<CaseAgent>()
                    .Add(
                        new CaseAgent
                        {
                            Id = Guid.CreateVersion7(),
                            PartyId = @case.Parties[0].Id,
                            Name = "周律师",
                            IdentityKey = agent.IdentityKey!,
                            Source = AgentSource.Binding,
                            Authority = AgentAuthority.Special,
                            Items = AuthorityItems.Appeal,
                        }
                    );
                await db.SaveChangesAsync();
            }
        );

        await Send(data, record with { Version = 2, Cause = "另一案由" });
        Assert.Equal(1, await data.Use((CourtDb db) => db.CasesOf(agent).CountAsync()));

        var general = new TrialAgent("周律师") { IdNumber = CourtData.IdNumber(990_201), Authority = AgentAuthority.General };
        await Send(data, record with { Version = 3, Parties = [record.Parties[0] with { Agents = [general] }, record.Parties[1]] });
        var conflict = await data.Use((CourtDb db) => db.Set<CaseConflict>().SingleAsync(c => c.CaseId == @case.Id));
        Assert.Equal((CaseField.AgentAuthority, "Special:Appeal", "General:None"), (conflict.Field, conflict.Ours, conflict.Theirs));
        Assert.True((await Read(data, record)).Parties[0].Agents.Single().May(AuthorityItems.Appeal, DateOnly.MinValue));
    }

    [Fact]
    public async Task News_is_told_once_to_the_people_of_the_case_and_old_nodes_are_not()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var id = CourtData.IdNumber(990_301);
        var plaintiff = await data.Litigant(idNumber: id);
        var now = TimeProvider.System.GetUtcNow();
        var record = TrialRecords.Of(await data.Division(), plaintiff: id) with
        {
            Hearings = [new("h1", now.AddDays(20)) { Room = "第三法庭" }],
            Nodes =
            [
                new("n1", CaseNodeKind.Filed, now.AddDays(-30)),
                new("n2", CaseNodeKind.HearingSet, now.AddHours(-1)),
                new("n3", CaseNodeKind.MediationBegun, now) { Public = false },
            ],
        };

        await Send(data, record);
        await Send(data, record with { Version = 2, Cause = "改了案由" });

        var told = await Told();
        Assert.Equal(["case.hearing", "case.hearing"], told.Select(n => n.Kind)); // one to the phone, one in the app
        Assert.All(told, n => Assert.Contains("第三法庭", n.Fields["detail"], StringComparison.Ordinal));
        Assert.DoesNotContain(told, n => n.Fields.Values.Any(v => v.Contains("7000", StringComparison.Ordinal)));

        await Send(data, record with { Version = 3, Nodes = [.. record.Nodes.Select(n => n with { Withdrawn = n.Id == "n2" })] });
        Assert.NotNull((await Read(data, record)).Nodes.Single(n => n.ExternalId == "n2").WithdrawnAt);
        Assert.All(await Told(), n => Assert.NotNull(n.RecalledAt));
        Assert.Contains(await Told(), n => n.State == NoticeState.Recalled);
        Assert.Empty(await data.Use((CourtDb db) => db.InboxOf(CourtData.ActorOf(plaintiff)).ToListAsync()));

        await Send(data, record with { Version = 4 });
        Assert.Equal(2, (await Told()).Count); // nobody is rung twice

        Task<List<Notice>> Told() =>
            data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.RecipientId == plaintiff.Id).ToListAsync());
    }

    [Fact]
    public async Task A_court_chooses_what_it_tells()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var id = CourtData.IdNumber(990_401);
        var plaintiff = await data.Litigant(idNumber: id);
        var division = await data.Division(court: "tianhe");
        var administrator = await data.ActorOf(await data.Staff(Role.Administrator, await data.Division(DivisionKind.Filing, "tianhe")));
        await data.Use((SetNodePush u) => u.Handle(division.CourtId, CaseNodeKind.Archived, false, administrator, default));
        var now = TimeProvider.System.GetUtcNow();
        var record = TrialRecords.Of(division, "（2026）粤0106民初700001号", id) with
        {
            Nodes = [new("n1", CaseNodeKind.Archived, now), new("n2", CaseNodeKind.Effective, now)],
        };

        await Send(data, record);

        var told = await data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.RecipientId == plaintiff.Id).ToListAsync());
        Assert.NotEmpty(told);
        Assert.All(told, n => Assert.Equal("：裁判生效", n.Fields["node"]));
    }

    private static async Task<RecordAnswer> Send(CourtData data, TrialRecord record) => (await SendAll(data, record)).Single();

    private static Task<IReadOnlyList<RecordAnswer>> SendAll(CourtData data, params TrialRecord[] records) =>
        data.Use((TakeOverCases u) => u.Handle([.. records.Select((r, i) => new RecordLine(i + 1, r))], RecordSender.Folder, default));

    private static async Task<Case> Read(CourtData data, TrialRecord record) =>
        await Find(data, record) ?? throw new InvalidOperationException("There is no such case.");

    private static Task<Case?> Find(CourtData data, TrialRecord record)
    {
        var key = CaseNumber.Read(record.Number!, 2026).CaseKey;
        return data.Use(
            (CourtDb db) =>
                db.Set<Case>()
                    .AsNoTracking()
                    .AsSplitQuery()
                    .Include(c => c.Parties.OrderBy(p => p.Position))
                        .ThenInclude(p => p.Agents)
                    .Include(c => c.Panel)
                    .Include(c => c.Hearings)
                    .Include(c => c.Nodes)
                    .Include(c => c.Files)
                    .SingleOrDefaultAsync(c => c.Number == key)
        );
    }
}
