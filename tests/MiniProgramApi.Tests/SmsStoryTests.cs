using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.InboundMessages;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

/// <summary>From the dispatch SMS on the judge's phone to the answer on the litigant's, by the real adapter, callbacks and simulated phones.</summary>
public sealed class SmsStoryTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SimulatedPhones _phones = null!;
    private HostFactory<LitigantHub> _api = null!;
    private CourtData _data = null!;

    public Task InitializeAsync()
    {
        _phones = SimulatedPhones.Start();
        _api = Api();
        _api.Listen();
        _phones.CallBack(_api.ClientOptions.BaseAddress);
        _data = new CourtData(_api.Services);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _phones.DisposeAsync();
    }

    [Fact]
    public async Task A_judge_answers_by_sms_and_the_litigant_is_told()
    {
        var (judge, _) = await _data.People();
        var litigant = await _data.Litigant();
        var order = await _data.Message(litigant, await _data.Case(litigant, judge: judge));

        await HandOver(order, WorkOrderNotices.Dispatched);
        var sms = Assert.Single(_phones.MessagesTo(judge.Mobile));
        Assert.Contains($"回复 {order.ReplyCode}+", sms.Text);
        var notice = Guid.Parse(sms.ClientId!);
        await Wait.Until(
            "the receipt is kept",
            () => _data.Use((CourtDb db) => db.Set<GatewayReceipt>().AnyAsync(r => r.NoticeId == notice && r.Delivered))
        );

        await _phones.Reply(judge.Mobile, $"{order.ReplyCode}+可以，请开庭当天带上手机。");
        await Wait.Until(
            "the reply closes the order",
            async () =>
            {
                await _data.Use((InboundSmsRound round) => round.Run(default));
                return await _data.Use((CourtDb db) => db.Set<WorkOrder>().AnyAsync(o => o.Id == order.Id && o.ClosedAt != null));
            }
        );
        await HandOver(order, WorkOrderNotices.AnsweredInFull);
        Assert.Contains("答复：可以，请开庭当天带上手机。　评价：", Assert.Single(_phones.MessagesTo(litigant.Phone!)).Text);
        var answer = await _data.Use(
            (CourtDb db) => db.Set<WorkOrderEntry>().SingleAsync(e => e.WorkOrderId == order.Id && e.Kind == EntryKind.Answer)
        );
        Assert.Equal((judge.Id, "可以，请开庭当天带上手机。"), (answer.AuthorId, answer.Text));
    }

    [Fact]
    public async Task Every_sms_about_a_message_opens_that_very_message()
    {
        var (judge, _) = await _data.People();
        var litigant = await _data.Litigant();
        var order = await _data.Message(litigant, await _data.Case(litigant, judge: judge));
        await HandOver(order, WorkOrderNotices.Received);
        var by = await _data.ActorOf(judge);
        await _data.Use((ReplyInterim reply) => reply.Handle(order.Id, Guid.CreateVersion7(), "请补充流水", true, [], by, default));
        await HandOver(order, WorkOrderNotices.Interim);

        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = _api.ClientOptions.BaseAddress,
        };
        var told = _phones.MessagesTo(litigant.Phone!);
        Assert.Equal(2, told.Count);
        foreach (var sms in told)
        {
            var link = new Uri(sms.Text[sms.Text.IndexOf("http", StringComparison.Ordinal)..]);
            using var answer = await browser.GetAsync(new Uri(link.PathAndQuery, UriKind.Relative));
            Assert.Equal($"/#/pages/messages/detail?id={order.Id}", answer.Headers.Location!.ToString());
        }

        using var nothing = await browser.GetAsync(new Uri("/m/nonsense", UriKind.Relative));
        Assert.Equal("/#/pages/missing/index", nothing.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_leader_reads_by_sms_what_the_litigant_wrote_and_nobodys_name_or_number()
    {
        var (judge, _) = await _data.People();
        var head = await _data.Staff(Role.DivisionHead, await _data.Division());
        var litigant = await _data.Litigant();
        var order = await _data.Message(litigant, await _data.Case(litigant, judge: judge), text: "被告王建国138 0013 8000不还钱");
        await _data.Use(
            async (CourtDb db) =>
            {
                var late = await db.Set<WorkOrder>().SingleAsync(o => o.Id == order.Id);
                var chain = new SupervisionChain(new Holder(head.Id, head.Name, Role.DivisionHead), null, null);
                while (late.Level == 0 && late.TakeStep(chain, late.Level3At)) { }

                await db.SaveChangesAsync();
            }
        );
        await HandOver(order, WorkOrderNotices.Supervision.Level);
        var text = Assert.Single(_phones.MessagesTo(head.Mobile)).Text;
        Assert.Contains("诉求：被告王**" + new string('*', "138 0013 8000".Length) + "不还钱", text);
    }

    private HostFactory<LitigantHub> Api() =>
        new(
            database.ConnectionString($"t{Guid.CreateVersion7():N}"),
            more: host =>
            {
                foreach (var (key, value) in _phones.Settings)
                    host.UseSetting(key, value);
                host.UseSetting("Sms:CallbackAddresses:0", "127.0.0.1");
                host.UseSetting("Worker:Enabled", "false"); // the test itself takes the workers' turns
                host.UseSetting("Logging:LogLevel:Default", "Error");
            }
        );

    /// <summary>What the outbox worker does with the order's SMS of a kind.</summary>
    private async Task HandOver(WorkOrder order, NoticeKind kind)
    {
        var notices = await _data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .AsNoTracking()
                    .Where(n => n.SubjectId == order.Id && n.Kind == kind.Key && n.Channel != NoticeChannel.InApp)
                    .ToListAsync()
        );
        var sms = notices.Select(n => n.Channel == NoticeChannel.Sms ? n : n.Failed("no_credit", n.CreatedAt)!).ToList();
        var outgoing = await _data.Use((NoticeTexts texts) => texts.Of(sms, default));
        await using var scope = _api.Services.CreateAsyncScope();
        var gateway = scope.ServiceProvider.GetServices<INoticeGateway>().Single(g => g.Channel == NoticeChannel.Sms);
        Assert.All(await gateway.Send(outgoing, default), h => Assert.Equal(HandoverOutcome.Accepted, h.Outcome));
    }
}
