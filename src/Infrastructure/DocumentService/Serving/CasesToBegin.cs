using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>Everything that beginning the services of claimed plans asks of the store, in a few queries for all of them.</summary>
public sealed class CasesToBegin(CourtDb db)
{
    /// <returns>Without those whose case or people are gone.</returns>
    public async Task<IReadOnlyList<CaseToBegin>> Of(IReadOnlyList<ServicePlan> plans, CancellationToken ct)
    {
        var (taskIds, caseIds) = (plans.Select(p => p.TaskId).Distinct().ToList(), plans.Select(p => p.CaseId).Distinct().ToList());
        var tasks = await db.Set<ServiceTask>().AsNoTracking().Where(t => taskIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => caseIds.Contains(c.Id))
            .Include(c => c.Parties)
            .ToDictionaryAsync(c => c.Id, ct);
        var courts = await db.Set<Court>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
        var accounts = await Accounts([.. plans.SelectMany(p => p.Recipients).Where(r => r.Ways.Count > 0)], ct);
        var before = await RecipientsBefore(plans, ct);
        var corrected = await Corrected([.. tasks.Values.Where(t => t.CorrectsTaskId is not null)], caseIds, ct);
        return
        [
            .. from plan in plans
            where cases.ContainsKey(plan.CaseId) && plan.Recipients.All(r => r.Ways.Count == 0 || accounts.ContainsKey(r.ServiceId))
            let task = tasks[plan.TaskId]
            select new CaseToBegin(
                plan,
                task,
                cases[plan.CaseId],
                courts[cases[plan.CaseId].CourtId],
                accounts,
                before[plan.Id],
                task.Documents.ToDictionary(
                    d => d.Id,
                    d => d.CorrectsId is { } old && corrected.TryGetValue((plan.CaseId, old), out var served) ? served : (Guid?)null
                )
            ),
        ];
    }

    /// <summary>By the person's identity, which the account proved and the case names.</summary>
    private async Task<Dictionary<Guid, RecipientAccount>> Accounts(List<PlannedRecipient> recipients, CancellationToken ct)
    {
        var (partyIds, agentIds) = (
            recipients.Select(r => r.PartyId).Distinct().ToList(),
            recipients.Select(r => r.AgentId).OfType<Guid>().Distinct().ToList()
        );
        var parties = await db.Set<CaseParty>()
            .Where(p => partyIds.Contains(p.Id))
            .Select(p => new Person(p.Id, p.IdentityKey, p.Phone))
            .ToDictionaryAsync(p => p.Id, ct);
        var agents = await db.Set<CaseAgent>()
            .Where(a => agentIds.Contains(a.Id))
            .Select(a => new Person(a.Id, a.IdentityKey, a.Phone))
            .ToDictionaryAsync(a => a.Id, ct);
        var keys = parties.Values.Concat(agents.Values).Select(p => p.Key).Where(k => k.Length > 0).Distinct().ToList();
        var litigants = await db.Set<Litigant>()
            .Where(l => keys.Contains(l.IdentityKey!))
            .Select(l => new
            {
                l.Id,
                l.IdentityKey,
                UsesWeChat = l.OpenId != null,
            })
            .ToDictionaryAsync(l => l.IdentityKey!, ct);
        return recipients
            .Select(r =>
                (Recipient: r, Person: r.AgentId is { } agent ? agents.GetValueOrDefault(agent) : parties.GetValueOrDefault(r.PartyId))
            )
            .Where(x => x.Person is not null)
            .ToDictionary(
                x => x.Recipient.ServiceId,
                x =>
                {
                    var litigant = litigants.GetValueOrDefault(x.Person!.Key);
                    return new RecipientAccount(
                        x.Person.Key,
                        PhoneOf(x.Person, x.Recipient),
                        litigant?.Id,
                        litigant is { UsesWeChat: true }
                    );
                }
            );
    }

    /// <summary>For searching: the case's number of the person, else the one that the clerk confirmed.</summary>
    private static string PhoneOf(Person person, PlannedRecipient recipient) =>
        person.Phone.Length > 0
            ? person.Phone
            : recipient.Ways.FirstOrDefault(w => w.Channel is ServiceChannel.SmsLink or ServiceChannel.Voice)?.Address ?? "";

    /// <summary>How many recipients the task's earlier cases have: numbers run through the whole confirmed list.</summary>
    private async Task<Dictionary<Guid, int>> RecipientsBefore(IReadOnlyList<ServicePlan> plans, CancellationToken ct)
    {
        Dictionary<Guid, int> before = plans.ToDictionary(p => p.Id, _ => 0);
        foreach (var task in plans.Where(p => p.Position > 1).Select(p => p.TaskId).Distinct())
        {
            var all = await db.Set<ServicePlan>()
                .AsNoTracking()
                .Where(p => p.TaskId == task)
                .OrderBy(p => p.Position)
                .Select(p => new { p.Id, p.Recipients })
                .ToListAsync(ct);
            var count = 0;
            foreach (var plan in all)
            {
                if (before.ContainsKey(plan.Id))
                    before[plan.Id] = count;
                count += plan.Recipients.Count(r => r.Ways.Count > 0);
            }
        }

        return before;
    }

    /// <returns>By case, and by the document's id in the corrected task.</returns>
    private async Task<Dictionary<(Guid CaseId, Guid DocumentId), Guid>> Corrected(
        List<ServiceTask> tasks,
        List<Guid> cases,
        CancellationToken ct
    )
    {
        var ids = tasks.Select(t => t.CorrectsTaskId!.Value).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var confirmed = await db.Set<ServiceTask>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var served = await db.Set<ServedDocument>()
            .AsNoTracking()
            .Where(d => ids.Contains(d.TaskId) && cases.Contains(d.CaseId))
            .Select(d => new
            {
                d.Id,
                d.TaskId,
                d.CaseId,
                d.Position,
            })
            .ToListAsync(ct);
        return served.ToDictionary(d => (d.CaseId, confirmed[d.TaskId].Documents[d.Position - 1].Id), d => d.Id);
    }

    private sealed record Person(Guid Id, string Key, string Phone);
}

/// <param name="Accounts">By the recipient's service.</param>
/// <param name="RecipientsBefore">Of the task's cases before this one.</param>
/// <param name="Corrected">By the task's document: the served one that it corrects.</param>
public sealed record CaseToBegin(
    ServicePlan Plan,
    ServiceTask Task,
    Case Case,
    string CourtName,
    IReadOnlyDictionary<Guid, RecipientAccount> Accounts,
    int RecipientsBefore,
    IReadOnlyDictionary<Guid, Guid?> Corrected
);
