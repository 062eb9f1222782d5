using System.Globalization;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Given;

/// <summary>
/// Puts courts' people, cases, litigants and messages into a test's database: functions with defaults, by the domain's own
/// verbs. Each call is a unit of work of its own, so what it returns is detached.
/// </summary>
public sealed class CourtData(IServiceProvider services)
{
    /// <summary>For all hosts of a test process: each would take seconds to start its own.</summary>
    private static readonly Chromium s_chromium = new();

    /// <summary>Rows of searches and views that nobody brings into a database.</summary>
    private static readonly string s_audit = Path.Combine(Path.GetTempPath(), $"court-audit-{Environment.ProcessId}");

    private static int s_next;

    /// <summary>Without a host: migrates the database and brings the use cases along, with more services where a test needs them.</summary>
    public static async Task<CourtData> Open(
        string connectionString,
        TimeProvider? clock = null,
        Action<IServiceCollection>? more = null,
        params IReadOnlyList<(string Key, string Value)> settings
    )
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:Court"] = connectionString;
        builder.Configuration["Audit:Folder"] = s_audit;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        await builder.AddCourtDb(new PostgreSqlEngine());
        builder.Services.Replace(ServiceDescriptor.Singleton(s_chromium));
        more?.Invoke(builder.Services);
        var host = builder.Build();
        await host.MigrateCourtDb();
        return new CourtData(host.Services);
    }

    public IServiceProvider Services => services;

    /// <summary>Runs something of the container in a scope of its own: <c>Use((AnswerWorkOrder u) => u.Handle(…))</c>.</summary>
    public async Task Use<T>(Func<T, Task> act)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task<TResult> Use<T, TResult>(Func<T, Task<TResult>> act)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>One of the 13 courts that every installation starts with.</summary>
    public Task<Court> Court(string slug = "yuexiu") =>
        Use((CourtDb db) => db.Set<Court>().AsNoTracking().SingleAsync(c => c.Slug == slug));

    public Task<Division> Division(DivisionKind kind = DivisionKind.Civil, string court = "yuexiu") =>
        Use(
            async (CourtDb db) =>
            {
                var id = await db.Set<Court>().Where(c => c.Slug == court).Select(c => c.Id).SingleAsync();
                return await db.Set<Division>()
                    .AsNoTracking()
                    .Where(d => d.CourtId == id && d.Kind == kind)
                    .OrderBy(d => d.Position)
                    .FirstAsync();
            }
        );

    /// <summary>A member of staff with one active post.</summary>
    public Task<Staff> Staff(Role role, Division division, string? name = null) =>
        Use(
            async (CourtDb db) =>
            {
                var n = Next();
                var staff = new Staff
                {
                    Id = Guid.CreateVersion7(),
                    Name = name ?? "王" + Han(n),
                    LoginName = $"staff{n}",
                    Mobile = Mobile(n),
                }.Entered(Actor.System, Now());
                db.Set<Staff>().Add(staff);
                db.Set<Post>()
                    .Add(
                        new Post
                        {
                            Id = Guid.CreateVersion7(),
                            StaffId = staff.Id,
                            CourtId = division.CourtId,
                            DivisionId = division.Id,
                            Role = role,
                        }.Entered(Actor.System, Now())
                    );
                await db.SaveChangesAsync();
                return staff;
            }
        );

    /// <summary>The staff that a court needs for messages to find somebody: a judge, and the filing division's liaison officer.</summary>
    public async Task<(Staff Judge, Staff Liaison)> People(string court = "yuexiu") =>
        (
            await Staff(Role.Judge, await Division(court: court)),
            await Staff(Role.LiaisonOfficer, await Division(DivisionKind.Filing, court))
        );

    /// <summary>A person with name and ID number verified and a phone bound.</summary>
    /// <param name="idNumber">Normal form; null makes one.</param>
    public Task<Litigant> Litigant(string name = "陈建华", string? idNumber = null, bool verified = true) =>
        Use(
            async (ICourtDb db) =>
            {
                var n = Next();
                var litigant = Domain.Litigants.Litigant.SignUp(Mobile(n), null, Now());
                if (verified)
                    litigant.Verified(name, IdentityKey(idNumber ?? IdNumber(n)), Now());
                db.Set<Litigant>().Add(litigant);
                await db.SaveChangesAsync(CancellationToken.None);
                return litigant;
            }
        );

    /// <summary>A case of a verified litigant, the plaintiff, against one defendant.</summary>
    public Task<Case> Case(
        Litigant? plaintiff = null,
        Division? division = null,
        Staff? judge = null,
        string? number = null,
        CaseRestriction restriction = CaseRestriction.None,
        string cause = "民间借贷纠纷",
        string defendant = "李大强",
        CaseState state = CaseState.Filed
    ) =>
        Use(
            async (CourtDb db) =>
            {
                var n = Next();
                division ??= await Division();
                var code = await db.Set<Court>().Where(c => c.Id == division.CourtId).Select(c => c.Codes).SingleAsync();
                var @case = new Case
                {
                    Id = Guid.CreateVersion7(),
                    Number = number ?? $"(2026){code[0]}民初{10_000 + n}号",
                    Cause = cause,
                    Stage = CaseStage.FirstInstance,
                    State = state,
                    ClosedOn = state == CaseState.Closed ? new DateOnly(2026, 10, 15) : null,
                    Restriction = restriction,
                    CourtId = division.CourtId,
                    DivisionId = division.Id,
                    JudgeId = judge?.Id,
                    FiledOn = new DateOnly(2026, 9, 1),
                    TrialProcedure = TrialProcedure.Ordinary,
                    Panel = judge is null ? [] : PanelMember.Of(judge.Id),
                };
                @case.Parties.Add(
                    Party(PartyRole.Plaintiff, plaintiff?.Name ?? "陈建华", plaintiff?.IdentityKey ?? "", plaintiff?.Phone ?? "", 0)
                );
                @case.Parties.Add(Party(PartyRole.Defendant, defendant, "", "", 1));
                db.Set<Case>().Add(@case);
                await db.SaveChangesAsync();
                return @case;
            }
        );

    /// <summary>An agent ad litem of the case's first party.</summary>
    public Task Agent(Case @case, Litigant agent, DateTimeOffset? endedAt = null) =>
        Use(
            async (CourtDb db) =>
            {
                db.Set<CaseAgent>()
                    .Add(
                        new CaseAgent
                        {
                            Id = Guid.CreateVersion7(),
                            PartyId = @case.Parties[0].Id,
                            Name = agent.Name!,
                            IsLawyer = true,
                            IdentityKey = agent.IdentityKey!,
                            EndedAt = endedAt,
                        }
                    );
                await db.SaveChangesAsync();
            }
        );

    /// <summary>A message left by a litigant, with its owner and deadline.</summary>
    public Task<WorkOrder> Message(
        Litigant by,
        Case? @case = null,
        Court? court = null,
        string text = "开庭带手机给法官看转账记录，行不行？",
        Category category = Category.CaseQuery,
        Guid? file = null
    ) =>
        Use(
            async (LeaveMessage leave) =>
            {
                var message = new LeaveMessage.Message(
                    Channel.WeChat,
                    category,
                    text,
                    @case?.Id,
                    null,
                    @case is null ? (court ?? await Court()).Id : null,
                    file is { } sent ? [sent] : []
                );
                return (await leave.Handle(Guid.CreateVersion7(), message, ActorOf(by), CancellationToken.None)).Order;
            }
        );

    public Task Answer(WorkOrder order, Staff by, string text = "可以。请开庭当天带上手机。") =>
        Use(
            async (AnswerWorkOrder answer) =>
                await answer.Handle(order.Id, Guid.CreateVersion7(), text, [], await ActorOf(by), CancellationToken.None)
        );

    public static Actor ActorOf(Litigant litigant) => Actor.Litigant(litigant.Id, litigant.Name ?? "未实名用户");

    /// <summary>The person in their first post, or in the one of a role.</summary>
    public Task<Actor> ActorOf(Staff staff, Role? role = null) =>
        Use(
            async (CourtDb db) =>
            {
                var post = await db.Set<Post>()
                    .Where(p => p.StaffId == staff.Id && (role == null || p.Role == role))
                    .OrderBy(p => p.Id)
                    .FirstAsync();
                var level = await db.Set<Court>().Where(c => c.Id == post.CourtId).Select(c => c.Level).SingleAsync();
                return Actor.Staff(staff.Id, staff.Name, new StaffPost(post.Id, post.Role, post.CourtId, post.DivisionId, level));
            }
        );

    public string IdentityKey(string idNumber) => services.GetRequiredService<IIdentityKeys>().For(idNumber);

    /// <summary>A resident ID number of 越秀 that nobody has, with a right check character.</summary>
    public static string IdNumber(int n)
    {
        var body = $"440104{new DateOnly(1950, 1, 1).AddDays(n / 500):yyyyMMdd}{n % 500 + 100:D3}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Zip(weights, (c, w) => (c - '0') * w).Sum() % 11];
    }

    /// <summary>A mobile number that nobody has.</summary>
    public static string Mobile(int n) => (13_800_000_000 + n).ToString(CultureInfo.InvariantCulture);

    /// <summary>Never the same twice in a run.</summary>
    public static int Next() => Interlocked.Increment(ref s_next);

    public DateTimeOffset Now() => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static CaseParty Party(PartyRole role, string name, string identityKey, string phone, int position) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Role = role,
            IdentityKey = identityKey,
            Phone = phone,
            Position = position,
            Domicile = Domicile.Mainland,
            IsInCustody = false,
            IsMinor = false,
        };

    private static string Han(int n) =>
        string.Concat((n % 1_000).ToString("D3", CultureInfo.InvariantCulture).Select(c => "零一二三四五六七八九"[c - '0']));
}
