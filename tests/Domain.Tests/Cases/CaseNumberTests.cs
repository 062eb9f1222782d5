using Domain.Cases;
using Shouldly;

namespace Domain.Tests.Cases;

public class CaseNumberTests
{
    private const int ThisYear = 2026;

    [Theory]
    [InlineData("（2024）粤0104民初12345号", 2024, "粤0104", null, "民初", 12345, null)]
    [InlineData("(2024)粤01民终567号", 2024, "粤01", null, "民终", 567, null)]
    [InlineData("（２０２４）粤０１０５执异３号", 2024, "粤0105", null, "执异", 3, null)]
    [InlineData("(2024) 粤0106民初 11111 号", 2024, "粤0106", null, "民初", 11111, null)]
    [InlineData("（2025）粤0112执恢556号", 2025, "粤0112", null, "执恢", 556, null)]
    [InlineData("（2022）粤0103民初100号之一", 2022, "粤0103", null, "民初", 100, 1)]
    [InlineData("（2026）粤0111司惩2号之十一", 2026, "粤0111", null, "司惩", 2, 11)]
    [InlineData("(2023)粤73知民终9012号", 2023, "粤73", "知", "民终", 9012, null)]
    [InlineData("（2020）最高法知民终225号", 2020, "最高法", "知", "民终", 225, null)]
    [InlineData("（2016）粤民终782号", 2016, "粤", null, "民终", 782, null)]
    [InlineData("（2023）粤0192民初1448号", 2023, "粤0192", null, "民初", 1448, null)]
    [InlineData("（2021）川0104民诉前调801号", 2021, "川0104", null, "民诉前调", 801, null)]
    [InlineData("（2018）粤73民辖终421号", 2018, "粤73", null, "民辖终", 421, null)]
    [InlineData("(2019)粤71行终1769号", 2019, "粤71", null, "行终", 1769, null)]
    [InlineData("(2025)粤7101行审3352号", 2025, "粤7101", null, "行审", 3352, null)]
    [InlineData("(2018)沪01民初937号之三", 2018, "沪01", null, "民初", 937, 3)]
    [InlineData("（2024）粤0115民初8号", 2024, "粤0115", null, "民初", 8, null)]
    [InlineData("（2024）粤0191民初8号", 2024, "粤0191", null, "民初", 8, null)]
    public void A_valid_number_is_read_without_a_word(
        string typed,
        int year,
        string court,
        string? special,
        string type,
        int sequence,
        int? sub
    )
    {
        var reading = CaseNumber.Read(typed, ThisYear);
        reading.ShouldBe(new(typed, CaseNumberVerdict.Ok, new(year, court, special, type, sequence, sub), Repaired: false, Message: ""));
    }

    [Theory]
    [InlineData("2024粤0104民初12345号", "已补上了年份的括号，请核对：（2024）粤0104民初12345号")]
    [InlineData("（2024）粤0104民初12345", "已补上了“号”字，请核对：（2024）粤0104民初12345号")]
    [InlineData("2024粤0104民初12345", "已补上了年份的括号、补上了“号”字，请核对：（2024）粤0104民初12345号")]
    [InlineData("（2024粤0104民初12345号", "已补上了年份的括号，请核对：（2024）粤0104民初12345号")]
    [InlineData("2024年粤0104民初12345号", "已补上了年份的括号、去掉了“年”字，请核对：（2024）粤0104民初12345号")]
    [InlineData("（2024）粤0104民初字第12345号", "已去掉了“字第”，请核对：（2024）粤0104民初12345号")]
    [InlineData("（2024）粤0104民初第12345号", "已去掉了“第”，请核对：（2024）粤0104民初12345号")]
    public void What_is_missing_is_put_back_and_said(string typed, string message)
    {
        var reading = CaseNumber.Read(typed, ThisYear);
        reading.Verdict.ShouldBe(CaseNumberVerdict.Ok);
        reading.Repaired.ShouldBeTrue();
        reading.Number!.Key.ShouldBe("(2024)粤0104民初12345号");
        reading.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("【2024】粤0104民初12345号")]
    [InlineData("〔2024〕粤0104民初12345号")]
    [InlineData("[2024]粤0104民初12345号")]
    [InlineData("　（ 2024 ）粤 0104 民 初\t12345\n号 ")]
    [InlineData("(2024\u200B)粤0104民初12345号\uFEFF")]
    [InlineData("案号：（2024）粤0104民初12345号。")]
    [InlineData("“（2024）粤0104民初12345号”")]
    public void Decoration_is_no_repair(string typed) =>
        CaseNumber
            .Read(typed, ThisYear)
            .ShouldBe(new(typed, CaseNumberVerdict.Ok, new(2024, "粤0104", null, "民初", 12345), Repaired: false, Message: ""));

    [Theory]
    [InlineData("（24）粤0104民初123号", "案号的年份要写 4 位数字，例如（2024）")]
    [InlineData("（2024）粤104民初123号", "法院代字“粤104”不对，“粤”后面是 2 位或 4 位数字，例如粤0104")]
    [InlineData("（2024）粤0104初民123号", "没有“初民”这种案件类型，常见的有民初、民终、刑初、行初、执")]
    [InlineData("（2024）粤0104民初0123号", "案件编号不以 0 开头")]
    [InlineData("（2024）粤0104民初号", "缺少案件编号，就是“号”字前面的数字")]
    [InlineData("（2024）粤0104民初12a号", "案件编号只写数字，后面是“号”，例如12345号")]
    [InlineData("（2024）越0104民初1号", "年份后面要写法院代字，广州的法院以“粤”开头，例如（2024）粤0104民初12345号")]
    [InlineData("（2024）粤0104劳仲字678号", "这像是劳动仲裁的案号，不是法院的案号")]
    [InlineData("穗劳人仲案〔2024〕678号", "这像是劳动仲裁的案号，不是法院的案号")]
    [InlineData("穗中法函〔2023〕22号", "这像是公文的发文字号，不是案号")]
    [InlineData("（2014）粤0104民…号", "这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到")]
    [InlineData("(…)粤0104民...号", "这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到")]
    [InlineData("（2024）粤0104民初**号", "这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到")]
    [InlineData("（1948）粤0104民初1号", "案号的年份 1948 不对，请核对")]
    [InlineData("（2028）粤0104民初1号", "案号的年份 2028 不对，请核对")]
    [InlineData("（2024）粤0104民初1234567890号", "案件编号太长，请核对")]
    [InlineData("（2024）粤0104民初1号之一百", "“之”后面是一到九十九，例如号之一")]
    [InlineData("（2024）最高法刑核1234567号", "刑核案件的编号是 8 位数字")]
    [InlineData("（2024）粤0104", "法院代字后面要写案件类型，例如粤0104民初")]
    [InlineData("欠我钱的那个案子", "案号以带括号的年份开头，例如（2024）粤0104民初12345号")]
    [InlineData("", "请填写案号，例如（2024）粤0104民初12345号")]
    [InlineData("  　", "请填写案号，例如（2024）粤0104民初12345号")]
    public void What_is_no_case_number_is_told_why(string typed, string message) =>
        CaseNumber.Read(typed, ThisYear).ShouldBe(new(typed, CaseNumberVerdict.Invalid, null, Repaired: false, message));

    [Theory]
    [InlineData("（2024）粤0104民终1号", "“民终”是二审案件，“粤0104”是基层法院，不审二审，请核对")]
    [InlineData("（2014）粤0104民初1号", "2014 年的案号还没有用“粤0104”这样的法院代字，请核对年份")]
    [InlineData("（2027）粤0104民初1号", "案号的年份 2027 还没有到，请核对")]
    [InlineData("（2017）粤0116民初1号", "没有找到代字是“粤0116”的广州法院，请核对")]
    [InlineData("（2016）粤0391民初1987号", "没有找到代字是“粤0391”的广州法院，请核对")]
    public void What_is_unlikely_is_read_and_doubted(string typed, string message)
    {
        var reading = CaseNumber.Read(typed, ThisYear);
        reading.Verdict.ShouldBe(CaseNumberVerdict.Suspect);
        reading.Number!.Display.ShouldBe(typed);
        reading.Message.ShouldBe(message);
    }

    [Fact]
    public void A_doubtful_number_that_was_repaired_says_both() =>
        CaseNumber
            .Read("2024粤0104民终1号", ThisYear)
            .Message.ShouldBe("“民终”是二审案件，“粤0104”是基层法院，不审二审，请核对。已补上了年份的括号，请核对：（2024）粤0104民终1号");

    [Theory]
    [InlineData("（2015）穗越法民一初字第174号", false)]
    [InlineData("（2013）穗南法南民初字第44号", false)]
    [InlineData("（2012）粤高法民一终字第12-1号", false)]
    [InlineData("2015穗越法民一初字第174号", true)]
    [InlineData("（2015）穗越法民一初字第174", true)]
    public void A_number_from_before_2016_is_legacy(string typed, bool repaired) =>
        CaseNumber
            .Read(typed, ThisYear)
            .ShouldBe(new(typed, CaseNumberVerdict.Legacy, null, repaired, "这是 2016 年以前的旧案号，按原文查找"));

    [Fact]
    public void Only_the_first_hundred_characters_are_worth_reading()
    {
        var padded = "（2024）粤0104民初12345号".PadRight(CaseNumber.MaxInputLength);
        CaseNumber.Read(padded, ThisYear).Verdict.ShouldBe(CaseNumberVerdict.Ok);
        CaseNumber.Read(padded + " ", ThisYear).Message.ShouldStartWith("案号太长，最多 100 个字");
    }

    [Fact]
    public void A_death_penalty_review_keeps_its_eight_digits()
    {
        var number = CaseNumber.Read("（2021）最高法刑核00123456号", ThisYear).Number!;
        number.Sequence.ShouldBe(123456);
        number.Key.ShouldBe("(2021)最高法刑核00123456号");
    }

    [Fact]
    public void A_number_has_a_key_a_printed_form_and_a_form_for_text_messages()
    {
        var number = CaseNumber.Read("(2024)粤0104民初12345号之二十", ThisYear).Number!;
        number.Key.ShouldBe("(2024)粤0104民初12345号之二十");
        number.Display.ShouldBe("（2024）粤0104民初12345号之二十");
        number.Masked.ShouldBe("(…)粤0104民...号");
    }

    [Theory]
    [InlineData("民初", CaseStage.FirstInstance)]
    [InlineData("行赔初", CaseStage.FirstInstance)]
    [InlineData("民辖终", CaseStage.SecondInstance)]
    [InlineData("民申", CaseStage.RetrialApplication)]
    [InlineData("破申", CaseStage.Other)]
    [InlineData("刑再", CaseStage.Retrial)]
    [InlineData("民监", CaseStage.Supervision)]
    [InlineData("民抗", CaseStage.Supervision)]
    [InlineData("执", CaseStage.Enforcement)]
    [InlineData("执监", CaseStage.Enforcement)]
    [InlineData("民诉前调", CaseStage.Other)]
    public void The_type_tells_the_stage(string type, CaseStage stage) => new CaseNumber(2024, "粤01", null, type, 1).Stage.ShouldBe(stage);

    [Fact]
    public void Every_type_in_the_table_is_read_whole()
    {
        foreach (var type in CaseTypeCodes.All)
        {
            var number = CaseNumber.Read($"（2024）粤01{type}12345678号", ThisYear).Number.ShouldNotBeNull(type);
            number.TypeCode.ShouldBe(type);
        }
    }
}
