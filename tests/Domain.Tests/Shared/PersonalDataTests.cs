using Domain.Organisation;
using Domain.Shared;

namespace Domain.Tests.Shared;

public class PersonalDataTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("陈建华", "陈**")]
    [InlineData("欧阳娜娜", "欧阳**")]
    [InlineData("司徒明", "司徒*")]
    [InlineData("张", "张")]
    [InlineData("广州顺达贸易有限公司", "广州**贸易有限公司")]
    public void A_name_keeps_its_surname_and_a_company_its_place_and_kind(string name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("陈建华", "陈*华")]
    [InlineData("张三", "张*")]
    [InlineData("欧阳娜娜", "欧**娜")]
    public void A_person_recognises_the_own_name(string name, string masked) => Assert.Equal(masked, Masking.NameForSelf(name));

    [Fact]
    public void Numbers_keep_what_tells_them_apart_and_no_more()
    {
        Assert.Equal("138****8000", Masking.Phone("13800138000"));
        Assert.Equal("440104********1234", Masking.IdNumber("440104199001011234"));
        Assert.Equal("4****************4", Masking.IdNumberStrict("440104199001011234"));
        Assert.Equal("广州市越秀区***", Masking.Address("广州市越秀区仓边路 1 号"));
        Assert.Equal("z***@example.com", Masking.Email("zhang@example.com"));
        Assert.Equal("(…)粤0104民...号", Masking.CaseNumberForSms("(2026)粤0104民初12345号"));
    }

    [Theory]
    [InlineData("138 0013 8000", "13800138000", true)]
    [InlineData("+86 138-0013-8000", "13800138000", true)]
    [InlineData("１３８００１３８０００", "13800138000", true)]
    [InlineData("(020) 8321 0000", "02083210000", false)]
    [InlineData("8613800138000", "13800138000", true)]
    public void A_phone_number_is_read_as_people_type_it(string typed, string normalised, bool mobile)
    {
        Assert.True(PhoneNumber.TryRead(typed, out var read, out var canReceiveSms));
        Assert.Equal((normalised, mobile), (read, canReceiveSms));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("12800138000")]
    [InlineData("138001380001")]
    [InlineData("\ud800")]
    public void Anything_else_is_no_phone_number(string typed) => Assert.False(PhoneNumber.TryRead(typed, out _, out _));

    [Fact]
    public void An_id_number_needs_its_check_character_and_a_real_birth_date()
    {
        Assert.True(ResidentId.TryRead("11010519491231002X", out _));
        Assert.True(ResidentId.TryRead(" 110105 19491231 002x ", out var normalised));
        Assert.Equal("11010519491231002X", normalised);
        Assert.False(ResidentId.TryRead("110105194912310021", out _));
        Assert.False(ResidentId.TryRead("11010519491331002X", out _));
        Assert.False(ResidentId.TryRead("\udc00", out _));
    }

    [Theory]
    [InlineData("Court-12368-demo", true)]
    [InlineData("short-A1", false)]
    [InlineData("alllowercaseletters", false)]
    [InlineData("Chenjingyi-2026", false)]
    public void A_password_follows_the_policy(string password, bool accepted) =>
        Assert.Equal(accepted, PasswordPolicy.Problems(password, "chenjingyi").Count == 0);
}
