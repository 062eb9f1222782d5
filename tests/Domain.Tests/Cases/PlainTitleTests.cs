using Domain.Cases;

namespace Domain.Tests.Cases;

public class PlainTitleTests
{
    private const string Loan = "民间借贷纠纷";

    [Fact]
    public void The_reader_is_you() =>
        Assert.Equal("您告李*强借钱不还", PlainTitle.For(Loan, [Plaintiff("陈建华", reads: true), Defendant("李志强")]));

    [Fact]
    public void A_defendant_reads_it_from_the_other_side() =>
        Assert.Equal("陈*华告您借钱不还", PlainTitle.For(Loan, [Plaintiff("陈建华"), Defendant("李志强", reads: true)]));

    [Fact]
    public void Several_on_the_other_side_are_counted() =>
        Assert.Equal(
            "您告李*强等 2 方借钱不还",
            PlainTitle.For(Loan, [Plaintiff("陈建华", reads: true), Defendant("李志强"), Defendant("王芳")])
        );

    [Theory]
    [InlineData(PartyRole.Appellant, PartyRole.Appellee)]
    [InlineData(PartyRole.Appellee, PartyRole.Appellant)]
    [InlineData(PartyRole.Applicant, PartyRole.Respondent)]
    public void After_the_first_judgment_nobody_is_said_to_have_sued(PartyRole reader, PartyRole other) =>
        Assert.Equal("您和李*强的借钱纠纷", PlainTitle.For(Loan, [new(reader, "陈建华", true), new(other, "李志强", false)]));

    [Fact]
    public void An_employee_reads_of_the_company() =>
        Assert.Equal(
            "您和公司的工资纠纷",
            PlainTitle.For("追索劳动报酬纠纷", [Plaintiff("陈建华", reads: true), Defendant("广州顺达贸易有限公司")])
        );

    [Fact]
    public void The_company_reads_of_the_employee() =>
        Assert.Equal(
            "您和陈*华的工资纠纷",
            PlainTitle.For("追索劳动报酬纠纷", [Plaintiff("陈建华"), Defendant("广州顺达贸易有限公司", reads: true)])
        );

    [Fact]
    public void A_labour_dispute_is_not_said_to_be_about_wages() =>
        Assert.Equal(
            "您和公司的劳动纠纷",
            PlainTitle.For("劳动争议", [Plaintiff("陈建华", reads: true), Defendant("广州顺达贸易有限公司")])
        );

    [Fact]
    public void A_dispute_with_another_company_names_it() =>
        Assert.Equal(
            "您和广州**物业管理有限公司的物业服务纠纷",
            PlainTitle.For("物业服务合同纠纷", [Plaintiff("广州和美物业管理有限公司"), Defendant("陈建华", reads: true)])
        );

    [Fact]
    public void Whoever_is_neither_side_reads_who_sues_whom()
    {
        Assert.Equal("陈*华诉李*强", PlainTitle.For(Loan, [Plaintiff("陈建华"), Defendant("李志强")]));
        Assert.Equal(
            "陈*华诉李*强",
            PlainTitle.For(Loan, [Plaintiff("陈建华"), Defendant("李志强"), new(PartyRole.ThirdParty, "王芳", true)])
        );
    }

    [Fact]
    public void A_criminal_case_keeps_its_charge() =>
        Assert.Equal("盗窃罪", PlainTitle.For("盗窃罪", [new(PartyRole.Accused, "李志强", true)]));

    [Fact]
    public void A_case_without_another_side_keeps_its_cause() =>
        Assert.Equal(Loan, PlainTitle.For(Loan, [Plaintiff("陈建华", reads: true), new(PartyRole.ThirdParty, "王芳", false)]));

    [Theory]
    [InlineData("建设工程施工合同纠纷", false)]
    [InlineData(Loan, true)]
    public void A_cause_without_plain_words_or_of_a_sensitive_case_stays_as_it_is(string cause, bool hidesNames) =>
        Assert.Equal(cause, PlainTitle.For(cause, [Plaintiff("陈建华", reads: true), Defendant("李志强")], hidesNames));

    private static PlainTitle.Side Plaintiff(string name, bool reads = false) => new(PartyRole.Plaintiff, name, reads);

    private static PlainTitle.Side Defendant(string name, bool reads = false) => new(PartyRole.Defendant, name, reads);
}
