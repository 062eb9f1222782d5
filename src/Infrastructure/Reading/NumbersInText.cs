using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Domain.Reading;

namespace Infrastructure.Reading;

/// <summary>
/// Where numbers of ID cards, bank cards and phones stand in the text of a PDF, by the boxes of words that poppler tells. What is only a
/// picture has no text and is not found.
/// </summary>
internal static partial class NumbersInText
{
    /// <summary>Raised when they find more: what is still asked for is looked through again.</summary>
    public const int Rules = 1;

    /// <summary>With fewer the page is a scan with a stamp or a number on it.</summary>
    private const int FewWords = 10;

    /// <summary>More numbers than anybody writes: such a page is covered whole.</summary>
    private const int MostOnPage = 500;

    /// <summary>Points; wider than any paper.</summary>
    private const double WholePage = 100_000;

    /// <summary>Lines between a line and the next one of its column.</summary>
    private const int MostBetween = 60;

    /// <summary>In heights: ten characters and more.</summary>
    private const int FullLine = 10;

    private static readonly (MaskKind Kind, Regex Pattern)[] s_patterns =
    [
        (MaskKind.IdNumber, IdNumber()),
        (MaskKind.BankCard, NamedAccount()),
        (MaskKind.BankCard, BankCard()),
        (MaskKind.IdNumber, OldIdNumber()),
        (MaskKind.Phone, Phone()),
        (MaskKind.Phone, Landline()),
    ];

    /// <param name="Without">Pages with next to no text: a picture, in which nothing is found.</param>
    public sealed record Found(IReadOnlyList<PageMask> Masks, int Without);

    private sealed record Word(double Left, double Top, double Right, double Bottom, string Text)
    {
        public double Height => Bottom - Top;
    }

    /// <param name="bbox">As <c>pdftotext -bbox</c> writes it.</param>
    /// <param name="turned">Pages that lie on their side: their words are told upright, their sizes are not.</param>
    public static Found In(IEnumerable<string> bbox, IReadOnlySet<int> turned, string fileHash, CancellationToken ct)
    {
        var (masks, without, page) = (new List<PageMask>(), 0, 0);
        var (words, size) = (new List<Word>(), (Width: 1.0, Height: 1.0));
        foreach (var line in bbox)
        {
            ct.ThrowIfCancellationRequested();
            if (PageLine().Match(line) is { Success: true } start)
            {
                (page, words) = (page + 1, []);
                var (width, height) = (Number(start, 1), Number(start, 2));
                size = turned.Contains(page) ? (height, width) : (width, height);
            }
            else if (WordLine().Match(line) is { Success: true } word)
            {
                var text = WebUtility.HtmlDecode(word.Groups[5].Value);
                words.Add(new(Number(word, 1), Number(word, 2), Number(word, 3), Number(word, 4), text));
            }
            else if (line.Contains("</page>", StringComparison.Ordinal))
            {
                without += words.Count < FewWords ? 1 : 0;
                masks.AddRange(OnPage(words).Select((m, at) => Mask(m.Kind, m.Box, size, (fileHash, page, at + 1))));
            }
        }

        return new(masks, without);
    }

    private static List<(MaskKind Kind, Word Box)> OnPage(List<Word> words)
    {
        var lines = Lines(words).ToList();
        var boxes = lines
            .SelectMany(line => Boxes(line))
            .Concat(lines.SelectMany((_, at) => OverTwoLines(lines, at)))
            .Take(MostOnPage + 1)
            .ToList();
        return boxes.Count <= MostOnPage ? boxes : [(MaskKind.IdNumber, new Word(0, 0, WholePage, WholePage, ""))];
    }

    /// <summary>Words that follow each other on one line.</summary>
    private static IEnumerable<List<Word>> Lines(List<Word> words)
    {
        var line = new List<Word>();
        foreach (var word in words)
        {
            if (line.Count > 0 && !Follows(line[^1], word))
            {
                yield return line;
                line = [];
            }

            line.Add(word);
        }

        if (line.Count > 0)
            yield return line;
    }

    private static bool Follows(Word before, Word word) =>
        Math.Abs(before.Top + before.Bottom - word.Top - word.Bottom) < before.Height
        && word.Left - before.Right < 2 * before.Height
        && word.Left > before.Left;

    /// <summary>What begins at the end of a line of running text and goes on below it, at the beginning of the next one of its column.</summary>
    private static IEnumerable<(MaskKind Kind, Word Box)> OverTwoLines(List<List<Word>> lines, int at)
    {
        var above = lines[at];
        if (above[^1].Text is not { Length: > 0 } text || !char.IsDigit(Plain(text)[^1]))
            return [];
        var below = lines.Skip(at + 1).Take(MostBetween).FirstOrDefault(line => IsNextLine(above, line));
        return below is not null && IsOfNumber(Plain(below[0].Text)) ? Boxes([.. above, .. below], above.Count) : [];
    }

    private static bool IsOfNumber(string text) => text.Length > 0 && (char.IsDigit(text[0]) || text is "X" or "x");

    /// <summary>A full line, not the cell of a table that another one stands below.</summary>
    private static bool IsNextLine(List<Word> above, List<Word> below)
    {
        var height = above[^1].Height;
        var gap = below[0].Top - above[^1].Bottom;
        return above[^1].Right - above[0].Left > FullLine * height
            && gap > -height / 2
            && gap < 2 * height
            && Math.Abs(below[0].Height - height) < height / 3
            && Math.Abs(below[0].Left - above[0].Left) < 3 * height // the first line of a paragraph is indented
            && below[^1].Right < above[^1].Right + (2 * height);
    }

    /// <param name="goesOn">From this word on it is the next line: nothing stands between, and only what spans both counts.</param>
    private static IEnumerable<(MaskKind Kind, Word Box)> Boxes(List<Word> line, int goesOn = 0)
    {
        var (text, starts) = (new StringBuilder(), new List<int>());
        foreach (var (at, word) in line.Index())
        {
            if (at > 0 && at != goesOn)
                text.Append(' ');
            starts.Add(text.Length);
            text.Append(Plain(word.Text));
        }

        return goesOn == 0 ? Boxes(line, text.ToString(), starts, _ => true) : Boxes(line, text.ToString(), starts, Spans);

        bool Spans(Match match) => match.Index < starts[goesOn] && match.Index + match.Length > starts[goesOn];
    }

    private static IEnumerable<(MaskKind Kind, Word Box)> Boxes(List<Word> line, string text, List<int> starts, Func<Match, bool> counts)
    {
        var taken = new List<Match>(); // a number of an ID card could be one of a bank card too
        foreach (var (kind, pattern) in s_patterns)
        {
            foreach (var match in pattern.Matches(text).Where(counts))
            {
                if (taken.Exists(t => t.Index < match.Index + match.Length && match.Index < t.Index + t.Length))
                    continue;
                taken.Add(match);
                for (var at = 0; at < line.Count; at++)
                {
                    var (from, to) = (
                        Math.Max(0, match.Index - starts[at]),
                        Math.Min(line[at].Text.Length, match.Index + match.Length - starts[at])
                    );
                    if (from < to)
                        yield return (kind, Part(line[at], from, to));
                }
            }
        }
    }

    /// <summary>Some characters of a word. How wide each is nobody tells: one more on each side is taken than is likely.</summary>
    private static Word Part(Word word, int from, int to)
    {
        if (word.Text.Length > 2 && word.Height > word.Right - word.Left)
            return word; // it stands on end: how its characters lie is not told by left and right
        var one = (word.Right - word.Left) / Wide(word.Text, word.Text.Length);
        var left = word.Left + (one * Wide(word.Text, from)) - (from > 0 ? one : 0);
        var right = word.Left + (one * Wide(word.Text, to)) + (to < word.Text.Length ? one : 0);
        return word with { Left = left, Right = right };
    }

    /// <summary>In widths of a digit.</summary>
    private static int Wide(string text, int count) => text.Take(count).Sum(c => c < 0x2E80 ? 1 : 2);

    private static PageMask Mask(MaskKind kind, Word box, (double Width, double Height) size, (string Hash, int Page, int Number) of)
    {
        var air = box.Height / 8;
        return new PageMask
        {
            FileHash = of.Hash,
            Page = of.Page,
            Number = of.Number,
            Kind = kind,
            Left = Share(box.Left, size.Width),
            Top = Share(box.Top - air, size.Height),
            Width = Share(box.Right - box.Left, size.Width) + 1,
            Height = Share(box.Height + (2 * air), size.Height) + 1,
        };
    }

    private static int Share(double length, double of) => (int)Math.Clamp(length * 10_000 / of, 0, 10_000);

    /// <summary>Full-width digits as the plain ones; as many characters as before.</summary>
    private static string Plain(string text) =>
        string.Concat(
            text.Select(c =>
                c is >= '！' and <= '～' ? (char)(c - 0xFEE0)
                : c is '\u00A0' or '\u3000' ? ' '
                : c
            )
        );

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<page width="([\d.]+)" height="([\d.]+)">""")]
    private static partial Regex PageLine();

    [GeneratedRegex("""<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>""")]
    private static partial Regex WordLine();

    /// <summary>Forms have a box for each digit. Month and day are ones that there are.</summary>
    [GeneratedRegex(
        @"(?<!\d)(?:\d ?){6}(?:1 ?[89]|2 ?0) ?\d ?\d ?(?:0 ?[1-9]|1 ?[0-2]) ?(?:0 ?[1-9]|[12] ?\d|3 ?[01]) ?(?:\d ?){3}[\dXx](?!\d)"
    )]
    private static partial Regex IdNumber();

    /// <summary>Fifteen digits with a year of two, as until 1999.</summary>
    [GeneratedRegex(@"(?<!\d)[1-8]\d{5} ?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}(?!\d)")]
    private static partial Regex OldIdNumber();

    [GeneratedRegex(@"(?<!\d)(?:[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?|[3-6]\d{5} ?\d{10,13})(?!\d)")]
    private static partial Regex BankCard();

    /// <summary>Whatever it looks like, where it is called one.</summary>
    [GeneratedRegex(@"(?<=[账帐卡] ?[号户][^\d]{0,12})\d(?:[ -]?\d){7,29}(?!\d)")]
    private static partial Regex NamedAccount();

    [GeneratedRegex(@"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<!\d)(?:\(0[1-9]\d{1,2}\) ?|0[1-9]\d{1,2} ?[-–—] ?|0[1-9]\d{1,2} ?)[2-8]\d{2,3}[ -]?\d{4}(?!\d)")]
    private static partial Regex Landline();
}
