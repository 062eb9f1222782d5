using Domain.Cases;

namespace Domain.Tests.Cases;

public class PlainTitleTests
{
    private static PlainTitle.Side Plaintiff(string name, bool reads = false) => new(PartyRole.Plaintiff, name, reads);
    private static PlainTitle.Side Defendant(string name, bool reads = false) => new(PartyRole.Defendant, name, reads);

    [Fact]
    public void The_reader_is_you() =>
        Assert.Equal("您告李*强借钱不还", PlainTitle.For("民间借贷纠纷", [Plaintiff("陈建华", reads: true), Defendant("李志强")]));

    [Fact]
    public void A_defendant_reads_it_from_the_other_side() =>
        Assert.Equal("陈*华告您借钱不还", PlainTitle.For("民间借贷纠纷", [Plaintiff("陈建华"), Defendant("李志强", reads: true)]));

    [Fact]
    public void A_dispute_with_a_company_names_neither_as_the_one_who_sued() =>
        Assert.Equal("您和广州**贸易有限公司的工资纠纷", PlainTitle.For("劳动争议", [Plaintiff("陈建华", reads: true), Defendant("广州顺达贸易有限公司")]));

    [Theory]
    [InlineData("建设工程施工合同纠纷", false)]
    [InlineData("民间借贷纠纷", true)]
    public void A_cause_without_plain_words_or_of_a_sensitive_case_stays_as_it_is(string cause, bool hidesNames) =>
        Assert.Equal(cause, PlainTitle.For(cause, [Plaintiff("陈建华", reads: true), Defendant("李志强")], hidesNames));
}
