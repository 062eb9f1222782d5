using Domain.Cases;
using Domain.Organisation;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Domain.Tests.Cases;

public class CaseNumberProperties
{
    private const int ThisYear = 2026;

    private static readonly Gen<CaseNumber> ValidNumbers =
        from year in Gen.Choose(2016, ThisYear)
        from court in Gen.Elements<string>([.. CourtFacts.All.SelectMany(c => c.Codes), "最高法", "京", "沪01", "川0104", "军", "兵0101"])
        from special in Gen.Elements<string?>(null, "知")
        from type in Gen.Elements(CaseTypeCodes.All.Order().ToArray())
        from sequence in type == CaseTypeCodes.DeathPenaltyReview ? Gen.Choose(0, 99_999_999) : Gen.Choose(1, 999_999_999)
        from sub in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 99).Select(n => (int?)n)))
        select new CaseNumber(year, court, special, type, sequence, sub);

    private static readonly Gen<string> Spaces = Gen.Elements("", "", "", " ", "\u3000", "\u00A0", "\t", "\u200B");

    [Fact]
    public void Any_number_reads_back_however_it_is_decorated() =>
        Prop.ForAll(
                Decorated().ToArbitrary(),
                written =>
                {
                    var reading = CaseNumber.Read(written.Text, ThisYear);
                    reading.Number.ShouldNotBeNull($"{written.Text}: {reading.Message}").Key.ShouldBe(written.Number.Key);
                    reading.Repaired.ShouldBeFalse();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Any_number_without_brackets_or_hao_is_repaired_to_itself() =>
        Prop.ForAll(
                ValidNumbers.ToArbitrary(),
                number =>
                {
                    var bare = number.Key.Replace("(", "").Replace(")", "").Replace("号", "");
                    var reading = CaseNumber.Read(bare, ThisYear);
                    reading.Number.ShouldBe(number);
                    reading.Repaired.ShouldBeTrue();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_printed_form_reads_back_to_the_same_number() =>
        Prop.ForAll(ValidNumbers.ToArbitrary(), number => CaseNumber.Read(number.Display, ThisYear).Number == number)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var pieces = Gen.OneOf(
            ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString()),
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()), // lone surrogates among them
            Gen.Elements(
                "(",
                "）",
                "2024",
                "１",
                "粤",
                "0104",
                "最高法",
                "知",
                "民初",
                "刑核",
                "字第",
                "号",
                "之",
                "十一",
                "之99",
                "0",
                "٣",
                "...",
                "年"
            )
        );

        Prop.ForAll(
                pieces.ListOf().ToArbitrary(),
                parts =>
                {
                    var text = string.Concat(parts);
                    var reading = CaseNumber.Read(text, ThisYear);
                    reading.Raw.ShouldBe(text);
                    (reading.Number is null).ShouldBe(reading.Verdict is CaseNumberVerdict.Invalid or CaseNumberVerdict.Legacy);
                    (reading.Message.Length == 0).ShouldBe(reading is { Verdict: CaseNumberVerdict.Ok, Repaired: false });
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static Gen<(CaseNumber Number, string Text)> Decorated() =>
        from number in ValidNumbers
        from brackets in Gen.Elements("()", "（）", "[]", "［］", "【】", "〔〕", "〖〗")
        from fullWidth in Gen.Elements(true, false)
        from spaces in Spaces.ListOf(number.Key.Length + 1)
        let bracketed = number.Key.Replace('(', brackets[0]).Replace(')', brackets[1])
        let digits = fullWidth ? string.Concat(bracketed.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)) : bracketed
        select (number, spaces[0] + string.Concat(digits.Zip(spaces.Skip(1), (c, space) => c + space)));
}
