using Domain.Handling;
using Domain.InboundMessages;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.InboundMessages;
using Infrastructure.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.InboundMessages;

/// <summary>What becomes of an SMS that somebody sends to the court.</summary>
public sealed class InboundSmsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private CourtData _data = null!;
    private Division _division = null!;
    private Staff _judge = null!;
    private Staff _liaison = null!;
    private Litigant _litigant = null!;
    private int _sequence;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        _division = await _data.Division();
        _judge = await _data.Staff(Role.Judge, _division);
        _liaison = await _data.Staff(Role.LiaisonOfficer, _division);
        await _data.Staff(Role.LiaisonOfficer, await _data.Division(DivisionKind.Filing));
        _litigant = await _data.Litigant();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_reply_with_the_code_answers_closes_and_tells_the_requester()
    {
        var (first, second) = (await Order(), await Order());
        var sms = await Receive(_judge, $"{second.ReplyCode}+可以，请开庭当天带上手机。");

        Assert.Equal((InboundOutcome.Answered, (Guid?)second.Id, false), (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson));
        var closed = await Read(second);
        Assert.Equal((WorkOrderState.Closed, _judge.Id), (closed.State, closed.ClosedById!.Value));
        var answer = Assert.Single(closed.Entries);
        Assert.Equal(
            (sms.Id, EntryKind.Answer, "可以，请开庭当天带上手机。", _division.Name),
            (answer.Id, answer.Kind, answer.Text, answer.AuthorTitle)
        );
        Assert.False((await Read(first)).IsClosed);
        Assert.Contains(await Notices(second), n => n.Kind == WorkOrderNotices.AnsweredInFull.Key && n.RecipientId == _litigant.Id);
        Assert.Contains(await Notices(second), n => n.Kind == InboundNotices.Answered.Key && n.RecipientId == _judge.Id);
        Assert.Equal(
            AnswerMeans.Sms,
            (
                await _data.Use(
                    (CourtDb db) => db.Set<TraceRow>().SingleAsync(t => t.SubjectId == second.Id && t.Kind == WorkOrderFacts.Answered)
                )
            )
                .Read<AnsweredData>()
                .Means
        );
        Assert.True((await _data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task A_reply_without_a_code_answers_the_only_open_order()
    {
        var order = await Order();
        Assert.Equal(InboundOutcome.Answered, (await Receive(_judge, "可以，请开庭当天带上手机。")).Outcome);
        Assert.True((await Read(order)).IsClosed);
    }

    [Fact]
    public async Task Digits_before_the_words_that_are_nobodys_code_belong_to_the_answer()
    {
        var order = await Order();
        Assert.Equal(InboundOutcome.Answered, (await Receive(_judge, "9999份材料已经收齐，不必再寄。")).Outcome);
        Assert.StartsWith("9999", (await Read(order)).Entries.Single().Text);
    }

    [Theory]
    [InlineData("收到")]
    [InlineData("稍后")]
    [InlineData("好的")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("{code}")]
    [InlineData("{code}+收到，稍后回复")]
    public async Task A_reply_that_says_nothing_closes_nothing_and_the_liaison_officer_is_asked(string text)
    {
        var order = await Order();
        var sms = await Receive(_judge, text.Replace("{code}", order.ReplyCode, StringComparison.Ordinal));

        Assert.Equal(
            (InboundOutcome.NotAnAnswer, (Guid?)order.Id, true, _division.Id),
            (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson, sms.DivisionId!.Value)
        );
        var open = await Read(order);
        Assert.False(open.IsClosed);
        Assert.Equal(EntryKind.InternalNote, Assert.Single(open.Entries).Kind);
        var notices = await Notices(order);
        Assert.Contains(
            notices,
            n => n.Kind == InboundNotices.AskLiaison.Key && n.RecipientId == _liaison.Id && n.Channel == NoticeChannel.Sms
        );
        Assert.Contains(
            notices,
            n => n.Kind == InboundNotices.AskLiaison.Key && n.RecipientId == _liaison.Id && n.Channel == NoticeChannel.InApp
        );
        var back = Assert.Single(notices, n => n.Kind == InboundNotices.NotAnAnswer.Key);
        Assert.Equal(
            $"【广州法院12368】工单 {order.Number} 未办结：这样的回复不是答复，当事人看不到。请写明结果，回复 {order.ReplyCode}+答复内容。",
            NoticeKind.Render(InboundNotices.NotAnAnswer.Text, back.Fields)
        );
        Assert.DoesNotContain(notices, n => n.Kind.StartsWith(WorkOrderNotices.Answered.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_liaison_officer_is_asked_once_until_somebody_has_looked()
    {
        var order = await Order();
        var first = await Receive(_judge, "收到");
        await Receive(_judge, "收到收到");
        Assert.Single(await Notices(order), n => n.Kind == InboundNotices.AskLiaison.Key && n.Channel == NoticeChannel.Sms);

        await _data.Use(async (MarkInboundSmsHandled mark) => await mark.Handle(first.Id, await _data.ActorOf(_liaison), default));
        Assert.NotNull((await _data.Use((CourtDb db) => db.Set<InboundSms>().SingleAsync(s => s.Id == first.Id))).HandledAt);
    }

    [Theory]
    [InlineData("可以，请开庭当天带上手机。")]
    public async Task With_several_open_orders_a_reply_without_a_code_that_fits_answers_none(string text)
    {
        var (first, second) = (await Order(), await Order());
        var sms = await Receive(_judge, text);
        Assert.Equal((InboundOutcome.WhichOrder, (Guid?)null, true), (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson));
        Assert.False((await Read(first)).IsClosed || (await Read(second)).IsClosed);
        var back = await Back(_judge, InboundNotices.WhichOrder);
        Assert.Equal("2", back.Fields["count"]);
        var words = NoticeKind.Render(InboundNotices.WhichOrder.Text, back.Fields);
        Assert.DoesNotContain(first.ReplyCode, words, StringComparison.Ordinal); // no unrelated order is named
        Assert.DoesNotContain(second.ReplyCode, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_no_orders_is_named_and_answers_none()
    {
        var (first, second) = (await Order(), await Order());
        var sms = await Receive(_judge, "9999+可以，请开庭当天带上手机。");
        Assert.Equal((InboundOutcome.WhichOrder, (Guid?)null, true), (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson));
        Assert.False((await Read(first)).IsClosed || (await Read(second)).IsClosed);
        Assert.StartsWith(
            "【广州法院12368】没有答复码 9999 的工单，您的短信未作为答复。",
            NoticeKind.Render(InboundNotices.UnknownCode.Text, (await Back(_judge, InboundNotices.UnknownCode)).Fields),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reply_to_a_closed_order_is_recorded_and_the_judge_told_when_it_was_closed()
    {
        var order = await Order();
        await _data.Answer(order, _judge);
        await Order();
        var sms = await Receive(_judge, $"{order.ReplyCode}+还要补充一句，请带身份证。");
        Assert.Equal((InboundOutcome.OrderClosed, (Guid?)order.Id, false), (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson));
        Assert.Equal("11 月 20 日（周五）10:26", (await Back(_judge, InboundNotices.OrderClosed)).Fields["closedAt"]);
        Assert.Single((await Read(order)).Entries);
    }

    [Fact]
    public async Task The_same_answer_twice_is_answered_once_and_said_so()
    {
        var order = await Order();
        var text = $"{order.ReplyCode}+可以，请开庭当天带上手机。";
        await Receive(_judge, text);
        Assert.Equal(InboundOutcome.OrderClosed, (await Receive(_judge, text)).Outcome);
        Assert.Single((await Read(order)).Entries);
    }

    [Fact]
    public async Task The_head_may_answer_by_code_for_the_division_and_not_for_another()
    {
        var order = await Order();
        var head = await _data.Staff(Role.DivisionHead, _division);
        var stranger = await _data.Staff(Role.DivisionHead, await _data.Division(DivisionKind.Enforcement));
        Assert.Equal(InboundOutcome.NoOpenOrder, (await Receive(stranger, $"{order.ReplyCode}+可以，请开庭当天带上手机。")).Outcome);
        Assert.False((await Read(order)).IsClosed);
        Assert.Equal(InboundOutcome.Answered, (await Receive(head, $"{order.ReplyCode}+可以，请开庭当天带上手机。")).Outcome);
        Assert.Equal(head.Id, (await Read(order)).ClosedById);
    }

    [Fact]
    public async Task A_leaders_received_needs_no_order_and_no_answer()
    {
        var head = await _data.Staff(Role.DivisionHead, _division);
        var sms = await Receive(head, "收到");
        Assert.Equal((InboundOutcome.NotAnAnswer, false, false), (sms.Outcome, sms.NeedsPerson, sms.WasAnswered));
    }

    [Fact]
    public async Task An_unknown_number_is_listed_and_answered_once_a_day()
    {
        var (first, second) = (await Receive("13900000001", "你好，我想问案子"), await Receive("13900000001", "有人吗"));
        Assert.Equal((InboundOutcome.UnknownNumber, true, true), (first.Outcome, first.NeedsPerson, first.WasAnswered));
        Assert.Equal((InboundOutcome.UnknownNumber, true, false), (second.Outcome, second.NeedsPerson, second.WasAnswered));
        var back = Assert.Single(await _data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.Address == "13900000001").ToListAsync()));
        Assert.DoesNotContain("案子", NoticeKind.Render(InboundNotices.LetterReceived.Text, back.Fields));
        _clock.Now = _clock.Now.AddDays(1).AddMinutes(1);
        Assert.True((await Receive("13900000001", "还是我")).WasAnswered);
    }

    [Fact]
    public async Task A_number_that_is_no_mobile_gets_no_answer() => Assert.False((await Receive("10086", "您的话费余额")).WasAnswered);

    [Fact]
    public async Task A_litigants_letter_changes_nothing_and_shows_which_order_it_may_belong_to()
    {
        var order = await Order();
        var sms = await Receive(_litigant.Phone!, "法官你好，我改了电话");
        Assert.Equal(
            (InboundOutcome.FromLitigant, (Guid?)order.Id, true, true),
            (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson, sms.WasAnswered)
        );
        Assert.Empty((await Read(order)).Entries);
    }

    [Fact]
    public async Task Words_of_leaving_are_recorded_and_nothing_goes_back()
    {
        var order = await Order();
        Assert.Equal(
            (InboundOutcome.OptOut, false),
            await Receive(_litigant.Phone!, "TD") is var sms ? (sms.Outcome, sms.WasAnswered) : default
        );
        Assert.Equal(InboundOutcome.OptOut, (await Receive(_judge, "退订")).Outcome);
        Assert.False((await Read(order)).IsClosed);
    }

    [Fact]
    public async Task Every_reply_of_a_judge_is_answered_however_many_there_are()
    {
        List<WorkOrder> orders = [];
        for (var i = 0; i < 12; i++)
            orders.Add(await Order());
        foreach (var order in orders)
            Assert.True((await Receive(_judge, $"{order.ReplyCode}+可以，请开庭当天带上手机。")).WasAnswered);
        Assert.True((await Receive(_judge, $"{orders[0].ReplyCode}+再补充一句，请带身份证。")).WasAnswered);
    }

    [Fact]
    public async Task What_wants_a_person_is_counted_beside_the_navigation_of_whoever_looks()
    {
        await Order();
        var sms = await Receive(_judge, "收到");
        var liaison = await _data.ActorOf(_liaison);
        Assert.Equal(1, await Counted());
        await _data.Use((MarkInboundSmsHandled mark) => mark.Handle(sms.Id, liaison, default));
        Assert.Equal(0, await Counted());

        async Task<int> Counted() =>
            (await _data.Use((ShellQueries shell) => shell.Counts([NavCount.InboundSms], liaison, _clock.Now, default)))[
                NavCount.InboundSms
            ].Total;
    }

    [Fact]
    public async Task The_same_message_handed_over_twice_is_kept_once()
    {
        var message = new IncomingSms("sms", "twice", "13900000002", "你好", "", _clock.Now);
        await _data.Use((KeepInboundSms keep) => keep.Handle([message, message], default));
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => _data.Use((KeepInboundSms keep) => keep.Handle([message, message with { Sequence = "other" }], default)))
        );
        Assert.Equal(2, await _data.Use((CourtDb db) => db.Set<InboundSms>().CountAsync()));
    }

    [Fact]
    public async Task Two_workers_that_read_the_same_message_act_once()
    {
        var order = await Order();
        await Keep(_judge.Mobile, "可以，请开庭当天带上手机。");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _data.Use((InboundSmsRound round) => round.Run(default))));
        Assert.Single((await Read(order)).Entries);
        Assert.Single(await Notices(order), n => n.Kind == InboundNotices.Answered.Key);
    }

    [Fact]
    public async Task Only_those_it_concerns_may_mark_it()
    {
        await Order();
        var sms = await Receive(_judge, "收到");
        var other = await _data.ActorOf(await _data.Staff(Role.LiaisonOfficer, await _data.Division(DivisionKind.Enforcement)));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use((MarkInboundSmsHandled mark) => mark.Handle(sms.Id, other, default))
        );
        Assert.Equal("inbound_sms.not_found", refused.Code);
    }

    private async Task<WorkOrder> Order() => await _data.Message(_litigant, await _data.Case(_litigant, _division, _judge));

    private Task<InboundSms> Receive(Staff from, string text) => Receive(from.Mobile, text);

    private async Task<InboundSms> Receive(string from, string text)
    {
        _clock.Now = _clock.Now.AddSeconds(1);
        var sequence = await Keep(from, text);
        Assert.Equal(1, await _data.Use((InboundSmsRound round) => round.Run(default)));
        return await _data.Use((CourtDb db) => db.Set<InboundSms>().AsNoTracking().SingleAsync(s => s.Sequence == sequence));
    }

    private async Task<string> Keep(string from, string text)
    {
        var sequence = $"s{++_sequence}";
        await _data.Use((KeepInboundSms keep) => keep.Handle([new IncomingSms("sms", sequence, from, text, "", _clock.Now)], default));
        return sequence;
    }

    private Task<WorkOrder> Read(WorkOrder order) =>
        _data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().Include(o => o.Entries).SingleAsync(o => o.Id == order.Id));

    private Task<List<Notice>> Notices(WorkOrder order) =>
        _data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == order.Id).ToListAsync());

    private Task<Notice> Back(Staff to, NoticeKind kind) =>
        _data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().SingleAsync(n => n.RecipientId == to.Id && n.Kind == kind.Key));
}
