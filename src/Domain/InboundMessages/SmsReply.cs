using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>The text of an SMS, taken apart: the reply code before it, and the words.</summary>
/// <param name="Code">Four digits, or a whole order number; null where there is none.</param>
/// <param name="Words">What is left without the code.</param>
/// <param name="IsMarked">A separator or the end follows the code; else the digits may be the beginning of the words.</param>
public sealed partial record SmsReply(string? Code, string Words, bool IsMarked)
{
    /// <summary>An answer that says something has at least so many letters or digits.</summary>
    public const int MinLength = 5;

    private static readonly HashSet<string> s_optOut = ["T", "TD", "R", "退订", "拒收"];

    public static SmsReply Read(string text)
    {
        var typed = text.Trim();
        // Each character is folded by itself, so that the code is found in what was typed and the words stay as they were.
        var folded = string.Concat(
            typed.Select(c =>
                c is >= '！' and <= '～' ? (char)(c - '！' + '!')
                : c is '【' ? '['
                : c is '】' ? ']'
                : c
            )
        );
        if (Number().Match(folded) is { Success: true } number)
            return new SmsReply(
                $"GZ{number.Groups["day"].Value}-{number.Groups["count"].Value}",
                typed[number.Length..].Trim(),
                IsMarked: true
            );
        if (ReplyCode().Match(folded) is not { Success: true } code)
            return new SmsReply(null, typed, IsMarked: false);
        var isMarked = code.Groups["mark"].Length > 0 || code.Length == folded.Length;
        return new SmsReply(code.Groups["code"].Value, typed[code.Length..].Trim(), isMarked);
    }

    /// <summary>The whole text is a word by which people leave a list.</summary>
    public static bool IsOptOut(string text) => s_optOut.Contains(TypedText.Fold(text).ToUpperInvariant());

    /// <summary>
    /// Says something to the litigant: long enough, and more than that it was received or that something will follow; or short and a
    /// decision, a demand or an appointment.
    /// </summary>
    public static bool SaysSomething(string words)
    {
        var letters = string.Concat(TypedText.Normalise(words).EnumerateRunes().Where(IsLetter)).ToUpperInvariant();
        if (Appointment().IsMatch(letters) || Decision().IsMatch(letters))
            return true;
        return new StringInfo(letters).LengthInTextElements >= MinLength
            && letters.Any(c => !char.IsAsciiDigit(c))
            && !Acknowledgement().IsMatch(letters);
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune);

    [GeneratedRegex(
        @"^\s*[\[(#]?\s*GZ(?<day>[0-9]{8})-?(?<count>[0-9]{6,})(?![0-9])\s*[\])#]?(?:\s|[+:,，、。.;；：＋\-—])*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    // 2026年, 1200元, 0930分: the beginning of a sentence, not a code.
    [GeneratedRegex(
        @"^\s*[\[(#]?\s*(?<code>[0-9]{4})(?![0-9年月日元号分时])(?<mark>\s*[\])#](?:\s|[+:,，、。.;；：＋\-—])*|(?:\s|[+:,，、。.;；：＋\-—])+)?"
    )]
    private static partial Regex ReplyCode();

    [GeneratedRegex(
        "^(?:已?收到|已?收悉|知悉|已?知道|晓得|好|明白|了解|清楚|已?阅|可以|行|是|嗯|哦|谢|感谢|辛苦|OK|稍后|稍候|稍等|随后|等|晚点|待会|回头|马上|立即|尽快|及时|今天|明天|下午|上午|正在|现在|开会|开庭|忙|出差|休假|"
            + "处理|办理|核实|答复|回复|回电|联系|沟通|当事人|工单|您|你|我|会|将|要|去|来|再|了|中|在|的|后|就|给|请|这边|一下|一会|到时|电话|通过|法官)+儿?$"
    )]
    private static partial Regex Acknowledgement();

    // 不予准许, 请到庭, 已立案, 不同意: what a court says in three or four characters.
    [GeneratedRegex(
        "^(?=.{3,})(?:(?:本院|我院|法院|请|已经?|可以?|应当?|需要?|准|依法|不|未)*"
            + "(?:不予?|准许|准予|予以|同意|驳回|支持|采纳|受理|到庭|到场|出庭|立案|撤诉|上诉|缴费|补正|补交|交费|退费|退款|判决|裁定|生效|寄出|邮寄|移送|解封|续封|解除|阅卷|旁听|调解|延期|公告)+"
            + "(?:申请|请求|了|的|即可|手续|材料|证据|诉讼费)*)$"
    )]
    private static partial Regex Decision();

    // 明天上午开庭, 周三9点半调解: a day to come and what happens on it. 下午开庭 may be why somebody has no time.
    [GeneratedRegex(
        "^(?:于|定于|就)?(?:明天|明日|后天|大后天|本?下?周[一二三四五六日天]|(?:[0-9]{1,2}月)?[0-9]{1,2}[日号])(?:上午|下午|早上|中午)?(?:[0-9]{1,4}(?:[点时]半?)?(?:[0-9]{1,2}分?)?)?"
            + "(?:在?第?[0-9一二三四五六七八九十]{1,3}(?:号)?法庭)?(?:开庭|宣判|调解|谈话|质证|勘验|听证|询问)(?:了|的|吧)?$"
    )]
    private static partial Regex Appointment();
}
