using Domain.DocumentService;

namespace Domain.Tests.DocumentService;

public class LawTableTests
{
    [Theory]
    [InlineData(LawPoint.Arrival, Procedure.Civil, "民事诉讼法第九十条第二款、人民法院在线诉讼规则第三十一条第一款")]
    [InlineData(LawPoint.Arrival, Procedure.Criminal, "人民法院在线诉讼规则第三十一条第一款")]
    [InlineData(LawPoint.ReplyOrAct, Procedure.Civil, "人民法院在线诉讼规则第三十一条第二款第一项")]
    [InlineData(LawPoint.Read, Procedure.Criminal, "人民法院在线诉讼规则第三十一条第二款第二项")]
    [InlineData(LawPoint.Signature, Procedure.Civil, "民事诉讼法第八十七条第二款")]
    [InlineData(LawPoint.Signature, Procedure.Administrative, "行政诉讼法第一百零一条、民事诉讼法第八十七条第二款")]
    [InlineData(LawPoint.Signature, Procedure.Criminal, "刑事诉讼法第一百零七条第一款、刑事诉讼法解释第二百零四条")]
    [InlineData(LawPoint.AgentSignature, Procedure.Civil, "民事诉讼法第八十八条第二款、民事诉讼法解释第一百三十二条")]
    [InlineData(LawPoint.AgentSignature, Procedure.Criminal, "刑事诉讼法第一百零七条第一款、刑事诉讼法解释第二百零四条")]
    [InlineData(LawPoint.PostReceipt, Procedure.Civil, "民事诉讼法第九十一条")]
    [InlineData(LawPoint.PostReceipt, Procedure.Criminal, "刑事诉讼法解释第二百零七条")]
    [InlineData(LawPoint.LastSignature, Procedure.Civil, "民事诉讼法第一百条第三款、民事诉讼法解释第一百四十九条")]
    [InlineData(LawPoint.LastSignature, Procedure.Criminal, "刑事诉讼法第一百零三条、刑事诉讼法解释第一百九十条")]
    [InlineData(LawPoint.Left, Procedure.Civil, "民事诉讼法第八十九条")]
    [InlineData(LawPoint.Left, Procedure.Criminal, "刑事诉讼法第一百零七条第二款、刑事诉讼法解释第二百零四条")]
    [InlineData(LawPoint.LeftElsewhere, Procedure.Civil, "民事诉讼法解释第一百三十一条")]
    [InlineData(LawPoint.Returned, Procedure.Civil, "以法院专递方式邮寄送达民事诉讼文书的若干规定第十一条")]
    [InlineData(LawPoint.NoticeExpired, Procedure.Civil, "民事诉讼法第九十五条第一款")]
    [InlineData(LawPoint.NoticeExpiredAbroad, Procedure.Civil, "民事诉讼法第二百八十三条")]
    [InlineData(LawPoint.SentDate, Procedure.Civil, "民事诉讼法解释第一百三十五条")]
    [InlineData(LawPoint.Consent, Procedure.Civil, "人民法院在线诉讼规则第二十九条")]
    [InlineData(LawPoint.SeveralWays, Procedure.Civil, "人民法院在线诉讼规则第三十一条第四款")]
    [InlineData(LawPoint.NoticeConditions, Procedure.Civil, "民事诉讼法第九十五条")]
    [InlineData(LawPoint.NoticeParts, Procedure.Civil, "民事诉讼法解释第一百三十九条")]
    [InlineData(LawPoint.NoticeDate, Procedure.Civil, "民事诉讼法解释第一百三十八条")]
    [InlineData(LawPoint.NoNoticeInSummary, Procedure.Civil, "民事诉讼法解释第一百四十条")]
    [InlineData(LawPoint.MediationToPerson, Procedure.Civil, "民事诉讼法解释第一百三十三条")]
    [InlineData(LawPoint.NamedReceiver, Procedure.Civil, "民事诉讼法第八十八条")]
    [InlineData(LawPoint.NamedReceiver, Procedure.Criminal, "刑事诉讼法第一百零七条第一款")]
    [InlineData(LawPoint.Voucher, Procedure.Civil, "人民法院在线诉讼规则第三十一条第三款")]
    [InlineData(LawPoint.Defence, Procedure.Civil, "民事诉讼法第一百二十八条")]
    [InlineData(LawPoint.Defence, Procedure.Administrative, "行政诉讼法第六十七条")]
    [InlineData(LawPoint.DefenceAbroad, Procedure.Civil, "民事诉讼法第二百八十五条")]
    [InlineData(LawPoint.AppealReply, Procedure.Civil, "民事诉讼法第一百七十四条")]
    [InlineData(LawPoint.AppealReplyAbroad, Procedure.Civil, "民事诉讼法第二百八十六条")]
    [InlineData(LawPoint.AppealJudgment, Procedure.Civil, "民事诉讼法第一百七十一条")]
    [InlineData(LawPoint.AppealJudgment, Procedure.Administrative, "行政诉讼法第八十五条")]
    [InlineData(LawPoint.AppealJudgment, Procedure.Criminal, "刑事诉讼法第二百三十条")]
    [InlineData(LawPoint.AppealRuling, Procedure.Civil, "民事诉讼法第一百七十一条")]
    [InlineData(LawPoint.AppealRuling, Procedure.Administrative, "行政诉讼法第八十五条")]
    [InlineData(LawPoint.AppealRuling, Procedure.Criminal, "刑事诉讼法第二百三十条")]
    [InlineData(LawPoint.Delay, Procedure.Civil, "民事诉讼法第八十六条")]
    [InlineData(LawPoint.Delay, Procedure.Criminal, "刑事诉讼法第一百零六条")]
    [InlineData(LawPoint.AppealAbroad, Procedure.Civil, "民事诉讼法第二百八十六条")]
    [InlineData(LawPoint.AppealRuling, Procedure.Bankruptcy, "企业破产法第十二条")]
    [InlineData(LawPoint.PaymentObjection, Procedure.Civil, "民事诉讼法第二百二十七条")]
    [InlineData(LawPoint.Extension, Procedure.Civil, "民事诉讼法第二百八十五条、第二百八十六条")]
    [InlineData(LawPoint.ConsentTold, Procedure.Civil, "人民法院在线诉讼规则第二十九条、第三十条")]
    [InlineData(LawPoint.LienOnAgent, Procedure.Civil, "民事诉讼法解释第一百三十二条")]
    [InlineData(LawPoint.OpponentSigns, Procedure.Civil, "以法院专递方式邮寄送达民事诉讼文书的若干规定第七条")]
    [InlineData(LawPoint.StatutoryAgent, Procedure.Civil, "民事诉讼法第六十条")]
    [InlineData(LawPoint.ThroughInstitution, Procedure.Civil, "民事诉讼法第九十三条、第九十四条")]
    [InlineData(LawPoint.ThroughInstitution, Procedure.Criminal, "刑事诉讼法第一百零七条第一款、刑事诉讼法解释第二百零八条")]
    [InlineData(LawPoint.AppealFee, Procedure.Civil, "诉讼费用交纳办法第二十二条")]
    [InlineData(LawPoint.PostedInTime, Procedure.Civil, "民事诉讼法第八十五条第四款")]
    [InlineData(LawPoint.PostedInTime, Procedure.Criminal, "刑事诉讼法第一百零五条第三款")]
    [InlineData(LawPoint.TakesEffect, Procedure.Civil, "民事诉讼法第一百五十八条")]
    [InlineData(LawPoint.TakesEffect, Procedure.Criminal, "刑事诉讼法第二百五十九条第二款第一项")]
    [InlineData(LawPoint.AppealToNextLevel, Procedure.Civil, "民事诉讼法第一百七十一条")]
    [InlineData(LawPoint.AppealToNextLevel, Procedure.Administrative, "行政诉讼法第八十五条")]
    [InlineData(LawPoint.AppealToNextLevel, Procedure.Criminal, "刑事诉讼法第二百二十七条第一款")]
    [InlineData(LawPoint.AppealToIpCourt, Procedure.Civil, "最高人民法院关于北京、上海、广州知识产权法院案件管辖的规定第六条")]
    [InlineData(LawPoint.AppealFromInternetCourt, Procedure.Civil, "最高人民法院关于互联网法院审理案件若干问题的规定第四条第二款")]
    [InlineData(LawPoint.AgentsOfParty, Procedure.Civil, "民事诉讼法第六十一条")]
    [InlineData(LawPoint.SpecialAuthority, Procedure.Civil, "民事诉讼法第六十二条")]
    [InlineData(LawPoint.AgentPapers, Procedure.Civil, "民事诉讼法解释第八十八条")]
    [InlineData(LawPoint.FullAuthority, Procedure.Civil, "民事诉讼法解释第八十九条")]
    [InlineData(LawPoint.FinalOfSecond, Procedure.Civil, "民事诉讼法第一百八十二条")]
    [InlineData(LawPoint.FinalOfSmallClaims, Procedure.Civil, "民事诉讼法第一百六十五条")]
    [InlineData(LawPoint.AppealPetition, Procedure.Civil, "民事诉讼法第一百七十二条、第一百七十三条")]
    [InlineData(LawPoint.AppealForward, Procedure.Civil, "民事诉讼法第一百七十四条")]
    [InlineData(LawPoint.AppealWithdrawal, Procedure.Civil, "民事诉讼法第一百八十条")]
    [InlineData(LawPoint.DefenceSent, Procedure.Civil, "民事诉讼法第一百二十八条")]
    [InlineData(LawPoint.Counterclaim, Procedure.Civil, "民事诉讼法第五十四条、民事诉讼法解释第二百三十二条")]
    [InlineData(LawPoint.Argument, Procedure.Civil, "民事诉讼法第十二条、第一百四十四条")]
    [InlineData(LawPoint.EvidenceList, Procedure.Civil, "民事诉讼法第六十八条、最高人民法院关于民事诉讼证据的若干规定第十九条")]
    [InlineData(LawPoint.EvidenceExtension, Procedure.Civil, "民事诉讼法第六十八条第二款、民事诉讼法解释第一百条")]
    [InlineData(LawPoint.EvidenceCollection, Procedure.Civil, "民事诉讼法第六十七条第二款、最高人民法院关于民事诉讼证据的若干规定第二十条")]
    [InlineData(LawPoint.Appraisal, Procedure.Civil, "民事诉讼法第七十九条、最高人民法院关于民事诉讼证据的若干规定第三十一条")]
    [InlineData(LawPoint.WitnessAttendance, Procedure.Civil, "民事诉讼法第七十六条、最高人民法院关于民事诉讼证据的若干规定第六十九条")]
    [InlineData(LawPoint.HearingExtension, Procedure.Civil, "民事诉讼法第一百四十九条")]
    [InlineData(LawPoint.Recusal, Procedure.Civil, "民事诉讼法第四十七条、第四十八条、第四十九条、第五十条")]
    [InlineData(LawPoint.Withdrawal, Procedure.Civil, "民事诉讼法第一百四十八条")]
    [InlineData(
        LawPoint.Preservation,
        Procedure.Civil,
        "民事诉讼法第一百零三条、最高人民法院关于人民法院办理财产保全案件若干问题的规定第四条"
    )]
    [InlineData(LawPoint.IdentityPapers, Procedure.Civil, "最高人民法院关于人民法院登记立案若干问题的规定第六条")]
    [InlineData(LawPoint.Enforcement, Procedure.Civil, "民事诉讼法第二百四十七条")]
    [InlineData(LawPoint.EnforcementCourt, Procedure.Civil, "民事诉讼法第二百三十五条")]
    [InlineData(LawPoint.EnforcementPeriod, Procedure.Civil, "民事诉讼法第二百五十条")]
    [InlineData(LawPoint.EnforceableText, Procedure.Civil, "民事诉讼法解释第四百六十一条")]
    [InlineData(LawPoint.FeeAmount, Procedure.Civil, "诉讼费用交纳办法第十三条")]
    [InlineData(LawPoint.FeeOfApplication, Procedure.Civil, "诉讼费用交纳办法第十四条")]
    [InlineData(LawPoint.FeeSettled, Procedure.Civil, "诉讼费用交纳办法第十五条")]
    [InlineData(LawPoint.FeeSummary, Procedure.Civil, "诉讼费用交纳办法第十六条")]
    [InlineData(LawPoint.FeeOnAppeal, Procedure.Civil, "诉讼费用交纳办法第十七条")]
    [InlineData(LawPoint.FeeMerged, Procedure.Civil, "诉讼费用交纳办法第十八条")]
    [InlineData(LawPoint.FeeHalvedOnce, Procedure.Civil, "民事诉讼法解释第二百零六条")]
    [InlineData(LawPoint.FeeLater, Procedure.Civil, "诉讼费用交纳办法第二十条第二款")]
    [InlineData(LawPoint.FeeNone, Procedure.Civil, "诉讼费用交纳办法第八条")]
    [InlineData(LawPoint.FeeSentBack, Procedure.Civil, "诉讼费用交纳办法第二十七条第一款")]
    [InlineData(LawPoint.FeeDismissed, Procedure.Civil, "诉讼费用交纳办法第二十七条第二款")]
    [InlineData(LawPoint.FeeOfWinner, Procedure.Civil, "民事诉讼法解释第二百零七条")]
    [InlineData(LawPoint.FeeReturn, Procedure.Civil, "诉讼费用交纳办法第五十三条第二款")]
    [InlineData(LawPoint.FeeRelief, Procedure.Civil, "民事诉讼法第一百二十一条第二款、诉讼费用交纳办法第四十四条、第四十八条")]
    [InlineData(LawPoint.FileReading, Procedure.Civil, "最高人民法院关于诉讼代理人查阅民事案件材料的规定第五条、第十条")]
    [InlineData(LawPoint.ReadingSlip, Procedure.Civil, "最高人民法院关于诉讼代理人查阅民事案件材料的规定第四条")]
    [InlineData(LawPoint.ReadingSecrecy, Procedure.Civil, "最高人民法院关于诉讼代理人查阅民事案件材料的规定第八条")]
    public void Each_rule_cites_its_articles(LawPoint point, Procedure procedure, string cite) =>
        Assert.Equal(cite, LawTable.Of(point, procedure).Cite);

    /// <summary>A new row without its line above fails here.</summary>
    [Fact]
    public void Each_row_is_tested_above()
    {
        var tested = typeof(LawTableTests)
            .GetMethod(nameof(Each_rule_cites_its_articles))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(a => (object[])a.GetData(null!).Single())
            .Select(d => LawTable.Of((LawPoint)d[0], (Procedure)d[1]))
            .ToHashSet();
        Assert.All(LawTable.All, row => Assert.Contains(row, tested));
        Assert.Equal(Enum.GetValues<LawPoint>(), LawTable.All.Select(r => r.Point).Distinct());
    }

    [Fact]
    public void What_serves_in_criminal_cases_cites_no_civil_procedure()
    {
        ServiceRule[] lentToNone =
        [
            ServiceRule.LeftElsewhere,
            ServiceRule.Returned,
            ServiceRule.NoticeExpired,
            ServiceRule.NoticeExpiredAbroad,
        ];
        foreach (var rule in Enum.GetValues<ServiceRule>().Except(lentToNone)) // refused in criminal cases
            Assert.DoesNotContain("民事诉讼", LawTable.Of(rule, Procedure.Criminal).Cite);
    }

    [Fact]
    public void An_article_is_written_for_papers_and_for_screens()
    {
        var law = LawTable.Of(LawPoint.ReplyOrAct, Procedure.Civil);
        Assert.Equal("在线诉讼规则第 31 条第 2 款第 1 项", law.ShortCite);
        Assert.Equal(
            "受送达人回复已收到或者作出相应诉讼行为之日（人民法院在线诉讼规则第三十一条第二款第一项）",
            ServiceRule.ReplyOrAct.Chinese(Procedure.Civil)
        );
        Assert.Equal("《中华人民共和国民事诉讼法》第一百一十条", new Article(Statute.CivilProcedure, 110).InPapers);
    }
}
