using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>What a case is for the fee of taking it (FEE 13).</summary>
public enum FeeMatter
{
    Property,
    Labour,
    Divorce,

    /// <summary>人格权.</summary>
    Personality,
    IntellectualProperty,

    /// <summary>Civil, about no property.</summary>
    Other,
    Administrative,

    /// <summary>Of trademarks, patents or maritime matters.</summary>
    AdministrativeSpecial,
}

/// <summary>Why a fee is halved (FEE 15, 16, 18).</summary>
[Flags]
public enum FeeHalving
{
    None = 0,
    Mediated = 1,
    Withdrawn = 2,
    Summary = 4,
    Merged = 8,
}

/// <summary>A fee, or the range within which the province or the court sets it.</summary>
public readonly record struct FeeRange(decimal From, decimal To)
{
    public bool IsExact => From == To;

    public static implicit operator FeeRange(decimal amount) => new(amount, amount);

    /// <returns>10 元; 50–300 元; 2769.12 元.</returns>
    public string Words => IsExact ? $"{Money.Words(From)} 元" : $"{Money.Words(From)}–{Money.Words(To)} 元";
}

/// <summary>诉讼费用交纳办法 (国务院令第 481 号): brackets as data, to the cent, half up.</summary>
public static class CourtFees
{
    /// <summary>Days to pay after the court's notice (FEE 22).</summary>
    public const int DaysToPay = 7;

    private const decimal Wan = 10_000;

    /// <param name="Above">The rate is of what lies above it, up to the next.</param>
    private sealed record Bracket(decimal Above, decimal Rate);

    private sealed record Scale(decimal Base, IReadOnlyList<Bracket> Brackets)
    {
        public decimal Of(decimal amount)
        {
            var fee = Base;
            foreach (var (i, bracket) in Brackets.Index())
            {
                var end = i + 1 < Brackets.Count ? Brackets[i + 1].Above : decimal.MaxValue;
                fee += Math.Max(0, Math.Min(amount, end) - bracket.Above) * bracket.Rate;
            }

            return Money.Cents(fee);
        }
    }

    /// <summary>FEE 13-1.</summary>
    private static readonly Scale s_property = new(
        50,
        [
            new(1 * Wan, 0.025m),
            new(10 * Wan, 0.02m),
            new(20 * Wan, 0.015m),
            new(50 * Wan, 0.01m),
            new(100 * Wan, 0.009m),
            new(200 * Wan, 0.008m),
            new(500 * Wan, 0.007m),
            new(1_000 * Wan, 0.006m),
            new(2_000 * Wan, 0.005m),
        ]
    );

    /// <summary>FEE 14-1.</summary>
    private static readonly Scale s_enforcement = new(
        50,
        [new(1 * Wan, 0.015m), new(50 * Wan, 0.01m), new(500 * Wan, 0.005m), new(1_000 * Wan, 0.001m)]
    );

    /// <summary>FEE 14-2.</summary>
    private static readonly Scale s_preservation = new(30, [new(1_000, 0.01m), new(10 * Wan, 0.005m)]);

    private const decimal MostForPreservation = 5_000;

    private static readonly Scale s_divorce = new(0, [new(20 * Wan, 0.005m)]);
    private static readonly Scale s_personality = new(0, [new(5 * Wan, 0.01m), new(10 * Wan, 0.005m)]);

    /// <summary>案件受理费 of a property case.</summary>
    public static decimal Acceptance(decimal amount) => s_property.Of(amount);

    /// <summary>案件受理费 in full.</summary>
    /// <param name="amount">What is claimed; 0 where no amount is.</param>
    public static FeeRange Acceptance(FeeMatter matter, decimal amount) =>
        matter switch
        {
            FeeMatter.Property => Acceptance(amount),
            FeeMatter.IntellectualProperty => amount > 0 ? Acceptance(amount) : new FeeRange(500, 1_000),
            FeeMatter.Labour => 10,
            FeeMatter.Divorce => new FeeRange(50 + s_divorce.Of(amount), 300 + s_divorce.Of(amount)),
            FeeMatter.Personality => new FeeRange(100 + s_personality.Of(amount), 500 + s_personality.Of(amount)),
            FeeMatter.Other => new FeeRange(50, 100),
            FeeMatter.Administrative => 50,
            FeeMatter.AdministrativeSpecial => 100,
            _ => throw new ArgumentOutOfRangeException(nameof(matter), matter, null),
        };

    /// <summary>Of an appeal, on what is disputed alone (FEE 17).</summary>
    public static FeeRange Appeal(FeeMatter matter, decimal disputed) => Acceptance(matter, disputed);

    /// <param name="amount">0 where nothing of value is enforced.</param>
    public static FeeRange Enforcement(decimal amount) => amount > 0 ? s_enforcement.Of(amount) : new FeeRange(50, 500);

    /// <param name="amount">Of the property that is preserved; 0 where it is about none.</param>
    public static decimal Preservation(decimal amount) => Math.Min(MostForPreservation, s_preservation.Of(amount));

    /// <summary>However many grounds there are, once (JI 206).</summary>
    public static decimal Halved(decimal full, FeeHalving grounds) => grounds == FeeHalving.None ? full : Money.Cents(full / 2);

    /// <summary>By the words of the cause (案由); what the fee in dispute is, the court says.</summary>
    public static FeeMatter MatterOf(string cause, Procedure procedure)
    {
        var isIp = IpCauses.Has(cause);
        if (procedure == Procedure.Administrative)
            return isIp || Names(cause, "海事", "海关船舶") ? FeeMatter.AdministrativeSpecial : FeeMatter.Administrative;
        if (isIp)
            return FeeMatter.IntellectualProperty;
        if (Names(cause, "离婚"))
            return FeeMatter.Divorce;
        if (Names(cause, "劳动", "追索劳动报酬", "经济补偿金", "竞业限制", "人事争议", "社会保险", "工伤保险待遇"))
            return FeeMatter.Labour;
        if (Names(cause, "姓名权", "名称权", "肖像权", "名誉权", "荣誉权", "隐私权", "人格权", "个人信息保护"))
            return FeeMatter.Personality;
        return Names(cause, "抚养", "探望", "赡养", "收养", "监护", "同居关系", "婚姻无效", "撤销婚姻", "相邻")
            ? FeeMatter.Other
            : FeeMatter.Property;
    }

    private static bool Names(string cause, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (cause.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
