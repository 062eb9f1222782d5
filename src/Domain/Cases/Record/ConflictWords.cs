using Domain.Shared;

namespace Domain.Cases;

/// <summary>What the two say, as people read it.</summary>
public static class ConflictWords
{
    /// <param name="stored">As <see cref="CaseConflict.Ours"/> keeps it.</param>
    public static string Value(CaseField field, string stored) =>
        field switch
        {
            CaseField.TrialProcedure when Enum.TryParse<TrialProcedure>(stored, out var procedure) => procedure.Chinese(),
            CaseField.RetrialProcedure => IsYes(stored) ? "一审程序" : "二审程序",
            CaseField.Domicile when Enum.TryParse<Domicile>(stored, out var domicile) => domicile.Chinese(),
            CaseField.Custody or CaseField.Minority => IsYes(stored) ? "是" : "否",
            CaseField.AgentAuthority => Authority(stored.Split(':')),
            _ => stored,
        };

    /// <returns>被告的住所地; 审理程序.</returns>
    public static string Point(CaseField field, PartyRole? of) => (of is { } role ? $"{role.Chinese()}的" : "") + field.Chinese();

    public static string Chinese(this ConflictState state) =>
        state switch
        {
            ConflictState.Open => "待处理",
            ConflictState.KeptOurs => "保留了本平台的",
            ConflictState.TookTheirs => "采用了审判系统的",
            ConflictState.Settled => "两边已一致",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>The heading of the conflict's trace row; null for what is none.</summary>
    public static string? Heading(TraceRow row) =>
        row.Kind switch
        {
            ConflictFacts.Arisen => "信息不一致",
            ConflictFacts.Settled => "信息不一致消除",
            ConflictFacts.KeptOurs => "保留本平台的信息",
            ConflictFacts.TookTheirs => "采用审判系统的信息",
            _ => null,
        };

    /// <param name="of">The role of the party that the row names.</param>
    public static string Line(ConflictData said, PartyRole? of) =>
        $"{Point(said.Field, of)}：本平台“{Value(said.Field, said.Ours)}”，审判系统“{Value(said.Field, said.Theirs)}”";

    private static string Authority(string[] said)
    {
        if (!Enum.TryParse<AgentAuthority>(said[0], out var authority))
            return "未载明";
        var items = said.Length > 1 && Enum.TryParse<AuthorityItems>(said[1], out var named) ? named.Chinese() : "";
        return items.Length == 0 ? authority.Chinese() : $"{authority.Chinese()}：{items}";
    }

    private static bool IsYes(string stored) => bool.TryParse(stored, out var yes) && yes;
}
