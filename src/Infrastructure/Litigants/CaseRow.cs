using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Shared;
using Infrastructure.DocumentService.Recipients;

namespace Infrastructure.Litigants;

/// <summary>A case as one of its people sees it.</summary>
/// <param name="Number">（2026）粤0104民初12345号.</param>
/// <param name="Title">In plain words from the reader's side: 您告李*强借钱不还. Sensitive cases name nobody.</param>
/// <param name="RoleText">原告, 被告的代理人.</param>
/// <param name="StateText">等开庭; 可以上诉 while the period of a judgment runs, 已判决 after it.</param>
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
    /// <summary>What lies ahead, the earliest first.</summary>
    public required IReadOnlyList<CaseDay> Days { get; init; }

    /// <summary>A judgment has reached the reader, and the period to appeal runs.</summary>
    public required bool MayAppeal { get; init; }

    /// <summary>Nothing of its content may go where others read it: a calendar, a shared screen.</summary>
    public required bool Sensitive { get; init; }

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
        )
        {
            Days = [],
            MayAppeal = false,
            Sensitive = @case.IsSensitive,
        };

    /// <param name="days">Of the case, in any order.</param>
    /// <param name="papers">Of the case: periods that run, judgments that have arrived.</param>
    internal CaseRow With(CaseState state, IEnumerable<CaseDay> days, IReadOnlyCollection<CasePaper> papers)
    {
        var judgments = papers.Where(p => p.Copy.Kind == DocumentKind.Judgment).ToList();
        var mayAppeal = judgments.Exists(p => p.Line is not null && p.Copy.LimitKind == TimeLimitKind.Appeal);
        return this with
        {
            Days = [.. days.OrderBy(d => d.Date).ThenBy(d => d.Text, StringComparer.Ordinal)],
            MayAppeal = mayAppeal,
            StateText =
                mayAppeal ? "可以上诉"
                : state == CaseState.Heard && judgments.Count > 0 ? "已判决"
                : StateText,
        };
    }

    private static string TitleFor(Case @case, Litigant reader) =>
        TitleFor(@case, @case.Parties.Find(p => p.IdentityKey == reader.IdentityKey)?.Id);

    /// <param name="party">The reader; null for an agent.</param>
    internal static string TitleFor(Case @case, Guid? party)
    {
        var parties = @case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position).ToList();
        if (parties.Exists(p => p.Id == party))
            return PlainTitle.For(@case.Cause, parties.Select(p => new PlainTitle.Side(p.Role, p.Name, p.Id == party)), @case.IsSensitive);

        // An agent is on neither side: both are named, so that one of sixty cases can be told from the next.
        return @case.IsSensitive || parties.Count < 2
            ? @case.Cause
            : $"{Masking.NameForSelf(parties[0].Name)}和{Masking.NameForSelf(parties[1].Name)}的{@case.Cause}";
    }
}
