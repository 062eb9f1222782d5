using Domain.WorkOrders;

namespace Infrastructure.Demo;

/// <summary>What people ask and how the court answers.</summary>
/// <param name="Asks">{日} is a day last week, {立} that of filing, {庭} that of the hearing.</param>
/// <param name="AtOnce">What an agent can tell on the phone; null where a judge must answer.</param>
/// <param name="Enforcement">Only for a case in enforcement, or only before it; null for both.</param>
/// <param name="HearingAhead">Only for a case whose hearing is to come, or is over; null when it does not matter.</param>
internal sealed record DemoText(
    Category Category,
    string Asks,
    string? AtOnce,
    string Answer,
    bool NeedsCase = true,
    bool? HearingAhead = null,
    bool? Enforcement = null
);

internal static partial class DemoTexts
{
    /// <summary>How often people ask for what; Guangzhou's calls are mostly about where a case stands.</summary>
    public static readonly (Category, int)[] Mix =
    [
        (Category.CaseQuery, 34),
        (Category.LitigationConsultation, 17),
        (Category.FilingConsultation, 12),
        (Category.ContactJudge, 14),
        (Category.HandOverMaterials, 9),
        (Category.IssueDocument, 7),
        (Category.Suggestion, 2),
        (Category.Complaint, 3),
        (Category.Petition, 1),
        (Category.Reminder, 1),
    ];

    public static readonly DemoText[] All =
    [
        new(
            Category.CaseQuery,
            "我的案子 {立} 立的案，现在到哪一步了？打电话一直没人接。",
            "系统显示案件已分到承办法官，正在排期，开庭时间确定后会送达传票，请保持电话畅通。",
            "您好：您的案件已排期，传票近日通过电子送达发出，请留意短信并按时到庭。"
        ),
        new(
            Category.CaseQuery,
            "想问一下什么时候开庭。我在外地上班，要提前请假。",
            "系统目前没有排期，排期后至少提前三日送达传票。",
            "您好：案件拟于下月中旬开庭，具体时间以传票为准。您在外地的，可以申请在线庭审。",
            Enforcement: false
        ),
        new(
            Category.CaseQuery,
            "{庭} 开过庭了，判决什么时候能出？",
            "系统显示案件在审理期限内，宣判日期由承办法官确定，会书面通知您。",
            "您好：案件已合议，判决书正在制作，预计十个工作日内送达。",
            HearingAhead: false,
            Enforcement: false
        ),
        new(
            Category.CaseQuery,
            "查一下保全做了没有，对方的账户冻结了吗？担心他转走。",
            null,
            "您好：保全裁定已于日前移送执行，已冻结对方名下两个账户，清单随裁定一并送达。",
            Enforcement: false
        ),
        new(
            Category.CaseQuery,
            "我收到一条短信说有文书，点开看不到内容，怎么办？",
            "请用收到短信的手机号登录送达平台，验证码一分钟内有效；仍打不开可以到诉讼服务中心领取。",
            "您好：文书已为您重新推送，请用收到短信的手机打开。也可带身份证到诉讼服务中心领取。"
        ),
        new(
            Category.CaseQuery,
            "案件申请执行三个月了，查到财产没有？",
            null,
            "您好：网络查控已完成，被执行人名下有少量存款，已扣划到账。其余财产线索请您书面提供，本院会逐一核查。",
            Enforcement: true
        ),
        new(
            Category.CaseQuery,
            "承办法官是谁，办公电话是多少？",
            "您的承办法官和书记员已在短信中告知；联系法官请留言，三个工作日内答复。",
            "您好：本案由本庭承办，书记员会在今天内与您联系。"
        ),
        new(
            Category.CaseQuery,
            "对方说要上诉，判决现在算不算生效？",
            null,
            "您好：对方在上诉期内没有递交上诉状，判决已经生效，您可以申请执行。",
            Enforcement: false
        ),
        new(
            Category.CaseQuery,
            "调解书签了字，什么时候生效？",
            "调解书经双方签收后即具有法律效力，请核对送达回证上的签收日期。",
            "您好：双方均已签收，调解书已经生效。",
            Enforcement: false
        ),
        new(
            Category.LitigationConsultation,
            "第一次打官司，开庭要带什么，能不能让家里人替我去？",
            "请带身份证、传票、证据原件。近亲属可以作为代理人，需要授权委托书和亲属关系证明。",
            "您好：近亲属可以代理，请在开庭前提交授权委托书和关系证明原件。",
            NeedsCase: false
        ),
        new(
            Category.LitigationConsultation,
            "收到追加第三人通知书，不清楚需要准备哪些材料。",
            null,
            "您好：请围绕合同履行情况准备书面意见和证据，举证期限写在通知书第二页；有困难可以申请延期举证。",
            Enforcement: false
        ),
        new(
            Category.LitigationConsultation,
            "对方住址找不到，法院说要公告，公告费谁出，要多久？",
            "公告送达期为三十日，费用由申请人预交，最后由败诉方负担。",
            "您好：本案已办理公告，公告期自刊登之日起三十日。",
            Enforcement: false
        ),
        new(
            Category.LitigationConsultation,
            "询问 {庭} 的庭审能不能改为线上，本人目前在外地就医。",
            null,
            "您好：请提交就医证明和在线庭审申请。经审查可以安排在线开庭，登录方式会另行通知。",
            HearingAhead: true,
            Enforcement: false
        ),
        new(
            Category.LitigationConsultation,
            "诉讼费太高，一下子交不出来，可不可以缓交？",
            "可以申请缓交、减交、免交，请填写申请书并附低保、失业等证明，由法院审查决定。",
            "您好：您的缓交申请已收到，经审查准予缓交，请在一审宣判前补交。",
            NeedsCase: false
        ),
        new(
            Category.LitigationConsultation,
            "双方已经自行和解，想撤诉，请问怎么办理，退费多少？",
            "可以提交撤诉申请书，准许撤诉的，案件受理费减半收取，余款原路退回。",
            "您好：请双方到庭或在线签署撤诉申请。准许后受理费退还一半，约十五个工作日到账。",
            Enforcement: false
        ),
        new(
            Category.LitigationConsultation,
            "证人不愿意出庭，写一份书面证言可以吗？",
            null,
            "您好：证人一般应当出庭。确有困难不能出庭的，可以申请以书面证言或者在线方式作证，请说明理由。",
            Enforcement: false
        ),
        new(
            Category.LitigationConsultation,
            "开庭带手机给法官看转账记录，行不行？",
            null,
            "您好：可以。请开庭当天带上手机原件当庭出示，同时请到银行打印一份盖章的流水提前交来。",
            HearingAhead: true,
            Enforcement: false
        ),
        new(
            Category.FilingConsultation,
            "朋友借了三万块钱不还，只有微信聊天和转账，能不能立案？",
            "可以。请准备起诉状、身份证、转账凭证、聊天记录，到被告住所地法院或者通过广州微法院网上立案。",
            "您好：材料符合立案条件，请通过网上立案提交，七日内会有审查结果。",
            NeedsCase: false
        ),
        new(
            Category.FilingConsultation,
            "网上立案提交五天了，显示审查中，什么时候有结果？",
            "网上立案自收到材料之日起七日内审查完毕，结果会发短信。",
            "您好：您的立案申请已审查通过，缴费通知已发送到您的手机。",
            NeedsCase: false
        ),
        new(
            Category.FilingConsultation,
            "劳动仲裁裁决不服，应该去哪个法院起诉，多长时间内？",
            "收到裁决书之日起十五日内，向用人单位所在地或者劳动合同履行地的基层法院起诉。",
            "您好：请在收到裁决书十五日内向劳动合同履行地法院起诉，并附仲裁裁决书原件。",
            NeedsCase: false
        ),
        new(
            Category.FilingConsultation,
            "立案材料退回来说被告信息不明确，要补什么？",
            null,
            "您好：请补充被告的身份证号码或者户籍信息。确实没有的，可以申请律师调查令查询。",
            NeedsCase: false
        ),
        new(
            Category.FilingConsultation,
            "小区物业把我告了，案子是先调解的，我不想调解可以吗？",
            "调解要双方自愿，您可以明确表示不同意，法院会及时登记立案。",
            "您好：已记录您不同意调解，案件将依法登记立案。",
            NeedsCase: false
        ),
        new(
            Category.IssueDocument,
            "申请开具裁判文书生效证明，用于申请强制执行。",
            null,
            "您好：生效证明已开具，请带身份证到诉讼服务中心领取，也可以选择邮寄。",
            Enforcement: false
        ),
        new(
            Category.IssueDocument,
            "离职要用，想复印当时的判决书，原件丢了。",
            "请带身份证到原审法院档案室申请查阅复印，也可在小程序预约。",
            "您好：已与档案室联系，您可以在工作日带身份证来领取盖章的复印件。"
        ),
        new(
            Category.IssueDocument,
            "银行要求提供法院的结案证明才能解除账户限制，请协助开一份。",
            null,
            "您好：结案证明已经开出，并已通知银行解除限制，两个工作日内生效。"
        ),
        new(
            Category.IssueDocument,
            "公司需要一份无在审案件的证明，是找法院开吗？",
            "法院不开具此类证明，可以在中国执行信息公开网自行查询打印。",
            "您好：法院不出具该类证明，请通过公开渠道查询。",
            NeedsCase: false
        ),
        new(
            Category.HandOverMaterials,
            "已通过网上提交授权委托书变更，请确认新代理人的权限。",
            null,
            "您好：新的授权委托书已收到，代理权限为特别授权，已在系统中变更。"
        ),
        new(
            Category.HandOverMaterials,
            "鉴定机构要求补充病历原件，请告知移交方式。",
            null,
            "您好：请把病历原件交到诉讼服务中心材料收转窗口，注明案号和承办法官，由本院转交鉴定机构。",
            Enforcement: false
        ),
        new(
            Category.HandOverMaterials,
            "{日} 寄了一份补充证据，快递显示已签收，请确认是否转给法官。",
            null,
            "您好：补充证据已收到并入卷，已安排向对方送达副本。",
            Enforcement: false
        ),
        new(
            Category.HandOverMaterials,
            "已补交房屋租赁合同原件照片，请查收。",
            null,
            "您好：照片已收到并入卷。请开庭时携带原件核对。",
            Enforcement: false
        ),
        new(
            Category.HandOverMaterials,
            "想提交一份情况说明，可以网上交还是要到现场？",
            "可以在广州微法院小程序里给法官留言时上传，也可以邮寄或到窗口提交。",
            "您好：情况说明已收到，会一并考虑。"
        ),
        new(
            Category.HandOverMaterials,
            "对方交来的证据我没有收到副本，请补发。",
            null,
            "您好：证据副本已通过电子送达补发，请在三日内提交书面质证意见。",
            Enforcement: false
        ),
        new(
            Category.ContactJudge,
            "{庭} 开庭后提交的补充证据是否收到？对方一直拖延，请法官回复。",
            null,
            "您好：您提交的补充证据已收到并入卷。对方质证期限届满，本院将依法认定。如需再次开庭，会另行通知。",
            HearingAhead: false,
            Enforcement: false
        ),
        new(
            Category.ContactJudge,
            "想和法官沟通调解方案，对方愿意分期付款。",
            null,
            "您好：双方有调解意愿，本院可以组织调解。书记员会与双方约定时间。",
            Enforcement: false
        ),
        new(
            Category.ContactJudge,
            "申请调取对方的银行流水，请告知是否准许。",
            null,
            "您好：您的调查取证申请经审查予以准许，本院将向银行调取，结果会通知双方质证。",
            Enforcement: false
        ),
        new(
            Category.ContactJudge,
            "一直联系不上书记员，开庭时间和我出差冲突，请求改期。",
            null,
            "您好：请提交书面延期申请和出差证明。理由成立的，本院会重新确定开庭时间。",
            Enforcement: false
        ),
        new(
            Category.ContactJudge,
            "被执行人最近换了新车，这是他的车牌线索，请执行法官查一下。",
            null,
            "您好：财产线索已收到，本院将到车管所查询并依法查封，结果会告知您。",
            Enforcement: true
        ),
        new(
            Category.ContactJudge,
            "鉴定已经三个月没有消息了，能不能催一下鉴定机构？",
            null,
            "您好：已向鉴定机构发函催办，鉴定意见预计两周内出具。",
            Enforcement: false
        ),
        new(
            Category.ContactJudge,
            "对方被告的公司搬走了，新地址我已经找到，怎么告诉法院？",
            null,
            "您好：新地址已收到，本院将按该地址重新送达。"
        ),
        new(
            Category.Suggestion,
            "建议把调解安排在周末，平时请假很难。",
            "感谢您的建议，已登记并转交立案庭研究。",
            "您好：感谢您的建议。本院已在每月第二个周六试行预约调解，欢迎预约。",
            NeedsCase: false
        ),
        new(
            Category.Suggestion,
            "诉讼服务中心的叫号机字太小，老人家看不清，建议改大一些。",
            "感谢您的建议，已登记转交。",
            "您好：建议已采纳，本月内会调整叫号机字号。",
            NeedsCase: false
        ),
        new(
            Category.Complaint,
            "立案到现在快半年，没有安排开庭，也没有人联系我。",
            null,
            "您好：经核实，案件因鉴定暂停计算审限，未及时告知您，向您致歉。现已恢复审理，拟于下月开庭。",
            Enforcement: false
        ),
        new(
            Category.Complaint,
            "窗口工作人员让我跑了三趟补材料，为什么不能一次说清楚？",
            null,
            "您好：经核实情况属实，已对窗口人员进行提醒，并制作一次性告知清单。给您带来不便，深表歉意。",
            NeedsCase: false
        ),
        new(Category.Complaint, "书记员态度生硬，问什么都说等通知。", null, "您好：已对相关人员进行批评教育，今后由本庭联络员与您对接。"),
        new(
            Category.Petition,
            "对生效判决不服，已经申诉过一次，想知道还有什么途径。",
            null,
            "您好：对生效裁判不服的，可以在判决生效后六个月内申请再审，也可以向检察院申请监督。信访室已预约接谈。",
            Enforcement: false
        ),
        new(
            Category.Petition,
            "执行款发放了一半就停了，找了几次没有结果，请领导重视。",
            null,
            "您好：剩余款项因案外人异议暂缓发放，异议审查终结后三日内通知您领取。",
            Enforcement: true
        ),
        new(
            Category.Reminder,
            "上个星期的留言还没有答复，请催一下。",
            "已为您登记催办，承办人会尽快答复。",
            "您好：抱歉让您久等，您反映的问题已处理，结果已发到您的手机。"
        ),
    ];
}
