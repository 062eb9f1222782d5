using System.Diagnostics;
using Domain.Calendar;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Demo.AtCounter;
using Infrastructure.Gateways.WeChat;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Demo;

/// <summary>
/// Two levels of courts in the middle of their work: people, cases, and ninety days of work orders that went through the
/// use cases, so that traces, deadlines and outbox are as in life.
/// </summary>
/// <param name="tell">Hears how far it is.</param>
/// <param name="days">How many days back the messages begin; fewer for a test.</param>
public sealed class DemoData(
    IServiceProvider services,
    IHostEnvironment environment,
    DemoClock clock,
    Action<string> tell,
    int days = DemoData.Days
)
{
    public const int Days = 90;

    /// <summary>Older in-app notices have been opened.</summary>
    private static readonly TimeSpan s_readWithin = TimeSpan.FromDays(1);

    /// <returns>False when there are people already: then nothing is done.</returns>
    /// <exception cref="InvalidOperationException">Outside Development, or after a load that did not finish.</exception>
    public async Task<bool> Load(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("Demo data is for Development only.");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        // Passwords come last: people without them are what an interrupted load left.
        if (await db.Set<Staff>().AnyAsync(s => s.PasswordHash != "", ct))
            return false;
        if (await db.Set<Staff>().AnyAsync(ct))
            throw new InvalidOperationException("An earlier load of the demo data did not finish: begin with a new database.");

        var watch = Stopwatch.StartNew();
        await db.Database.OpenConnectionAsync(ct);
        await db.DoNotWaitForDisk(ct); // twenty thousand commits that nobody would miss
        await Load(scope.ServiceProvider, db, ct);
        tell($"demo data loaded in {watch.Elapsed.TotalSeconds:0} s");
        return true;
    }

    private async Task Load(IServiceProvider scope, CourtDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var dice = new DemoDice(20_260_401);
        var law = await scope.GetRequiredService<ICalendars>().Current(ct);
        var calendar = new DemoCalendar(law, await scope.GetRequiredService<IAnswerLimits>().Current(ct), dice, now);

        var staff = new DemoStaff(
            await db.Set<Court>().AsNoTracking().OrderBy(c => c.Position).ToListAsync(ct),
            await db.Set<Division>().AsNoTracking().ToListAsync(ct),
            now
        );
        await Save(db, staff.People, "staff", ct);
        var people = new DemoPeople(scope.GetRequiredService<IIdentityKeys>(), now);
        await Save(db, people.Litigants, "litigants", ct);
        await Save(db, people.Subscriptions(scope.GetRequiredService<SubscribeTemplates>(), now), "subscriptions", ct);
        var cases = new DemoCases(staff, people, calendar);
        foreach (var @case in cases.All)
            DemoProceedings.GiveTo(@case.Case, @case.Division.Kind, now);
        await Save(db, cases.All.Select(c => c.Case), "cases", ct);
        await Save(db, new QuietCases(staff, cases, calendar).All(), "cases that nobody asks about", ct);

        var timeline = new DemoTimeline(clock, now);
        var desk = new DemoDesk(scope, db, staff, ct);
        var arrivals = new DemoArrivals(staff, people, cases, calendar, desk, timeline, dice);
        arrivals.Plan(days);
        arrivals.PlanOpen();
        arrivals.PlanDrawnDivision(Math.Max(days, 35), perDay: 8);
        new DemoInbox(staff, people, cases, arrivals, calendar, desk, timeline, dice).Plan();
        await desk.PutInCharge();
        for (var day = calendar.Today.AddDays(-days); day <= calendar.Today; day = day.AddDays(1))
        {
            if (calendar.Works(day))
                timeline.At(DemoCalendar.At(day, 9 * 60), desk.Sweep);
            timeline.At(DemoCalendar.At(day, (23 * 60) + 50), desk.Screen); // a repeated one counts on the day it came
        }

        timeline.At(now, desk.Screen);

        new DemoLeaders(scope, db, staff, calendar, timeline, ct).Plan();
        new DemoCity(scope, db, staff, calendar, timeline, ct).Plan();
        var steps = await timeline.Run(day => Tell(day, now));
        await new DemoWarnings(scope, db, staff, ct).Load(Domain.Shared.ChinaTime.DayOf(now));
        tell($"work orders {await db.Set<WorkOrder>().CountAsync(ct)}, in {steps} steps");

        var serviceLaw = await scope.GetRequiredService<LawOfService>().Current(ct);
        await new DemoServices(scope, db, staff, people, cases, calendar, serviceLaw, ct).Load();
        tell($"services {await db.Set<Service>().CountAsync(ct)}");

        var counter = new DemoCounter(scope, db, staff, people, calendar, ct);
        var volumes = new DemoVolumes(counter);
        await volumes.Print();
        await new DemoRecord(scope, staff, cases, calendar, volumes, ct).TakeOver();
        db.Forget();
        var atCounter = new DemoTimeline(clock, now);
        var closed = new DemoClosedCases(counter, cases, volumes);
        closed.Plan(atCounter);
        new DemoBindings(counter, cases, volumes).Plan(atCounter);
        new DemoSubmissions(counter, cases, closed, volumes).Plan(atCounter);
        new DemoReading(counter, cases, closed).Plan(atCounter);
        new DemoPartner(counter).Plan(atCounter);
        tell($"bindings, submissions and files read, in {await atCounter.Run(_ => { })} steps");

        await new DemoInboundSms(scope, db, now, ct).Receive();
        await DemoNotices.Deliver(db, ct);
        await db.Set<Notice>()
            .Where(n => n.CreatedAt < now - s_readWithin && n.Channel == NoticeChannel.InApp && n.ReadAt == null)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, x => x.CreatedAt), ct);
        await GivePasswords(db, scope.GetRequiredService<IPasswords>(), now, ct);
    }

    /// <summary>One password, hashed once.</summary>
    private static async Task GivePasswords(CourtDb db, IPasswords passwords, DateTimeOffset now, CancellationToken ct)
    {
        var hash = passwords.Hash(DemoAccounts.Password);
        await foreach (var staff in db.Set<Staff>().AsAsyncEnumerable().WithCancellation(ct))
            staff.ChangePassword(hash, Actor.System, now);
        await db.SaveChangesAsync(ct);
    }

    private void Tell(DateTimeOffset day, DateTimeOffset now)
    {
        var left = (now - day).Days;
        if (left % 10 == 0)
            tell($"work orders until {day:MM-dd}, {left} days to go");
    }

    private async Task Save<T>(CourtDb db, IEnumerable<T> entities, string what, CancellationToken ct)
        where T : class
    {
        var count = 0;
        foreach (var part in entities.Chunk(500))
        {
            db.AddRange(part);
            count += part.Length;
            await db.SaveChangesAsync(ct);
            db.Forget();
        }

        tell($"{what} {count}");
    }
}
