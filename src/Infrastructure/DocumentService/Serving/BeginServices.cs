using Domain.DocumentService;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>Begins what clerks confirmed: freezes the documents of each case, then has its services written.</summary>
public sealed partial class BeginServices(
    ServiceClaims claims,
    CasesToBegin toBegin,
    FreezeDocuments freeze,
    WriteBegunCases write,
    StartTasks startTasks,
    ServiceSettings settings,
    ILogger<BeginServices> log
)
{
    private const int CasesAtOnce = 60;
    private const int MostTries = 6;
    private static readonly TimeSpan s_pauseForEachTry = TimeSpan.FromSeconds(3);

    /// <returns>How many cases were taken up, and tasks brought to their end.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var plans = await claims.Plans(CasesAtOnce, settings.Lease, ct);
        if (plans.Count == 0)
            return await startTasks.Run(ct);
        try
        {
            await Begin(plans, ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            TryFailed(log, e, plans.Count);
            await claims.GiveBack([.. plans.Select(p => p.Id)], s_pauseForEachTry * plans.Max(p => p.Tries), CancellationToken.None);
            return 0;
        }

        await startTasks.Run(ct);
        return plans.Count;
    }

    private async Task Begin(List<ServicePlan> claimed, CancellationToken ct)
    {
        var tired = claimed.Where(p => p.Tries > MostTries).ToHashSet();
        var ready = await toBegin.Of([.. claimed.Except(tired)], ct);
        foreach (var plan in tired)
            await write.Fail(plan, ServicePlanFailures.GaveUp, ct);
        foreach (var plan in claimed.Except(tired).Except(ready.Select(c => c.Plan)))
            await write.Fail(plan, ServicePlanFailures.CaseGone, ct);
        foreach (var withdrawn in ready.Where(c => c.Task.State == ServiceTaskState.Withdrawn))
            await write.Withdraw(withdrawn.Plan, ct);

        var going = ready.Where(c => c.Task.State != ServiceTaskState.Withdrawn).ToList();
        await write.Begin(going, await freeze.Run(going, ct), ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Beginning {Count} cases came to no end; they are tried again")]
    private static partial void TryFailed(ILogger log, Exception exception, int count);
}
