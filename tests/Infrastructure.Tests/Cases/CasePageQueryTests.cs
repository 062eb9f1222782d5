using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Cases;
using Infrastructure.Organisation;
using Infrastructure.Paging;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>What the page of a case, the own cases and the conflicts show, and to whom.</summary>
public class CasePageQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private sealed record Desk(CourtData Data, Division Division, Staff Judge, Staff Clerk)
    {
        public Task<Actor> Sitting => Data.ActorOf(Judge);
        public Task<Actor> Assisting => Data.ActorOf(Clerk);
    }

    [Fact]
    public async Task The_page_has_every_part_of_the_record()
    {
        var desk = await Open();
        var (data, judge) = (desk.Data, await desk.Sitting);
        var record = data.Whole(desk.Division, desk.Judge, desk.Clerk);
        var @case = await data.TakeOver(record);

        var head = await data.Use((CasePageQueries q) => q.Head(@case.Id, judge, default));

        Assert.NotNull(head);
        Assert.Equal((desk.Judge.Name, desk.Clerk.Name, true, true), (head.Judge, head.Clerk, head.IsMine, head.MayServe));
        Assert.Equal([desk.Judge.Name], head.Panel);
        var parties = await data.Use((CasePageQueries q) => q.Parties(@case.Id, judge, default));
        Assert.Equal(["欧阳娜娜", "李大强"], parties.Select(p => p.Name));
        var lawyer = parties[0].Agents.Single(a => a.Name == "周文博");
        Assert.Equal((AgentAuthority.Special, "承认诉讼请求、进行和解"), (lawyer.Authority, lawyer.Items.Chinese()));
        Assert.Null(parties[0].Agents.Single(a => a.Name == "谭志远").Authority);
        Assert.Equal(
            [CaseLimitKind.Evidence, CaseLimitKind.Trial],
            (await data.Use((CasePageQueries q) => q.Limits(@case.Id, judge, default))).Select(l => l.Kind)
        );
        Assert.Equal(
            ["欧阳娜娜起诉状", "借条"],
            (await data.Use((CasePageQueries q) => q.Files(@case.Id, null, judge, default))).Rows.Select(f => f.Title)
        );
        Assert.Equal(new CaseCounts(1, 3, 0, 0, 0, 0, 0, 2), await data.Use((CasePageQueries q) => q.Counts(@case.Id, judge, default)));
        Assert.Equal(
            [CaseRecordFacts.TakenOver],
            (await data.Use((CasePageQueries q) => q.Trace(@case.Id, null, judge, default))).Rows.Select(t => t.Kind)
        );
    }

    [Fact]
    public async Task Long_sections_are_read_page_by_page_without_gap_or_repetition()
    {
        var desk = await Open();
        var (data, judge) = (desk.Data, await desk.Sitting);
        var record = data.Whole(desk.Division, desk.Judge, desk.Clerk) with
        {
            // Several at the same moment, and several at the same place of the volume.
            Nodes = [.. Enumerable.Range(0, 55).Select(i => new TrialNode($"n{i}", CaseNodeKind.Other, data.Now().AddDays(-(i / 7))))],
            Files =
            [
                .. Enumerable.Range(0, 55).Select(i => new TrialFile($"f{i}", $"证据 {i}", CaseFileKind.Evidence, 1 + i / 20, i % 9, 1)),
            ],
        };
        var @case = await data.TakeOver(record);

        var nodes = await All(after => data.Use((CasePageQueries q) => q.Nodes(@case.Id, after, judge, default)));
        var files = await All(after => data.Use((CasePageQueries q) => q.Files(@case.Id, after, judge, default)));

        Assert.Equal(55, nodes.DistinctBy(n => n.Id).Count());
        Assert.Equal(55, nodes.Count);
        Assert.Equal(nodes.OrderByDescending(n => n.At).Select(n => n.At), nodes.Select(n => n.At));
        Assert.Equal(55, files.Count);
        Assert.Equal(55, files.DistinctBy(f => f.Id).Count());
        Assert.Equal(files.OrderBy(f => f.Volume).ThenBy(f => f.Position).Select(f => f.Position), files.Select(f => f.Position));
    }

    [Fact]
    public async Task Who_does_not_reach_the_case_reads_nothing_of_it_by_any_section()
    {
        var desk = await Open();
        var data = desk.Data;
        var record = data.Whole(desk.Division, desk.Judge, desk.Clerk);
        var @case = await data.TakeOver(record);
        await data.Disagree(@case, record, await desk.Assisting);
        var stranger = await data.ActorOf(await data.Staff(Role.Judge, desk.Division));

        Assert.Null(await data.Use((CasePageQueries q) => q.Head(@case.Id, stranger, default)));
        Assert.Empty(await data.Use((CasePageQueries q) => q.Parties(@case.Id, stranger, default)));
        Assert.Empty(await data.Use((CasePageQueries q) => q.Limits(@case.Id, stranger, default)));
        Assert.Empty(await data.Use((CasePageQueries q) => q.Conflicts(@case.Id, stranger, default)));
        Assert.Empty((await data.Use((CasePageQueries q) => q.Hearings(@case.Id, null, stranger, default))).Rows);
        Assert.Empty((await data.Use((CasePageQueries q) => q.Nodes(@case.Id, null, stranger, default))).Rows);
        Assert.Empty((await data.Use((CasePageQueries q) => q.Files(@case.Id, null, stranger, default))).Rows);
        Assert.Empty((await data.Use((CasePageQueries q) => q.Documents(@case.Id, null, stranger, default))).Rows);
        Assert.Empty((await data.Use((CasePageQueries q) => q.Trace(@case.Id, null, stranger, default))).Rows);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use((RevealCaseNames reveal) => reveal.Handle(@case.Id, "核对", stranger, default))
        );
        Assert.Equal("case.out_of_reach", refused.Code);
    }

    [Fact]
    public async Task What_waits_for_the_viewer_is_theirs_alone()
    {
        var desk = await Open();
        var data = desk.Data;
        var person = await data.Litigant();
        var @case = await data.Case(person, desk.Division, desk.Judge);
        var order = await data.Message(person, @case);

        var mine = await data.Use(async (CasePageQueries q) => await q.Duties(@case.Id, await desk.Sitting, default));
        var other = await data.Use(async (CasePageQueries q) => await q.Duties(@case.Id, await desk.Assisting, default));

        Assert.Equal([order.Id], mine.Orders.Select(o => o.Id));
        Assert.Empty(other.Orders);
    }

    [Fact]
    public async Task A_reason_is_kept_in_the_trace_and_in_the_audit_and_hidden_names_stay_hidden()
    {
        var desk = await Open();
        var data = desk.Data;
        var @case = await data.Case(await data.Litigant(), desk.Division, desk.Judge); // never sent by the trial system
        var family = await data.Case(await data.Litigant(), desk.Division, desk.Judge, restriction: CaseRestriction.Family);
        var liaison = await data.ActorOf(await data.Staff(Role.LiaisonOfficer, desk.Division));

        await data.Use((RevealCaseNames reveal) => reveal.Handle(@case.Id, "当事人到窗口核对", liaison, default));

        var row = (await data.Use((CasePageQueries q) => q.Trace(@case.Id, null, liaison, default))).Rows.Single();
        Assert.Equal((CaseRecordFacts.Revealed, liaison.Name), (row.Kind, row.ActorName));
        Assert.Equal("当事人到窗口核对", row.Read<NamesRevealedData>().Reason);
        Assert.Equal("case.names_hidden", await Refused(family.Id, "核对"));
        Assert.Equal("case.reveal_reason", await Refused(@case.Id, "  "));
        Assert.Equal("case.reveal_reason", await Refused(@case.Id, new string('长', RevealCaseNames.ReasonMaxLength + 1)));

        async Task<string> Refused(Guid id, string reason) =>
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    data.Use((RevealCaseNames reveal) => reveal.Handle(id, reason, liaison, default))
                )
            ).Code;
    }

    [Fact]
    public async Task A_case_that_was_looked_at_before_it_was_sent_is_taken_over_all_the_same()
    {
        var desk = await Open();
        var data = desk.Data;
        var record = data.Whole(desk.Division, desk.Judge, desk.Clerk) with { Number = TrialRecords.Number() };
        var key = CaseNumber.Read(record.Number!, 2026).CaseKey;
        var @case = await data.Case(null, desk.Division, desk.Judge, number: key);
        var liaison = await data.ActorOf(await data.Staff(Role.LiaisonOfficer, desk.Division));
        await data.Use((RevealCaseNames reveal) => reveal.Handle(@case.Id, "核对", liaison, default));

        await data.TakeOver(record);

        var kinds = (await data.Use((CasePageQueries q) => q.Trace(@case.Id, null, liaison, default))).Rows.Select(t => t.Kind);
        Assert.Equal([CaseRecordFacts.TakenOver, CaseRecordFacts.Revealed], kinds);
    }

    [Fact]
    public async Task A_conflict_stands_in_the_list_until_it_is_decided()
    {
        var desk = await Open();
        var (data, clerk) = (desk.Data, await desk.Assisting);
        var record = data.Whole(desk.Division, desk.Judge, desk.Clerk);
        var @case = await data.TakeOver(record);
        var conflict = await data.Disagree(@case, record, clerk);

        var row = (await data.Use((ConflictQueries q) => q.Open(null, clerk, default))).Rows.Single(c => c.CaseId == @case.Id);
        Assert.Equal(("简易程序", "普通程序"), (ConflictWords.Value(row.Field, row.Ours), ConflictWords.Value(row.Field, row.Theirs)));
        Assert.True((await Counted(data, clerk)).Total > 0);

        await data.Use((DecideCaseConflict decide) => decide.Handle(conflict.Id, true, clerk, default));

        Assert.DoesNotContain((await data.Use((ConflictQueries q) => q.Open(null, clerk, default))).Rows, c => c.CaseId == @case.Id);
        Assert.Equal(
            [ConflictState.TookTheirs],
            (await data.Use((CasePageQueries q) => q.Conflicts(@case.Id, clerk, default))).Select(c => c.State)
        );
        Assert.Equal(
            [ConflictFacts.TookTheirs, ConflictFacts.Arisen, CaseFactKinds.Noted, CaseRecordFacts.TakenOver],
            (await data.Use((CasePageQueries q) => q.Trace(@case.Id, null, clerk, default)))
                .Rows.Select(t => t.Kind)
                .Where(k => k != CaseRecordFacts.Changed)
        );
    }

    private static async Task<Tally> Counted(CourtData data, Actor by) =>
        (await data.Use((ShellQueries q) => q.Counts([NavCount.CaseConflicts], by, data.Now(), default)))[NavCount.CaseConflicts];

    private static async Task<List<T>> All<T>(Func<Cursor?, Task<Page<T>>> read)
    {
        List<T> rows = [];
        Cursor? next = null;
        do
        {
            var page = await read(next);
            rows.AddRange(page.Rows);
            next = page.Next;
        } while (next is not null);
        return rows;
    }

    private async Task<Desk> Open()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        return new Desk(data, division, await data.Staff(Role.Judge, division), await data.Staff(Role.Clerk, division));
    }
}
