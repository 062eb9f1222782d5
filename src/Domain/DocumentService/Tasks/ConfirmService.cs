using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// 确认送达: takes a clerk's confirmation, checks every word of it against what is on record, and stores it whole. From then on
/// the worker serves; nothing of it can be changed.
/// </summary>
public sealed class ConfirmService(
    ICourtDb db,
    ServiceRecipients recipients,
    ServiceDocuments documents,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <returns>The task, the stored one when it was confirmed before.</returns>
    /// <exception cref="RefusedException"><c>serving.…</c>, see <see cref="ServingErrors"/>.</exception>
    public async Task<ServiceTask> Handle(ConfirmedService confirmed, Actor by, CancellationToken ct)
    {
        var (task, _) = await db.Once(() => Stored(confirmed.Id, by, ct), () => Confirm(confirmed, by, ct), ct);
        return task;
    }

    private async Task<ServiceTask> Confirm(ConfirmedService confirmed, Actor by, CancellationToken ct)
    {
        if (confirmed.Cases.Count == 0)
            throw ServingErrors.NoCase();
        if (confirmed.Cases.Count > ServiceTask.MaxCases)
            throw ServingErrors.TooManyCases();
        var now = clock.GetUtcNow();
        var cases = await Servable(confirmed, by, ct);
        var chosen = await documents.Choose(confirmed, by, ct);
        var known = await recipients.Of(cases.Keys, ct);
        List<ServicePlan> plans = [.. confirmed.Cases.Select((c, i) => Plan(confirmed, i + 1, cases[c.CaseId], c, known[c.CaseId], now))];
        foreach (var plan in plans)
            CheckFacts(plan, chosen, known[plan.CaseId]);
        var division = plans.Count == 1 ? cases[plans[0].CaseId].DivisionId : by.Post!.DivisionId;
        var number = await numbers.Next(ServiceTask.Numbers, ChinaTime.DayOf(now), ct);
        var task = ServiceTask.Confirm(
            confirmed.Id,
            number,
            division,
            chosen,
            plans,
            confirmed.CorrectsTaskId,
            by,
            now,
            confirmed.Revealed
        );
        db.Set<ServiceTask>().Add(task);
        db.Set<ServicePlan>().AddRange(plans);
        return task;
    }

    /// <summary>The periods that the documents start hang on facts that the trial system may have left open.</summary>
    private static void CheckFacts(ServicePlan plan, IReadOnlyList<TaskDocument> documents, IReadOnlyList<Recipient> known)
    {
        var served = plan.Recipients.Where(r => r.Ways.Count > 0).Select(r => r.PartyId).ToHashSet();
        var missing = MissingFact.For(
            documents.Select(d => (d.Kind, d.IsAppealable)),
            known.Where(r => r.AgentId is null && served.Contains(r.PartyId))
        );
        if (missing.Count > 0)
            throw ServingErrors.FactsMissing(CaseNumber.DisplayOf(plan.CaseNumber), string.Join('、', missing.Select(m => m.Words)));
    }

    private async Task<ServiceTask?> Stored(Guid id, Actor by, CancellationToken ct)
    {
        var task = await db.Set<ServiceTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);
        return task is null || task.ClerkId == by.Id ? task : throw ServiceErrors.TaskIdReused();
    }

    private async Task<Dictionary<Guid, Case>> Servable(ConfirmedService confirmed, Actor by, CancellationToken ct)
    {
        var ids = confirmed.Cases.Select(c => c.CaseId).ToHashSet();
        var cases = await db.ServableBy(by)
            .AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Include(c => c.Parties)
            .ToDictionaryAsync(c => c.Id, ct);
        if (ids.Count != confirmed.Cases.Count || cases.Count != ids.Count)
            throw ServingErrors.CaseNotFound();
        if (confirmed.CorrectsTaskId is not { } corrected)
            return cases;
        var served = await db.Set<ServicePlan>().CountAsync(p => p.TaskId == corrected && ids.Contains(p.CaseId), ct);
        return served == ids.Count ? cases : throw ServingErrors.CorrectionNotFound();
    }

    private static ServicePlan Plan(
        ConfirmedService whole,
        int position,
        Case @case,
        ConfirmedCase confirmed,
        IReadOnlyList<Recipient> known,
        DateTimeOffset now
    )
    {
        var given = confirmed.Recipients.Where(r => r.Contact is null).ToDictionary(r => r.Key);
        if (given.Count != known.Count || confirmed.Recipients.Count(r => r.Contact is null) != known.Count)
            throw ServingErrors.RecipientsChanged();
        List<PlannedRecipient> planned = [];
        foreach (var recipient in known)
        {
            if (!given.TryGetValue(recipient.Key, out var chosen))
                throw ServingErrors.RecipientsChanged();
            planned.Add(Planned(recipient, chosen, now));
            planned.AddRange(
                confirmed
                    .Recipients.Where(r => r.Contact is not null && r.Key == recipient.Key)
                    .Select(r => PlannedContact(recipient, r, OpponentsOf(@case, recipient.PartyId), now))
            );
        }

        if (planned.TrueForAll(r => r.Ways.Count == 0))
            throw ServingErrors.Nobody(CaseNumber.DisplayOf(@case.Number));
        if (planned.Count != confirmed.Recipients.Count)
            throw ServingErrors.RecipientsChanged(); // a contact of somebody who is no party
        return new ServicePlan
        {
            Id = Guid.CreateVersion7(now),
            TaskId = whole.Id,
            CaseId = @case.Id,
            ConfirmedAt = now,
            CaseNumber = @case.Number,
            Position = position,
            Recipients = planned.ConvertAll(r => r with { StaysWithChosen = whole.StaysWithChosen }),
        };
    }

    private static PlannedRecipient Planned(Recipient recipient, ConfirmedRecipient chosen, DateTimeOffset now)
    {
        var ways = chosen.Ways.Distinct().Select(w => Known(recipient, w)).ToList();
        if (ways.Find(w => !recipient.Allows(w)) is { } refused)
            throw ServingErrors.NotAllowed(recipient.Shown, refused.Channel.Chinese());
        var reason = "";
        if (ways.Count == 0)
            reason =
                TypedText.Storable(chosen.LeftOutReason).Length > 0
                    ? ServiceTexts.Reason(chosen.LeftOutReason)
                    : throw ServingErrors.ReasonMissing(recipient.Shown);
        else if (!ways.Exists(recipient.IsServedBy))
            throw ServingErrors.NoWay(recipient.Shown);
        return new PlannedRecipient(recipient.Name, recipient.Role, recipient.Consent.Words, [.. ways.Select(w => w.Planned)], reason)
        {
            ServiceId = Guid.CreateVersion7(now),
            PartyId = recipient.PartyId,
            AgentId = recipient.AgentId,
        };
    }

    private static IReadOnlyList<string> OpponentsOf(Case @case, Guid partyId) =>
        ReceivingParty.Of(@case.Parties.Single(p => p.Id == partyId), @case.Parties).Opponents;

    /// <summary>Basis and origin are the record's, never the page's.</summary>
    private static KnownWay Known(Recipient recipient, ConfirmedWay way) =>
        recipient.Ways.FirstOrDefault(k => k.Channel == way.Channel && k.Address == way.Address && k.Basis == way.Basis)
        ?? throw ServingErrors.AddressChanged(recipient.Shown);

    /// <summary>Papers are handed to such a person; nothing electronic reaches the party through another's phone.</summary>
    private static PlannedRecipient PlannedContact(
        Recipient party,
        ConfirmedRecipient chosen,
        IReadOnlyList<string> opponents,
        DateTimeOffset now
    )
    {
        var contact = chosen.Contact!;
        var name = TypedText.Storable(contact.Name);
        var isFit =
            party.AgentId is null
            && name.Length is > 0 and <= PartyContact.NameMaxLength
            && PartyContact.Relations.Contains(contact.Relation)
            && chosen.Ways.Count > 0
            && chosen.Ways.All(w =>
                w.Channel switch
                {
                    ServiceChannel.InPerson => w.Address.Length == 0,
                    ServiceChannel.Post => w.Address.Trim().Length is >= PartyContact.AddressMinLength and <= ServiceAddress.ValueMaxLength,
                    _ => false,
                }
            );
        if (!isFit)
            throw ServingErrors.ContactNotAllowed(ShownName.Of(name, party.IsSensitive));
        if (opponents.Contains(name))
            throw ServiceEntryErrors.OpponentSigns();
        var ways = chosen
            .Ways.Distinct()
            .Select(w => new PlannedWay(w.Channel, TypedText.Storable(w.Address), AddressBasis.Unconfirmed, PartyContact.Origin));
        return new PlannedRecipient(name, $"{party.Role}的{contact.Relation}", "", [.. ways])
        {
            ServiceId = Guid.CreateVersion7(now),
            PartyId = party.PartyId,
        };
    }
}
