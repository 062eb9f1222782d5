using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Consent to electronic service that is on record for a person in a case.</summary>
/// <param name="Words">As plans, screens and certificates show it: 确认书 2026-06-08.</param>
/// <param name="ConfirmationId">The 送达地址确认书 that says so: its <see cref="ServiceAddress"/> rows may lie in another case. Null for what
/// follows from a pleading or an act (OLR 29-3, 29-4).</param>
/// <param name="AllowsWeChat">WeChat was named as a way.</param>
/// <param name="AllowsAccount">The account on this platform was named as a way.</param>
public sealed record ConsentOnRecord(string Words, Guid? ConfirmationId = null, bool AllowsWeChat = false, bool AllowsAccount = false);

/// <summary>
/// Who has consented to electronic service, in whatever way the rules allow (OLR 29): by a form of this case, by one of the same
/// dispute's first instance that says so (JI 137), by an electronic address in a pleading, by accepting an earlier service. What
/// a person refused or withdrew in this case counts before anything older.
/// </summary>
public sealed class ServiceConsents(ICourtDb db)
{
    /// <returns>By the id of the party or agent; who is not in it has not consented.</returns>
    public async Task<IReadOnlyDictionary<Guid, ConsentOnRecord>> Of(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => caseIds.Contains(c.Id))
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .ToListAsync(ct);
        var forms = await Latest(caseIds, ct);
        var provided = await Provided(caseIds, ct);
        var accepted = await Accepted(caseIds, ct);
        Dictionary<Guid, ConsentOnRecord> found = [];
        List<Later> without = [];
        foreach (var @case in cases)
        {
            var step = ConfirmationScopes.Of(@case.Stage);
            foreach (var (person, key, party, isAgent) in PeopleOf(@case))
            {
                var form = forms.GetValueOrDefault(person);
                if (form is { EndedAt: null })
                {
                    if (form.AcceptsElectronic && form.Scope.HasFlag(step))
                        found[person] = Consent(form, form.Title);
                    if (!form.AcceptsElectronic || form.Scope.HasFlag(step))
                        continue; // said yes or no to this step
                }

                var since = form?.WithdrawnAt ?? DateTimeOffset.MinValue;
                if (provided.GetValueOrDefault(person) is { } address && address.AddedAt > since)
                    found[person] = new ConsentOnRecord(address.Origin);
                else if (accepted.TryGetValue(person, out var at) && at > since)
                    found[person] = new ConsentOnRecord($"接受过 {ChinaTime.DayOf(at):yyyy-MM-dd} 的电子送达");
                if (key.Length > 0 && form?.WithdrawnAt is null && step != ConfirmationScope.FirstInstance)
                    without.Add(new Later(@case, person, key, party, isAgent, step));
            }
        }

        await CarryOver(without, found, ct);
        return found;
    }

    private static IEnumerable<(Guid Person, string Key, string Party, bool IsAgent)> PeopleOf(Case @case) =>
        @case.Parties.SelectMany(p =>
            p.Agents.Where(a => a.EndedAt is null)
                .Select(a => (a.Id, a.IdentityKey, p.Name, true))
                .Prepend((p.Id, p.IdentityKey, p.Name, false))
        );

    private static ConsentOnRecord Consent(AddressConfirmation form, string words) =>
        new(words, form.Id, form.AcceptsWeChat, form.AcceptsAccount);

    /// <summary>The newest form of each person, in force or not.</summary>
    private async Task<Dictionary<Guid, AddressConfirmation>> Latest(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var all = await db.Set<AddressConfirmation>()
            .AsNoTracking()
            .Where(c => caseIds.Contains(c.CaseId))
            .OrderBy(c => c.ConfirmedAt)
            .ThenBy(c => c.Id)
            .ToListAsync(ct);
        return all.GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => g.Last());
    }

    /// <summary>An electronic address in the person's own complaint, appeal, application or defence is consent (OLR 29-3); a contact is none.</summary>
    private async Task<Dictionary<Guid, ServiceAddress>> Provided(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var all = await db.Set<ServiceAddress>()
            .AsNoTracking()
            .Where(a => caseIds.Contains(a.CaseId) && a.EndedAt == null && a.Basis == AddressBasis.Provided && a.Kind != AddressKind.Postal)
            .OrderBy(a => a.AddedAt)
            .ToListAsync(ct);
        return all.GroupBy(a => a.AgentId ?? a.PartyId).ToDictionary(g => g.Key, g => g.Last());
    }

    /// <summary>Replying to a completed electronic service, or taking part after it, without objecting (OLR 29-4).</summary>
    private async Task<Dictionary<Guid, DateTimeOffset>> Accepted(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var acts = await (
            from attempt in db.Set<ServiceAttempt>().AsNoTracking()
            join service in db.Set<Service>() on attempt.ServiceId equals service.Id
            where caseIds.Contains(service.CaseId) && (attempt.RepliedAt != null || attempt.ActedAt != null || attempt.SignedAt != null)
            select new
            {
                Person = service.AgentId ?? service.PartyId,
                attempt.Channel,
                attempt.RepliedAt,
                attempt.ActedAt,
                attempt.SignedAt,
            }
        ).ToListAsync(ct);
        return acts.Where(a => a.Channel.IsElectronic())
            .GroupBy(a => a.Person)
            .ToDictionary(g => g.Key, g => g.Max(a => new[] { a.RepliedAt, a.ActedAt, a.SignedAt }.Max()!.Value));
    }

    /// <summary>What was confirmed in the first instance holds in later stages where the form says so (JI 137).</summary>
    private async Task CarryOver(List<Later> people, Dictionary<Guid, ConsentOnRecord> found, CancellationToken ct)
    {
        if (people.Count == 0)
            return;
        var keys = people.Select(p => p.Key).Distinct().ToList();
        var earlier = await db.Set<AddressConfirmation>()
            .AsNoTracking()
            .Where(c => keys.Contains(c.PersonKey) && c.EndedAt == null)
            .OrderBy(c => c.ConfirmedAt)
            .ToListAsync(ct);
        var ids = earlier.Select(c => c.CaseId).Distinct().ToList();
        var origins = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => ids.Contains(c.Id) && c.Stage == CaseStage.FirstInstance)
            .Include(c => c.Parties)
            .ToDictionaryAsync(c => c.Id, ct);
        foreach (var later in people)
        {
            var form = earlier.LastOrDefault(c =>
                c.PersonKey == later.Key
                && c.AgentId is not null == later.IsAgent
                && origins.TryGetValue(c.CaseId, out var origin)
                && origin.Id != later.Case.Id
                && origin.Parties.Any(p => p.Id == c.PartyId && p.Name == later.Party) // an agent's form speaks for whom it was given
                && IsSameDispute(origin, later.Case)
            );
            if (form is null || !form.AcceptsElectronic || !form.Scope.HasFlag(later.Step))
                continue;
            found[later.Person] = Consent(form, $"{form.Title}，{CaseNumber.DisplayOf(origins[form.CaseId].Number)}");
        }
    }

    /// <summary>The trial system does not say which case goes on as which: the same people on both sides, or for one person alone the same cause.</summary>
    private static bool IsSameDispute(Case origin, Case later) =>
        later.FiledOn >= origin.FiledOn
        && origin.Parties.Select(p => p.Name).Intersect(later.Parties.Select(p => p.Name)).Count() is var common
        && (common > 1 || (common == 1 && origin.Parties.Count == 1 && origin.Cause == later.Cause));

    private sealed record Later(Case Case, Guid Person, string Key, string Party, bool IsAgent, ConfirmationScope Step);
}
