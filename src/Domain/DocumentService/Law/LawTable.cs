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
        new(
            LawPoint.FileReading,
            null,
            "查阅案件材料限于案件审判卷和执行卷的正卷，包括起诉书、答辩书、庭审笔录及各种证据材料等",
            Files(5),
            Files(10)
        ),
        new(LawPoint.ReadingSlip, null, "查阅案件有关材料应当填写阅卷单", Files(4)),
        new(LawPoint.ReadingSecrecy, null, "查阅案件材料中涉及国家秘密、商业秘密和个人隐私的，应当保密", Files(8)),
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
        new(
            LawPoint.Delay,
            null,
            "因不可抗拒的事由或者其他正当理由耽误期限的，在障碍消除后的十日内，可以申请顺延期限，是否准许，由人民法院决定",
            Cpl(86)
        ),
        new(
            LawPoint.Delay,
            Procedure.Criminal,
            "由于不能抗拒的原因或者有其他正当理由而耽误期限的，在障碍消除后五日以内，可以申请继续进行应当在期满以前完成的诉讼活动",
            CrPl(106)
        ),
        new(LawPoint.PostedInTime, null, "诉讼文书在期满前交邮的，不算过期", Cpl(85, 4)),
        new(LawPoint.PostedInTime, Procedure.Criminal, "上诉状在期满前交邮的，不算过期", CrPl(105, 3)),
        new(LawPoint.TakesEffect, null, "", Cpl(158)),
        new(LawPoint.TakesEffect, Procedure.Criminal, "", CrPl(259, 2, 1)),
        new(LawPoint.AppealToNextLevel, null, "", Cpl(171)),
        new(LawPoint.AppealToNextLevel, Procedure.Administrative, "", Alw(85)),
        new(LawPoint.AppealToNextLevel, Procedure.Criminal, "", CrPl(227, 1)),
        new(LawPoint.AppealToIpCourt, null, "", new Article(Statute.IpCourts, 6)),
        new(LawPoint.AppealFromInternetCourt, null, "", new Article(Statute.InternetCourts, 4, 2)),
        new(LawPoint.FinalOfSecond, null, "第二审人民法院的判决、裁定，是终审的判决、裁定", Cpl(182)),
        new(LawPoint.FinalOfSmallClaims, null, "", Cpl(165)),
        new(LawPoint.AppealPetition, null, "上诉状应当通过原审人民法院提出，并按照对方当事人或者代表人的人数提出副本", Cpl(172), Cpl(173)),
        new(
            LawPoint.AppealForward,
            null,
            "五日内将上诉状副本送达对方当事人；收到上诉状、答辩状，应当在五日内连同全部案卷和证据，报送第二审人民法院",
            Cpl(174)
        ),
        new(LawPoint.AppealWithdrawal, null, "第二审人民法院判决宣告前，上诉人申请撤回上诉的，是否准许，由第二审人民法院裁定", Cpl(180)),
        new(LawPoint.DefenceSent, null, "收到答辩状之日起五日内将答辩状副本发送原告", Cpl(128)),
        new(LawPoint.Counterclaim, null, "在案件受理后，法庭辩论结束前提出", Cpl(54), Ji(232)),
        new(LawPoint.Argument, null, "当事人有权进行辩论", Cpl(12), Cpl(144)),
        new(LawPoint.EvidenceList, null, "逐一分类编号，对证据材料的来源、证明对象和内容作简要说明", Cpl(68), Ev(19)),
        new(LawPoint.EvidenceExtension, null, "应当在举证期限届满前提出书面申请", Cpl(68, 2), Ji(100)),
        new(LawPoint.EvidenceCollection, null, "因客观原因不能自行收集的证据，在举证期限届满前书面申请", Cpl(67, 2), Ev(20)),
        new(LawPoint.Appraisal, null, "在人民法院指定期间内提出，并预交鉴定费用", Cpl(79), Ev(31)),
        new(LawPoint.WitnessAttendance, null, "应当在举证期限届满前提交申请书", Cpl(76), Ev(69)),
        new(LawPoint.HearingExtension, null, "", Cpl(149)),
        new(
            LawPoint.Recusal,
            null,
            "说明理由，在案件开始审理时提出；审理开始后知道的，也可以在法庭辩论终结前提出",
            Cpl(47),
            Cpl(48),
            Cpl(49),
            Cpl(50)
        ),
        new(LawPoint.Withdrawal, null, "宣判前，原告申请撤诉的，是否准许，由人民法院裁定", Cpl(148)),
        new(LawPoint.Preservation, null, "情况紧急的，四十八小时内作出裁定", Cpl(103), new Article(Statute.Preservation, 4)),
        new(LawPoint.IdentityPapers, null, "", new Article(Statute.Registration, 6)),
        new(LawPoint.Enforcement, null, "一方拒绝履行的，对方当事人可以向人民法院申请执行", Cpl(247)),
        new(LawPoint.EnforcementCourt, null, "由第一审人民法院或者与第一审人民法院同级的被执行的财产所在地人民法院执行", Cpl(235)),
        new(LawPoint.EnforcementPeriod, null, "申请执行的期间为二年", Cpl(250)),
        new(LawPoint.EnforceableText, null, "", Ji(461)),
        new(LawPoint.FeeAmount, null, "", Fee(13)),
        new(LawPoint.FeeOfApplication, null, "", Fee(14)),
        new(LawPoint.FeeSettled, null, "以调解方式结案或者当事人申请撤诉的，减半交纳案件受理费", Fee(15)),
        new(LawPoint.FeeSummary, null, "适用简易程序审理的案件减半交纳案件受理费", Fee(16)),
        new(LawPoint.FeeOnAppeal, null, "按照不服一审判决部分的上诉请求数额交纳案件受理费", Fee(17)),
        new(LawPoint.FeeMerged, null, "人民法院决定合并审理的，分别减半交纳案件受理费", Fee(18)),
        new(LawPoint.FeeHalvedOnce, null, "减半收取案件受理费的，只能减半一次", Ji(206)),
        new(LawPoint.FeeLater, null, "执行申请费执行后交纳", Fee(20, 2)),
        new(LawPoint.FeeNone, null, "", Fee(8)),
        new(LawPoint.FeeSentBack, null, "第二审人民法院决定将案件发回重审的，应当退还上诉人已交纳的第二审案件受理费", Fee(27, 1)),
        new(LawPoint.FeeDismissed, null, "裁定不予受理或者驳回起诉的，应当退还当事人已交纳的案件受理费", Fee(27, 2)),
        new(LawPoint.FeeOfWinner, null, "判决生效后，胜诉方预交但不应负担的诉讼费用，人民法院应当退还", Ji(207)),
        new(LawPoint.FeeReturn, null, "自法律文书生效之日起 15 日内退还", Fee(53, 2)),
        new(LawPoint.FeeRelief, null, "", Cpl(121, 2), Fee(44), Fee(48)),
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

    private static Article Ev(int number) => new(Statute.Evidence, number);

    private static Article Fee(int number, int paragraph = 0) => new(Statute.Fees, number, paragraph);

    private static Article Mail(int number) => new(Statute.CourtMail, number);

    private static Article Files(int number) => new(Statute.FileReading, number);

    private static Article CrPl(int number, int paragraph = 0, int item = 0) => new(Statute.CriminalProcedure, number, paragraph, item);

    private static Article CrInt(int number) => new(Statute.CriminalInterpretation, number);

    private static Article Alw(int number) => new(Statute.AdministrativeLitigation, number);
}
