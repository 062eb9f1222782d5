using Domain.DocumentService;
using Domain.Submissions;

namespace Domain.Tests.Submissions;

/// <summary>The table of domain facts §4.3.</summary>
public class CourtFeesTests
{
    [Theory]
    [InlineData("8000", "50")]
    [InlineData("10000", "50")]
    [InlineData("10001", "50.03")]
    [InlineData("50000", "1050")]
    [InlineData("100000", "2300")]
    [InlineData("123456", "2769.12")]
    [InlineData("200000", "4300")]
    [InlineData("500000", "8800")]
    [InlineData("1000000", "13800")]
    [InlineData("2000000", "22800")]
    [InlineData("5000000", "46800")]
    [InlineData("10000000", "81800")]
    [InlineData("20000000", "141800")]
    [InlineData("30000000", "191800")]
    public void A_property_case_costs_by_brackets(string amount, string fee) => Assert.Equal(Yuan(fee), CourtFees.Acceptance(Yuan(amount)));

    [Theory]
    [InlineData("8000", "50")]
    [InlineData("10000", "50")]
    [InlineData("100000", "1400")]
    [InlineData("500000", "7400")]
    [InlineData("1000000", "12400")]
    [InlineData("5000000", "52400")]
    [InlineData("10000000", "77400")]
    [InlineData("20000000", "87400")]
    public void Enforcement_costs_by_its_own(string amount, string fee) =>
        Assert.Equal((FeeRange)Yuan(fee), CourtFees.Enforcement(Yuan(amount)));

    [Theory]
    [InlineData("0", "30")]
    [InlineData("1000", "30")]
    [InlineData("10000", "120")]
    [InlineData("100000", "1020")]
    [InlineData("895998", "4999.99")]
    [InlineData("896000", "5000")]
    [InlineData("896001", "5000")]
    [InlineData("10000000", "5000")]
    public void Preservation_costs_at_most_5000(string amount, string fee) => Assert.Equal(Yuan(fee), CourtFees.Preservation(Yuan(amount)));

    [Theory]
    [InlineData(FeeMatter.Labour, "500000", "10 元")]
    [InlineData(FeeMatter.Administrative, "0", "50 元")]
    [InlineData(FeeMatter.AdministrativeSpecial, "0", "100 元")]
    [InlineData(FeeMatter.Divorce, "200000", "50–300 元")]
    [InlineData(FeeMatter.Divorce, "300000", "550–800 元")]
    [InlineData(FeeMatter.Personality, "50000", "100–500 元")]
    [InlineData(FeeMatter.Personality, "120000", "700–1100 元")]
    [InlineData(FeeMatter.IntellectualProperty, "0", "500–1000 元")]
    [InlineData(FeeMatter.IntellectualProperty, "10001", "50.03 元")]
    [InlineData(FeeMatter.Other, "0", "50–100 元")]
    [InlineData(FeeMatter.Property, "123456", "2769.12 元")]
    public void Other_matters_have_their_own_fee(FeeMatter matter, string amount, string words) =>
        Assert.Equal(words, CourtFees.Acceptance(matter, Yuan(amount)).Words);

    [Theory]
    [InlineData("追索劳动报酬纠纷", Procedure.Civil, FeeMatter.Labour)]
    [InlineData("劳动争议", Procedure.Civil, FeeMatter.Labour)]
    [InlineData("民间借贷纠纷", Procedure.Civil, FeeMatter.Property)]
    [InlineData("离婚纠纷", Procedure.Civil, FeeMatter.Divorce)]
    [InlineData("名誉权纠纷", Procedure.Civil, FeeMatter.Personality)]
    [InlineData("侵害商标权纠纷", Procedure.Civil, FeeMatter.IntellectualProperty)]
    [InlineData("抚养费纠纷", Procedure.Civil, FeeMatter.Other)]
    [InlineData("行政处罚", Procedure.Administrative, FeeMatter.Administrative)]
    [InlineData("商标行政管理", Procedure.Administrative, FeeMatter.AdministrativeSpecial)]
    public void The_cause_says_which(string cause, Procedure procedure, FeeMatter matter) =>
        Assert.Equal(matter, CourtFees.MatterOf(cause, procedure));

    [Fact]
    public void A_fee_is_halved_once_only()
    {
        Assert.Equal(1_150m, CourtFees.Halved(2_300, FeeHalving.Summary));
        Assert.Equal(1_150m, CourtFees.Halved(2_300, FeeHalving.Summary | FeeHalving.Withdrawn | FeeHalving.Merged));
        Assert.Equal(25.02m, CourtFees.Halved(50.03m, FeeHalving.Mediated));
        Assert.Equal(2_300m, CourtFees.Halved(2_300, FeeHalving.None));
    }

    [Fact]
    public void An_appeal_costs_on_what_is_disputed_alone() =>
        Assert.Equal(1_050m, CourtFees.Appeal(FeeMatter.Property, disputed: 50_000).From);

    private static decimal Yuan(string amount) => Money.TryRead(amount, out var read) ? read : throw new FormatException(amount);
}
