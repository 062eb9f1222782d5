using System.Linq.Expressions;
using Domain.Litigants;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>
/// Which cases are a litigant's own: by verified identity, as party or as an agent whose authority still runs. Who left a case sees nothing of
/// it from then on (FLOW 6).
/// </summary>
public static class CaseAccess
{
    public static IQueryable<Case> CasesOf(this ICourtDb db, Litigant litigant)
    {
        if (!litigant.IsVerified)
            return db.Set<Case>().Where(c => false);
        var key = litigant.IdentityKey!;
        var cases = db.PartiesStanding(key).Select(p => p.CaseId).Union(db.AgentsActing(key).Select(a => a.Party.CaseId));
        return db.Set<Case>().Where(c => cases.Contains(c.Id));
    }

    /// <summary>Parties that stand in their case (FLOW 6).</summary>
    public static IQueryable<CaseParty> PartiesStanding(this ICourtDb db) => db.Set<CaseParty>().Where(p => p.LeftAt == null);

    /// <param name="identityKey">See <see cref="IIdentityKeys"/>.</param>
    public static IQueryable<CaseParty> PartiesStanding(this ICourtDb db, string identityKey) =>
        db.PartiesStanding().Where(p => p.IdentityKey == identityKey);

    /// <summary>Agents whose authority runs, of parties that stand in their case. The last day ends by <see cref="CaseAgent.EndedAt"/>.</summary>
    public static IQueryable<CaseAgent> AgentsActing(this ICourtDb db) =>
        db.Set<CaseAgent>().Where(a => a.EndedAt == null && a.Party.LeftAt == null);

    /// <summary>Also without those whose last day is over and not yet ended by the sweep.</summary>
    public static IQueryable<CaseAgent> AgentsActing(this ICourtDb db, DateOnly today) =>
        db.AgentsActing().Where(a => a.EndsOn == null || a.EndsOn >= today);

    /// <param name="identityKey">See <see cref="IIdentityKeys"/>.</param>
    public static IQueryable<CaseAgent> AgentsActing(this ICourtDb db, string identityKey) =>
        db.AgentsActing().Where(a => a.IdentityKey == identityKey);

    /// <summary>
    /// Cases of a party, left or not, or of an agent whose authority has not ended: two indexes, where either-or in one condition has none
    /// (ADR 29).
    /// </summary>
    public static IQueryable<Guid> CasesOf(
        this ICourtDb db,
        Expression<Func<CaseParty, bool>> party,
        Expression<Func<CaseAgent, bool>> agent
    ) =>
        db.Set<CaseParty>()
            .Where(party)
            .Select(p => p.CaseId)
            .Union(db.Set<CaseAgent>().Where(agent).Where(a => a.EndedAt == null).Select(a => a.Party.CaseId));

    /// <summary>Cases for which a judge answers or in whose panel they sit: by two indexes, where either-or in one condition has none (ADR 29).</summary>
    public static IQueryable<Guid> CasesSatOn(this ICourtDb db, Guid judge) =>
        db.Set<Case>()
            .Where(c => c.JudgeId == judge)
            .Select(c => c.Id)
            .Union(db.Set<PanelMember>().Where(m => m.StaffId == judge).Select(m => m.CaseId));

    /// <summary>The same, and those in which somebody assists as the clerk (书记员).</summary>
    public static IQueryable<Guid> CasesWorkedOn(this ICourtDb db, Guid staff) =>
        db.CasesSatOn(staff).Union(db.Set<Case>().Where(c => c.ClerkId == staff).Select(c => c.Id));

    /// <summary>What <see cref="CasesOf(ICourtDb, Litigant)"/> asks the store, of a case that was read with its parties and agents.</summary>
    public static bool IsOf(this Case @case, Litigant litigant) => litigant.IsVerified && RoleOf(@case, litigant).Length > 0;

    /// <returns>原告, or 原告的代理人 for an agent; empty for a stranger.</returns>
    public static string RoleOf(Case @case, Litigant litigant) => RoleOf(@case, litigant.IdentityKey);

    /// <param name="identityKey">See <see cref="IIdentityKeys"/>.</param>
    public static string RoleOf(Case @case, string? identityKey)
    {
        foreach (var party in @case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position))
        {
            if (party.IdentityKey == identityKey)
                return party.Role.Chinese();
            if (party.Agents.Any(a => a.IdentityKey == identityKey && a.EndedAt is null))
                return party.Role.Chinese() + "的代理人";
        }

        return "";
    }
}
