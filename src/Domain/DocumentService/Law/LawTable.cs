namespace Domain.DocumentService;

/// <param name="Branch">Null for civil procedure, which also holds for administrative cases where their own law is silent (ALL 101).</param>
/// <param name="Text">What the law says here, as certificates print it; empty where only the article is cited.</param>
/// <param name="Articles">As read for domain facts §3; the interpretation of the CrPL by 法释〔2021〕1号.</param>
public sealed record LawRow(LawPoint Point, Procedure? Branch, string Text, params IReadOnlyList<Article> Articles)
{
    /// <returns>民事诉讼法第九十条、人民法院在线诉讼规则第三十一条第一款.</returns>
    public string Cite => Article.Joined(Articles, a => a.Full, a => a.Place);

    /// <returns>民事诉讼法第 90 条、在线诉讼规则第 31 条第 1 款.</returns>
    public string ShortCite => Article.Joined(Articles, a => a.Short, a => a.ShortPlace);
}

/// <summary>
/// The law of service and of the periods that it starts: rule, articles, words. The one place where articles are named; whoever says
/// why a day counts or a way is closed takes it from here.
/// </summary>
public static class LawTable
{
    public static IReadOnlyList<LawRow> All { get; } =
    [
        new(LawPoint.Arrival, null, "到达受送达人提供或者确认的地址之日", Cpl(90, 2), Olr(31, 1)),
        new(LawPoint.Arrival, Procedure.Criminal, "到达受送达人提供或者确认的地址之日", Olr(31, 1)),
        new(LawPoint.ReplyOrAct, null, "受送达人回复已收到或者作出相应诉讼行为之日", Olr(31, 2, 1)),
        new(LawPoint.Read, null, "系统反馈受送达人已阅知之日，推定送达", Olr(31, 2, 2)),
        new(LawPoint.Signature, null, "受送达人签收之日", Cpl(87, 2)),
        new(LawPoint.Signature, Procedure.Criminal, "收件人签收之日", CrPl(107, 1), CrInt(204)),
        new(LawPoint.AgentSignature, null, "诉讼代理人签收之日", Cpl(88, 2), Ji(132)),
        new(LawPoint.AgentSignature, Procedure.Criminal, "代收人签收之日", CrPl(107, 1), CrInt(204)),
        new(LawPoint.PostReceipt, null, "邮寄送达回执上注明的收件之日", Cpl(91)),
        new(LawPoint.PostReceipt, Procedure.Criminal, "收件人签收邮件之日", CrInt(207)),
        new(LawPoint.LastSignature, null, "最后收到调解书的当事人签收之日", Cpl(100, 3), Ji(149)),
        new(LawPoint.LastSignature, Procedure.Criminal, "最后收到调解书的当事人签收之日", CrPl(103), CrInt(190)),
        new(LawPoint.Left, null, "留置送达之日", Cpl(89)),
        new(LawPoint.Left, Procedure.Criminal, "留置送达之日", CrPl(107, 2), CrInt(204)),
        new(LawPoint.LeftElsewhere, null, "受送达人在法院或者住所以外拒绝签署送达回证之日", Ji(131)),
        new(LawPoint.Returned, null, "邮件退回之日", Mail(11)),
        new(LawPoint.NoticeExpired, null, "公告期满之日", Cpl(95, 1)),
        new(LawPoint.NoticeExpiredAbroad, null, "公告期满之日", Cpl(283)),
        new(LawPoint.SentDate, null, "人民法院对应系统显示发送成功之日，受送达人证明另有到达日期的除外", Ji(135)),
        new(LawPoint.Consent, null, "", Olr(29)),
        new(LawPoint.SeveralWays, null, "以最先完成的有效送达时间为准", Olr(31, 4)),
        new(LawPoint.NoticeConditions, null, "受送达人下落不明，或者用其他方式无法送达", Cpl(95)),
        new(LawPoint.NoticeParts, null, "", Ji(139)),
        new(LawPoint.NoticeDate, null, "最后张贴或者刊登之日", Ji(138)),
        new(LawPoint.NoNoticeInSummary, null, "适用简易程序的案件，不适用公告送达", Ji(140)),
        new(LawPoint.MediationToPerson, null, "调解书应当直接送达当事人本人，不适用留置送达", Ji(133)),
        new(LawPoint.NamedReceiver, null, "", Cpl(88)),
        new(LawPoint.NamedReceiver, Procedure.Criminal, "", CrPl(107, 1)),
        new(LawPoint.ConsentTold, null, "", Olr(29), Olr(30)),
        new(LawPoint.LienOnAgent, null, "受送达人指定诉讼代理人为代收人的，向诉讼代理人送达时，适用留置送达", Ji(132)),
        new(LawPoint.OpponentSigns, null, "", Mail(7)),
        new(LawPoint.StatutoryAgent, null, "", Cpl(60)),
        new(LawPoint.ThroughInstitution, null, "通过其所在监所转交，以在送达回证上的签收日期为送达日期", Cpl(93), Cpl(94)),
        new(LawPoint.ThroughInstitution, Procedure.Criminal, "通过其所在监所转交，收到后立即交本人签收", CrPl(107, 1), CrInt(208)),
        new(LawPoint.AgentsOfParty, null, "当事人、法定代理人可以委托一至二人作为诉讼代理人", Cpl(61)),
        new(
            LawPoint.SpecialAuthority,
            null,
            "诉讼代理人代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉，必须有委托人的特别授权",
            Cpl(62)
        ),
        new(LawPoint.AgentPapers, null, "", Ji(88)),
        new(LawPoint.FullAuthority, null, "无权代为承认、放弃、变更诉讼请求，进行和解，提出反诉或者提起上诉", Ji(89)),
        new(LawPoint.Voucher, null, "电子送达凭证具有送达回证效力", Olr(31, 3)),
        new(LawPoint.Defence, null, "", Cpl(128)),
        new(LawPoint.Defence, Procedure.Administrative, "", Alw(67)),
        new(LawPoint.DefenceAbroad, null, "", Cpl(285)),
        new(LawPoint.AppealReply, null, "", Cpl(174)),
        new(LawPoint.AppealReplyAbroad, null, "", Cpl(286)),
        new(LawPoint.AppealJudgment, null, "", Cpl(171)),
        new(LawPoint.AppealJudgment, Procedure.Administrative, "", Alw(85)),
        new(LawPoint.AppealJudgment, Procedure.Criminal, "", CrPl(230)),
        new(LawPoint.AppealRuling, null, "", Cpl(171)),
        new(LawPoint.AppealRuling, Procedure.Administrative, "", Alw(85)),
        new(LawPoint.AppealRuling, Procedure.Criminal, "", CrPl(230)),
        new(LawPoint.AppealRuling, Procedure.Bankruptcy, "", new Article(Statute.Bankruptcy, 12)),
        new(LawPoint.AppealAbroad, null, "", Cpl(286)),
        new(LawPoint.AppealFee, null, "", new Article(Statute.Fees, 22)),
        new(LawPoint.PaymentObjection, null, "", Cpl(227)),
        new(LawPoint.Extension, null, "", Cpl(285), Cpl(286)),
        new(LawPoint.PostedInTime, null, "诉讼文书在期满前交邮的，不算过期", Cpl(85, 4)),
        new(LawPoint.PostedInTime, Procedure.Criminal, "上诉状在期满前交邮的，不算过期", CrPl(105, 3)),
        new(LawPoint.TakesEffect, null, "", Cpl(158)),
        new(LawPoint.TakesEffect, Procedure.Criminal, "", CrPl(259, 2, 1)),
        new(LawPoint.AppealToNextLevel, null, "", Cpl(171)),
        new(LawPoint.AppealToNextLevel, Procedure.Administrative, "", Alw(85)),
        new(LawPoint.AppealToNextLevel, Procedure.Criminal, "", CrPl(227, 1)),
        new(LawPoint.AppealToIpCourt, null, "", new Article(Statute.IpCourts, 6)),
        new(LawPoint.AppealFromInternetCourt, null, "", new Article(Statute.InternetCourts, 4, 2)),
    ];

    /// <summary>Own rows of civil and criminal law; laws that ALL 101 lends to administrative cases are cited with it.</summary>
    public static LawRow Of(LawPoint point, Procedure procedure)
    {
        var own = All.FirstOrDefault(r => r.Point == point && r.Branch == procedure);
        var row = own ?? All.First(r => r.Point == point && r.Branch is null);
        var isLent =
            own is null
            && procedure == Procedure.Administrative
            && row.Articles.Any(a => a.Of == Statute.CivilProcedure || a.Of == Statute.CivilInterpretation);
        return isLent ? row with { Articles = [Alw(101), .. row.Articles] } : row;
    }

    /// <summary>Which rule gave the day of service.</summary>
    public static LawRow Of(ServiceRule rule, Procedure procedure) => Of(PointOf(rule), procedure);

    private static LawPoint PointOf(ServiceRule rule) =>
        rule switch
        {
            ServiceRule.Arrival => LawPoint.Arrival,
            ServiceRule.ReplyOrAct => LawPoint.ReplyOrAct,
            ServiceRule.Read => LawPoint.Read,
            ServiceRule.Signature => LawPoint.Signature,
            ServiceRule.AgentSignature => LawPoint.AgentSignature,
            ServiceRule.PostReceipt => LawPoint.PostReceipt,
            ServiceRule.LastSignature => LawPoint.LastSignature,
            ServiceRule.Left => LawPoint.Left,
            ServiceRule.LeftElsewhere => LawPoint.LeftElsewhere,
            ServiceRule.Returned => LawPoint.Returned,
            ServiceRule.NoticeExpired => LawPoint.NoticeExpired,
            ServiceRule.NoticeExpiredAbroad => LawPoint.NoticeExpiredAbroad,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
        };

    private static Article Cpl(int number, int paragraph = 0) => new(Statute.CivilProcedure, number, paragraph);

    private static Article Ji(int number) => new(Statute.CivilInterpretation, number);

    private static Article Olr(int number, int paragraph = 0, int item = 0) => new(Statute.OnlineLitigation, number, paragraph, item);

    private static Article Mail(int number) => new(Statute.CourtMail, number);

    private static Article CrPl(int number, int paragraph = 0, int item = 0) => new(Statute.CriminalProcedure, number, paragraph, item);

    private static Article CrInt(int number) => new(Statute.CriminalInterpretation, number);

    private static Article Alw(int number) => new(Statute.AdministrativeLitigation, number);
}
