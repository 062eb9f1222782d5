using Domain.Drafts;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Numbers;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.WorkOrders;

public class ConcurrencyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Of_two_who_answer_at_once_one_wins_and_the_other_is_told_who()
    {
        var (data, order, judge, head) = await OrderWithTwoHandlers();
        for (var round = 0; round < 10; round++)
        {
            var results = await Task.WhenAll(
                new[] { judge, head }.Select(by =>
                    Try(() =>
                        data.Use(
                            (AnswerWorkOrder answer) => answer.Handle(order.Id, Guid.CreateVersion7(), $"{by.Name}的答复", [], by, default)
                        )
                    )
                )
            );

            var refused = Assert.Single(results, r => r is not null)!;
            Assert.Equal("work_order.closed", refused.Code);
            var stored = await Load(data, order.Id);
            Assert.StartsWith(stored.ClosedByName!, refused.Message, StringComparison.Ordinal);
            Assert.Equal($"{stored.ClosedByName}的答复", Assert.Single(stored.Entries).Text);
            Assert.Single(
                await data.Use(
                    (CourtDb db) =>
                        db.Set<TraceRow>().Where(t => t.SubjectId == order.Id && t.Kind == WorkOrderFacts.Answered).ToListAsync()
                )
            );
            order = await Another(data, judge);
        }
    }

    [Fact]
    public async Task What_is_sent_is_no_draft_any_more_and_what_is_refused_still_is()
    {
        var (data, order, judge, head) = await OrderWithTwoHandlers();
        foreach (var by in new[] { judge, head })
            await data.Use((SaveDraft save) => save.Handle(DraftKey.Reply(order.Id), $"{by.Name}的答复", by, default));

        await data.Use((AnswerWorkOrder answer) => answer.Handle(order.Id, Guid.CreateVersion7(), "可以。", [], judge, default));
        await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use((AnswerWorkOrder answer) => answer.Handle(order.Id, Guid.CreateVersion7(), "不可以。", [], head, default))
        );

        Assert.Equal(
            head.Id,
            Assert
                .Single(await data.Use((CourtDb db) => db.Set<Draft>().Where(d => d.Key == DraftKey.Reply(order.Id)).ToListAsync()))
                .StaffId
        );
    }

    [Fact]
    public async Task A_note_in_between_does_not_lose_an_answer()
    {
        var (data, order, judge, head) = await OrderWithTwoHandlers();
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i => data.Use((NoteWorkOrder note) => note.Handle(order.Id, Guid.CreateVersion7(), $"备注 {i}", head, default)))
                .Append(data.Use((AnswerWorkOrder answer) => answer.Handle(order.Id, Guid.CreateVersion7(), "可以。", [], judge, default)))
        );

        var stored = await Load(data, order.Id);
        Assert.True(stored.IsClosed);
        Assert.Equal(5, stored.Entries.Count);
        var found = await data.VerifyTrace();
        Assert.True(found.IsIntact, found.ToString());
    }

    [Fact]
    public async Task A_message_sent_twice_at_once_is_one_order()
    {
        var (data, litigant, court) = await Sender();
        var message = new LeaveMessage.Message(Channel.WeChat, Category.CaseQuery, "到哪一步了", null, null, court.Id, []);
        for (var round = 0; round < 10; round++)
        {
            var id = Guid.CreateVersion7();
            var sent = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ => data.Use((LeaveMessage leave) => leave.Handle(id, message, CourtData.ActorOf(litigant), default)))
            );
            Assert.Single(sent, s => s.Created);
            Assert.Single(sent.Select(s => s.Order.Number).Distinct());
        }

        Assert.Equal(10, await data.Use((CourtDb db) => db.Set<WorkOrder>().CountAsync()));
    }

    [Fact]
    public async Task An_answer_sent_twice_at_once_is_one_answer_and_neither_sender_is_refused()
    {
        var (data, order, judge, _) = await OrderWithTwoHandlers();
        for (var round = 0; round < 10; round++)
        {
            var entry = Guid.CreateVersion7();
            var results = await Task.WhenAll(
                Enumerable
                    .Range(0, 3)
                    .Select(_ =>
                        Try(() => data.Use((AnswerWorkOrder answer) => answer.Handle(order.Id, entry, "可以。", [], judge, default)))
                    )
            );
            Assert.All(results, Assert.Null);
            Assert.Single((await Load(data, order.Id)).Entries);
            order = await Another(data, judge);
        }
    }

    [Fact]
    public async Task An_urge_tapped_twice_is_one_urge_and_two_urges_of_a_day_are_refused()
    {
        var (data, litigant, court) = await Sender();
        var order = await data.Message(litigant, court: court);
        var (me, entry) = (CourtData.ActorOf(litigant), Guid.CreateVersion7());

        var tapped = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Try(() => data.Use((Urge<WorkOrder> urge) => urge.Handle(order.Id, entry, "", me, default))))
        );
        Assert.All(tapped, Assert.Null);
        Assert.Equal(
            "work_order.urged_today",
            (await Try(() => data.Use((Urge<WorkOrder> urge) => urge.Handle(order.Id, Guid.CreateVersion7(), "", me, default))))!.Code
        );
        Assert.Equal(1, (await Load(data, order.Id)).UrgeCount);
    }

    [Fact]
    public async Task A_request_id_of_somebody_else_is_refused()
    {
        var (data, litigant, court) = await Sender();
        var order = await data.Message(litigant, court: court);
        var other = await data.Litigant("李志强");
        var message = new LeaveMessage.Message(Channel.WeChat, Category.CaseQuery, "到哪一步了", null, null, court.Id, []);
        var refused = await Try(() => data.Use((LeaveMessage leave) => leave.Handle(order.Id, message, CourtData.ActorOf(other), default)));
        Assert.Equal("request.id_reused", refused!.Code);
    }

    [Fact]
    public async Task Another_persons_order_looks_like_a_missing_one()
    {
        var (data, order, judge, _) = await OrderWithTwoHandlers();
        var stranger = CourtData.ActorOf(await data.Litigant("李志强"));
        var elsewhere = await data.ActorOf(await data.Staff(Role.Judge, await data.Division(court: "tianhe")));
        var missing = Guid.CreateVersion7();

        foreach (var id in (Guid[])[order.Id, missing])
        {
            Assert.Equal(
                "work_order.not_found",
                (await Try(() => data.Use((Urge<WorkOrder> urge) => urge.Handle(id, Guid.CreateVersion7(), "", stranger, default))))!.Code
            );
            Assert.Equal(
                "work_order.not_found",
                (await Try(() => data.Use((RateWorkOrder rate) => rate.Handle(id, Satisfaction.Satisfied, null, stranger, default))))!.Code
            );
            Assert.Equal(
                "work_order.not_found",
                (
                    await Try(() =>
                        data.Use((AnswerWorkOrder answer) => answer.Handle(id, Guid.CreateVersion7(), "答复", [], elsewhere, default))
                    )
                )!.Code
            );
        }

        Assert.False((await Load(data, order.Id)).IsClosed);
        Assert.Null(
            await Try(() =>
                data.Use((AnswerWorkOrder answer) => answer.Handle(order.Id, Guid.CreateVersion7(), "答复", [], judge, default))
            )
        );
    }

    [Fact]
    public async Task Short_numbers_are_unique_under_eight_takers_and_after_a_restart()
    {
        var data = await CourtData.Open(database.ConnectionString($"numbers{CourtData.Next()}"));
        var scopes = await data.Use((IServiceScopeFactory s) => Task.FromResult(s));
        var day = new DateOnly(2026, 11, 20);
        List<string> all = [];
        // Two hosts at once, then one of them anew.
        foreach (
            var hosts in (NumberBlocks[][])
                [
                    [new(scopes), new(scopes)],
                    [new(scopes)],
                ]
        )
        {
            var taken = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(taker =>
                        Task.Run(async () =>
                        {
                            List<string> mine = [];
                            for (var i = 0; i < 60; i++)
                                mine.Add(await hosts[taker % hosts.Length].Next(WorkOrder.Numbers, day, default));
                            Assert.Equal(mine.Order(), mine);
                            return mine;
                        })
                    )
            );
            all.AddRange(taken.SelectMany(t => t));
            foreach (var host in hosts)
                host.Dispose();
        }

        Assert.Equal(960, all.Distinct().Count());
        Assert.All(all, number => Assert.Matches(@"^GZ20261120-\d{6}$", number));
        using var next = new NumberBlocks(scopes);
        Assert.Equal("GZ20261121-000001", await next.Next(WorkOrder.Numbers, day.AddDays(1), default));
    }

    [Fact]
    public async Task The_trace_and_the_notices_are_written_with_the_order_or_not_at_all()
    {
        var (data, litigant, court) = await Sender();
        var order = await data.Message(litigant, court: court);
        Assert.Equal([WorkOrderFacts.Received, WorkOrderFacts.Dispatched], await Trace(order.Id));
        Assert.Equal(
            [WorkOrderNotices.Dispatched.Key, WorkOrderNotices.Received.Key],
            await data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.SubjectId == order.Id).Select(n => n.Kind).Order().ToListAsync())
        );

        // The same trouble for a new order and for a later act: the last insert of the transaction fails.
        await data.Use(
            (CourtDb db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE notices ADD CONSTRAINT none CHECK (kind = '') NOT VALID")
        );
        await Assert.ThrowsAsync<DbUpdateException>(() => data.Message(litigant, court: court));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            data.Use((Urge<WorkOrder> urge) => urge.Handle(order.Id, Guid.CreateVersion7(), "", CourtData.ActorOf(litigant), default))
        );

        var stored = await Load(data, order.Id);
        Assert.Equal((2, 0, 0), (stored.Version, stored.UrgeCount, stored.Entries.Count));
        Assert.Equal(1, await data.Use((CourtDb db) => db.Set<WorkOrder>().CountAsync()));
        Assert.Equal(2, (await Trace(order.Id)).Count);
        Assert.Equal(2, await data.Use((CourtDb db) => db.Set<Notice>().CountAsync()));

        Task<List<string>> Trace(Guid id) =>
            data.Use(
                (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).Select(t => t.Kind).ToListAsync()
            );
    }

    [Fact]
    public async Task A_text_with_characters_that_no_database_holds_is_kept_without_them()
    {
        var (data, litigant, court) = await Sender();
        var order = await data.Message(litigant, court: court, text: "第一行\0第二行\ud83d" + new string('长', 48) + "😀😀");
        var stored = await Load(data, order.Id);
        Assert.Equal("第一行第二行\ufffd" + new string('长', 48) + "😀😀", stored.Text);
        Assert.Equal(order.Title, stored.Title);
        Assert.True((await data.VerifyTrace()).IsIntact);
    }

    private async Task<(CourtData Data, WorkOrder Order, Actor Judge, Actor Head)> OrderWithTwoHandlers()
    {
        var data = await CourtData.Open(database.ConnectionString($"concurrent{CourtData.Next()}"));
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division, "陈静怡");
        var head = await data.Staff(Role.DivisionHead, division, "梁启明");
        var litigant = await data.Litigant();
        var order = await data.Message(litigant, await data.Case(litigant, division, judge));
        return (data, order, await data.ActorOf(judge), await data.ActorOf(head));
    }

    private async Task<(CourtData Data, Domain.Litigants.Litigant Litigant, Court Court)> Sender()
    {
        var data = await CourtData.Open(database.ConnectionString($"sender{CourtData.Next()}"));
        await data.People();
        return (data, await data.Litigant(), await data.Court());
    }

    /// <summary>A further order of the same judge, for a further round.</summary>
    private static async Task<WorkOrder> Another(CourtData data, Actor judge)
    {
        var litigant = await data.Litigant();
        return await data.Message(
            litigant,
            await data.Case(litigant, judge: await data.Use((CourtDb db) => db.Set<Staff>().SingleAsync(s => s.Id == judge.Id)))
        );
    }

    private static Task<WorkOrder> Load(CourtData data, Guid id) =>
        data.Use((CourtDb db) => db.Set<WorkOrder>().Include(o => o.Entries).AsNoTracking().SingleAsync(o => o.Id == id));

    private static async Task<RefusedException?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused;
        }
    }
}
