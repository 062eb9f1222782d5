using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>
/// Finds the case and the party that a request names, and who reviews it. Every request asks the same questions of the store, so that time
/// tells nobody whether there is such a case; what fits none goes to that court's filing division.
/// </summary>
public sealed class BindingTargets(ICourtDb db, Handlers handlers, TimeProvider clock)
{
    public async Task<(BindingTarget Target, Owner Owner)> Find(string typedNumber, string typedName, CancellationToken ct)
    {
        var reading = CaseNumber.Read(typedNumber, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        if (reading.CaseKey is not { } key)
            throw CaseErrors.NumberInvalid(reading.Message);
        if (reading.Number is not { } number)
            throw BindingErrors.LegacyNumber();
        if (CourtFacts.ByCaseCode(number.CourtCode) is not { InScope: true } fact)
            throw CaseErrors.OtherCourt(number.CourtCode);
        var name = CaseBinding.CheckedPartyName(typedName);
        var court = await db.Set<Court>().Where(c => c.Slug == fact.Slug).Select(c => c.Id).SingleAsync(ct);
        var @case = await db.Set<Case>().AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Number == key, ct);
        var party = @case?.Parties.Find(p => p.LeftAt is null && IsSame(p.Name, name));
        // Without it nothing is taken, whether a case fits or not: a refusal would tell which.
        var filing = await handlers.Filing(court, ct) ?? throw CaseBinding.Declared.Errors.NobodyToTake();
        var judge = await handlers.Judge(party is null ? Guid.Empty : @case!.JudgeId ?? Guid.Empty, court, ct);
        var liaison = await handlers.Liaison(party is null ? Guid.Empty : @case!.DivisionId, ct);
        return (new BindingTarget(key, name, party is null ? null : @case, party), judge ?? liaison ?? filing);
    }

    /// <summary>As people type it: full or half width, with or without blanks.</summary>
    internal static bool IsSame(string name, string typed) => TypedText.Fold(name) == TypedText.Fold(typed);
}
