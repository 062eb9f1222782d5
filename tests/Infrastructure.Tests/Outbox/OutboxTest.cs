using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Infrastructure.Tests.Outbox;

/// <summary>An outbox on a database of its own, with gateways that a test can break and a clock that it moves. Rounds are run by hand.</summary>
public abstract class OutboxTest(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    /// <summary>A Friday in working hours.</summary>
    protected static readonly DateTimeOffset Friday = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);

    private protected FakeGateway Sms { get; } = new(NoticeChannel.Sms);
    private protected FakeGateway WeChat { get; } = new(NoticeChannel.WeChat);
    protected StoppedClock Clock { get; } = new(Friday);
    protected CourtData Data { get; private set; } = null!;

    private readonly string _name = $"outbox_{Guid.CreateVersion7():N}";

    public async Task InitializeAsync() => Data = await Host();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A host of the same installation.</summary>
    private protected Task<CourtData> Host(TimeProvider? clock = null, OutboxOptions? options = null, params FakeGateway[] gateways) =>
        CourtData.Open(
            database.ConnectionString(_name),
            clock ?? Clock,
            services =>
            {
                foreach (var gateway in gateways is [] ? [Sms, WeChat] : gateways)
                    services.AddSingleton<INoticeGateway>(gateway);
                services.Replace(ServiceDescriptor.Singleton(options ?? new OutboxOptions { CallTimeout = TimeSpan.FromSeconds(5) }));
                services.AddLogging();
            }
        );

    protected async Task<List<Notice>> Queue(params IEnumerable<Notice> notices)
    {
        List<Notice> rows = [.. notices.Select(n => n.WrittenAt(Clock.Now))];
        await Data.Use(
            async (CourtDb db) =>
            {
                db.Set<Notice>().AddRange(rows);
                await db.SaveChangesAsync();
            }
        );
        return rows;
    }

    protected async Task<Notice> Queue(Notice notice) => (await Queue([notice]))[0];

    protected static Notice ToCaller(string mobile = "13800138000") =>
        WorkOrderNotices.Answered.To(NoticeRecipient.Phone(mobile), Fields).Single();

    protected static Notice ToLitigant(string? mobile = "13800138000") =>
        WorkOrderNotices.Answered.To(NoticeRecipient.Litigant(Guid.CreateVersion7(), mobile, usesWeChat: true), Fields).First();

    protected static Notice ToStaff(Guid staff, NoticeKind? kind = null, Subject? about = null, bool urgent = false) =>
        (kind ?? WorkOrderNotices.Dispatched).To(NoticeRecipient.Staff(staff), Fields, about, urgent).First();

    protected static Notice Code(string mobile = "13800138000") =>
        LitigantNotices.Code.To(NoticeRecipient.Phone(mobile), new Dictionary<string, string> { ["code"] = "246810" }).Single();

    protected Task<int> Send(NoticeChannel channel = NoticeChannel.Sms, bool express = false, CourtData? host = null) =>
        (host ?? Data).Use((SendNotices send) => send.Run(channel, express, CancellationToken.None));

    /// <summary>Until nothing is due any more.</summary>
    protected async Task SendAll(NoticeChannel channel = NoticeChannel.Sms)
    {
        while (await Send(channel) > 0) { }
    }

    protected Task<Notice> Read(Notice notice) =>
        Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().SingleAsync(n => n.Id == notice.Id));

    protected Task<List<NoticeAttempt>> Attempts(Notice notice) =>
        Data.Use(
            (CourtDb db) => db.Set<NoticeAttempt>().AsNoTracking().Where(a => a.NoticeId == notice.Id).OrderBy(a => a.Number).ToListAsync()
        );

    protected Task<List<UndeliveredNotice>> Tasks() => Data.Use((CourtDb db) => db.Set<UndeliveredNotice>().AsNoTracking().ToListAsync());

    protected Task<Notice?> After(Notice failed) =>
        Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().SingleOrDefaultAsync(n => n.FallbackOfId == failed.Id));

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["number"] = "2026112000001",
        ["caseNumber"] = "",
        ["category"] = "案件查询",
        ["answerBy"] = "11 月 25 日（周三）",
        ["owed"] = "应于 11 月 25 日（周三）24:00 前答复",
        ["message"] = "",
        ["replyCode"] = "1234",
        ["count"] = "1",
        ["surveyLink"] = "https://localhost/s/x7Kp2Qm9",
    };
}
