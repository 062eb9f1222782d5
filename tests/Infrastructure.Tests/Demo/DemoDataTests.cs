using Domain.Cases;
using Domain.CityChanges;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.Demo;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Infrastructure.Tests.Demo;

public sealed class LoadedDemo : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private IHost _host = null!;

    /// <summary>Friday 2026-11-20, 10:26: the moment of the drawn screens.</summary>
    public static DateTimeOffset Now { get; } = ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26));

    public List<string> Told { get; } = [];

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration["ConnectionStrings:Court"] = _database.ConnectionString();
        builder.Configuration["WeChat:TemplatesFile"] = Path.Combine(Checkout.Root, "dev", "wechat-templates.json");
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(Now));
        await builder.AddCourtDb(new PostgreSqlEngine());
        builder.Services.AddDemoClock();
        _host = builder.Build();
        await _host.MigrateCourtDb();
        Assert.True(await Load(Environments.Development));
    }

    /// <summary>Twelve days of messages instead of ninety.</summary>
    public Task<bool> Load(string environment) =>
        new DemoData(
            _host.Services,
            new HostingEnvironment { EnvironmentName = environment },
            _host.Services.GetRequiredService<DemoClock>(),
            Told.Add,
            days: 12
        ).Load(default);

    public async Task<T> Ask<T>(Func<CourtDb, Task<T>> query)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<CourtDb>());
    }

    public IServiceProvider Services => _host.Services;

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _database.DisposeAsync();
    }
}

/// <summary>One load for both classes: it is the longest preparation there is.</summary>
[CollectionDefinition(Name)]
public sealed class OnLoadedDemo : ICollectionFixture<LoadedDemo>
{
    public const string Name = "loaded demo";
}

[Collection(OnLoadedDemo.Name)]
public class DemoDataTests(LoadedDemo demo)
{
    [Fact]
    public async Task Outside_development_it_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => demo.Load(Environments.Production));

    [Fact]
    public async Task Staff_have_mailboxes_and_somebody_reads_WeChat()
    {
        Assert.True(await demo.Ask(db => db.Set<Staff>().AllAsync(s => s.Email.EndsWith("@gzcourt.example"))));
        var (openId, _) = await demo.Service<IWeChat>().Exchange("sim-chenjianhua", default);
        var reader = await demo.Ask(db => db.Set<Litigant>().SingleAsync(l => l.OpenId == openId));
        Assert.Equal("陈建华", reader.Name);
        Assert.Equal(6, await demo.Ask(db => db.Set<SubscribeCredit>().CountAsync(c => c.LitigantId == reader.Id && c.Count > 0)));
    }

    [Fact]
    public async Task A_second_load_does_nothing()
    {
        var before = await demo.Ask(db => db.Set<WorkOrder>().CountAsync());
        Assert.False(await demo.Load(Environments.Development));
        Assert.Equal(before, await demo.Ask(db => db.Set<WorkOrder>().CountAsync()));
    }

    [Fact]
    public async Task Thirteen_courts_have_their_people_and_each_division_one_liaison_officer()
    {
        var people = await demo.Ask(db => db.Set<Staff>().Include(s => s.Posts).ToListAsync());
        Assert.True(people.Count >= 300);
        Assert.Equal(people.Count, people.Select(s => s.LoginName).Distinct().Count());
        Assert.Equal(people.Count, people.Select(s => s.Name).Distinct().Count());
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(people, s => s.Posts.Any(p => p.Role == role)));
        Assert.Contains(people, s => s.Posts.Any(p => p.Role == Role.Judge) && s.Posts.Any(p => p.Role == Role.DivisionHead));
        Assert.Equal(18, people.Count(s => s.Posts.Any(p => p.Role == Role.HotlineAgent)));

        var divisions = await demo.Ask(db =>
            db.Set<Division>().Where(d => d.Kind != DivisionKind.Leadership).Select(d => d.Id).ToListAsync()
        );
        Assert.All(
            divisions,
            division => Assert.Single(people, s => s.Posts.Any(p => p.DivisionId == division && p.Role == Role.LiaisonOfficer))
        );
        Assert.Equal(13, people.Count(s => s.Posts.Any(p => p.Role == Role.President)));
    }

    [Fact]
    public async Task Of_two_administrators_of_the_city_one_has_asked_for_a_text_that_waits_for_the_other()
    {
        var changes = await demo.Ask(db => db.Set<CityChange>().AsNoTracking().OrderBy(c => c.AskedAt).ToListAsync());
        Assert.Equal(
            [CityChangeState.InForce, CityChangeState.InForce, CityChangeState.InForce, CityChangeState.InForce, CityChangeState.Waiting],
            changes.Select(c => c.State)
        );
        Assert.Equal(CityChangeArea.NoticeTemplates, changes[^1].Area);
        var both = await demo.Ask(db => db.CityApprovers(Guid.Empty).CountAsync());
        Assert.Equal(3, both); // and the filing division's platform manager
        Assert.Single(changes.Select(c => c.AskedById).Distinct());
    }

    [Fact]
    public async Task Everybody_named_can_sign_in()
    {
        var passwords = demo.Service<IPasswords>();
        Assert.All(DemoAccounts.Staff, account => Assert.Empty(PasswordPolicy.Problems(DemoAccounts.Password, account.Login)));
        foreach (var account in DemoAccounts.Staff)
        {
            var staff = await demo.Ask(db => db.Set<Staff>().Include(s => s.Posts).SingleAsync(s => s.LoginName == account.Login));
            Assert.Equal(account.Name, staff.Name);
            Assert.Contains(staff.Posts, p => p.Role == account.Role);
            Assert.False(staff.MustChangePassword(LoadedDemo.Now));
        }

        var judge = await demo.Ask(db => db.Set<Staff>().SingleAsync(s => s.LoginName == "chenjingyi"));
        Assert.True(passwords.Matches(judge.PasswordHash, DemoAccounts.Password));
        Assert.All(
            DemoAccounts.Litigants,
            l =>
            {
                Assert.True(ResidentId.TryRead(l.IdNumber, out var id) && id == l.IdNumber);
                Assert.True(PhoneNumber.TryRead(l.Phone, out _, out var mobile) && mobile);
                Assert.Contains(l.Phone, DemoAccounts.Text(), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Every_case_number_is_one_of_its_court()
    {
        var codes = await demo.Ask(db => db.Set<Court>().ToDictionaryAsync(c => c.Id, c => c.Codes));
        var cases = await demo.Ask(db => db.Set<Case>().ToListAsync());
        Assert.True(cases.Count >= 3_000);
        Assert.All(
            cases,
            c =>
            {
                var reading = CaseNumber.Read(c.Number, 2026);
                Assert.Equal(CaseNumberVerdict.Ok, reading.Verdict);
                Assert.Equal((c.Number, c.Stage), (reading.Number!.Key, reading.Number.Stage));
                Assert.Contains(reading.Number.CourtCode, codes[c.CourtId]);
            }
        );
        Assert.InRange(cases.Count(c => c.IsSensitive), cases.Count / 20, cases.Count / 5);
        Assert.Contains(cases, c => c.JudgeId is null);
    }

    [Fact]
    public async Task The_drawn_people_have_their_cases()
    {
        Assert.Equal(
            [1, 1, 5, 14],
            (
                await Task.WhenAll(
                    DemoAccounts.Litigants.Select(l =>
                        demo.Ask(async db => await db.CasesOf(await db.Set<Litigant>().SingleAsync(x => x.Phone == l.Phone)).CountAsync())
                    )
                )
            ).Order()
        );
    }

    [Fact]
    public async Task Orders_are_in_all_states_and_their_traces_whole()
    {
        var states = await demo.Ask(db => db.Set<WorkOrder>().GroupBy(o => o.State).Select(g => g.Key).ToListAsync());
        Assert.Equal(Enum.GetValues<WorkOrderState>().Order(), states.Order());
        Assert.True(
            await demo.Ask(db =>
                db.Set<WorkOrder>().AllAsync(o => o.ReceivedAt <= LoadedDemo.Now && (o.ClosedAt ?? o.ReceivedAt) <= LoadedDemo.Now)
            )
        );

        var closedByAgents = await demo.Ask(db => db.Set<WorkOrder>().CountAsync(o => o.ClosedById == o.RegisteredById));
        var all = await demo.Ask(db => db.Set<WorkOrder>().CountAsync());
        Assert.InRange(closedByAgents / (double)all, 0.5, 0.7);

        var found = await new CourtData(demo.Services).VerifyTrace();
        Assert.True(found.IsIntact, found.ToString());
    }

    [Fact]
    public async Task The_judges_inbox_is_the_drawn_one()
    {
        var inbox = await demo.Ask(db => db.Set<WorkOrder>().Where(o => o.OwnerName == "陈静怡" && o.ClosedAt == null).ToListAsync());
        var toAnswer = inbox.Where(o => o.State == WorkOrderState.ToAnswer).ToList();

        Assert.Equal((14, 4), (toAnswer.Count, inbox.Count(o => o.State == WorkOrderState.AwaitingRequester)));
        Assert.Equal(2, toAnswer.Count(o => o.DueAt <= LoadedDemo.Now));
        Assert.Equal(3, toAnswer.Count(o => o.DueDay == new DateOnly(2026, 11, 20)));
        var first = toAnswer.OrderBy(o => o.DueAt).First();
        Assert.Equal(("(2026)粤0104民初12345号", 3, new DateOnly(2026, 11, 16)), (first.CaseNumber, first.UrgeCount, first.DueDay));
    }

    [Fact]
    public async Task The_drawn_divisions_late_orders_have_climbed_as_drawn()
    {
        var late = await demo.Ask(db =>
            db.Set<WorkOrder>()
                .Where(o =>
                    o.ClosedAt == null
                    && o.DueAt <= LoadedDemo.Now
                    && db.Set<Division>().Any(d => d.Id == o.DivisionId && d.ShortName == "民一庭")
                    && db.Set<Court>().Any(c => c.Id == o.CourtId && c.Slug == "yuexiu")
                )
                .ToListAsync()
        );
        Assert.Equal([(1, 4), (2, 2), (3, 1)], late.GroupBy(o => o.Level).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));

        var drawn = late.Single(o => o.CaseNumber == "(2026)粤0104民初12345号");
        var told = await demo.Ask(db =>
            db.Set<TraceRow>()
                .Where(t => t.SubjectId == drawn.Id && t.Kind == SupervisionFacts.Supervised)
                .OrderBy(t => t.Sequence)
                .ToListAsync()
        );
        Assert.Equal(
            [
                ("一级督办 庭长 梁启明，抄送 承办法官 陈静怡，告知 联络员 罗志敏", "11-17 09:00"),
                ("二级督办 分管院领导 郑伟斌，抄送 庭长 梁启明、承办法官 陈静怡，告知 联络员 罗志敏", "11-19 09:00"),
            ],
            told.Select(t => (WorkOrderTrace.Words(t), $"{ChinaTime.DayOf(t.At):MM-dd} {ChinaTime.Clock(t.At)}"))
        );
    }

    [Fact]
    public async Task Every_notice_looks_sent_and_a_few_wait_for_a_person()
    {
        Assert.False(await demo.Ask(db => db.Set<Notice>().AnyAsync(n => n.State == NoticeState.Queued || n.State == NoticeState.Claimed)));
        Assert.True(
            await demo.Ask(db =>
                db.Set<Notice>()
                    .Where(n => n.Channel != NoticeChannel.InApp)
                    .AllAsync(n => n.AcceptedAt >= n.CreatedAt && n.EndedAt > n.AcceptedAt && n.Attempts == 1)
            )
        );
        Assert.Equal(
            await demo.Ask(db => db.Set<Notice>().CountAsync(n => n.Channel != NoticeChannel.InApp)),
            await demo.Ask(db => db.Set<NoticeAttempt>().CountAsync())
        );
        Assert.Equal(
            await demo.Ask(db =>
                db.Set<Notice>()
                    .Where(n => n.State == NoticeState.Failed && n.SubjectKind == Domain.Shared.SubjectKind.WorkOrder)
                    .Select(n => n.Id)
                    .Order()
                    .ToListAsync()
            ),
            await demo.Ask(db => db.Set<UndeliveredNotice>().Select(u => u.Id).Order().ToListAsync())
        );
        Assert.True(await demo.Ask(db => db.Set<UndeliveredNotice>().AnyAsync()));
    }

    [Fact]
    public async Task The_inbox_holds_the_last_days_urges_unread_and_a_template_was_changed()
    {
        var dayBefore = LoadedDemo.Now.AddDays(-1);
        var inbox = await demo.Ask(db =>
            db.Set<Notice>().Where(n => n.Channel == NoticeChannel.InApp).Select(n => new { n.CreatedAt, n.ReadAt }).ToListAsync()
        );
        Assert.NotEmpty(inbox);
        Assert.All(inbox.Where(n => n.CreatedAt < dayBefore), n => Assert.NotNull(n.ReadAt));
        Assert.Contains(inbox, n => n.ReadAt is null);
        Assert.Equal(1, await demo.Ask(db => db.Set<NoticeTemplate>().Select(t => t.InForce).SingleAsync()));
    }
}
