using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>A clerk with a case of the own division, on Friday 2026-11-20 at 10:26 in Guangzhou.</summary>
public abstract class ServiceDeskTest : IAsyncLifetime
{
    private readonly TestDatabase _database = new();

    protected static readonly PlannedWay Sms = new(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed, "地址确认书");
    protected static readonly PlannedWay Post = new(ServiceChannel.Post, "广州市海珠区新港中路1号", AddressBasis.Confirmed, "地址确认书");
    protected static readonly PlannedWay PostFound = new(ServiceChannel.Post, "广州市海珠区新港中路2号", AddressBasis.Found, "户籍地址");
    protected static readonly PlannedWay Fax = new(ServiceChannel.Fax, "02083000000", AddressBasis.Provided, "答辩状载明");

    private protected StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private protected CourtData Data { get; private set; } = null!;
    protected Staff ClerkStaff { get; private set; } = null!;
    protected Actor Clerk { get; private set; } = null!;
    protected Case Case { get; private set; } = null!;
    protected DateTimeOffset Now => Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Data = await CourtData.Open(_database.ConnectionString(), Clock);
        ClerkStaff = await Data.Staff(Role.Clerk, await Data.Division());
        Clerk = await Data.ActorOf(ClerkStaff);
        Case = await Data.Case();
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    protected async Task<Service> Begun(params PlannedWay[] ways) =>
        (await Data.BegunServices(Case, ClerkStaff, [CourtDataServing.Recipient(Case.Parties[0], ways: ways)])).Single();

    protected async Task<Service> BegunWith(DocumentKind kind, params PlannedWay[] ways) =>
        (await Data.BegunServices(Case, ClerkStaff, [CourtDataServing.Recipient(Case.Parties[0], ways: ways)], kind)).Single();

    protected Task<Service> Stored(Service service) =>
        Data.Use(
            (CourtDb db) =>
                db.Set<Service>()
                    .AsNoTracking()
                    .Include(s => s.Copies.OrderBy(c => c.Position))
                    .Include(s => s.Attempts.OrderBy(a => a.Position))
                    .SingleAsync(s => s.Id == service.Id)
        );

    protected Task Fail(Service service, int attempt = 0, string code = "UNDELIV") =>
        Data.Use(
            (ServiceDesk desk) => desk.Change(service.Id, Clerk, (s, now) => s.Failed(s.Attempts[attempt].Id, code, now, now), default)
        );

    protected Task Deliver(Service service, int attempt = 0) =>
        Data.Use((ServiceDesk desk) => desk.Change(service.Id, Clerk, (s, now) => s.Delivered(s.Attempts[attempt].Id, now, now), default));

    protected Task<IReadOnlyList<string>> Words(Service service, string kind) => Data.WordsOf(service, kind);

    protected static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Code);
}
