using Domain.Cases;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// Who is to be served in a case: every party, and under it every agent whose authority runs, with what is known of how to reach
/// them. The one truth for the clerk's proposal and for what a confirmation is checked against.
/// </summary>
public sealed class ServiceRecipients(ICourtDb db, ServiceConsents consents, ServiceLawSettings settings)
{
    public async Task<IReadOnlyList<Recipient>> Of(Guid caseId, CancellationToken ct) =>
        (await Of([caseId], ct)).GetValueOrDefault(caseId) ?? [];

    /// <summary>The same few queries for one case and for a thousand.</summary>
    /// <returns>By case; parties in the order of the case, each followed by its agents.</returns>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Recipient>>> Of(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => caseIds.Contains(c.Id))
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .ToListAsync(ct);
        var consented = await consents.Of(caseIds, ct);
        var newest = await NewestForms(caseIds, ct);
        var addresses = await Addresses(caseIds, consented, ct);
        var accounts = await Accounts(cases, ct);
        var last = await LastReached(caseIds, ct);
        return cases.ToDictionary(c => c.Id, IReadOnlyList<Recipient> (c) => OfCase(c));

        List<Recipient> OfCase(Case @case) =>
            [.. @case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position).SelectMany(p => OfParty(@case, p))];

        IEnumerable<Recipient> OfParty(Case @case, CaseParty party)
        {
            var agents = party.Agents.Where(a => a.EndedAt is null).OrderBy(a => a.Id).ToList();
            var facts = LimitFacts.Of(@case, party, settings);
            var itself = Reach(@case, new RecipientKey(party.Id, null), party.Phone, party.IdentityKey, facts, party.IsInCustody) with
            {
                Name = party.Name,
                Role = party.Role.Chinese(),
                IsOrganisation = party.IsOrganisation,
                IdLastFour = party.IdLastFour,
                RepresentedBy = string.Join('、', agents.Select(a => a.Name)),
            };
            var representing = agents
                .Select(a =>
                    Reach(@case, new RecipientKey(party.Id, a.Id), a.Phone, a.IdentityKey, facts, false) with
                    {
                        Name = a.Name,
                        Role = $"{party.Role.Chinese()}的{(a.IsLawyer ? "代理律师" : "代理人")}",
                    }
                )
                .ToList();
            var reachable = representing.Find(a => a.Proposed().Count > 0);
            yield return itself.Proposed().Count == 0 && reachable is not null
                ? itself with
                {
                    DefaultReason = LeftOutReasons.AgentServed,
                }
                : itself;
            foreach (var agent in representing)
            {
                yield return agent.Proposed().Count == 0 && (itself.Proposed().Count > 0 || reachable is not null)
                    ? agent with
                    {
                        DefaultReason = LeftOutReasons.OtherServed,
                    }
                    : agent;
            }
        }

        Recipient Reach(Case @case, RecipientKey key, string phone, string identityKey, LimitFacts facts, bool? isInCustody)
        {
            var hasAccount = accounts.TryGetValue(identityKey, out var usesWeChat);
            var person = key.Id;
            var known = new RecipientReach(
                phone,
                hasAccount,
                usesWeChat,
                consented.GetValueOrDefault(person),
                newest.GetValueOrDefault(person),
                [.. addresses[person]]
            );
            return new Recipient(
                @case.Id,
                key,
                "",
                "",
                false,
                "",
                "",
                hasAccount,
                known.Consent(),
                known.Ways(),
                last.GetValueOrDefault(key),
                ""
            )
            {
                Facts = facts,
                IsInCustody = isInCustody,
                IsSensitive = @case.IsSensitive,
            };
        }
    }

    private async Task<Dictionary<Guid, NewestForm>> NewestForms(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var forms = await db.Set<AddressConfirmation>()
            .Where(c => caseIds.Contains(c.CaseId))
            .OrderBy(c => c.ConfirmedAt)
            .ThenBy(c => c.Id)
            .Select(c => new
            {
                c.PersonId,
                c.ConfirmedAt,
                c.WithdrawnAt,
                c.AcceptsElectronic,
            })
            .ToListAsync(ct);
        return forms
            .GroupBy(f => f.PersonId)
            .ToDictionary(g => g.Key, g => new NewestForm(g.Last().ConfirmedAt, g.Last().WithdrawnAt, g.Last().AcceptsElectronic));
    }

    /// <returns>By the person in these cases; addresses of an earlier stage's form belong to the person whom it speaks for now (JI 137).</returns>
    private async Task<ILookup<Guid, ServiceAddress>> Addresses(
        IReadOnlyCollection<Guid> caseIds,
        IReadOnlyDictionary<Guid, ConsentOnRecord> consented,
        CancellationToken ct
    )
    {
        var here = await db.Set<ServiceAddress>()
            .AsNoTracking()
            .Where(a => caseIds.Contains(a.CaseId) && a.EndedAt == null)
            .ToListAsync(ct);
        var forms = consented.Values.Select(c => c.ConfirmationId).OfType<Guid>().ToList();
        var earlier = (
            await db.Set<ServiceAddress>()
                .AsNoTracking()
                .Where(a =>
                    a.ConfirmationId != null && forms.Contains(a.ConfirmationId.Value) && !caseIds.Contains(a.CaseId) && a.EndedAt == null
                )
                .ToListAsync(ct)
        ).ToLookup(a => a.ConfirmationId);
        var carried = consented
            .Where(c => c.Value.ConfirmationId is not null)
            .SelectMany(c => earlier[c.Value.ConfirmationId].Select(a => (Person: c.Key, Address: a)));
        return here.Select(a => (Person: a.AgentId ?? a.PartyId, Address: a)).Concat(carried).ToLookup(x => x.Person, x => x.Address);
    }

    /// <returns>By identity key, whether WeChat is bound.</returns>
    private async Task<Dictionary<string, bool>> Accounts(List<Case> cases, CancellationToken ct)
    {
        var keys = cases
            .SelectMany(c => c.Parties)
            .SelectMany(p => p.Agents.Select(a => a.IdentityKey).Append(p.IdentityKey))
            .Where(k => k.Length > 0)
            .Distinct()
            .ToList();
        return await db.Set<Litigant>()
            .Where(l => l.IdentityKey != null && keys.Contains(l.IdentityKey))
            .Select(l => new { Key = l.IdentityKey!, UsesWeChat = l.OpenId != null })
            .ToDictionaryAsync(l => l.Key, l => l.UsesWeChat, ct);
    }

    private async Task<Dictionary<RecipientKey, LastReached>> LastReached(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var reached = await db.Set<Service>()
            .Where(s => caseIds.Contains(s.CaseId))
            .SelectMany(
                s => s.Attempts,
                (s, a) =>
                    new
                    {
                        s.PartyId,
                        s.AgentId,
                        s.DocumentTitles,
                        a.Channel,
                        a.State,
                        a.LastAt,
                    }
            )
            .Where(x => x.State == AttemptState.Delivered || x.State == AttemptState.Opened || x.State == AttemptState.Signed)
            .ToListAsync(ct);
        return reached
            .GroupBy(x => new RecipientKey(x.PartyId, x.AgentId))
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var newest = g.MaxBy(x => x.LastAt)!;
                    return new LastReached(newest.LastAt, newest.Channel, newest.DocumentTitles, newest.State);
                }
            );
    }
}
