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

/// <summary>What waits for a litigant: what has a day first, by that day.</summary>
public sealed class LitigantHome(
    CourtDb db,
    IAnswerLimits limits,
    LitigantServiceQueries documents,
    LitigantCaseQueries cases,
    AgreementQueries agreements,
    TimeProvider clock
)
{
    private const int AtMost = 100;
    private static readonly TimeSpan s_fresh = TimeSpan.FromDays(14);

    public async Task<HomeView> Of(Actor by, CancellationToken ct)
    {
        var me = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        var reader = new ServiceReader(by, ServiceChannel.WebAccount);
        var openCases = await db.CasesOf(me).CountAsync(c => c.State != CaseState.Closed, ct);
        var closedCases = await db.CasesOf(me).CountAsync(c => c.State == CaseState.Closed, ct);
        var waiting = await db.OwnOrders(by).CountAsync(o => o.State != WorkOrderState.Closed, ct);
        var answered = await db.OwnOrders(by).CountAsync(o => o.State == WorkOrderState.Closed, ct);
        var notices = await db.InboxOf(by).CountAsync(n => n.ReadAt == null, ct);
        var answers = Answers(by);
        var since = clock.GetUtcNow() - s_fresh;
        var older = await answers.CountAsync(o => o.LastReplyAt < since, ct);
        List<Todo> todo =
        [
            .. (await documents.ToDo(reader, null, AtMost, ct)).DistinctBy(Same).Select(Of),
            .. await Hearings(me, ct),
            .. await Supplements(by, ct),
            .. await db.SubmissionsToBring(by, ChinaTime.DayOf(clock.GetUtcNow()), null, ct),
        ];
        return new HomeView(
            MeView.Of(me),
            [.. todo.OrderBy(t => t.Date ?? DateOnly.MaxValue), .. await Fresh(answers.Where(o => o.LastReplyAt >= since), ct)],
            older,
            await answers.CountAsync(ct),
            await documents.Waiting(reader, ct),
            openCases,
            waiting,
            (await limits.Current(ct)).General.Days,
            notices,
            await agreements.ToAccept(by, ct),
            openCases + closedCases + waiting + answered + await documents.Count(reader, ct)
        );
    }

    /// <summary>The same document, signed for by an agent of two parties with one period, is one thing to do.</summary>
    internal static object Same(DocumentToDo d) => d.Row.State == "toSign" ? d.Row.Id : (d.Row.CaseId, d.Row.Title, d.Line);

    internal static Todo Of(DocumentToDo d) =>
        d.Row.State == "toSign"
            ? new(
                "sign",
                d.Row.Id,
                $"签收{d.Row.Title}",
                [d.Ends is null ? $"{d.Row.ArrivedText}，请尽早签收" : d.Row.LimitText!, d.Row.CaseTitle, d.Row.CourtName],
                d.Row.CaseNumber,
                d.Ends
            )
            : new("limit", d.Row.Id, d.Line!, [d.Left!, d.Row.Title, d.Row.CaseTitle, d.Row.CourtName], d.Row.CaseNumber, d.Ends);

    private async Task<IEnumerable<Todo>> Hearings(Litigant me, CancellationToken ct) =>
        from known in await cases.Heard(me, AtMost, ct)
        from day in known.Days.Where(d => d.Kind == CaseDay.Hearing)
        select new Todo(CaseDay.Hearing, known.Id, day.Text, [day.LeftText, known.Title, known.CourtName], known.Number, day.Date);

    private async Task<IEnumerable<Todo>> Supplements(Actor by, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var asked = await db.OwnOrders(by)
            .AsNoTracking()
            .Where(o => o.LastReplyAt != null && o.State == WorkOrderState.AwaitingRequester)
            .OrderBy(o => o.DueDay)
            .Take(AtMost)
            .Select(o => new
            {
                o.Id,
                o.Number,
                o.Title,
                o.CaseNumber,
                o.OwnerRole,
                o.DueDay,
                o.DueIsProvisional,
            })
            .ToListAsync(ct);
        return asked.Select(o => new Todo(
            "supplement",
            o.Id,
            $"{Wording.Answerer(o.OwnerRole)}请您补充",
            [
                o.DueDay >= today
                    ? $"请尽早补，法院最迟 {new CountedDay(o.DueDay, o.DueIsProvisional).Words}答复"
                    : "请尽早补，补了才接着办",
                o.Title,
            ],
            AboutOf(o.CaseNumber, o.Number),
            o.DueDay >= today ? o.DueDay : null
        ));
    }

    private static async Task<IEnumerable<Todo>> Fresh(IQueryable<WorkOrder> answers, CancellationToken ct) =>
        (
            await answers
                .AsNoTracking()
                .OrderByDescending(o => o.LastReplyAt)
                .Take(AtMost)
                .Select(o => new
                {
                    o.Id,
                    o.Number,
                    o.Title,
                    o.CaseNumber,
                    o.OwnerRole,
                    At = o.LastReplyAt!.Value,
                })
                .ToListAsync(ct)
        ).Select(o => new Todo(
            "answer",
            o.Id,
            $"{Wording.Answerer(o.OwnerRole)}答复您了，去看看",
            [Moment.DayOnly(o.At), o.Title],
            AboutOf(o.CaseNumber, o.Number),
            null
        ));

    private static string AboutOf(string? caseNumber, string number) => caseNumber is null ? number : CaseNumber.DisplayOf(caseNumber);

    /// <summary>Not opened yet.</summary>
    private IQueryable<WorkOrder> Answers(Actor by) =>
        db.OwnOrders(by).Where(o => o.LastReplyAt != null && o.RequesterReadAt == null && o.State != WorkOrderState.AwaitingRequester);
}
