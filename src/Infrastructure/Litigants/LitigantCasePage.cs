using Domain.Cases;
using Domain.Contacts;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.DocumentService.Recipients;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>A litigant's own case. What is not public and what was withdrawn (FLOW 12, 13) is not even read.</summary>
public sealed class LitigantCasePage(CourtDb db, LitigantCaseQueries cases, LitigantServiceQueries documents, TimeProvider clock)
{
    private const int AtMost = 100;

    /// <exception cref="RefusedException"><c>case.not_found</c>, also for another person's; <c>litigant.not_verified</c>.</exception>
    public async Task<CaseView> Of(Guid id, Actor by, CancellationToken ct)
    {
        var known = await cases.Own(id, by, ct);
        var reader = new ServiceReader(by, ServiceChannel.WebAccount);
        var limits = await db.Set<CaseLimit>()
            .AsNoTracking()
            .Where(l => l.CaseId == id && l.EndedOn == null)
            .OrderBy(l => l.EndsOn)
            .ToListAsync(ct);
        var todo = await ToDo(known, limits, reader, ct);
        var (papers, toSign) = await documents.CountIn(id, reader, ct);
        var orders = db.OwnOrders(by).Where(o => o.CaseId == id);
        return new CaseView(
            known.Row,
            todo,
            todo.Count > 0 ? null : Waiting(known.Case),
            await Hearings(known, ct),
            await Contact(known, ct),
            [.. limits.Select(l => CaseLimitTexts.View(l, Today))],
            await Nodes(known.Case, null, Keyset.Size, ct),
            papers,
            toSign,
            await orders.CountAsync(ct),
            await orders.CountAsync(o => o.State != WorkOrderState.Closed, ct)
        );
    }

    /// <exception cref="RefusedException">As <see cref="Of"/>.</exception>
    public async Task<CaseNodePage> Nodes(Guid id, Cursor? after, int limit, Actor by, CancellationToken ct)
    {
        await cases.CheckOwn(id, by, ct);
        return await Nodes(await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id, ct), after, limit, ct);
    }

    /// <returns>iCalendar text; of a hearing that was cancelled the entry says so.</returns>
    /// <exception cref="RefusedException">As <see cref="Of"/>; <c>hearing.not_found</c>.</exception>
    public async Task<string> Calendar(Guid id, Guid hearingId, Actor by, CancellationToken ct)
    {
        var known = await cases.Own(id, by, ct);
        var hearing =
            await db.Set<CaseHearing>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == hearingId && h.CaseId == id, ct)
            ?? throw CaseErrors.HearingNotFound();
        var record = await db.Set<CaseRecord>()
            .AsNoTracking()
            .Where(r => r.Id == id)
            .Select(r => new { r.Version, r.ChangedAt })
            .SingleOrDefaultAsync(ct);
        return HearingCalendar.Of(
            HearingTexts.View(hearing, known, Today),
            hearing.State == HearingState.Cancelled,
            record?.Version ?? 0,
            record?.ChangedAt ?? clock.GetUtcNow()
        );
    }

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    private async Task<List<Todo>> ToDo(KnownCase known, List<CaseLimit> limits, ServiceReader reader, CancellationToken ct)
    {
        var (id, number) = (known.Case.Id, known.Row.Number);
        var asked = await db.OwnOrders(reader.By!)
            .AsNoTracking()
            .Where(o => o.CaseId == id && o.LastReplyAt != null && o.State == WorkOrderState.AwaitingRequester)
            .OrderBy(o => o.DueDay)
            .Select(o => new
            {
                o.Id,
                o.Title,
                o.OwnerRole,
            })
            .ToListAsync(ct);
        List<Todo> todo =
        [
            .. (await documents.ToDo(reader, id, AtMost, ct)).DistinctBy(LitigantHome.Same).Select(LitigantHome.Of),
            .. limits
                .Where(l => CaseLimitTexts.Asks(l.Kind) && l.EndsOn >= Today)
                .Select(l => new Todo(
                    "due",
                    l.Id,
                    CaseLimitTexts.ToDo(l, Today),
                    [CaseDay.Left(l.EndsOn, Today), CaseLimitTexts.IfLate(l.Kind)],
                    l.Kind.Chinese(),
                    l.EndsOn
                )),
            .. asked.Select(o => new Todo("supplement", o.Id, $"{Wording.Answerer(o.OwnerRole)}请您补充", [o.Title], number, null)),
            .. await db.SubmissionsToBring(reader.By!, Today, id, ct),
        ];
        return [.. todo.OrderBy(t => t.Date ?? DateOnly.MaxValue)];
    }

    private static string Waiting(Case @case) =>
        @case.State switch
        {
            CaseState.Closed => "案子已经办完，现在不用您做什么",
            CaseState.Enforcing => "法院在执行，现在不用您做什么，有进展会告诉您",
            CaseState.HearingScheduled => "按时来开庭，现在不用做别的",
            _ => "法院在办，现在不用您做什么，有进展会告诉您",
        };

    private async Task<List<HearingView>> Hearings(KnownCase known, CancellationToken ct)
    {
        var (id, from) = (known.Case.Id, ChinaTime.StartOf(Today));
        var ahead = await db.Set<CaseHearing>()
            .AsNoTracking()
            .Where(h => h.CaseId == id && h.StartsAt >= from && h.State == HearingState.Set)
            .OrderBy(h => h.StartsAt)
            .ToListAsync(ct);
        return [.. ahead.Select(h => HearingTexts.View(h, known, Today))];
    }

    private async Task<CaseContact> Contact(KnownCase known, CancellationToken ct)
    {
        var (id, division) = (known.Case.Id, known.Case.DivisionId);
        var panel = await (
            from m in db.Set<PanelMember>()
            join s in db.Set<Staff>() on m.StaffId equals s.Id
            where m.CaseId == id
            orderby m.Position
            select s.Name
        ).ToListAsync(ct);
        var phone = await db.Set<PublishedContact>()
            .Where(c => c.DivisionId == division && c.WithdrawnAt == null)
            .Select(c => c.OfficePhone)
            .FirstOrDefaultAsync(ct);
        return new CaseContact(
            known.Row.CourtName,
            known.Row.DivisionName,
            await NameOf(known.Case.JudgeId, ct),
            await NameOf(known.Case.ClerkId, ct),
            panel.Count > 1 ? [.. panel.Select(ShownName.OfStaff)] : [],
            phone ?? ""
        );
    }

    private async Task<string?> NameOf(Guid? staff, CancellationToken ct) =>
        staff is { } id && await db.Set<Staff>().Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(ct) is { } name
            ? ShownName.OfStaff(name)
            : null;

    private async Task<CaseNodePage> Nodes(Case @case, Cursor? after, int limit, CancellationToken ct)
    {
        var id = @case.Id;
        var page = Page<CaseNode>.Of(
            await db.Set<CaseNode>()
                .AsNoTracking()
                .Where(n => n.CaseId == id && n.IsPublic && n.WithdrawnAt == null)
                .NewestFirst(after, n => n.At, n => n.Id, limit)
                .ToListAsync(ct),
            n => new Cursor(n.At, n.Id),
            limit
        );
        return new CaseNodePage([.. page.Rows.Select(n => CaseNodeTexts.Row(n, @case.IsSensitive))], page.Next?.For(LitigantLists.Nodes));
    }
}
