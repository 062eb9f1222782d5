using System.Globalization;
using Domain.Cases;

namespace Domain.DocumentService;

/// <summary>What a party files and may name an address for service in (OLR 29-3).</summary>
public enum PleadingKind
{
    /// <summary>起诉状.</summary>
    Complaint,

    /// <summary>上诉状.</summary>
    Appeal,

    /// <summary>申请书.</summary>
    Application,

    /// <summary>答辩状.</summary>
    Defence,
}

/// <summary>A pleading of one party; it speaks for that party and its own agents, for nobody else.</summary>
/// <param name="On">The day on it.</param>
public sealed record Pleading(PleadingKind Kind, DateOnly On)
{
    /// <returns>答辩状（2026-09-12）载明.</returns>
    public string Origin => $"{Kind.Chinese()}（{On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}）载明";
}

public static class Pleadings
{
    public static string Chinese(this PleadingKind kind) =>
        kind switch
        {
            PleadingKind.Complaint => "起诉状",
            PleadingKind.Appeal => "上诉状",
            PleadingKind.Application => "申请书",
            PleadingKind.Defence => "答辩状",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Who is sued has filed no complaint, and who appeals no answer to it: their addresses cannot come from there.</summary>
    public static bool MayBeFiledBy(this PleadingKind kind, PartyRole role) =>
        kind switch
        {
            PleadingKind.Complaint => role is PartyRole.Plaintiff or PartyRole.ThirdParty,
            PleadingKind.Appeal => role
                is PartyRole.Appellant
                    or PartyRole.Plaintiff
                    or PartyRole.Defendant
                    or PartyRole.ThirdParty
                    or PartyRole.Accused,
            PleadingKind.Defence => role
                is PartyRole.Defendant
                    or PartyRole.Appellee
                    or PartyRole.Respondent
                    or PartyRole.ThirdParty
                    or PartyRole.Plaintiff,
            _ => true,
        };
}
