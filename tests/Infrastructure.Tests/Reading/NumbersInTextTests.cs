using Domain.Reading;
using Infrastructure.Reading;

namespace Infrastructure.Tests.Reading;

/// <summary>By what poppler writes of a page: words with their boxes.</summary>
public class NumbersInTextTests
{
    [Theory]
    [InlineData("440104199001011234", MaskKind.IdNumber)]
    [InlineData("44010419900101123X", MaskKind.IdNumber)]
    [InlineData("４４０１０４１９９００１０１１２３４", MaskKind.IdNumber)] // full width
    [InlineData("身份证号440104199001011234，住广州市", MaskKind.IdNumber)]
    [InlineData("440104 19900101 1234", MaskKind.IdNumber)]
    [InlineData("6222021234565521230", MaskKind.BankCard)]
    [InlineData("6222 0212 3456 5521 230", MaskKind.BankCard)]
    [InlineData("6222-0212-3456-5521", MaskKind.BankCard)]
    [InlineData("13812345678", MaskKind.Phone)]
    [InlineData("电话：138 1234 5678", MaskKind.Phone)]
    [InlineData("+8613812345678", MaskKind.Phone)]
    [InlineData("622202 3602012345678", MaskKind.BankCard)]
    [InlineData("4 4 0 1 0 4 1 9 9 0 0 1 0 1 1 2 3 X", MaskKind.IdNumber)] // the boxes of a form
    [InlineData("440104900101123", MaskKind.IdNumber)] // until 1999
    [InlineData("020-8310 1234", MaskKind.Phone)]
    [InlineData("(020)83101234", MaskKind.Phone)]
    [InlineData("（020） 8310 1234", MaskKind.Phone)]
    [InlineData("0758-223 4567", MaskKind.Phone)]
    [InlineData("开户行账号：1002003004", MaskKind.BankCard)]
    [InlineData("收款账户 名称 9558 8036", MaskKind.BankCard)]
    public void A_number_is_found_however_it_is_written(string line, MaskKind kind)
    {
        var found = In(line.Split(' '));
        Assert.NotEmpty(found.Masks);
        Assert.All(found.Masks, m => Assert.Equal(kind, m.Kind));
    }

    [Theory]
    [InlineData("2024-03-08")]
    [InlineData("486,000.00")]
    [InlineData("(2026)粤0104民初12345号")]
    [InlineData("12345678901")]
    [InlineData("440104901301123")] // no such month
    [InlineData("1002003004")] // nothing calls it an account
    [InlineData("1440104199001011234567")] // longer than any of them
    public void What_is_no_such_number_stays(string line) => Assert.Empty(In(line.Split(' ')).Masks);

    /// <summary>As wide as its digits and one more on each side, so that nothing of it looks out.</summary>
    [Fact]
    public void Within_a_sentence_only_the_number_is_covered()
    {
        // 4 + 18 + 4 characters, 8 + 18 + 8 digits wide: from 100 to 440.
        var mask = Assert.Single(In("身份证号440104199001011234住广州市").Masks);
        Assert.Equal((170, 200), (mask.Left, mask.Width - 1));
    }

    [Fact]
    public void A_number_that_is_broken_over_two_lines_of_a_table_is_not_joined_with_its_neighbour()
    {
        string[] page =
        [
            """<page width="1000.0" height="1000.0">""",
            """<word xMin="100" yMin="100" xMax="200" yMax="120">440104</word>""",
            """<word xMin="100" yMin="140" xMax="200" yMax="160">199001011234</word>""",
            "</page>",
        ];
        Assert.Empty(NumbersInText.In(page, new HashSet<int>(), "hash", default).Masks);
    }

    /// <summary>As poppler tells a paragraph: the number begins at the end of one line and goes on below, where the lines begin.</summary>
    [Theory]
    [InlineData("440104199001", "011234", 2)]
    [InlineData("6222021234", "565521230", 2)]
    [InlineData("1381234", "5678", 2)]
    [InlineData("44010419900101123", "X", 2)]
    [InlineData("440104", "甲方", 0)]
    public void A_number_that_running_text_breaks_is_covered_on_both_lines(string above, string below, int covered)
    {
        string[] page =
        [
            """<page width="1000.0" height="1000.0">""",
            """<word xMin="140" yMin="100" xMax="600" yMax="120">被告王某某，男，汉族，住广州市越秀区，公民身份号码</word>""",
            $"""<word xMin="610" yMin="100" xMax="800" yMax="120">{above}</word>""",
            """<word xMin="850" yMin="100" xMax="900" yMax="120">旁栏</word>""",
            $"""<word xMin="100" yMin="130" xMax="160" yMax="150">{below}</word>""",
            """<word xMin="170" yMin="130" xMax="700" yMax="150">，以下简称被告。</word>""",
            "</page>",
        ];
        var found = NumbersInText.In(page, new HashSet<int>(), "hash", default);
        Assert.Equal(covered, found.Masks.Select(m => m.Top).Distinct().Count());
    }

    [Fact]
    public void Pages_without_a_text_are_counted_and_turned_pages_measured_as_they_are_seen()
    {
        string[] pages =
        [
            """<page width="500.0" height="1000.0">""",
            "</page>",
            """<page width="500.0" height="1000.0">""",
            """<word xMin="750" yMin="100" xMax="1000" yMax="120">13812345678</word>""",
            "</page>",
        ];
        var found = NumbersInText.In(pages, new HashSet<int> { 2 }, "hash", default);
        var mask = Assert.Single(found.Masks);
        Assert.Equal((2, 2, 7_500), (found.Without, mask.Page, mask.Left)); // of one word only, so the second is a picture with a stamp
    }

    /// <summary>A page made to be slow is not read number by number.</summary>
    [Fact]
    public void A_page_of_nothing_but_numbers_is_covered_whole()
    {
        var mask = Assert.Single(In([.. Enumerable.Repeat("13812345678", 600)]).Masks);
        Assert.Equal((0, 0, 10_001, 10_001), (mask.Left, mask.Top, mask.Width, mask.Height));
    }

    private static NumbersInText.Found In(params string[] words)
    {
        var left = 100;
        List<string> page = ["""<page width="10000.0" height="10000.0">"""];
        foreach (var word in words)
        {
            var right = left + (word.Sum(c => c < 0x2E80 ? 1 : 2) * 10);
            page.Add($"""<word xMin="{left}" yMin="100" xMax="{right}" yMax="120">{word}</word>""");
            left = right + 10;
        }

        return NumbersInText.In([.. page, "</page>"], new HashSet<int>(), "hash", default);
    }
}
