namespace Domain.Cases;

public static class Standing
{
    /// <summary>As whom somebody acts for a party: null in person, else by which agency that runs.</summary>
    public static IEnumerable<CaseAgent?> ActedForBy(this CaseParty party, string identityKey, DateOnly today)
    {
        if (identityKey.Length == 0 || party.LeftAt is not null)
            yield break;
        if (party.IdentityKey == identityKey)
            yield return null;
        foreach (var agent in party.Agents.Where(a => a.IdentityKey == identityKey && a.RunsOn(today)))
            yield return agent;
    }
}
