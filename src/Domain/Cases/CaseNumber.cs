using System.Globalization;
using System.Text.RegularExpressions;

namespace Domain.Cases;

public enum CaseStage
{
    FirstInstance,
    SecondInstance,
    RetrialApplication,
    Retrial,
    Supervision,
    Enforcement,
    Other,
}

/// <summary>案号 of the national scheme in force since 2016-01-01. Obtained from <see cref="Read"/>.</summary>
/// <param name="CourtCode">法院代字: 粤, 粤01, 粤0104, 最高法.</param>
/// <param name="Special">专门审判代字, in use: 知. Null for most cases.</param>
/// <param name="TypeCode">类型代字: 民初.</param>
/// <param name="Sequence">案件编号, counted within year, court and type.</param>
/// <param name="Sub">1–99 for 之一…之九十九, a further paper of the same case.</param>
public sealed partial record CaseNumber(int Year, string CourtCode, string? Special, string TypeCode, int Sequence, int? Sub = null)
{
    /// <summary>Nothing longer is looked at: a text message with a number in it is.</summary>
    public const int MaxInputLength = 500;

    /// <summary>What is stored and compared: <c>(2024)粤0104民初12345号</c>, half-width.</summary>
    public string Key => $"({Year:D4}){Rest}";

    /// <summary>Of the case itself: 号之一 is a further paper of the same case, and what is stored of a case has none.</summary>
    public string CaseKey => (this with { Sub = null }).Key;

    /// <summary>As court papers print it: <c>（2024）粤0104民初12345号</c>.</summary>
    public string Display => $"（{Year:D4}）{Rest}";

    /// <summary>As the courts' own text messages print it: <c>(…)粤0104民...号</c>. Tells the court and the kind, not the case.</summary>
    public string Masked => $"(…){CourtCode}{TypeCode[0]}...号";

    /// <summary>As the courts' own messages print it: which court and kind, not which case.</summary>
    /// <param name="caseNumber">Normal form, or a number from before 2016 as it was typed.</param>
    /// <returns>(…)粤0104民...号, (…)穗越法...号.</returns>
    public static string ForSms(string caseNumber) =>
        Read(caseNumber, int.MaxValue - 1).Number?.Masked ?? $"(…){CourtBefore2016().Match(caseNumber).Value}...号";

    [GeneratedRegex(@"(?<=^[（(]?[0-9]{4}[）)]?)\p{Lo}{1,6}?法")]
    private static partial Regex CourtBefore2016();

    /// <summary>Whether two numbers, however they are typed, are those of one case.</summary>
    public static bool SameCase(string one, string other) =>
        Read(one, int.MaxValue - 1).CaseKey is { } key && key == Read(other, int.MaxValue - 1).CaseKey;

    /// <summary>The printed form of a stored normal form, also of a number from before 2016 that has no parts.</summary>
    public static string DisplayOf(string key) => key.Replace('(', '（').Replace(')', '）');

    public CaseStage Stage =>
        TypeCode switch
        {
            ['执', ..] => CaseStage.Enforcement,
            "破申" or "清申" => CaseStage.Other, // the petition that opens a bankruptcy, nothing to try again
            [.., '初'] => CaseStage.FirstInstance,
            [.., '终'] => CaseStage.SecondInstance,
            [.., '申'] => CaseStage.RetrialApplication,
            [.., '再'] => CaseStage.Retrial,
            [.., '监' or '抗'] => CaseStage.Supervision,
            _ => CaseStage.Other,
        };

    private string Rest
    {
        get
        {
            var format = TypeCode == CaseTypeCodes.DeathPenaltyReview ? "D8" : "D";
            var sub = Sub is { } n ? "之" + ChineseNumerals.Write(n) : "";
            return $"{CourtCode}{Special}{TypeCode}{Sequence.ToString(format, CultureInfo.InvariantCulture)}号{sub}";
        }
    }

    /// <summary>Reads what a person typed: any width, brackets and spaces; missing brackets or 号 are put back. Never throws.</summary>
    /// <param name="currentYear">This year in Guangzhou: a later one is doubted.</param>
    public static CaseNumberReading Read(string raw, int currentYear) => CaseNumberReader.Read(raw, currentYear);

    /// <summary>Reads several: one a line, with commas between, 12号、13号, 12号至14号, or somewhere in a text. Never throws.</summary>
    /// <returns>Each once, in their order, with what was no number among them.</returns>
    public static IReadOnlyList<CaseNumberReading> ReadAll(string raw, int currentYear) => CaseNumberList.Read(raw, currentYear);

    public override string ToString() => Key;
}

public enum CaseNumberVerdict
{
    /// <summary>A number of a court, possibly after a repair that the message tells.</summary>
    Ok,

    /// <summary>Can be read, but something about it is unlikely; the message says what. Look it up, do not refuse it.</summary>
    Suspect,

    /// <summary>A number from before 2016: no parts can be told, only its text looked up.</summary>
    Legacy,

    /// <summary>Not a case number.</summary>
    Invalid,
}

/// <param name="Raw">As typed.</param>
/// <param name="Number">Present when <see cref="CaseNumberVerdict.Ok"/> or <see cref="CaseNumberVerdict.Suspect"/>.</param>
/// <param name="Repaired">Something was added or taken away; show the number and let the person check it.</param>
/// <param name="Message">A sentence for the person: what was repaired, doubted or wrong. Empty when Ok as typed.</param>
public sealed record CaseNumberReading(string Raw, CaseNumberVerdict Verdict, CaseNumber? Number, bool Repaired, string Message)
{
    /// <summary>A number from before 2016 in its normal form: <c>(2015)穗越法民一初字第174号</c>.</summary>
    public string? LegacyKey { get; init; }

    /// <summary>By what a case is found, whatever scheme it is of; null where nothing could be read.</summary>
    public string? CaseKey => Number?.CaseKey ?? LegacyKey;
}
