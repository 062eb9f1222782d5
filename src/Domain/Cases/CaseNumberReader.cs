using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>The grammar of 案号: （年度）法院代字 [专门审判代字] 类型代字 编号 号 [之n].</summary>
internal static partial class CaseNumberReader
{
    private const int FirstYear = 1949;
    private const int FirstYearOfTheScheme = 2016;
    private const string Example = "（2024）粤0104民初12345号";
    private const string SpecialTrials = "知";

    /// <summary>One number; several are told apart, not guessed from.</summary>
    public static CaseNumberReading Read(string raw, int currentYear)
    {
        raw ??= "";
        if (raw.Length > CaseNumber.MaxInputLength)
            return ReadOne(raw, currentYear);
        var several = CaseNumberList.Read(TypedText.Fold(raw), currentYear).Count(r => r.Verdict != CaseNumberVerdict.Invalid);
        return several > 1
            ? new(raw, CaseNumberVerdict.Invalid, null, false, $"这里有 {several} 个案号，请一次只填一个。")
            : ReadOne(raw, currentYear);
    }

    internal static CaseNumberReading ReadOne(string raw, int currentYear)
    {
        if (raw.Length > CaseNumber.MaxInputLength)
            return Invalid($"案号太长，最多 {CaseNumber.MaxInputLength} 个字，请只填案号，例如{Example}。");

        var text = CaseNumberText.Normalise(raw);
        if (text.Length == 0)
            return Invalid($"请填写案号，例如{Example}。");
        var repairs = new List<string>();
        if (CaseNumberText.Found(text) is [var only] && only != text)
        {
            text = only;
            repairs.Add("从文字里取出了案号");
        }

        if (LabourArbitration().IsMatch(text))
            return Invalid("这像是劳动仲裁的案号，不是法院的案号。");
        if (Letter().IsMatch(text))
            return Invalid("这像是公文的发文字号，不是案号。");
        if (Hidden().IsMatch(text))
            return Invalid("这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到。");

        if (SequenceAlone().Match(text) is { Success: true } alone)
            return Invalid(
                $"只有编号，还差年份和法院代字。请把案号写全，例如（{currentYear}）粤0104民初{alone.Groups["digits"].Value}号，传票、判决书上有。"
            );

        var head = Head().Match(text);
        if (!head.Success)
            return Invalid($"案号以带括号的年份开头，例如{Example}。");

        var year = head.Groups["year"].Value;
        if (year.Length != 4)
            return Invalid("案号的年份要写 4 位数字，例如（2024）。");
        if (Number(year) is var y && (y < FirstYear || y > currentYear + 1))
            return Invalid($"案号的年份 {year} 不对，请核对。");

        if (head.Groups["open"].Length == 0 || !head.Groups["close"].Value.Contains(')'))
            repairs.Add("补上了年份的括号");
        if (head.Groups["close"].Value.Contains('年'))
            repairs.Add("去掉了“年”字");
        var rest = head.Groups["rest"].Value;

        return y < FirstYearOfTheScheme && Legacy().Match(rest) is { Success: true } old ? ReadLegacy(old) : ReadUnified();

        CaseNumberReading ReadLegacy(Match match)
        {
            AddMissingHao(match);
            return new(raw, CaseNumberVerdict.Legacy, null, repairs.Count > 0, "这是 2016 年以前的旧案号，按原文查找。")
            {
                LegacyKey = $"({year}){match.Groups["words"].Value}第{match.Groups["digits"].Value}号",
            };
        }

        CaseNumberReading ReadUnified()
        {
            var court = Court().Match(rest);
            if (!court.Success)
                return Invalid($"年份后面要写法院代字，广州的法院以“粤”开头，例如{Example}。");
            var code = court.Groups["code"].Value;
            if (!HasCodeOfRightLength(code))
                return Invalid($"法院代字“{Short(code)}”不对，“{code[0]}”后面是 2 位或 4 位数字，例如粤0104。");

            var body = Body().Match(court.Groups["rest"].Value);
            var words = body.Groups["type"].Value;
            if (!body.Success || words.Length == 0)
                return Invalid($"法院代字后面要写案件类型，例如{code}民初。");
            if (!TryReadType(words.TrimEnd('号'), out var special, out var type))
                return Invalid($"没有“{Short(words)}”这种案件类型，常见的有民初、民终、刑初、行初、执。");
            if (body.Groups["tail"].Length == 0)
                return Invalid("缺少案件编号，就是“号”字前面的数字。");

            var tail = Tail().Match(body.Groups["tail"].Value);
            if (!tail.Success)
                return Invalid("案件编号只写数字，后面是“号”，例如12345号。");
            var digits = tail.Groups["digits"].Value;
            if (WrongSequence(digits, type) is { } wrong)
                return Invalid(wrong);
            if (!TryReadSub(tail.Groups["sub"].Value, tail.Groups["sub"].Success, out var sub))
                return Invalid("“之”后面是一到九十九，例如号之一。");

            if (body.Groups["zi"].Length > 0)
                repairs.Add($"去掉了“{body.Groups["zi"].Value}”");
            AddMissingHao(tail);

            var number = new CaseNumber(y, code, special, type, Number(digits), sub);
            var doubt = Doubt(number, currentYear);
            var verdict = doubt is null ? CaseNumberVerdict.Ok : CaseNumberVerdict.Suspect;
            var told = repairs.Count > 0 ? $"已{string.Join("、", repairs)}，请核对：{number.Display}。" : "";
            return new(raw, verdict, number, repairs.Count > 0, doubt + told);
        }

        void AddMissingHao(Match match)
        {
            if (match.Groups["hao"].Length == 0)
                repairs.Add("补上了“号”字");
        }

        CaseNumberReading Invalid(string message) => new(raw, CaseNumberVerdict.Invalid, null, false, message);
    }

    private static bool HasCodeOfRightLength(string code) => code == "最高法" || code.Length is 1 or 3 or 5;

    private static bool TryReadType(string words, out string? special, out string type)
    {
        (special, type) = (null, words);
        if (CaseTypeCodes.All.Contains(words))
            return true;
        if (words.Length < 2 || !SpecialTrials.Contains(words[0]))
            return false;
        (special, type) = (words[..1], words[1..]);
        return CaseTypeCodes.All.Contains(type);
    }

    private static string? WrongSequence(string digits, string type) =>
        (type, digits) switch
        {
            (CaseTypeCodes.DeathPenaltyReview, { Length: not 8 }) => "刑核案件的编号是 8 位数字。",
            (CaseTypeCodes.DeathPenaltyReview, _) => null,
            (_, ['0', ..]) => "案件编号不以 0 开头。",
            (_, { Length: > 9 }) => "案件编号太长，请核对。",
            _ => null,
        };

    /// <param name="named">之 stands there: then a number has to follow.</param>
    private static bool TryReadSub(string text, bool named, out int? sub)
    {
        sub = null;
        if (text.Length == 0)
            return !named;
        if (!ChineseNumerals.TryRead(text, out var n) && !(int.TryParse(text, CultureInfo.InvariantCulture, out n) && n is >= 1 and <= 99))
            return false;
        sub = n;
        return true;
    }

    private static string? Doubt(CaseNumber number, int currentYear)
    {
        if (number.Year > currentYear)
            return $"案号的年份 {number.Year} 还没有到，请核对。";
        if (number.Year < FirstYearOfTheScheme)
            return $"{number.Year} 年的案号还没有用“{number.CourtCode}”这样的法院代字，请核对年份。";
        if (number.CourtCode[0] == '粤' && CourtFacts.ByCaseCode(number.CourtCode) is null)
            return $"没有找到代字是“{number.CourtCode}”的广州法院，请核对。";
        if (number.CourtCode.Length == 5 && number.Stage == CaseStage.SecondInstance)
            return $"“{number.TypeCode}”是二审案件，“{number.CourtCode}”是基层法院，不审二审，请核对。";
        return null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 12 ? text : text[..12] + "…";

    [GeneratedRegex("劳仲|劳人仲|劳动仲|仲案")]
    private static partial Regex LabourArbitration();

    [GeneratedRegex(@"^\p{Lo}+\([0-9]{4}\)(第?[0-9]+号|\p{Lo}*第?[0-9]+号)$")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\.\.|[*×✕╳█□]|…|某")]
    private static partial Regex Hidden();

    /// <summary>The number before 号 alone; four digits that are a year are one.</summary>
    [GeneratedRegex("^(?!(?:19|20)[0-9]{2}$)第?(?<digits>[0-9]{1,9})号?$")]
    private static partial Regex SequenceAlone();

    [GeneratedRegex(@"^(?<open>\(*)(?<year>[0-9]+)(?<close>年?\)*年?)(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<words>\p{Lo}+字)第?(?<digits>[0-9]+(?:-[0-9]+)?)(?<hao>号?)(?:之[一二三四五六七八九十0-9]+)?$")]
    private static partial Regex Legacy();

    [GeneratedRegex($"^(?<code>最高法|[{CaseNumberText.Provinces}][0-9]*)(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Court();

    [GeneratedRegex(@"^(?<type>[^0-9]*?)(?<zi>字第|字|第)?(?<tail>[0-9].*)?$", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(
        @"^(?<digits>[0-9]+)(?<hao>号?)(?:之(?<sub>[^号]*))?$|^(?<digits>[0-9]+)之(?<sub>[^号]+)(?<hao>号)$",
        RegexOptions.Singleline
    )]
    private static partial Regex Tail();
}
