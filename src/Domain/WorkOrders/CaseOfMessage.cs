using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>
/// Which case and court a litigant's message is about. A number that is not a case of theirs goes to that court's filing
/// division as an unconfirmed number: the answer never tells a stranger whether such a case exists.
/// </summary>
public sealed class CaseOfMessage(ICourtDb db, TimeProvider clock)
{
    public async Task<Target> Find(Guid? caseId, string? caseNumber, Guid? courtId, Litigant litigant, CancellationToken ct)
    {
        if (caseId is { } id)
            return Own(await Mine(litigant).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseErrors.NotFound(), litigant);
        if (!string.IsNullOrWhiteSpace(caseNumber))
            return await ByNumber(caseNumber, litigant, ct);
        return courtId is { } court ? new Target(court, null, null, "") : throw WorkOrderErrors.CourtMissing();
    }

    private async Task<Target> ByNumber(string typed, Litigant litigant, CancellationToken ct)
    {
        var reading = CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        if (reading.Number is not { } number)
            throw CaseErrors.NumberInvalid(reading.Message);
        var key = number.Key;
        if (await Mine(litigant).SingleOrDefaultAsync(c => c.Number == key, ct) is { } mine)
            return Own(mine, litigant);
        if (CourtFacts.ByCaseCode(number.CourtCode) is not { InScope: true } fact)
            throw CaseErrors.OtherCourt(number.CourtCode);
        var court = await db.Set<Court>().Where(c => c.Slug == fact.Slug).Select(c => c.Id).SingleAsync(ct);
        return new Target(court, null, key, "");
    }

    private IQueryable<Case> Mine(Litigant litigant) =>
        db.CasesOf(litigant).Include(c => c.Parties).ThenInclude(p => p.Agents).AsNoTracking();

    private static Target Own(Case mine, Litigant litigant) => new(mine.CourtId, mine, null, CaseAccess.RoleOf(mine, litigant));

    /// <param name="UnconfirmedNumber">Normal form of a number that is not known to be the person's case.</param>
    /// <param name="Role">原告, 被告的代理人…; empty without a case.</param>
    public sealed record Target(Guid CourtId, Case? Case, string? UnconfirmedNumber, string Role);
}
