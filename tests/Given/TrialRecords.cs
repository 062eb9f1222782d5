using Domain.Cases;
using Domain.Organisation;

namespace Given;

/// <summary>Records as the trial system sends them, with defaults.</summary>
public static class TrialRecords
{
    private static int s_next;

    public static string Number() => $"（2026）粤0104民初{700_000 + Interlocked.Increment(ref s_next)}号";

    /// <param name="plaintiff">ID number of the plaintiff.</param>
    public static TrialRecord Of(Division division, string? number = null, string? plaintiff = null, long version = 1) =>
        new()
        {
            Number = number ?? Number(),
            Version = version,
            Division = division.Name,
            Cause = "民间借贷纠纷",
            State = CaseState.Filed,
            Secrecy = TrialSecrecy.None,
            Procedure = TrialProcedure.Ordinary,
            FiledOn = new DateOnly(2026, 9, 1),
            Parties =
            [
                new("p1", "陈建华", PartyRole.Plaintiff) { IdNumber = plaintiff, Phone = "13800138000" },
                new("p2", "李大强", PartyRole.Defendant),
            ],
        };
}
