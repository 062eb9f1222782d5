using Domain.DocumentService;
using Domain.Drafts;
using Domain.Figures;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Live;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Infrastructure.Tests.Persistence;

public sealed class SavingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);
    private readonly TestDatabase _database = new();
    private CourtData _data = null!;

    private Heard Told => (Heard)_data.Services.GetRequiredService<LiveAnnouncer>();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(
            _database.ConnectionString(),
            new StoppedClock(s_now),
            services => services.AddSingleton<LiveAnnouncer, Heard>()
        );
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_receipt_wakes_who_changes_the_notice_and_then_who_tells_the_service()
    {
        var clerk = await _data.Staff(Role.Clerk, await _data.Division());
        var service = (await _data.BegunServices(await _data.Case(), clerk)).Single();
        var notice = service.Attempts.Single().NoticeId!.Value;
        await _data.Use(
            async (CourtDb db) =>
            {
                (await db.Set<Notice>().SingleAsync(n => n.Id == notice)).Accepted("p1", s_now);
                await db.SaveChangesAsync();
            }
        );
        await Told.Topics();

        await _data.Use((KeepReceipts keep) => keep.Handle([Receipt(notice)], CancellationToken.None));
        Assert.Contains(LiveTopic.Receipts, await Told.Topics());

        Assert.Equal(1, await _data.Use((ApplyReceipts apply) => apply.Run(CancellationToken.None)));
        Assert.Contains(LiveTopic.ServiceOutcomes, await Told.Topics());
        Assert.Equal(2, await _data.Use((CourtDb db) => db.Set<ServiceOutcome>().CountAsync(o => o.NoticeId == notice)));
    }

    [Fact]
    public async Task What_is_saved_in_a_transaction_is_told_when_that_commits_and_not_before()
    {
        var litigant = await Litigant();
        await Told.Topics();
        await _data.Use(
            async (CourtDb db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Hint(Guid.Empty, "test");
                db.Set<SubscribeCredit>().Add(Credit(litigant));
                await db.SaveChangesAsync();
                Assert.Empty(await Told.Topics());
                await transaction.CommitAsync();
                Assert.Contains("test", await Told.Topics());
            }
        );
    }

    [Fact]
    public async Task What_is_rolled_back_is_told_to_nobody()
    {
        var litigant = await Litigant();
        await Told.Topics();
        await _data.Use(
            async (CourtDb db) =>
            {
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    db.Hint(Guid.Empty, "test");
                    db.Set<SubscribeCredit>().Add(Credit(litigant));
                    await db.SaveChangesAsync();
                    await transaction.RollbackAsync();
                }

                db.ChangeTracker.Clear();
                db.Hint(Guid.Empty, "other");
                await db.SaveChangesAsync();
            }
        );
        Assert.Equal(["other"], await Told.Topics());
    }

    [Fact]
    public async Task A_save_that_failed_and_is_tried_again_doubles_nothing()
    {
        var (_, liaison) = await _data.People();
        var message = await _data.Message(await _data.Litigant());
        var by = await _data.ActorOf(liaison);
        await _data.Use(
            async (CourtDb db) =>
            {
                db.Set<Draft>().Add(ADraft(liaison.Id));
                await db.SaveChangesAsync();
            }
        );
        await _data.Use((CourtDb db) => db.Set<FigureDelta>().ExecuteDeleteAsync());
        await Told.Topics();

        await _data.Use(
            async (CourtDb db) =>
            {
                var order = await db.Set<WorkOrder>().SingleAsync(o => o.Id == message.Id);
                var survey = _data.Services.GetRequiredService<SurveyLinks>().New(s_now);
                order.Answer(Guid.CreateVersion7(), "可以。", [], by, "民一庭", s_now, survey);
                var twin = db.Set<Draft>().Add(ADraft(liaison.Id));
                await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());
                twin.State = EntityState.Detached;
                await db.SaveChangesAsync();
            }
        );
        Assert.Contains(LiveTopic.WorkOrder(message.Id), await Told.Topics());
        Assert.Equal(1, await _data.Use((CourtDb db) => db.Set<FigureDelta>().CountAsync()));
        var rows = await _data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.SubjectId == message.Id));
        var version = await _data.Use(
            (CourtDb db) => db.Set<WorkOrder>().Where(o => o.Id == message.Id).Select(o => o.Version).SingleAsync()
        );
        Assert.Equal(version, rows);
    }

    [Fact]
    public async Task A_save_that_the_engine_breaks_off_in_favour_of_another_is_a_lost_race()
    {
        Guid[] staff = [.. new[] { await Clerk(), await Clerk() }.Order()];
        await _data.Use(
            (CourtDb db) =>
            {
                db.Set<Draft>().AddRange(staff.Select(ADraft));
                return db.SaveChangesAsync();
            }
        );
        await using var others = new NpgsqlConnection(_database.ConnectionString());
        await others.OpenAsync();
        await using (var never = new NpgsqlCommand("SET deadlock_timeout = '1h'", others))
            await never.ExecuteNonQueryAsync(); // each looks once whether they wait in a circle: ours is to be the one that does
        await using var theirs = await others.BeginTransactionAsync();
        await Touch(staff[1]);

        var ours = _data.Use(
            async (CourtDb db) =>
            {
                await db.Database.OpenConnectionAsync();
                await db.Database.ExecuteSqlRawAsync("SET deadlock_timeout = '5s'"); // by then they do, on a busy machine too
                foreach (var draft in await db.Set<Draft>().ToListAsync())
                    draft.Text = "改过";
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            }
        );
        await UntilItWaits(); // having changed the first of the two
        await Touch(staff[0]);
        await theirs.CommitAsync();
        await ours;

        async Task Touch(Guid id)
        {
            await using var update = new NpgsqlCommand("UPDATE drafts SET saved_at = now() WHERE staff_id = $1", others)
            {
                Parameters = { new() { Value = id } },
            };
            await update.ExecuteNonQueryAsync();
        }

        async Task UntilItWaits()
        {
            await using var asking = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)", others);
            while (await asking.ExecuteScalarAsync() is not true)
                await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static GatewayReceipt Receipt(Guid notice) =>
        new()
        {
            Gateway = "sms",
            ProviderId = "p1",
            NoticeId = notice,
            Delivered = true,
            At = s_now,
            KeptAt = s_now,
        };

    private async Task<Guid> Clerk() => (await _data.Staff(Role.Clerk, await _data.Division())).Id;

    private async Task<Guid> Litigant() => (await _data.Litigant()).Id;

    private static SubscribeCredit Credit(Guid litigant) => new() { LitigantId = litigant, TemplateId = "test" };

    private static Draft ADraft(Guid staff) =>
        new()
        {
            StaffId = staff,
            Key = "test",
            Text = "在办",
            SavedAt = s_now,
        };

    private sealed class Heard(IServiceScopeFactory scopes, LiveBus bus, ILogger<Heard> log) : LiveAnnouncer(scopes, bus, log)
    {
        protected override IEnumerable<Round> Rounds => [];

        /// <summary>What was announced since it was asked last.</summary>
        public async Task<List<string>> Topics()
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            try
            {
                return [.. (await NextBatch(soon.Token)).SelectMany(h => h.Topics)];
            }
            catch (OperationCanceledException)
            {
                return [];
            }
        }
    }
}
