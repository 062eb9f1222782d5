using Domain.Handling;
using Domain.Notifications;
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
        await HandOver(order, WorkOrderNotices.Answered);
        Assert.Contains("法官已答复", Assert.Single(_phones.MessagesTo(litigant.Phone!)).Text);
        var answer = await _data.Use(
            (CourtDb db) => db.Set<WorkOrderEntry>().SingleAsync(e => e.WorkOrderId == order.Id && e.Kind == EntryKind.Answer)
        );
        Assert.Equal((judge.Id, "可以，请开庭当天带上手机。"), (answer.AuthorId, answer.Text));
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
