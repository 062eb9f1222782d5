using Domain.Cases;
using Domain.Handling;
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
    /// <summary>The person, the case with its court, people and judge in one journey: a row for each party and agent.</summary>
    private static readonly CompiledRead<Row> s_read = new(
        (db, person, id) =>
            from litigant in db.Set<Litigant>().AsNoTracking().Where(l => l.Id == person)
            from known in db.Set<Case>().Where(c => c.Id == id).DefaultIfEmpty()
            from court in db.Set<Court>().Where(c => c.Id == known!.CourtId).DefaultIfEmpty()
            from division in db.Set<Division>().Where(d => d.Id == known!.DivisionId).DefaultIfEmpty()
            from party in db.Set<CaseParty>().Where(p => p.CaseId == known!.Id).DefaultIfEmpty()
            from agent in db.Set<CaseAgent>().Where(a => a.PartyId == party!.Id).DefaultIfEmpty()
            from post in db.Set<Post>()
                .Where(p =>
                    p.StaffId == known!.JudgeId && p.Role == Role.Judge && p.CourtId == known.CourtId && p.IsActive && p.Staff.IsActive
                )
                .DefaultIfEmpty()
            from desk in db.Set<Division>().Where(d => d.Id == post!.DivisionId).DefaultIfEmpty()
            select new Row(
                litigant,
                known,
                court!.FullName,
                division!.Name,
                party,
                agent,
                post == null ? null : new Owner(post.StaffId, post.Staff.Name, post.Role, post.CourtId, post.DivisionId, desk!.Name),
                post == null ? null : post.Id
            )
    );

    public async Task<Target> Find(Guid? caseId, string? caseNumber, Guid? courtId, Actor by, CancellationToken ct)
    {
        if (caseId is { } id)
            return await Own(id, by, ct) ?? throw CaseErrors.NotFound();
        if (!string.IsNullOrWhiteSpace(caseNumber))
            return await ByNumber(caseNumber, by, ct);
        return courtId is { } court ? new Target(await Person(by, ct), court) : throw WorkOrderErrors.CourtMissing();
    }

    private async Task<Target> ByNumber(string typed, Actor by, CancellationToken ct)
    {
        var reading = CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        if (reading.CaseKey is not { } key)
            throw CaseErrors.NumberInvalid(reading.Message);
        var known = await db.Set<Case>().Where(c => c.Number == key).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
        if (known is { } id && await Own(id, by, ct) is { } mine)
            return mine;
        if (reading.Number is not { } number)
            throw CaseErrors.LegacyUnknown();
        if (CourtFacts.ByCaseCode(number.CourtCode) is not { InScope: true } fact)
            throw CaseErrors.OtherCourt(number.CourtCode);
        var court = await db.Set<Court>().Where(c => c.Slug == fact.Slug).Select(c => c.Id).SingleAsync(ct);
        return new Target(await Person(by, ct), court) { UnconfirmedNumber = key };
    }

    private Task<Litigant> Person(Actor by, CancellationToken ct) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);

    /// <returns>Null when there is no such case or it is not theirs: the two are not told apart.</returns>
    private async Task<Target?> Own(Guid id, Actor by, CancellationToken ct)
    {
        var rows = await s_read.Run(db, by.Id, id, ct);
        var (litigant, known, court, division) = (rows[0].Litigant, rows[0].Case, rows[0].Court, rows[0].Division);
        if (known is null)
            return null;
        foreach (var its in rows.Where(r => r.Party is not null).GroupBy(r => r.Party!.Id))
        {
            var party = its.First().Party!;
            party.Agents.AddRange(its.Select(r => r.Agent).OfType<CaseAgent>().DistinctBy(a => a.Id));
            known.Parties.Add(party);
        }

        return known.IsOf(litigant)
            ? new Target(litigant, known.CourtId)
            {
                Case = known,
                Role = CaseAccess.RoleOf(known, litigant),
                Judge = rows.OrderBy(r => r.PostId).First().Judge,
                CourtName = court!,
                DivisionName = division!,
            }
            : null;
    }

    /// <summary>What a message is about, and who leaves it.</summary>
    public sealed record Target(Litigant Litigant, Guid CourtId)
    {
        /// <summary>With parties and agents.</summary>
        public Case? Case { get; init; }

        /// <summary>The case's, where they hold that post now.</summary>
        public Owner? Judge { get; init; }

        /// <summary>Normal form of a number that is not known to be the person's case.</summary>
        public string? UnconfirmedNumber { get; init; }

        /// <summary>原告, 被告的代理人…; empty without a case.</summary>
        public string Role { get; init; } = "";

        /// <summary>Of the case; empty without one.</summary>
        public string CourtName { get; init; } = "";

        /// <summary>Of the case; empty without one.</summary>
        public string DivisionName { get; init; } = "";
    }

    private sealed record Row(
        Litigant Litigant,
        Case? Case,
        string? Court,
        string? Division,
        CaseParty? Party,
        CaseAgent? Agent,
        Owner? Judge,
        Guid? PostId
    );
}
