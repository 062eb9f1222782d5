using Domain.Cases;
using Domain.Litigants;
using Domain.Shared;

namespace Infrastructure.Litigants;

/// <summary>A case as one of its people sees it.</summary>
/// <param name="Number">（2026）粤0104民初12345号.</param>
/// <param name="Title">In plain words from the reader's side: 您告李*强借钱不还. Sensitive cases name nobody.</param>
/// <param name="RoleText">原告, 被告的代理人.</param>
/// <param name="FiledText">2026 年 3 月 2 日立案: cases of the same people and cause are told apart by it.</param>
public sealed record CaseRow(
    Guid Id,
    string Number,
    string Title,
    string Cause,
    string CourtName,
    string DivisionName,
    string StageText,
    string StateText,
    string RoleText,
    bool Open,
    string FiledText
)
{
    /// <param name="case">With parties and agents.</param>
    internal static CaseRow Of(Case @case, string court, string division, Litigant reader) =>
        new(
            @case.Id,
            CaseNumber.DisplayOf(@case.Number),
            TitleFor(@case, reader),
            @case.Cause,
            Wording.Court(court),
            division,
            @case.Stage.Chinese(),
            @case.State.Chinese(),
            CaseAccess.RoleOf(@case, reader),
            @case.IsOpen,
            $"{ChinaTime.DayWithYear(@case.FiledOn)}立案"
        );

    private static string TitleFor(Case @case, Litigant reader) =>
        TitleFor(@case, @case.Parties.Find(p => p.IdentityKey == reader.IdentityKey)?.Id);

    /// <param name="party">The reader; null for an agent.</param>
    internal static string TitleFor(Case @case, Guid? party)
    {
        var parties = @case.Parties.OrderBy(p => p.Position).ToList();
        if (parties.Exists(p => p.Id == party))
            return PlainTitle.For(@case.Cause, parties.Select(p => new PlainTitle.Side(p.Role, p.Name, p.Id == party)), @case.IsSensitive);

        // An agent is on neither side: both are named, so that one of sixty cases can be told from the next.
        return @case.IsSensitive || parties.Count < 2
            ? @case.Cause
            : $"{Masking.NameForSelf(parties[0].Name)}和{Masking.NameForSelf(parties[1].Name)}的{@case.Cause}";
    }
}
