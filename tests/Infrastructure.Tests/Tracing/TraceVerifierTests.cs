using System.Text.RegularExpressions;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Tracing;

public class TraceVerifierTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_untouched_trace_is_intact()
    {
        var (data, _, _) = await ThreeOrders();
        var found = await Verify(data);

        Assert.True(found.IsIntact);
        // Besides those of divisions, people and posts: three orders and the account.
        var organisation = await data.Use(
            (CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.Kind == Domain.Organisation.OrganisationFacts.Entered)
        );
        Assert.Equal((organisation + 4, organisation + 15), (found.Chains, found.Rows));
        Assert.Equal($"{found.Rows} rows of {found.Chains} chains and 0 anchors checked, all intact", found.ToString());
    }

    [Theory]
    [InlineData(
        "UPDATE trace SET data = data || ' ' WHERE subject_id = {0} AND sequence = 2",
        2,
        "the row was changed after it was written"
    )]
    [InlineData(
        "UPDATE trace SET actor_name = '别人' WHERE subject_id = {0} AND sequence = 1",
        1,
        "the row was changed after it was written"
    )]
    [InlineData(
        "UPDATE trace SET at = at + interval '1 millisecond' WHERE subject_id = {0} AND sequence = 5",
        5,
        "the row was changed after it was written"
    )]
    [InlineData("DELETE FROM trace WHERE subject_id = {0} AND sequence = 3", 4, "row 3 is missing")]
    [InlineData("DELETE FROM trace WHERE subject_id = {0} AND sequence = 1", 2, "row 1 is missing")]
    [InlineData(
        "DELETE FROM trace WHERE subject_id = {0} AND sequence >= 4",
        4,
        "rows are missing at the end: the record counts 5, the trace ends at 3"
    )]
    [InlineData("DELETE FROM trace WHERE subject_id = {0}", 1, "there is no trace at all")]
    [InlineData("UPDATE work_orders SET text = '改过的话' WHERE id = {0}", 5, "work_orders: is not as this row left it")]
    [InlineData("UPDATE work_orders SET satisfaction_words = '很好' WHERE id = {0}", 5, "work_orders: is not as this row left it")]
    [InlineData(
        "UPDATE work_orders SET level2_at = level2_at + interval '1 hour' WHERE id = {0}",
        5,
        "work_orders: is not as this row left it"
    )]
    [InlineData(
        "UPDATE work_orders SET version = 6 WHERE id = {0}",
        6,
        "rows are missing at the end: the record counts 6, the trace ends at 5"
    )]
    [InlineData(
        "UPDATE work_order_entries SET text = '改过的答复' WHERE work_order_id = {0} AND kind = 'Answer'",
        4,
        "work_order_entries: is not as this row left it"
    )]
    [InlineData(
        "UPDATE work_order_entries SET text = '加了字' WHERE work_order_id = {0} AND kind = 'Urge'",
        3,
        "work_order_entries: is not as this row left it"
    )]
    [InlineData("DELETE FROM work_order_entries WHERE work_order_id = {0} AND kind = 'Answer'", 4, "work_order_entries: is gone")]
    [InlineData(
        "UPDATE work_orders SET trace_hash = repeat('0', 64) WHERE id = {0}",
        5,
        "the newest row is not the one that the record names"
    )]
    [InlineData(
        "INSERT INTO work_order_entries SELECT gen_random_uuid(), work_order_id, kind, author_id, author_name, author_title, "
            + "'补写的', at FROM work_order_entries WHERE work_order_id = {0} AND kind = 'Urge'",
        5,
        "work_order_entries: no row of the trace speaks of it"
    )]
    public async Task What_was_tampered_with_is_found_and_named(string sql, long sequence, string problem)
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(data, sql, order.Id);
        List<TraceBreak> told = [];
        var found = await data.VerifyTrace(told.Add);

        Assert.False(found.IsIntact);
        Assert.Contains((order.Number, sequence, problem), told.Select(t => (t.Subject, t.Sequence, WithoutKey(t.Problem))));
        Assert.Contains($"the first: {told[0]}", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inserted_row_is_found_even_with_a_hash_of_its_own()
    {
        var (data, order, other) = await ThreeOrders();
        // A whole and valid row of another order, moved in between.
        await Execute(data, "UPDATE trace SET sequence = sequence + 1000 WHERE subject_id = {0} AND sequence >= 3", order.Id);
        await Execute(data, "UPDATE trace SET sequence = sequence - 999 WHERE subject_id = {0} AND sequence >= 1000", order.Id);
        await Execute(
            data,
            """
            INSERT INTO trace (subject_id, sequence, at, kind, actor_kind, actor_id, actor_name, data, entry_id,
                content_hash, seal, key_id, previous_hash, hash)
            SELECT {0}, 3, at, kind, actor_kind, actor_id, actor_name, data, NULL, content_hash, seal, key_id, previous_hash, hash
            FROM trace WHERE subject_id = {1} AND sequence = 2
            """,
            order.Id,
            other.Id
        );

        Assert.Equal(new TraceBreak(order.Number, 3, "does not follow the row before it"), (await Verify(data)).First);
    }

    [Fact]
    public async Task Texts_swapped_between_two_entries_are_found()
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(
            data,
            """
            UPDATE work_order_entries e SET text = o.text FROM work_order_entries o
            WHERE e.work_order_id = {0} AND o.work_order_id = {0} AND e.id <> o.id
            """,
            order.Id
        );

        List<TraceBreak> told = [];
        await data.VerifyTrace(told.Add);
        Assert.Equal([3, 4], told.Select(t => t.Sequence).Order());
        Assert.All(
            told,
            t => Assert.Equal((order.Number, "work_order_entries: is not as this row left it"), (t.Subject, WithoutKey(t.Problem)))
        );
    }

    [Fact]
    public async Task Rows_of_an_order_that_is_gone_are_found()
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(data, "DELETE FROM work_order_entries WHERE work_order_id = {0}", order.Id);
        await Execute(data, "DELETE FROM work_orders WHERE id = {0}", order.Id);

        Assert.Equal(new TraceBreak(order.Number, 5, "the record of these rows is gone"), (await Verify(data)).First);
    }

    [Fact]
    public async Task The_trace_of_an_account_is_checked_too()
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(data, "UPDATE trace SET at = at - interval '1 day' WHERE subject_id = {0}", order.LitigantId!);
        Assert.Equal(
            new TraceBreak($"litigants {order.LitigantId}", 1, "the row was changed after it was written"),
            (await Verify(data)).First
        );
    }

    [Fact]
    public async Task The_trace_of_an_account_that_was_joined_with_another_stays_and_is_no_break()
    {
        var (data, _, _) = await ThreeOrders();
        var (former, other) = (await data.Litigant(), await data.Litigant());
        await data.Use(
            async (CourtDb db) =>
            {
                var gone = await db.Set<Litigant>().SingleAsync(l => l.Id == former.Id);
                gone.JoinInto(other, data.Now());
                db.Remove(gone);
                await db.SaveChangesAsync();
            }
        );
        Assert.True((await Verify(data)).IsIntact);

        await Execute(data, "DELETE FROM litigants WHERE id = {0}", other.Id);
        Assert.Equal(new TraceBreak($"litigants {other.Id}", 2, "the record of these rows is gone"), (await Verify(data)).First);
    }

    [Fact]
    public async Task Every_break_is_counted_and_the_first_order_named()
    {
        var (data, order, other) = await ThreeOrders();
        await Execute(data, "UPDATE trace SET data = 'x' WHERE subject_id = {0} AND sequence = 1", other.Id);
        await Execute(data, "UPDATE trace SET data = 'x' WHERE subject_id = {0} AND sequence = 2", order.Id);

        List<TraceBreak> told = [];
        Assert.Equal(2, (await data.VerifyTrace(told.Add)).Breaks);
        Assert.Equal(
            [(order.Number, 2L), (other.Number, 1L)],
            told.Select(t => (t.Subject, t.Sequence)).OrderByDescending(t => t.Sequence)
        );
    }

    /// <summary>In a database of their own: one received, dispatched, urged, answered and rated; two with four rows each.</summary>
    private async Task<(CourtData Data, WorkOrder Rated, WorkOrder Other)> ThreeOrders()
    {
        var data = await CourtData.Open(database.ConnectionString($"trace{CourtData.Next()}"));
        var (_, liaison) = await data.People();
        var litigant = await data.Litigant();
        var me = CourtData.ActorOf(litigant);
        var rated = await data.Message(litigant);
        await data.Use((Urge<WorkOrder> urge) => urge.Handle(rated.Id, Guid.CreateVersion7(), "请快一点", me, default));
        await data.Answer(rated, liaison);
        await data.Use((RateWorkOrder rate) => rate.Handle(rated.Id, Satisfaction.Satisfied, "谢谢", me, default));

        var others = new List<WorkOrder>();
        for (var i = 0; i < 2; i++)
        {
            var order = await data.Message(litigant);
            await data.Use(async (OpenWorkOrder open) => await open.Handle(order.Id, await data.ActorOf(liaison), default));
            // Without a remark: the entry speaks, the row's content is empty.
            var judge = await data.Staff(Role.Judge, await data.Division());
            await data.Use(
                async (Assign<WorkOrder> assign) =>
                    await assign.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, ""), await data.ActorOf(liaison), default)
            );
            others.Add(order);
        }

        return (data, rated, others[1]);
    }

    [Theory]
    [InlineData("owner_name")]
    [InlineData("requester_name")]
    public async Task What_carries_responsibility_is_not_saved_without_a_fact(string column)
    {
        var (data, order, _) = await ThreeOrders();
        var property = column == "owner_name" ? nameof(WorkOrder.OwnerName) : nameof(WorkOrder.RequesterName);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            data.Use(
                async (CourtDb db) =>
                {
                    var stored = await db.Set<WorkOrder>().SingleAsync(o => o.Id == order.Id);
                    db.Entry(stored).Property(property).CurrentValue = "别人";
                    await db.SaveChangesAsync();
                }
            )
        );
        Assert.Contains($"work_orders {order.Id} is saved without a fact: Modified {column}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_not_saved_without_its_record()
    {
        var (data, order, _) = await ThreeOrders();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            data.Use(
                async (CourtDb db) =>
                {
                    db.Remove(await db.Set<WorkOrderEntry>().FirstAsync(e => e.WorkOrderId == order.Id));
                    await db.SaveChangesAsync();
                }
            )
        );
    }

    [Fact]
    public async Task One_record_is_checked_as_all_are()
    {
        var (data, order, other) = await ThreeOrders();
        await Execute(data, "UPDATE work_orders SET due_day = due_day + 1 WHERE id = {0}", order.Id);
        Task<IReadOnlyList<TraceBreak>> Breaks(WorkOrder of) => data.Use((TraceVerifier v) => v.BreaksOf<WorkOrder>([of.Id], default));
        Assert.Equal(order.Number, Assert.Single(await Breaks(order)).Subject);
        Assert.Empty(await Breaks(other));
    }

    /// <summary>Keys are made by each run.</summary>
    private static string WithoutKey(string problem) => Regex.Replace(problem, " [0-9a-f-]{36}", "");

    private static Task<TraceFindings> Verify(CourtData data) => data.VerifyTrace();

    private static Task Execute(CourtData data, string sql, params object[] values) =>
        data.Use(async (CourtDb db) => Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, values)));
}
