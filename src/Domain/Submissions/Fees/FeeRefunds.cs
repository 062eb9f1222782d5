using System.Globalization;
using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>What comes back of what a party paid.</summary>
/// <param name="Amount">0 where the law gives nothing back, or where it cannot be told from the record.</param>
/// <param name="Law">The rule that gives it back; null with nothing to return.</param>
public sealed record FeeRefund(decimal Amount, LawPoint? Law, IReadOnlyList<(string What, string Result)> Lines);

/// <summary>退费: by what the decision has the payer bear (FEE 53, JI 207); before that is recorded by what halves or returns a fee.</summary>
public static class FeeRefunds
{
    public static FeeRefund Of(CaseStanding of)
    {
        List<(string, string)> lines = [];
        var (sum, law) = (0m, (LawPoint?)null);
        foreach (var fee in of.Fees.Where(f => f.PartyId == of.Of.Id).OrderBy(f => f.PaidOn))
        {
            lines.Add(($"您交的{fee.Kind.Chinese()}（{Day(fee.PaidOn)}）", Yuan(fee.Paid)));
            var (due, why, words) = Due(of, fee);
            if (words.Length > 0)
                lines.Add((words, Yuan(due)));
            if (fee.Returned > 0)
                lines.Add(("已经退了", Yuan(fee.Returned)));
            if (Math.Max(0, fee.Paid - due - fee.Returned) is > 0 and var back)
                (sum, law) = (sum + back, law ?? why);
        }

        // What was agreed to here is on its way until the record says that it came back.
        var returned = of.Fees.Where(f => f.PartyId == of.Of.Id).Sum(f => f.Returned);
        if (of.RefundsGranted.Where(r => r.PartyId == of.Of.Id).Sum(r => r.Amount) - returned is > 0 and var coming)
        {
            lines.Add(("法院已同意退，还没到账", Yuan(coming)));
            sum = Math.Max(0, sum - coming);
        }

        if (lines.Count > 0)
            lines.Add(("可以退", Yuan(sum)));
        return new FeeRefund(sum, law, lines);
    }

    private static (decimal Due, LawPoint? Why, string Words) Due(CaseStanding of, CaseFee fee)
    {
        if (fee.Borne is { } borne)
            return (borne, LawPoint.FeeOfWinner, "按裁判您负担");
        if (fee.Kind is CaseFeeKind.Preservation or CaseFeeKind.Other)
            return (fee.Paid, null, "");
        if (Rulings(of, "发回重审") && fee.Kind == CaseFeeKind.Appeal)
            return (0, LawPoint.FeeSentBack, "发回重审，二审受理费全退");
        if (Rulings(of, "驳回起诉", "不予受理"))
            return (0, LawPoint.FeeDismissed, "驳回起诉或者不予受理，受理费全退");
        var grounds = Grounds(of, fee);
        if (grounds == FeeHalving.None || Full(of, fee) is not { } full)
            return (fee.Paid, null, "");
        var (why, words) =
            grounds.HasFlag(FeeHalving.Mediated) ? (LawPoint.FeeSettled, "调解结案，减半")
            : grounds.HasFlag(FeeHalving.Withdrawn) ? (LawPoint.FeeSettled, "撤诉，减半")
            : grounds.HasFlag(FeeHalving.Merged) ? (LawPoint.FeeMerged, "反诉合并审理，减半")
            : (LawPoint.FeeSummary, "简易程序，减半");
        return (CourtFees.Halved(full, grounds), why, words + (Single(grounds) ? "" : "（只减一次）"));
    }

    /// <summary>Summary procedure is one of the first instance; the second one's fee is not halved by it.</summary>
    private static FeeHalving Grounds(CaseStanding of, CaseFee fee)
    {
        var grounds = FeeHalving.None;
        if (of.Copies.Any(c => c.Copy is { Kind: DocumentKind.MediationStatement, Standing: ServiceStanding.Effective }))
            grounds |= FeeHalving.Mediated;
        if (Rulings(of, "撤诉", "撤回起诉", "撤回上诉"))
            grounds |= FeeHalving.Withdrawn;
        if (fee.Kind == CaseFeeKind.Counterclaim)
            grounds |= FeeHalving.Merged;
        if (
            fee.Kind is CaseFeeKind.Acceptance or CaseFeeKind.Counterclaim
            && !of.Case.IsOpen // it may still become an ordinary one
            && of.Case.TrialProcedure is TrialProcedure.Summary or TrialProcedure.SmallClaims
        )
            grounds |= FeeHalving.Summary;
        return grounds;
    }

    /// <summary>Before any halving. A fee paid in a summary case or for a counterclaim may be half of it already: only what is claimed tells.</summary>
    private static decimal? Full(CaseStanding of, CaseFee fee)
    {
        var matter = CourtFees.MatterOf(of.Case.Cause, of.Procedure);
        if (matter is FeeMatter.Labour or FeeMatter.Administrative or FeeMatter.AdministrativeSpecial)
            return CourtFees.Acceptance(matter, 0).From;
        if (fee.Claimed is { } claimed && CourtFees.Acceptance(matter, claimed) is { IsExact: true } exact)
            return exact.From;
        return fee.Kind == CaseFeeKind.Appeal || (fee.Kind == CaseFeeKind.Acceptance && of.Case.TrialProcedure == TrialProcedure.Ordinary)
            ? fee.Paid
            : null;
    }

    private static bool Rulings(CaseStanding of, params string[] words) =>
        of.Copies.Any(c =>
            c.Copy is { Kind: DocumentKind.Ruling, EffectiveOn: not null }
            && !c.Copy.Title.Contains("不准", StringComparison.Ordinal)
            && words.Any(w => c.Copy.Title.Contains(w, StringComparison.Ordinal))
        );

    private static bool Single(FeeHalving grounds) => (grounds & (grounds - 1)) == 0;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Yuan(decimal amount) => $"{Money.Words(amount)} 元";
}
