using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Cases;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench.Screens;

internal sealed partial class ScreenList
{
    /// <summary>The page of a case with five hundred nodes beside what the city has of it, all sections one after another; and the lists of cases.</summary>
    private async Task Cases(Actor judge, Actor clerk, Actor head, Actor president)
    {
        var full = await Full(judge);
        foreach (var (role, by) in new[] { ("judge", judge), ("president", president) })
            Ask("case page, 500 entries", role, (CasePageQueries q, int _) => WholePage(q, full, by));
        foreach (var (role, by) in new[] { ("judge", judge), ("clerk", clerk), ("head", head) })
        {
            await Pages("my cases", role, (MyCaseQueries q, Cursor? after) => q.List(new(), after, by, default), l => l.Page);
            Ask("my cases with open orders", role, (MyCaseQueries q, int _) => q.List(new() { HasOpenOrders = true }, null, by, default));
            Ask("my cases, limit near", role, (MyCaseQueries q, int _) => q.List(new() { LimitNear = true }, null, by, default));
            Ask("my cases by name", role, (MyCaseQueries q, int i) => q.List(new(Text: s_names[i % s_names.Length]), null, by, default));
        }

        foreach (var (role, by) in new[] { ("judge", judge), ("clerk", clerk) })
            Ask("case conflicts", role, (ConflictQueries q, int _) => q.Open(null, by, default));
    }

    private static async Task WholePage(CasePageQueries q, Guid id, Actor by)
    {
        await q.Head(id, by, default);
        await q.Parties(id, by, default);
        await q.Counts(id, by, default);
        await q.Limits(id, by, default);
        await q.Confirmations(id, by, default);
        if (by.Reaches(Feature.CaseConflicts))
            await q.Conflicts(id, by, default);
        await q.Duties(id, by, default);
        await q.Hearings(id, null, by, default);
        await q.Nodes(id, null, by, default);
        await q.Orders(id, null, by, default);
        await q.Services(id, null, by, default);
        await q.Documents(id, null, by, default);
        await q.Files(id, null, by, default);
        await q.Trace(id, null, by, default);
    }

    /// <summary>A case of the judge, the one with most orders, with five hundred nodes.</summary>
    private Task<Guid> Full(Actor judge) =>
        data.Use(
            async (CourtDb db) =>
            {
                var me = judge.Id;
                var @case = await db.Set<Case>()
                    .Where(c => c.JudgeId == me)
                    .OrderByDescending(c => db.Set<Domain.WorkOrders.WorkOrder>().Count(o => o.CaseId == c.Id))
                    .ThenBy(c => c.Id)
                    .FirstAsync();
                if (!await db.Set<CaseNode>().AnyAsync(n => n.CaseId == @case.Id))
                {
                    db.AddRange(
                        Enumerable
                            .Range(0, 500)
                            .Select(i => new CaseNode
                            {
                                Id = Guid.CreateVersion7(),
                                CaseId = @case.Id,
                                ExternalId = $"n{i}",
                                Kind = CaseNodeKind.Other,
                                At = data.Now().AddHours(-i),
                                IsPublic = true,
                            })
                    );
                    await db.SaveChangesAsync();
                }

                return @case.Id;
            }
        );
}
