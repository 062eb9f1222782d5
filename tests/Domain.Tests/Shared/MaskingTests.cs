using Domain.Cases;
using Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Domain.Tests.Shared;

public class MaskingTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("陈建华", "陈**")]
    [InlineData("欧阳娜娜", "欧阳**")]
    [InlineData("司徒明", "司徒*")]
    [InlineData("欧阳", "欧*")]
    [InlineData("张", "张")]
    [InlineData("张𬭎", "张*")] // one character of two UTF-16 units
    [InlineData("买买提·艾力", "买*****")]
    [InlineData("", "")]
    public void A_name_keeps_its_surname(string name, string masked) => Masking.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData("陈建华", "陈*华")]
    [InlineData("张三", "张*")]
    [InlineData("欧阳娜娜", "欧**娜")]
    [InlineData("张𬭎", "张*")]
    [InlineData("张国𬭎", "张*𬭎")]
    [InlineData("广州顺达贸易有限公司", "广州**贸易有限公司")]
    public void A_person_recognises_the_own_name(string name, string masked) => Masking.NameForSelf(name).ShouldBe(masked);

    [Theory]
    [InlineData("广州顺达贸易有限公司", "广州**贸易有限公司")]
    [InlineData("广州市顺达贸易有限公司", "广州**贸易有限公司")]
    [InlineData("广东省广州市顺达贸易有限公司", "广州**贸易有限公司")]
    [InlineData("广州张三丰有限公司", "广州**有限公司")]
    [InlineData("广州和美物业管理有限公司", "广州**物业管理有限公司")]
    [InlineData("百佳超市有限公司", "**有限公司")]
    [InlineData("广州物业管理有限公司", "广州**有限公司")]
    [InlineData("广州市越秀区张三便利店", "广州**店")]
    [InlineData("广东张三李四律师事务所", "广东**律师事务所")]
    [InlineData("深圳宏图投资合伙企业（有限合伙）", "深圳**投资合伙企业（有限合伙）")]
    [InlineData("中国工商银行股份有限公司广州越秀支行", "中国**股份有限公司广州越秀支行")]
    [InlineData("广州市张记餐厅", "广州**餐厅")]
    public void A_company_keeps_its_place_trade_and_form(string name, string masked) => Masking.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData("广州市人力资源和社会保障局")]
    [InlineData("广东省自然资源厅")]
    [InlineData("广州市越秀区人民政府")]
    public void A_public_body_keeps_its_name(string name) => Masking.Name(name).ShouldBe(name);

    [Theory]
    [InlineData("13800138000", "138****8000")]
    [InlineData("02083210000", "020****0000")]
    [InlineData("075583210000", "0755****0000")]
    [InlineData("02083210000-8001", "020****0000")]
    [InlineData("83210000", "****0000")]
    [InlineData("12368", "*****")]
    public void A_phone_number_keeps_its_ends(string phone, string masked) => Masking.Phone(phone).ShouldBe(masked);

    [Theory]
    [InlineData("广州市越秀区仓边路 1 号", "广州市越秀区***")]
    [InlineData("广东省广州市番禺区大石街道1号", "广东省广州市番禺区***")]
    [InlineData("广西壮族自治区南宁市青秀区民族大道1号", "广西壮族自治区南宁市青秀区***")]
    [InlineData("越秀区仓边路1号", "越秀区***")]
    [InlineData("天河区天河城市广场3楼", "天河区***")]
    [InlineData("广州市天河路123号阳光小区5栋501", "广州市***")]
    [InlineData("越秀区中山五路5号城市广场3楼A区", "越秀区***")]
    [InlineData("阳光小区3栋501", "***")]
    [InlineData("东莞市南城街道鸿福路1号", "东莞市***")]
    [InlineData("博罗县罗阳镇1号", "博罗县***")]
    [InlineData("", "***")]
    public void An_address_ends_at_the_district(string address, string masked) => Masking.Address(address).ShouldBe(masked);

    [Theory]
    [InlineData("zhang@example.com", "zh***@example.com")]
    [InlineData("zh@example.com", "z***@example.com")]
    [InlineData("@example.com", "***")]
    [InlineData("nobody", "***")]
    public void An_email_keeps_its_first_letters_and_its_host(string email, string masked) => Masking.Email(email).ShouldBe(masked);

    [Fact]
    public void An_id_number_has_two_masks()
    {
        Masking.IdNumber("440104199001011234").ShouldBe("440104********1234");
        Masking.IdNumberStrict("440104199001011234").ShouldBe("4****************4");
        Masking.IdNumber("E12345678").ShouldBe("*********");
    }

    [Theory]
    [InlineData("(2026)粤0104民初12345号", "(…)粤0104民...号")]
    [InlineData("(2023)粤73知民终9012号", "(…)粤73民...号")]
    [InlineData("（2015）穗越法民一初字第174号", "(…)穗越法...号")]
    [InlineData("我的案子", "(…)...号")]
    public void A_case_number_in_a_text_message_tells_the_court_only(string number, string masked) =>
        CaseNumber.ForSms(number).ShouldBe(masked);

    [Fact]
    public void No_mask_throws_or_breaks_a_character_in_two()
    {
        var pieces = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
            Gen.Elements("广州", "有限公司", "市", "区", "𬭎", "@", "欧阳", "0", "小")
        );
        Func<string, string>[] masks =
        [
            Masking.Name,
            Masking.NameForSelf,
            Masking.Phone,
            Masking.IdNumber,
            Masking.IdNumberStrict,
            Masking.Address,
            Masking.Email,
            CaseNumber.ForSms,
        ];
        Prop.ForAll(
                pieces.ListOf().ToArbitrary(),
                parts =>
                {
                    var text = string.Concat(string.Concat(parts).EnumerateRunes());
                    foreach (var mask in masks)
                        mask(text)
                            .EnumerateRunes()
                            .Count(rune => rune.Value == 0xFFFD)
                            .ShouldBeLessThanOrEqualTo(text.Count(c => c == '\uFFFD'));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }
}
