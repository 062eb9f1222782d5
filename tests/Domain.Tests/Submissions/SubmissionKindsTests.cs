using Domain.Cases;
using Domain.DocumentService;
using Domain.Submissions;

namespace Domain.Tests.Submissions;

public class SubmissionKindsTests
{
    [Theory]
    [InlineData(SubmissionKind.Defence, "答辩状", "Clerk", AuthorityItems.None, "defence! proof", "民事诉讼法第一百二十八条")]
    [InlineData(SubmissionKind.AgentStatement, "代理词", "Clerk", AuthorityItems.None, "statement!", "民事诉讼法第十二条、第一百四十四条")]
    [InlineData(
        SubmissionKind.Evidence,
        "证据",
        "Clerk",
        AuthorityItems.None,
        "list evidence!",
        "民事诉讼法第六十八条、最高人民法院关于民事诉讼证据的若干规定第十九条"
    )]
    [InlineData(
        SubmissionKind.Counterclaim,
        "反诉状",
        "Judge",
        AuthorityItems.Counterclaim,
        "counterclaim! proof",
        "民事诉讼法第五十四条、民事诉讼法解释第二百三十二条"
    )]
    [InlineData(
        SubmissionKind.Identity,
        "身份证明",
        "Clerk",
        AuthorityItems.None,
        "identity!",
        "最高人民法院关于人民法院登记立案若干问题的规定第六条"
    )]
    [InlineData(SubmissionKind.OtherMaterial, "其他材料", "Clerk", AuthorityItems.None, "other!", "")]
    [InlineData(
        SubmissionKind.Appeal,
        "提起上诉",
        "Clerk",
        AuthorityItems.Appeal,
        "petition! proof",
        "民事诉讼法第一百七十二条、第一百七十三条"
    )]
    [InlineData(
        SubmissionKind.Enforcement,
        "申请执行",
        "Judge",
        AuthorityItems.None,
        "petition! effect property",
        "民事诉讼法第二百四十七条"
    )]
    [InlineData(SubmissionKind.EffectCertificate, "开具生效证明", "Clerk", AuthorityItems.None, "petition", "民事诉讼法第一百五十八条")]
    [InlineData(SubmissionKind.FeeRefund, "退费", "Judge", AuthorityItems.None, "petition proof", "诉讼费用交纳办法第五十三条第二款")]
    [InlineData(
        SubmissionKind.FeeRelief,
        "诉讼费缓交、减交、免交",
        "Judge",
        AuthorityItems.None,
        "petition! proof!",
        "民事诉讼法第一百二十一条第二款、诉讼费用交纳办法第四十四条、第四十八条"
    )]
    [InlineData(
        SubmissionKind.Preservation,
        "财产保全",
        "Judge",
        AuthorityItems.None,
        "petition! property guarantee",
        "民事诉讼法第一百零三条、最高人民法院关于人民法院办理财产保全案件若干问题的规定第四条"
    )]
    [InlineData(
        SubmissionKind.EvidenceExtension,
        "延期举证",
        "Judge",
        AuthorityItems.None,
        "petition! proof",
        "民事诉讼法第六十八条第二款、民事诉讼法解释第一百条"
    )]
    [InlineData(SubmissionKind.HearingExtension, "延期开庭", "Judge", AuthorityItems.None, "petition! proof!", "民事诉讼法第一百四十九条")]
    [InlineData(
        SubmissionKind.InvestigationOrder,
        "调查令",
        "Judge",
        AuthorityItems.None,
        "petition! proof",
        "民事诉讼法第六十七条第二款、最高人民法院关于民事诉讼证据的若干规定第二十条"
    )]
    [InlineData(
        SubmissionKind.EvidenceCollection,
        "调取证据",
        "Judge",
        AuthorityItems.None,
        "petition! proof",
        "民事诉讼法第六十七条第二款、最高人民法院关于民事诉讼证据的若干规定第二十条"
    )]
    [InlineData(
        SubmissionKind.Appraisal,
        "鉴定",
        "Judge",
        AuthorityItems.None,
        "petition! proof",
        "民事诉讼法第七十九条、最高人民法院关于民事诉讼证据的若干规定第三十一条"
    )]
    [InlineData(
        SubmissionKind.WitnessAttendance,
        "证人出庭",
        "Judge",
        AuthorityItems.None,
        "petition! proof",
        "民事诉讼法第七十六条、最高人民法院关于民事诉讼证据的若干规定第六十九条"
    )]
    [InlineData(
        SubmissionKind.Recusal,
        "回避",
        "Judge",
        AuthorityItems.None,
        "petition! proof",
        "民事诉讼法第四十七条、第四十八条、第四十九条、第五十条"
    )]
    [InlineData(SubmissionKind.Withdrawal, "撤诉", "Judge", AuthorityItems.Waive, "petition! proof", "民事诉讼法第一百四十八条")]
    [InlineData(SubmissionKind.OtherApplication, "其他申请", "Judge", AuthorityItems.None, "petition! proof", "")]
    public void Each_kind_says_what_it_needs(
        SubmissionKind kind,
        string title,
        string decider,
        AuthorityItems authority,
        string parts,
        string law
    )
    {
        var rule = SubmissionKinds.Of(kind);

        Assert.Equal(title, rule.Title);
        Assert.Equal(decider, rule.Decider.ToString());
        Assert.Equal(authority, rule.Authority);
        Assert.Equal(parts, string.Join(' ', rule.Parts.Select(p => p.Key + (p.IsRequired ? "!" : ""))));
        Assert.Equal(law, rule.Rule(Procedure.Civil));
        Assert.NotEmpty(rule.Plainly);
        Assert.NotEmpty(rule.DecidedBy);
        Assert.Equal(3, rule.WorkingDays);
        Assert.Equal(kind >= SubmissionKind.Appeal ? SubmissionGroup.Application : SubmissionGroup.Material, rule.Group);
    }

    [Fact]
    public void Each_kind_has_one_row_in_its_order() =>
        Assert.Equal(Enum.GetValues<SubmissionKind>(), SubmissionKinds.All.Select(r => r.Kind));

    [Fact]
    public void Where_a_form_is_filled_a_part_takes_it()
    {
        foreach (var rule in SubmissionKinds.All)
        {
            Assert.Equal(rule.HasForm ? 1 : 0, rule.Parts.Count(p => p.IsForm));
            Assert.Equal(rule.HasForm, rule.Fields.Count > 0);
            Assert.Equal(rule.Fields.Count, rule.Fields.Select(f => f.Key).Distinct().Count());
            Assert.Equal(rule.Parts.Count, rule.Parts.Select(p => p.Key).Distinct().Count());
            Assert.All(rule.Fields, f => Assert.Equal(f.Type == FieldType.Choice, f.Options.Count > 0));
        }
    }

    [Fact]
    public void A_file_of_ones_own_answers_what_the_form_asks_but_for_a_refund()
    {
        Assert.Equal(
            ["amount", "reasons", "holder", "bank", "account"],
            SubmissionKinds.Of(SubmissionKind.FeeRefund).FieldsBesideForm.Select(f => f.Key)
        );
        Assert.All(
            SubmissionKinds.All.Where(r => r.Kind != SubmissionKind.FeeRefund),
            r => Assert.DoesNotContain(r.FieldsBesideForm, f => f.IsRequired)
        );
    }

    [Fact]
    public void The_other_side_gets_what_the_law_gives_it()
    {
        SubmissionKind[] released = [SubmissionKind.Defence, SubmissionKind.Evidence, SubmissionKind.Counterclaim, SubmissionKind.Appeal];
        Assert.Equal(released, SubmissionKinds.All.Where(r => r.IsReleasedByDefault).Select(r => r.Kind));
        Assert.All(SubmissionKinds.All, r => Assert.True(r.MayBeReleased || !r.IsReleasedByDefault));
    }

    [Fact]
    public void A_criminal_case_cites_no_civil_procedure() =>
        Assert.All(SubmissionKinds.All, r => Assert.DoesNotContain("民事诉讼", r.Rule(Procedure.Criminal)));
}
