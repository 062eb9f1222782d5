using Domain.DocumentService;
using Domain.Handling;
using Domain.InboundMessages;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.InboundMessages;
using Infrastructure.Persistence;
using Infrastructure.Tests.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.InboundMessages;

/// <summary>What people outside write by SMS, and what a person of the court makes of it.</summary>
public sealed class LetterTests(TestDatabase database) : OutboxTest(database)
{
    private Staff _judge = null!;
    private Actor _filing = null!;
    private Litigant _litigant = null!;
    private int _sequence;

    [Fact]
    public async Task A_letter_becomes_an_order_once()
    {
        await People();
        var @case = await Data.Case(_litigant, judge: _judge);
        var sms = await Receive(_litigant.Phone!, "法官你好，请问什么时候开庭？");
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++) // pressed twice
            await Data.Use((MakeOrderOfSms u) => u.Handle(sms.Id, id, Category.CaseQuery, @case.Number, _filing, default));

        var order = await Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == id));
        Assert.Equal(
            (Channel.Sms, "法官你好，请问什么时候开庭？", (Guid?)_litigant.Id, (Guid?)@case.Id, _judge.Id),
            (order.Channel, order.Text, order.LitigantId, order.CaseId, order.OwnerId)
        );
        var settled = await Read(sms);
        Assert.Equal(
            (LetterHandling.Registered, (Guid?)id, _filing.Name),
            (settled.Handling!.Value, settled.WorkOrderId, settled.HandledByName)
        );
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<WorkOrder>().CountAsync()));
        Assert.True((await Data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task A_letter_of_the_requesters_own_phone_goes_into_the_order_and_a_strangers_does_not()
    {
        await People();
        var order = await Data.Message(_litigant, await Data.Case(_litigant, judge: _judge));
        var stranger = await Receive("13900000077", "我也要问这个案子");
        await Refused("inbound_sms.other_phone", (AttachSmsToOrder u) => u.Handle(stranger.Id, order.Number, _filing, default));

        var sms = await Receive(_litigant.Phone!, "补充一句：我的电话换了");
        await Data.Use((AttachSmsToOrder u) => u.Handle(sms.Id, order.Number.ToLowerInvariant(), _filing, default));
        var entry = await Data.Use((CourtDb db) => db.Set<WorkOrderEntry>().AsNoTracking().SingleAsync(e => e.WorkOrderId == order.Id));
        Assert.Equal((EntryKind.Supplement, "补充一句：我的电话换了", "短信来信"), (entry.Kind, entry.Text, entry.AuthorTitle));
        Assert.Equal(LetterHandling.Attached, (await Read(sms)).Handling);
        await Refused("inbound_sms.handled", (AnswerSms u) => u.Handle(sms.Id, "好的", _filing, default));
    }

    [Fact]
    public async Task A_person_writes_back_and_the_phone_reads_it()
    {
        await People();
        var sms = await Receive("13900000078", "请问怎么立案");
        await SendAll();
        await Data.Use((AnswerSms u) => u.Handle(sms.Id, "请带身份证和起诉状到越秀区法院立案庭。", _filing, default));
        await SendAll();
        Assert.Equal(
            "【广州法院12368】请带身份证和起诉状到越秀区法院立案庭。（回复您的来信，咨询请拨打 12368）",
            Sms.Messages.Last(m => m.Address == "13900000078").Body
        );
        Assert.Equal(LetterHandling.Answered, (await Read(sms)).Handling);
        await Refused("inbound_sms.words_missing", (AnswerSms u) => u.Handle(sms.Id, " ", _filing, default));
        await Refused("inbound_sms.words_unfit", (AnswerSms u) => u.Handle(sms.Id, "【某银行】请点开", _filing, default));
    }

    [Fact]
    public async Task A_judges_reply_is_no_letter()
    {
        await People();
        await Data.Message(_litigant, await Data.Case(_litigant, judge: _judge));
        var sms = await Receive(_judge.Mobile, "收到");
        await Refused("inbound_sms.no_letter", (AnswerSms u) => u.Handle(sms.Id, "请写答复", _filing, default));
    }

    [Theory]
    [InlineData("拒收", true)]
    [InlineData("我拒绝签收！", true)]
    [InlineData("不收", true)]
    [InlineData("拒收短信退订", false)]
    [InlineData("没有拒收", false)]
    public void Only_a_plain_refusal_is_one(string text, bool isRefusal) => Assert.Equal(isRefusal, ReplyToServiceSms.IsRefusal(text));

    [Fact]
    public async Task A_refusal_of_served_documents_reaches_their_clerk()
    {
        await People();
        var division = await Data.Division();
        var clerk = await Data.Staff(Role.Clerk, division);
        var @case = await Data.Case();
        var way = new PlannedWay(ServiceChannel.SmsLink, "13900000080", AddressBasis.Found);
        var service = (
            await Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], consent: "", ways: way)])
        ).Single();
        await Data.Use(
            (CourtDb db) =>
                db.Set<ServiceAttempt>()
                    .Where(a => a.ServiceId == service.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(a => a.SentAt, Clock.Now))
        );

        var sms = await Receive("13900000080", "拒收");
        Assert.Equal((InboundOutcome.ServiceRefused, true, (Guid?)service.DivisionId), (sms.Outcome, sms.NeedsPerson, sms.DivisionId));
        var liaison = await Data.ActorOf(await Data.Staff(Role.LiaisonOfficer, division));
        var page = await Data.Use((InboundSmsQueries q) => q.Newest(true, null, liaison, default));
        var row = Assert.Single(page.Rows, r => r.Id == sms.Id);
        Assert.Equal((service.TaskId, service.TaskNumber), (row.ServiceTaskId!.Value, row.ServiceTaskNumber));
        var told = await Data.Use(
            (CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == InboundNotices.ServiceRefused.Key).ToListAsync()
        );
        Assert.Equal(
            [NoticeChannel.InApp, NoticeChannel.Sms],
            told.Select(n => n.Channel).OrderByDescending(c => c == NoticeChannel.InApp)
        );
        Assert.All(told, n => Assert.Equal((clerk.Id, service.TaskId), (n.RecipientId!.Value, n.SubjectId!.Value)));
        var copies = await Data.Use(
            (CourtDb db) => db.Set<ServiceCopy>().AsNoTracking().Where(c => c.ServiceId == service.Id).ToListAsync()
        );
        Assert.All(copies, c => Assert.Equal(ServiceStanding.Pending, c.Standing)); // it serves nobody
    }

    [Fact]
    public async Task Refused_without_documents_it_only_leaves_the_list()
    {
        await People();
        Assert.Equal(InboundOutcome.OptOut, (await Receive("13900000079", "拒收")).Outcome);
    }

    private async Task People()
    {
        _judge = await Data.Staff(Role.Judge, await Data.Division());
        _filing = await Data.ActorOf(await Data.Staff(Role.FilingDivision, await Data.Division(DivisionKind.Filing)));
        await Data.Staff(Role.LiaisonOfficer, await Data.Division(DivisionKind.Filing));
        _litigant = await Data.Litigant();
    }

    private async Task<InboundSms> Receive(string from, string text)
    {
        Clock.Now = Clock.Now.AddSeconds(1);
        var sequence = $"l{++_sequence}";
        await Data.Use((KeepInboundSms keep) => keep.Handle([new IncomingSms("sms", sequence, from, text, "", Clock.Now)], default));
        await Data.Use((InboundSmsRound round) => round.Run(default));
        return await Data.Use((CourtDb db) => db.Set<InboundSms>().AsNoTracking().SingleAsync(s => s.Sequence == sequence));
    }

    private Task<InboundSms> Read(InboundSms sms) =>
        Data.Use((CourtDb db) => db.Set<InboundSms>().AsNoTracking().SingleAsync(s => s.Id == sms.Id));

    private async Task Refused<T>(string code, Func<T, Task> act)
        where T : notnull => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Data.Use(act))).Code);
}
