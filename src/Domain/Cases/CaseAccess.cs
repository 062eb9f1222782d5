using Domain.Litigants;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>Which cases are a litigant's own: by verified identity, as party or as an agent whose authority still runs.</summary>
public static class CaseAccess
{
    public static IQueryable<Case> CasesOf(this ICourtDb db, Litigant litigant)
    {
        if (!litigant.IsVerified)
            return db.Set<Case>().Where(c => false);
        var key = litigant.IdentityKey;
        return db.Set<Case>()
            .Where(c => c.Parties.Any(p => p.IdentityKey == key || p.Agents.Any(a => a.IdentityKey == key && a.EndedAt == null)));
    }

    /// <returns>原告, or 原告的代理人 for an agent.</returns>
    public static string RoleOf(Case @case, Litigant litigant)
    {
        foreach (var party in @case.Parties.OrderBy(p => p.Position))
        {
            if (party.IdentityKey == litigant.IdentityKey)
                return party.Role.Chinese();
            if (party.Agents.Any(a => a.IdentityKey == litigant.IdentityKey && a.EndedAt is null))
                return party.Role.Chinese() + "的代理人";
        }

        return "";
    }
}
