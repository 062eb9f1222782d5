using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Cases;

namespace Portal.Cases;

/// <summary>A row of a case's trace in words.</summary>
internal static class CaseTraceWords
{
    public static string Heading(TraceRow row) =>
        row.Kind switch
        {
            CaseRecordFacts.TakenOver => "由审判系统转入",
            CaseRecordFacts.Changed => "审判系统更新",
            CaseRecordFacts.Revealed => "查看完整姓名",
            CaseFactKinds.Noted => "录入案件信息",
            _ => ConflictWords.Heading(row) ?? "案件信息更新",
        };

    /// <returns>Who, and what else is to be said; empty for nothing.</returns>
    public static string Small(TraceRow row, CaseNames names, IReadOnlyList<CasePartyRow> parties)
    {
        var who = row.ActorKind == ActorKind.System ? "" : row.ActorName;
        return string.Join('，', new[] { who, Words(row, names, parties) }.Where(w => w.Length > 0));
    }

    private static string Words(TraceRow row, CaseNames names, IReadOnlyList<CasePartyRow> parties) =>
        row.Kind switch
        {
            CaseRecordFacts.TakenOver => "",
            CaseRecordFacts.Changed => string.Join('；', row.Read<CaseTakenData>().Changes.Select(c => Shown(c, names).Words)),
            CaseRecordFacts.Revealed => row.Read<NamesRevealedData>().Reason,
            CaseFactKinds.Noted when row.Read<CaseFactsNotedData>() is var noted => Role(noted.PartyId, parties) is { } role
                ? $"{role.Chinese()}：{NotedFactWords.Of(noted.Facts)}"
                : NotedFactWords.Of(noted.Facts),
            _ when ConflictWords.Heading(row) is not null && row.Read<ConflictData>() is var said => ConflictWords.Line(
                said,
                Role(said.PartyId, parties)
            ),
            _ => "",
        };

    /// <summary>What may name a person is only said to have changed.</summary>
    private static CaseChange Shown(CaseChange change, CaseNames names) =>
        names is { IsWhole: true, IsSensitive: false } || change.Field is not (CaseField.Agent or CaseField.File)
            ? change
            : change with
            {
                From = "",
                To = "",
            };

    private static PartyRole? Role(Guid? party, IReadOnlyList<CasePartyRow> parties) => parties.FirstOrDefault(p => p.Id == party)?.Role;
}
