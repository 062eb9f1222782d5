using Domain.Organisation;
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
        // The fourth is that of the account.
        Assert.Equal((4, 14), (found.Chains, found.Rows));
        Assert.Equal("14 rows of 4 chains checked, all intact", found.ToString());
    }

    [Theory]
    [InlineData(
        "UPDATE trace SET words = words || '。' WHERE subject_id = {0} AND sequence = 2",
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
        "rows are missing at the end: the subject counts 5, the trace ends at 3"
    )]
    [InlineData("DELETE FROM trace WHERE subject_id = {0}", 1, "there is no trace at all")]
    [InlineData("UPDATE work_orders SET text = '改过的话' WHERE id = {0}", 1, "the order's text was changed")]
    [InlineData("UPDATE work_orders SET satisfaction_words = '很好' WHERE id = {0}", 5, "the order's text was changed")]
    [InlineData(
        "UPDATE work_order_entries SET text = '改过的答复' WHERE work_order_id = {0} AND kind = 'Answer'",
        4,
        "the text of the entry was changed"
    )]
    [InlineData(
        "UPDATE work_order_entries SET text = '加了字' WHERE work_order_id = {0} AND kind = 'Urge'",
        3,
        "the text of the entry was changed"
    )]
    [InlineData("DELETE FROM work_order_entries WHERE work_order_id = {0} AND kind = 'Answer'", 4, "the entry of this row is gone")]
    [InlineData(
        "UPDATE work_orders SET trace_hash = repeat('0', 64) WHERE id = {0}",
        5,
        "the newest row is not the one that the subject names"
    )]
    [InlineData(
        "INSERT INTO work_order_entries SELECT gen_random_uuid(), work_order_id, kind, author_id, author_name, author_title, '补写的', at "
            + "FROM work_order_entries WHERE work_order_id = {0} AND kind = 'Urge'",
        5,
        "an entry (Urge) that no row of the trace speaks of"
    )]
    public async Task What_was_tampered_with_is_found_and_named(string sql, long sequence, string problem)
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(data, sql, order.Id);
        var found = await Verify(data);

        Assert.Equal(new TraceBreak(order.Number, sequence, problem), found.First);
        Assert.False(found.IsIntact);
        Assert.Contains($"the first: {order.Number}, row {sequence}: {problem}", found.ToString(), StringComparison.Ordinal);
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
            INSERT INTO trace (subject_id, sequence, at, kind, actor_kind, actor_id, actor_name, words, entry_id, content_hash, previous_hash, hash)
            SELECT {0}, 3, at, kind, actor_kind, actor_id, actor_name, words, NULL, content_hash, previous_hash, hash
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

        var found = await Verify(data);
        Assert.Equal(new TraceBreak(order.Number, 3, "the text of the entry was changed"), found.First);
        Assert.Equal(2, found.Breaks);
    }

    [Fact]
    public async Task Rows_of_an_order_that_is_gone_are_found()
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(data, "DELETE FROM work_order_entries WHERE work_order_id = {0}", order.Id);
        await Execute(data, "DELETE FROM work_orders WHERE id = {0}", order.Id);

        var found = await Verify(data);
        Assert.Equal(new TraceBreak(order.Id.ToString(), 1, "the order of this row is gone"), found.First);
        Assert.Equal(5, found.Breaks);
    }

    [Fact]
    public async Task The_trace_of_an_account_is_checked_too()
    {
        var (data, order, _) = await ThreeOrders();
        await Execute(data, "UPDATE trace SET at = at - interval '1 day' WHERE subject_id = {0}", order.LitigantId!);
        Assert.Equal(
            new TraceBreak(order.LitigantId.ToString()!, 1, "the row was changed after it was written"),
            (await Verify(data)).First
        );
    }

    [Fact]
    public async Task The_trace_of_an_account_that_was_joined_with_another_stays_and_is_no_break()
    {
        var (data, _, _) = await ThreeOrders();
        var former = await data.Litigant();
        await Execute(data, "DELETE FROM litigants WHERE id = {0}", former.Id);
        Assert.True((await Verify(data)).IsIntact);
    }

    [Fact]
    public async Task Every_break_is_counted_and_the_first_order_named()
    {
        var (data, order, other) = await ThreeOrders();
        await Execute(data, "UPDATE trace SET words = 'x' WHERE subject_id = {0} AND sequence = 1", other.Id);
        await Execute(data, "UPDATE trace SET words = 'x' WHERE subject_id = {0} AND sequence = 2", order.Id);

        var found = await Verify(data);
        Assert.Equal(2, found.Breaks);
        Assert.Equal((order.Number, 2), (found.First!.Subject, found.First.Sequence));
    }

    /// <summary>In a database of their own: one received, dispatched, urged, answered and rated; two with four rows each.</summary>
    private async Task<(CourtData Data, WorkOrder Rated, WorkOrder Other)> ThreeOrders()
    {
        var data = await CourtData.Open(database.ConnectionString($"trace{CourtData.Next()}"));
        var (_, liaison) = await data.People();
        var litigant = await data.Litigant();
        var me = CourtData.ActorOf(litigant);
        var rated = await data.Message(litigant);
        await data.Use((UrgeWorkOrder urge) => urge.Handle(rated.Id, Guid.CreateVersion7(), "请快一点", me, default));
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
                async (AssignWorkOrder assign) =>
                    await assign.Handle(order.Id, Guid.CreateVersion7(), judge.Id, "", await data.ActorOf(liaison), default)
            );
            others.Add(order);
        }

        return (data, rated, others[1]);
    }

    private static Task<TraceFindings> Verify(CourtData data) => data.Use((CourtDb db) => new TraceVerifier(db).Verify(_ => { }, default));

    private static Task Execute(CourtData data, string sql, params object[] values) =>
        data.Use(async (CourtDb db) => Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, values)));
}
