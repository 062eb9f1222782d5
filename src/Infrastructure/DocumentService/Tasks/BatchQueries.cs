using Domain.Auditing;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>Choosing the cases of a batch service: by state and cause among one's own, or by pasted case numbers.</summary>
public sealed class BatchQueries(CourtDb db, IAudit audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> Causes(Actor by, CancellationToken ct) =>
        await Own(by).Select(c => c.Cause).Distinct().OrderBy(c => c).ToListAsync(ct);

    /// <summary>The person's own cases, at most one more than a batch takes.</summary>
    public async Task<IReadOnlyList<BatchCase>> Cases(CaseState? state, string? cause, Actor by, CancellationToken ct) =>
        await Own(by)
            .Where(c => (state == null || c.State == state) && (cause == null || c.Cause == cause))
            .OrderBy(c => c.Number)
            .Take(ServiceTask.MaxCases + 1)
            .Select(c => new BatchCase(c.Id, c.Number, c.Cause, c.State))
            .ToListAsync(ct);

    /// <summary>Case numbers as they come out of a table: one a line, with commas between, 12号至14号.</summary>
    /// <returns>The cases, what was typed that is no number, and numbers that nobody or another serves.</returns>
    public async Task<(IReadOnlyList<BatchCase> Cases, IReadOnlyList<string> NoNumbers, IReadOnlyList<string> NotMine)> Pasted(
        string text,
        Actor by,
        CancellationToken ct
    )
    {
        audit.Searched("待送达案件", text, by);
        var read = CaseNumber.ReadAll(text, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        List<string> keys = [.. read.Select(r => r.CaseKey).OfType<string>()];
        var found = await db.ServableBy(by)
            .Where(c => keys.Contains(c.Number))
            .OrderBy(c => c.Number)
            .Select(c => new BatchCase(c.Id, c.Number, c.Cause, c.State))
            .ToListAsync(ct);
        var there = found.Select(c => c.Number).ToHashSet();
        return (
            found,
            [.. read.Where(r => r.CaseKey is null).Select(r => r.Raw)],
            [.. keys.Where(k => !there.Contains(k)).Select(CaseNumber.DisplayOf)]
        );
    }

    /// <summary>Cases chosen before, as far as the person may still serve them.</summary>
    public async Task<IReadOnlyList<BatchCase>> Chosen(IReadOnlyCollection<Guid> ids, Actor by, CancellationToken ct) =>
        await db.ServableBy(by)
            .Where(c => ids.Contains(c.Id))
            .OrderBy(c => c.Number)
            .Select(c => new BatchCase(c.Id, c.Number, c.Cause, c.State))
            .ToListAsync(ct);

    /// <summary>A task that the person may see, and those of its cases that the person may serve anew.</summary>
    public async Task<(ServiceTask? Task, IReadOnlyList<BatchCase> Cases)> Corrected(Guid taskId, Actor by, CancellationToken ct)
    {
        var task = await db.ServiceTasksVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct);
        if (task is null)
            return (null, []);
        var cases = await db.ServableBy(by)
            .Where(c => db.Set<ServicePlan>().Any(p => p.TaskId == taskId && p.CaseId == c.Id))
            .OrderBy(c => c.Number)
            .Select(c => new BatchCase(c.Id, c.Number, c.Cause, c.State))
            .ToListAsync(ct);
        return (task, cases);
    }

    private IQueryable<Case> Own(Actor by)
    {
        var me = by.Id;
        return by.ExtentOf(Feature.Serving) == Extent.Cases
            ? db.Set<Case>().Where(c => c.JudgeId == me)
            : db.Set<Case>().Where(c => c.ClerkId == me);
    }
}

public sealed record BatchCase(Guid Id, string Number, string Cause, CaseState State);
