using Domain.Shared;

namespace Domain.Cases;

/// <summary>
/// A case in plain words from the reader's side: 您告李*强借钱不还. Nothing is judged, and no wording is made up: a cause that is not in
/// <see cref="PlainCauses"/> stays as it is.
/// </summary>
public static class PlainTitle
{
    /// <param name="parties">In the order of the case.</param>
    /// <param name="hidesNames">Sensitive cases name nobody.</param>
    public static string For(string cause, IEnumerable<Side> parties, bool hidesNames = false)
    {
        var all = parties.ToList();
        if (hidesNames)
            return cause;
        return all.FirstOrDefault(p => p.IsReader) is { Role: not (PartyRole.ThirdParty or PartyRole.Accused) } reader
            ? ToParty(cause, reader, all)
            : ToOthers(cause, all);
    }

    private static string ToParty(string cause, Side reader, List<Side> all)
    {
        var others = all.Where(p => p.Role == Opposite(reader.Role)).ToList();
        if (others.Count == 0 || PlainCauses.Of(cause) is not { } plain)
            return cause;

        var them =
            plain.WithEmployer
            && !Masking.IsOrganisation(reader.Name)
            && others is [{ Name: var only }]
            && only.EndsWith("公司", StringComparison.Ordinal)
                ? "公司"
                : Names(others);
        return (plain.Complaint, reader.Role) switch
        {
            ({ } complaint, PartyRole.Plaintiff) => $"您告{them}{complaint}",
            ({ } complaint, PartyRole.Defendant) => $"{them}告您{complaint}",
            _ => $"您和{them}的{plain.Dispute}",
        };
    }

    /// <summary>To an agent or a third party, who is neither 您 nor the other side.</summary>
    private static string ToOthers(string cause, List<Side> all)
    {
        var suing = all.Where(p => p.Role == PartyRole.Plaintiff).ToList();
        var sued = all.Where(p => p.Role == PartyRole.Defendant).ToList();
        return suing.Count == 0 || sued.Count == 0 ? cause : $"{Names(suing)}诉{Names(sued)}";
    }

    private static string Names(List<Side> parties) =>
        Masking.NameForSelf(parties[0].Name) + (parties.Count > 1 ? $"等 {parties.Count} 方" : "");

    private static PartyRole? Opposite(PartyRole role) =>
        role switch
        {
            PartyRole.Plaintiff => PartyRole.Defendant,
            PartyRole.Defendant => PartyRole.Plaintiff,
            PartyRole.Appellant => PartyRole.Appellee,
            PartyRole.Appellee => PartyRole.Appellant,
            PartyRole.Applicant => PartyRole.Respondent,
            PartyRole.Respondent => PartyRole.Applicant,
            PartyRole.ThirdParty or PartyRole.Accused => null,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    public sealed record Side(PartyRole Role, string Name, bool IsReader);
}
