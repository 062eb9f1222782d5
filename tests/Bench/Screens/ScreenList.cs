using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Cases;
using Infrastructure.EarlyWarnings;
using Infrastructure.Figures;
using Infrastructure.InboundMessages;
using Infrastructure.Notifications;
using Infrastructure.Organisation;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Proof;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Bench.Screens;

/// <summary>Each list and search of the pages and the API, with who waits longest for it.</summary>
internal sealed partial class ScreenList(CourtData data, GreatCity city, CitySize size)
{
    private const int LaterPage = 6;
    private static readonly string[] s_names = ["陈", "欧阳", "李建", "张明", "王家乐", "司徒志强", "麦晓宁", "不存在"];

    private readonly List<Screen> _all = [];

    public async Task<IReadOnlyList<Screen>> All()
    {
        var judge = await city.In(Role.Judge);
        var clerk = await city.In(Role.Clerk);
        var head = await city.In(Role.DivisionHead);
        var liaison = await city.In(Role.LiaisonOfficer);
        var president = await city.In(Role.President, DivisionKind.Leadership);
        var filing = await city.In(Role.FilingDivision, DivisionKind.Filing);
        var agent = await city.In(Role.HotlineAgent, DivisionKind.Filing);
        var administrator = await city.In(Role.Administrator, DivisionKind.Filing);
        var petitions = await city.In(Role.PetitionOffice, DivisionKind.Filing);
        var supervisor = await city.In(Role.SupervisionOfficer, DivisionKind.Filing, "gz-zy", CourtLevel.Intermediate);
        var both = await city.In(Role.FilingDivision, DivisionKind.Filing, "gz-zy", CourtLevel.Intermediate);
        await Orders(judge, clerk, head, liaison, president, filing, agent, supervisor, both);
        await Around(judge, head, liaison, president, filing, administrator, petitions, supervisor, both);
        foreach (
            var (role, actor) in new[]
            {
                ("judge", judge),
                ("clerk", clerk),
                ("head", head),
                ("liaison officer", liaison),
                ("president", president),
                ("filing division", filing),
                ("both levels", both),
            }
        )
            Badges(role, actor);
        await Documents(judge, clerk, head, president, filing, both);
        await Cases(judge, clerk, head, president);
        await Litigants();
        return _all;
    }

    private async Task Orders(
        Actor judge,
        Actor clerk,
        Actor head,
        Actor liaison,
        Actor president,
        Actor filing,
        Actor agent,
        Actor supervisor,
        Actor both
    )
    {
        foreach (
            var (role, by) in new[]
            {
                ("judge", judge),
                ("clerk", clerk),
                ("head", head),
                ("president", president),
                ("both levels", supervisor),
            }
        )
        {
            foreach (var tab in Enum.GetValues<InboxTab>())
                await Inbox($"inbox {tab}", role, new InboxFilter(tab), by);
            await Inbox("inbox by category", role, new InboxFilter(InboxTab.ToAnswer, Category.Complaint), by);
            await Inbox("inbox by a part of a name", role, new InboxFilter(InboxTab.ToAnswer, Text: "欧阳"), by);
            await Inbox("answered by name", role, new InboxFilter(InboxTab.Answered, Text: "欧阳建华"), by);
            Ask(
                "inbox counts",
                role,
                (InboxQueries q, int _) => q.Counts(new(InboxTab.ToAnswer), Today, Today.AddDays(4), data.Now(), by, default)
            );
            Ask("search by case number", role, (SearchQueries q, int i) => q.Find(CaseNumber(i), null, by, default));
            Ask("search by phone", role, (SearchQueries q, int i) => q.Find(Phone(i * 2), null, by, default));
            await Pages("search by name", role, (SearchQueries q, Cursor? after) => q.Find("陈建华", after, by, default), r => r.Page);
        }

        foreach (
            var (role, by, scope) in new[]
            {
                ("head", head, OfDivision(head)),
                ("both levels", supervisor, FigureScope.All),
                ("president", president, new FigureScope { CourtId = president.Post!.CourtId }),
            }
        )
        {
            await Pages(
                "division's orders",
                role,
                (DivisionQueries q, Cursor? after) => q.List(scope, new(OrderTab.All), after, by, default),
                p => p
            );
            await Pages(
                "division's orders, urged",
                role,
                (DivisionQueries q, Cursor? after) => q.List(scope, new(OrderTab.All, OnlyUrged: true), after, by, default),
                p => p
            );
            Ask("division's figures", role, (DivisionQueries q, int _) => q.Figures(scope, by, default));
            Ask("division's counts", role, (DivisionQueries q, int _) => q.Counts(scope, new(OrderTab.All), by, default));
            Ask("division's loads", role, (DivisionQueries q, int _) => q.Loads(scope, by, default));
            Ask("requests", role, (RequestQueries q, int _) => q.First(by, default));
        }

        await Pages("to assign", "filing division", (DispatchQueries q, Cursor? after) => q.Waiting(after, filing, default), p => p);
        await Pages("to assign", "liaison officer", (DispatchQueries q, Cursor? after) => q.Waiting(after, liaison, default), p => p);
        Ask("handlers", "filing division", (DispatchQueries q, int _) => q.Handlers(filing.Post!.CourtId, filing, default));
        await Pages("reviews", "both levels", (ReviewQueries q, Cursor? after) => q.Waiting(after, both, default), p => p);
        await Pages("reviews", "filing division", (ReviewQueries q, Cursor? after) => q.Waiting(after, filing, default), p => p);
        await Pages("registrations", "agent", (RegistrationQueries q, Cursor? after) => q.Mine(null, after, agent, default), p => p);
        await Pages("registrations, open", "agent", (RegistrationQueries q, Cursor? after) => q.Mine(false, after, agent, default), p => p);
        Ask("a caller's history", "agent", (CallerQueries q, int i) => q.History(Phone(i * 2), null, data.Now(), agent, default));
        foreach (var (role, by) in new[] { ("judge", judge), ("president", president) })
        {
            var own = await data.Use(
                (CourtDb db) =>
                    db.VisibleTo(by)
                        .Where(o => o.CaseId != null)
                        .OrderByDescending(o => o.ReceivedAt)
                        .Select(o => o.Id)
                        .Take(50)
                        .ToListAsync()
            );
            Ask("order", role, (OrderDetailQueries q, int i) => q.Find(own[i % own.Count], by, default));
            Ask("other orders of the case", role, (RelatedQueries q, int i) => q.OfCase(own[i % own.Count], by, default));
            Ask("possible duplicates", role, (RelatedQueries q, int i) => q.Duplicates(own[i % own.Count], by, default));
        }
    }

    private async Task Around(
        Actor judge,
        Actor head,
        Actor liaison,
        Actor president,
        Actor filing,
        Actor administrator,
        Actor petitions,
        Actor supervisor,
        Actor both
    )
    {
        foreach (var (role, by) in new[] { ("judge", judge), ("president", president), ("both levels", both) })
        {
            Ask("warnings, open", role, (EarlyWarningQueries q, int _) => q.Open(by, default));
            await Pages("warnings, ended", role, (EarlyWarningQueries q, Cursor? after) => q.Ended(after, by, default), p => p);
            await Pages("warnings I raised", role, (EarlyWarningQueries q, Cursor? after) => q.Raised(after, by, default), p => p);
        }

        await Pages(
            "warning candidates",
            "filing division",
            (EarlyWarningQueries q, Cursor? after) => q.Candidates(after, filing, default),
            p => p
        );
        foreach (var (role, by) in new[] { ("liaison officer", liaison), ("filing division", filing), ("both levels", both) })
        {
            foreach (var open in new[] { true, false })
            {
                await Pages(
                    open ? "inbound SMS, open" : "inbound SMS",
                    role,
                    (InboundSmsQueries q, Cursor? after) => q.Newest(open, after, by, default),
                    p => p
                );
                await Pages(
                    open ? "undelivered" : "undelivered, handled",
                    role,
                    (UndeliveredQueries q, Cursor? after) => q.Page(!open, after, by, default),
                    p => p
                );
            }
        }

        await Pages(
            "undelivered",
            "administrator",
            (UndeliveredQueries q, Cursor? after) => q.Page(false, after, administrator, default),
            p => p
        );
        await Pages("notices", "judge", (NoticeInboxQueries q, Cursor? after) => q.Newest(false, after, judge, default), p => p);
        await Pages("notices, unread", "judge", (NoticeInboxQueries q, Cursor? after) => q.Newest(true, after, judge, default), p => p);
        foreach (var (role, by) in new[] { ("judge", judge), ("head", head), ("president", president), ("both levels", both) })
        {
            Ask("cases by number", role, (CaseQueries q, int i) => q.Find(CaseNumber(i), null, by, default));
            Ask("cases by name", role, (CaseQueries q, int i) => q.Find(i % 2 == 0 ? "陈建华" : "司徒志强", null, by, default));
            Ask("cases by ID number", role, (CaseQueries q, int i) => q.Find($"{1000 + i}", null, by, default));
            Ask("cases by phone", role, (CaseQueries q, int i) => q.OfPhone(Phone(i), null, by, default));
        }

        Ask("matters, search", "petition office", (MattersQueries q, int _) => q.Find("陈建华", null, petitions, default));
        var anchors = await data.Use(
            (CourtDb db) =>
                db.ProvableTo(petitions).Where(o => o.LitigantId != null).OrderBy(o => o.Id).Select(o => o.Id).Take(50).ToListAsync()
        );
        Ask(
            "matters of a person",
            "petition office",
            (MattersQueries q, int i) => q.Orders(anchors[i % anchors.Count], MatterScope.Person, null, petitions, default)
        );

        var lastMonth = FigurePeriod.Around(PeriodKind.Month, Today.AddMonths(-1));
        foreach (var (role, by) in new[] { ("judge", judge), ("head", head), ("president", president), ("both levels", supervisor) })
        {
            Ask("statistics of last month", role, (StatisticsQueries q, int _) => q.Read(FigureScope.All, lastMonth, by, default));
            Ask(
                "statistics of a month a year ago",
                role,
                (StatisticsQueries q, int _) =>
                    q.Read(FigureScope.All, FigurePeriod.Around(PeriodKind.Month, Today.AddYears(-1)), by, default)
            );
            foreach (var list in Enum.GetValues<LedgerList>())
                Ask($"ledger {list}", role, (LedgerQueries q, int _) => q.Page(list, FigureScope.All, lastMonth, null, by, default));
        }

        Ask("wallboard of a court", "president", (BoardQueries q, int _) => q.Read(president.Post!.CourtId, default));
        Ask("wallboard of both levels", "both levels", (BoardQueries q, int _) => q.Read(null, default));
    }

    private void Badges(string role, Actor by)
    {
        NavCount[] wanted = by.Post!.Role switch
        {
            Role.Judge => [NavCount.Desk, NavCount.Warnings],
            Role.Clerk => [NavCount.ServiceTasks, NavCount.ServiceDuties, NavCount.Desk, NavCount.Warnings],
            Role.DivisionHead => [NavCount.Overdue, NavCount.Desk, NavCount.Extensions, NavCount.Reassignments, NavCount.Warnings],
            Role.LiaisonOfficer => [NavCount.ToAssign, NavCount.Desk, NavCount.Undelivered, NavCount.Contacts, NavCount.Warnings],
            Role.President =>
            [
                NavCount.Overdue,
                NavCount.Extensions,
                NavCount.Reassignments,
                NavCount.Desk,
                NavCount.Contacts,
                NavCount.Warnings,
            ],
            _ =>
            [
                NavCount.ToAssign,
                NavCount.Reviews,
                NavCount.Overdue,
                NavCount.Desk,
                NavCount.Undelivered,
                NavCount.Contacts,
                NavCount.Warnings,
            ],
        };
        Ask("badges", role, (ShellQueries q, int _) => q.Counts(wanted, by, data.Now(), default));
        Ask("unread orders", role, (ShellQueries q, int _) => q.UnreadOrders(by, 8, default));
        Ask("unread notices", role, (NoticeInboxQueries q, int _) => q.UnreadCount(by, default));
    }

    private DateOnly Today => ChinaTime.DayOf(data.Now());

    private static FigureScope OfDivision(Actor by) => new() { CourtId = by.Post!.CourtId, DivisionId = by.Post.DivisionId };

    /// <summary>Of the i-th case among all, spread over the years.</summary>
    private string CaseNumber(int i)
    {
        var c = (int)(i * 7_919L % size.Cases);
        return $"({2026 - (c % 3)})粤0104民初{1_000_000 + c}号";
    }

    private string Phone(int party) => $"139{(int)(party * 104_729L % (size.Cases * 2)):D8}";

    private void Ask<TQueries>(string name, string role, Func<TQueries, int, Task> ask)
        where TQueries : notnull => _all.Add(new Screen(name, role, (from, i) => from.Use((TQueries q) => ask(q, i))));

    /// <summary>The first page and a later one.</summary>
    private async Task Pages<TQueries, TResult, TRow>(
        string name,
        string role,
        Func<TQueries, Cursor?, Task<TResult>> ask,
        Func<TResult, Page<TRow>> page
    )
        where TQueries : notnull
    {
        Ask(name, role, (TQueries q, int _) => ask(q, null));
        Cursor? after = null;
        for (var i = 1; i < LaterPage; i++)
        {
            if (page(await data.Use((TQueries q) => ask(q, after))).Next is not { } next)
                break;
            after = next;
        }

        if (after is not null)
            Ask($"{name}, later", role, (TQueries q, int _) => ask(q, after));
    }

    private async Task Inbox(string name, string role, InboxFilter filter, Actor by)
    {
        Ask(name, role, (InboxQueries q, int _) => q.Page(filter, null, Page<InboxRow>.Size, by, default));
        Cursor? after = null;
        for (var i = 1; i < LaterPage; i++)
        {
            if ((await data.Use((InboxQueries q) => q.Page(filter, after, Page<InboxRow>.Size, by, default))).Next is not { } next)
                break;
            after = next;
        }

        if (after is not null)
            Ask($"{name}, later", role, (InboxQueries q, int _) => q.Page(filter, after, Page<InboxRow>.Size, by, default));
    }
}
