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
    [InlineData("2024粤0104民初12345号", "已补上了年份的括号，请核对：（2024）粤0104民初12345号。")]
    [InlineData("（2024）粤0104民初12345", "已补上了“号”字，请核对：（2024）粤0104民初12345号。")]
    [InlineData("2024粤0104民初12345", "已补上了年份的括号、补上了“号”字，请核对：（2024）粤0104民初12345号。")]
    [InlineData("（2024粤0104民初12345号", "已补上了年份的括号，请核对：（2024）粤0104民初12345号。")]
    [InlineData("2024年粤0104民初12345号", "已补上了年份的括号、去掉了“年”字，请核对：（2024）粤0104民初12345号。")]
    [InlineData("（2024）粤0104民初字第12345号", "已去掉了“字第”，请核对：（2024）粤0104民初12345号。")]
    [InlineData("（2024）粤0104民初第12345号", "已去掉了“第”，请核对：（2024）粤0104民初12345号。")]
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
    [InlineData("（24）粤0104民初123号", "案号的年份要写 4 位数字，例如（2024）。")]
    [InlineData("（2024）粤104民初123号", "法院代字“粤104”不对，“粤”后面是 2 位或 4 位数字，例如粤0104。")]
    [InlineData("（2024）粤0104初民123号", "没有“初民”这种案件类型，常见的有民初、民终、刑初、行初、执。")]
    [InlineData("（2024）粤0104民初0123号", "案件编号不以 0 开头。")]
    [InlineData("（2024）粤0104民初号", "缺少案件编号，就是“号”字前面的数字。")]
    [InlineData("（2024）粤0104民初12a号", "案件编号只写数字，后面是“号”，例如12345号。")]
    [InlineData("（2024）越0104民初1号", "年份后面要写法院代字，广州的法院以“粤”开头，例如（2024）粤0104民初12345号。")]
    [InlineData("（2024）粤0104劳仲字678号", "这像是劳动仲裁的案号，不是法院的案号。")]
    [InlineData("穗劳人仲案〔2024〕678号", "这像是劳动仲裁的案号，不是法院的案号。")]
    [InlineData("穗中法函〔2023〕22号", "这像是公文的发文字号，不是案号。")]
    [InlineData("（2014）粤0104民…号", "这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到。")]
    [InlineData("(…)粤0104民...号", "这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到。")]
    [InlineData("（2024）粤0104民初**号", "这是隐去一部分的案号，请填写完整的案号，可在传票或判决书上找到。")]
    [InlineData("（1948）粤0104民初1号", "案号的年份 1948 不对，请核对。")]
    [InlineData("（2028）粤0104民初1号", "案号的年份 2028 不对，请核对。")]
    [InlineData("（2024）粤0104民初1234567890号", "案件编号太长，请核对。")]
    [InlineData("（2024）粤0104民初1号之一百", "“之”后面是一到九十九，例如号之一。")]
    [InlineData("（2024）最高法刑核1234567号", "刑核案件的编号是 8 位数字。")]
    [InlineData("（2024）粤0104", "法院代字后面要写案件类型，例如粤0104民初。")]
    [InlineData("18062", "只有编号，还差年份和法院代字。请把案号写全，例如（2026）粤0104民初18062号，传票、判决书上有。")]
    [InlineData("18062号", "只有编号，还差年份和法院代字。请把案号写全，例如（2026）粤0104民初18062号，传票、判决书上有。")]
    [InlineData("2024", "年份后面要写法院代字，广州的法院以“粤”开头，例如（2024）粤0104民初12345号。")]
    [InlineData("欠我钱的那个案子", "案号以带括号的年份开头，例如（2024）粤0104民初12345号。")]
    [InlineData("", "请填写案号，例如（2024）粤0104民初12345号。")]
    [InlineData("  　", "请填写案号，例如（2024）粤0104民初12345号。")]
    public void What_is_no_case_number_is_told_why(string typed, string message) =>
        CaseNumber.Read(typed, ThisYear).ShouldBe(new(typed, CaseNumberVerdict.Invalid, null, Repaired: false, message));

    [Theory]
    [InlineData("（2024）粤0104民终1号", "“民终”是二审案件，“粤0104”是基层法院，不审二审，请核对。")]
    [InlineData("（2014）粤0104民初1号", "2014 年的案号还没有用“粤0104”这样的法院代字，请核对年份。")]
    [InlineData("（2027）粤0104民初1号", "案号的年份 2027 还没有到，请核对。")]
    [InlineData("（2017）粤0116民初1号", "没有找到代字是“粤0116”的广州法院，请核对。")]
    [InlineData("（2016）粤0391民初1987号", "没有找到代字是“粤0391”的广州法院，请核对。")]
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
            .Message.ShouldBe(
                "“民终”是二审案件，“粤0104”是基层法院，不审二审，请核对。已补上了年份的括号，请核对：（2024）粤0104民终1号。"
            );

    [Theory]
    [InlineData("（2015）穗越法民一初字第174号", false, "(2015)穗越法民一初字第174号")]
    [InlineData("（2013）穗南法南民初字第44号", false, "(2013)穗南法南民初字第44号")]
    [InlineData("（2012）粤高法民一终字第12-1号", false, "(2012)粤高法民一终字第12-1号")]
    [InlineData("2015穗越法民一初字第174号", true, "(2015)穗越法民一初字第174号")]
    [InlineData("（2015）穗越法民一初字第174", true, "(2015)穗越法民一初字第174号")]
    [InlineData("［2015］穗越法民一初字 174 號", false, "(2015)穗越法民一初字第174号")]
    [InlineData("（2015）穗越法民一初字第174号之二", false, "(2015)穗越法民一初字第174号")] // a paper of the same case
    [InlineData("请问（2015）穗越法民一初字第174号执行到哪里了？", true, "(2015)穗越法民一初字第174号")]
    public void A_number_from_before_2016_is_legacy_and_found_by_its_text(string typed, bool repaired, string key)
    {
        var reading = CaseNumber.Read(typed, ThisYear);
        reading.ShouldBe(
            new(typed, CaseNumberVerdict.Legacy, null, repaired, "这是 2016 年以前的旧案号，按原文查找。") { LegacyKey = key }
        );
        reading.CaseKey.ShouldBe(key);
    }

    [Theory]
    [InlineData("「2024」粤0104民初12345号")]
    [InlineData("『（2024）粤0104民初12345号』")]
    [InlineData("「（2024）粤0104民初12345号」。")]
    [InlineData("（2024）粵0104民初12345號")]
    public void Other_brackets_and_the_old_script_are_no_repair(string typed) =>
        CaseNumber
            .Read(typed, ThisYear)
            .ShouldBe(new(typed, CaseNumberVerdict.Ok, new(2024, "粤0104", null, "民初", 12345), Repaired: false, Message: ""));

    [Theory]
    [InlineData("我的案子是（2024）粤0104民初12345号，法官姓陈")]
    [InlineData("2024粤0104民初12345号什么时候开庭")]
    [InlineData(
        "【广州市越秀区人民法院】陈某某你好，请查收（2024）粤0104民初12345号案件中你的送达文书。点击链接查阅：https://court.example/d/1"
    )]
    [InlineData("《民事判决书》((2024)粤0104民初12345号)")]
    public void A_number_is_taken_out_of_a_pasted_sentence(string typed)
    {
        var reading = CaseNumber.Read(typed, ThisYear);
        reading.Number?.Key.ShouldBe("(2024)粤0104民初12345号", reading.Message);
        reading.Verdict.ShouldBe(CaseNumberVerdict.Ok);
        reading.Message.ShouldStartWith("已从文字里取出了案号");
    }

    [Theory]
    [InlineData("（2024）粤0104民初1号之")]
    [InlineData("（2024）粤0104民初1号 之 ")]
    public void Zhi_without_a_numeral_is_refused(string typed) =>
        CaseNumber.Read(typed, ThisYear).ShouldBe(new(typed, CaseNumberVerdict.Invalid, null, false, "“之”后面是一到九十九，例如号之一。"));

    [Fact]
    public void A_further_paper_is_of_the_case() =>
        CaseNumber.Read("（2024）粤0104民初12345号之一", ThisYear).CaseKey.ShouldBe("(2024)粤0104民初12345号");

    [Theory]
    [InlineData("（2024）粤0104民初12号至14号", "12 13 14")]
    [InlineData("（2024）粤0104民初12-14号", "12 13 14")]
    [InlineData("（2024）粤0104民初12号—（2024）粤0104民初14号", "12 13 14")]
    [InlineData("（2024）粤0104民初12号、13号、15号", "12 13 15")]
    [InlineData("（2024）粤0104民初12、13、14号", "12 13 14")]
    [InlineData("（2024）粤0104民初12号，20号至22号", "12 20 21 22")]
    [InlineData("请把（2024）粤0104民初12号至14号都送了", "12 13 14")]
    [InlineData("今天送（2024）粤0104民初12至13号和（2024）粤0104民初20号", "12 13 20")]
    [InlineData("（2024）粤0104民初12号\n（2024）粤0104民初12号\n（2024）粤0104民初9号", "12 9")]
    [InlineData("（2024）粤0104民初12号和（2024）粤0104民初13号都是我的", "12 13")]
    public void Several_become_a_list(string typed, string numbers)
    {
        CaseNumber.ReadAll(typed, ThisYear).Select(r => r.CaseKey).ShouldBe(numbers.Split(' ').Select(n => $"(2024)粤0104民初{n}号"));
        CaseNumber.Read(typed, ThisYear).Message.ShouldBe($"这里有 {numbers.Split(' ').Length} 个案号，请一次只填一个。");
    }

    [Theory]
    [InlineData("（2024）粤0104民初14号至12号", "编号的范围要从小到大写，例如12号至14号。")]
    [InlineData("（2024）粤0104民初1号至9999号", "编号的范围一次最多 500 个，请分开填写。")]
    public void A_range_that_cannot_be_is_refused(string typed, string why) =>
        CaseNumber.ReadAll(typed, ThisYear).ShouldHaveSingleItem().Message.ShouldBe(why);

    [Fact]
    public void A_number_of_before_2016_with_a_hyphen_is_no_range() =>
        CaseNumber
            .ReadAll("（2012）粤高法民一终字第12-1号", ThisYear)
            .ShouldHaveSingleItem()
            .CaseKey.ShouldBe("(2012)粤高法民一终字第12-1号");

    [Fact]
    public void Every_refusal_is_a_sentence_with_its_stop()
    {
        string[] typed =
        [
            "",
            "24",
            "（2024）",
            "（2024）粤",
            "（2024）粤0104民初",
            "（2024）粤0104民初号",
            "（2024）粤0104民初1号之",
            "穗中法函〔2023〕22号",
        ];
        typed.ShouldAllBe(t => CaseNumber.Read(t, ThisYear).Message.EndsWith('。'));
    }

    [Theory]
    [InlineData("民保令", "0332", "人身安全保护令申请审查案件")]
    [InlineData("民保更", "0333", "人身安全保护令变更案件")]
    [InlineData("行赔他", "0508", "其他行政赔偿案件")]
    [InlineData("赔确监", "0513", "赔偿确认申诉审查案件")]
    public void The_table_of_2018_is_whole(string typeCode, string code, string name) =>
        CaseTypes.All.ShouldContain(new CaseType(code, name, typeCode));

    [Fact]
    public void The_table_names_each_type_once()
    {
        var table = CaseTypes.All.Where(t => t.Code.Length > 0).ToList();
        table.Select(t => t.Code).ShouldBeUnique();
        table.Count.ShouldBe(167);
        table.ShouldAllBe(t => t.Code.Length == 4 && t.Name.EndsWith("案件", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_first_five_hundred_characters_are_worth_reading()
    {
        var padded = "（2024）粤0104民初12345号".PadRight(CaseNumber.MaxInputLength);
        CaseNumber.Read(padded, ThisYear).Verdict.ShouldBe(CaseNumberVerdict.Ok);
        CaseNumber.Read(padded + " ", ThisYear).Message.ShouldStartWith("案号太长，最多 500 个字");
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
