using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.DocumentService.Recipients;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>A litigant's own account: who they are, where they are signed in, what waits for them.</summary>
public sealed class LitigantQueries(
    CourtDb db,
    IAnswerLimits limits,
    LitigantServiceQueries documents,
    AgreementQueries agreements,
    TimeProvider clock
)
{
    /// <returns>Null when there is no such session, or it is over.</returns>
    public Task<SessionRow?> Session(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (
            from session in db.Set<LitigantSession>()
            join litigant in db.Set<Litigant>() on session.LitigantId equals litigant.Id
            where session.Id == id && session.RevokedAt == null && session.ExpiresAt > now
            select new SessionRow(session.Id, litigant.Id, litigant.Name, session.Channel, session.ExpiresAt)
        ).SingleOrDefaultAsync(ct);
    }

    public async Task<MeView> Me(Actor by, CancellationToken ct) =>
        MeView.Of(await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct));

    public async Task<IReadOnlyList<DeviceRow>> Devices(Actor by, Guid current, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Set<LitigantSession>()
            .AsNoTracking()
            .Where(s => s.LitigantId == by.Id && s.RevokedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastUsedAt)
            .Select(s => new DeviceRow(s.Id, s.Device, s.CreatedAt, s.LastUsedAt, s.Id == current))
            .ToListAsync(ct);
    }

    public async Task<HomeView> Home(Actor by, CancellationToken ct)
    {
        var me = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        var unread = await db.OwnOrders(by)
            .AsNoTracking()
            .Where(o => o.LastReplyAt != null && (o.RequesterReadAt == null || o.State == WorkOrderState.AwaitingRequester))
            .OrderByDescending(o => o.LastReplyAt)
            .Select(o => new
            {
                o.Id,
                o.Number,
                o.Title,
                o.CaseNumber,
                o.State,
                o.OwnerRole,
                o.DueDay,
                o.DueIsProvisional,
                At = o.LastReplyAt!.Value,
            })
            .ToListAsync(ct);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var reader = new ServiceReader(by, ServiceChannel.WebAccount);
        var openCases = await db.CasesOf(me).CountAsync(c => c.State != CaseState.Closed, ct);
        var closedCases = await db.CasesOf(me).CountAsync(c => c.State == CaseState.Closed, ct);
        var waiting = await db.OwnOrders(by).CountAsync(o => o.State != WorkOrderState.Closed, ct);
        var answered = await db.OwnOrders(by).CountAsync(o => o.State == WorkOrderState.Closed, ct);
        var notices = await db.InboxOf(by).CountAsync(n => n.ReadAt == null, ct);
        return new HomeView(
            MeView.Of(me),
            [
                .. unread.Select(o => new Todo(
                    o.State == WorkOrderState.AwaitingRequester ? "supplement" : "answer",
                    o.Id,
                    o.Title,
                    o.CaseNumber is null ? o.Number : CaseNumber.DisplayOf(o.CaseNumber),
                    Moment.DayOnly(o.At),
                    Wording.Answerer(o.OwnerRole),
                    o.State == WorkOrderState.AwaitingRequester && o.DueDay >= today
                        ? new CountedDay(o.DueDay, o.DueIsProvisional).Words
                        : null
                )),
            ],
            openCases,
            waiting,
            (await limits.Current(ct)).General.Days,
            notices,
            await documents.Waiting(reader, ct),
            await agreements.ToAccept(by, ct),
            openCases + closedCases + waiting + answered + await documents.Count(reader, ct)
        );
    }
}

/// <summary>Who a token belongs to now.</summary>
public sealed record SessionRow(Guid Id, Guid LitigantId, string? Name, Channel Channel, DateTimeOffset ExpiresAt);

/// <summary>Name and phone are masked: <c>陈*华</c>, <c>138****5620</c>.</summary>
public sealed record MeView(Guid Id, string? Name, string? Phone, bool PhoneBound, bool Verified)
{
    public static MeView Of(Litigant l) =>
        new(
            l.Id,
            l.Name is null ? null : Masking.NameForSelf(l.Name),
            l.Phone is null ? null : Masking.Phone(l.Phone),
            l.Phone is not null,
            l.IsVerified
        );
}

public sealed record DeviceRow(Guid Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current);

/// <param name="Kind">"answer": the court has written and it was not opened yet; "supplement": the judge waits for what the person has to add.</param>
/// <param name="About">The case number, or the message's own.</param>
/// <param name="AtText">When the court wrote: 11 月 20 日.</param>
/// <param name="By">Who wrote: 法官, 立案庭, "12368 ", 法院.</param>
/// <param name="AnswerByText">Of what waits for the person: until when the court answers, 11 月 25 日（周三）; null once that day is over.</param>
public sealed record Todo(string Kind, Guid WorkOrderId, string Title, string About, string AtText, string By, string? AnswerByText);

/// <param name="Documents">Null when none waits to be signed for.</param>
/// <param name="ToAccept">In force, and not yet agreed to by this person.</param>
/// <param name="Things">Cases, messages and documents: with many of them the phone offers to search.</param>
public sealed record HomeView(
    MeView Me,
    IReadOnlyList<Todo> Todo,
    int OpenCases,
    int WaitingMessages,
    int AnswerWorkingDays,
    int UnreadNotices,
    DocumentsToSign? Documents,
    IReadOnlyList<AgreementName> ToAccept,
    int Things
);
