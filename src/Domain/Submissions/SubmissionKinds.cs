namespace Domain.Submissions;

/// <summary>All kinds of materials and applications, what each asks for and who decides it (domain facts §4.6, §4.7).</summary>
public static class SubmissionKinds
{
    /// <summary>Materials first, in the order of the enumeration.</summary>
    public static IReadOnlyList<KindRule> All { get; } =
    [.. MaterialKinds.All, .. ApplicationsToHigherCourt.All, .. ApplicationsOnFees.All, .. ApplicationsDuringTrial.All];

    private static readonly Dictionary<SubmissionKind, KindRule> s_byKind = All.ToDictionary(r => r.Kind);

    public static KindRule Of(SubmissionKind kind) => s_byKind[kind];
}
