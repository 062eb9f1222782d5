using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Shared;
using Infrastructure.DocumentService;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Recipients;
using Infrastructure.DocumentService.Search;
using Infrastructure.Figures;
using Infrastructure.Litigants;
using Infrastructure.Notifications;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Bench.Screens;

internal sealed partial class ScreenList
{
    private async Task Documents(Actor judge, Actor clerk, Actor head, Actor president, Actor filing, Actor both)
    {
        foreach (var (role, by) in new[] { ("judge", judge), ("clerk", clerk), ("president", president), ("both levels", both) })
        {
            foreach (var filter in Enum.GetValues<TaskFilter>())
                await Pages(
                    $"service tasks, {filter}",
                    role,
                    (ServiceTaskQueries q, Cursor? after) => q.List(false, filter, after, by, default),
                    p => p
                );
            await Pages("services, newest", role, (ServiceSearch q, Cursor? after) => q.Find(new(), after, by, default), r => r.Page);
            Ask("services by case", role, (ServiceSearch q, int i) => q.Find(new(CaseNumber(i)), null, by, default));
            Ask("services by phone", role, (ServiceSearch q, int i) => q.Find(new(Phone(i)), null, by, default));
            Ask("services by name", role, (ServiceSearch q, int i) => q.Find(new(s_names[i % s_names.Length]), null, by, default));
            Ask(
                "services by title",
                role,
                (ServiceSearch q, int i) => q.Find(new(Title: i % 2 == 0 ? "民事" : "支付令"), null, by, default)
            );
            foreach (var state in Enum.GetValues<ServiceState>())
                Ask($"services, {state}", role, (ServiceSearch q, int _) => q.Find(new(State: state), null, by, default));
            Ask(
                "services of a month",
                role,
                (ServiceSearch q, int i) => q.Find(new(From: Today.AddDays(-i - 30), To: Today.AddDays(-i)), null, by, default)
            );
            await Pages("certificates", role, (CertificateQueries q, Cursor? after) => q.Issued(after, by, default), p => p);
        }

        foreach (var (role, by) in new[] { ("judge", judge), ("clerk", clerk), ("filing division", filing), ("both levels", both) })
        {
            foreach (var filter in Enum.GetValues<EffectFilter>())
                await Pages(
                    $"effective judgments, {filter}",
                    role,
                    (EffectQueries q, Cursor? after) => q.List(filter, after, by, default),
                    p => p
                );
            Ask("effective judgments, counts", role, (EffectQueries q, int _) => q.Counts(by, default));
            await Pages("confirmations", role, (ConfirmationQueries q, Cursor? after) => q.List("", true, after, by, default), p => p);
            Ask(
                "confirmations by name",
                role,
                (ConfirmationQueries q, int i) => q.List(s_names[i % s_names.Length], true, null, by, default)
            );
            Ask("confirmations by case", role, (ConfirmationQueries q, int i) => q.List(CaseNumber(i), false, null, by, default));
        }

        foreach (var (role, by) in new[] { ("judge", judge), ("clerk", clerk) })
        {
            await Pages(
                "my service tasks",
                role,
                (ServiceTaskQueries q, Cursor? after) => q.List(true, TaskFilter.All, after, by, default),
                p => p
            );
            foreach (var work in Enum.GetValues<Handwork>())
                await Pages($"by hand, {work}", role, (HandworkQueries q, Cursor? after) => q.List(work, after, by, default), p => p);
            Ask("by hand, counts", role, (HandworkQueries q, int _) => q.Counts(by, default));
            Ask("by hand, batches", role, (HandworkQueries q, int _) => q.Batches(null, by, default));
            await Pages("to serve", role, (ServiceDeskQueries q, Cursor? after) => q.ToServe(after, by, default), p => p);
            Ask("to serve by name", role, (ServiceDeskQueries q, int i) => q.Find(i % 2 == 0 ? "陈建华" : "司徒志强", null, by, default));
            Ask("a batch's cases", role, (BatchQueries q, int _) => q.Cases(CaseState.Filed, "民间借贷纠纷", by, default));
            Ask("a batch's causes", role, (BatchQueries q, int _) => q.Causes(by, default));
            Ask(
                "cases to note an address",
                role,
                (ConfirmationQueries q, int i) => q.FindCases(i % 2 == 0 ? "陈建" : "司徒志强", null, by, default)
            );
        }

        foreach (var (role, by) in new[] { ("clerk", clerk), ("president", president), ("both levels", both) })
        {
            await Pages("service duties", role, (ServiceDutyQueries q, Cursor? after) => q.Open(after, by, default), p => p);
            Ask(
                "statistics of service",
                role,
                (ServiceStatisticsQueries q, int _) =>
                    q.Read(FigureScope.All, FigurePeriod.Around(PeriodKind.Month, Today.AddMonths(-1)), by, default)
            );
        }

        var tasks = await data.Use(
            (CourtDb db) => db.ServiceTasksVisibleTo(clerk).OrderByDescending(t => t.ConfirmedAt).Select(t => t.Id).Take(50).ToListAsync()
        );
        Ask("service task", "clerk", (ServiceTaskQueries q, int i) => q.Head(tasks[i % tasks.Count], clerk, default));
        Ask(
            "a task's recipients",
            "clerk",
            (ServiceTaskQueries q, int i) => q.Recipients(tasks[i % tasks.Count], RecipientFilter.All, null, clerk, default)
        );
    }

    /// <summary>A party with a case, and a lawyer with forty.</summary>
    private async Task Litigants()
    {
        var party = await Account("md5('key' || 0)");
        var lawyer = await Account($"md5('key' || {size.Cases * 2})");
        foreach (var (role, me) in new[] { ("party", party), ("lawyer", lawyer) })
        {
            Ask("my messages", role, (LitigantOrderQueries q, int _) => q.List(me, null, 20, null, null, default));
            Ask("find my messages", role, (LitigantOrderQueries q, int i) => q.List(me, null, 5, null, CaseNumber(i), default));
            Ask("home", role, (LitigantHome q, int _) => q.Of(me, default));
            Ask("my cases", role, (LitigantCaseQueries q, int _) => q.List(me, CaseOrder.Filed, null, null, null, 20, default));
            Ask(
                "find my cases",
                role,
                (LitigantCaseQueries q, int i) => q.List(me, CaseOrder.Filed, null, s_names[i % s_names.Length], null, 5, default)
            );
            Ask("my confirmations", role, (LitigantConfirmationQueries q, int _) => q.Subjects(me, null, null, 20, default));
            Ask("my notices", role, (NoticeInboxQueries q, int _) => q.Newest(false, null, me, default));
            var reader = new ServiceReader(me, ServiceChannel.WebAccount);
            Ask("documents to sign", role, (LitigantServiceQueries q, int _) => q.List(reader, true, null, null, null, 20, default));
            Ask("documents", role, (LitigantServiceQueries q, int _) => q.List(reader, false, null, null, null, 20, default));
            Ask("find my documents", role, (LitigantServiceQueries q, int i) => q.List(reader, null, null, "判决", null, 5, default));
            Ask("documents by case", role, (LitigantServiceQueries q, int _) => q.Cases(reader, default));
        }
    }

    private Task<Actor> Account(string key) =>
        data.Use(
            async (CourtDb db) =>
            {
#pragma warning disable EF1002 // an expression of this file, not of anybody
                var identity = await db.Database.SqlQueryRaw<string>($"SELECT {key} AS \"Value\"").SingleAsync();
#pragma warning restore EF1002
                if (await db.Set<Litigant>().SingleOrDefaultAsync(l => l.IdentityKey == identity) is not { } me)
                {
                    me = Litigant.SignUp(null, null, data.Now());
                    me.Verified("陈建华", identity, data.Now());
                    db.Add(me);
                    await db.SaveChangesAsync();
                }

                return Given.CourtData.ActorOf(me);
            }
        );
}
