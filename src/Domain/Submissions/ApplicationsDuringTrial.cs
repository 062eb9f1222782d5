using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>What is asked of the court while the case is tried.</summary>
internal static class ApplicationsDuringTrial
{
    private const string ByJudge = "法官决定";

    public static IReadOnlyList<KindRule> All { get; } =
    [
        Of(SubmissionKind.Preservation, "财产保全", "怕对方转移财产，请法院先查封、冻结", "财产保全申请书", LawPoint.Preservation) with
        {
            DecidedBy = "法官裁定",
            Parts =
            [
                KindFields.Form("petition", "财产保全申请书"),
                new("property", "财产线索", IsRequired: false) { Hint = "账户、房产、车辆、股权，写明在哪里" },
                new("guarantee", "担保材料", IsRequired: false) { Hint = "保险公司保函、担保书；法官要求时交" },
            ],
            Fields =
            [
                KindFields.Text("claims", "请求事项", "请求查封、扣押、冻结对方的哪些财产"),
                MaterialKinds.Amount("请求保全的金额"),
                KindFields.Reasons("为什么不保全就可能执行不到"),
                .. KindFields.Contact,
            ],
        },
        Of(
            SubmissionKind.EvidenceExtension,
            "延期举证",
            "举证期限内交不齐证据，请法院多给几天",
            "延长举证期限申请书",
            LawPoint.EvidenceExtension
        ) with
        {
            Fields =
            [
                new("until", "请求延长到", FieldType.Date, IsRequired: true) { IsOfForm = true },
                KindFields.Reasons("哪些证据、为什么还拿不到"),
                .. KindFields.Contact,
            ],
        },
        Of(SubmissionKind.HearingExtension, "延期开庭", "那天来不了，请法院改时间", "延期开庭申请书", LawPoint.HearingExtension) with
        {
            Parts =
            [
                KindFields.Form("petition", "延期开庭申请书"),
                KindFields.Proof("来不了的证明", "病历、另案传票、机票", isRequired: true),
            ],
        },
        Of(
            SubmissionKind.InvestigationOrder,
            "调查令",
            "请法院开调查令，由律师去有关单位取证",
            "调查令申请书",
            LawPoint.EvidenceCollection
        ) with
        {
            Fields =
            [
                KindFields.Line("holder", "持令律师", "姓名和执业证号"),
                KindFields.Text("target", "向谁调查", "单位名称和地址"),
                KindFields.Text("evidence", "调取什么", "证据的名称、范围、期间"),
                KindFields.Reasons("为什么自己取不到，要证明什么"),
                .. KindFields.Contact,
            ],
        },
        Of(
            SubmissionKind.EvidenceCollection,
            "调取证据",
            "自己拿不到的证据，请法院去调取",
            "调取证据申请书",
            LawPoint.EvidenceCollection
        ) with
        {
            Fields =
            [
                KindFields.Text("target", "向谁调取", "单位或者个人的名称和地址"),
                KindFields.Text("evidence", "调取什么", "证据的名称、范围、期间"),
                KindFields.Reasons("为什么自己取不到，要证明什么"),
                .. KindFields.Contact,
            ],
        },
        Of(SubmissionKind.Appraisal, "鉴定", "专门的问题请鉴定机构鉴定", "鉴定申请书", LawPoint.Appraisal) with
        {
            Fields =
            [
                KindFields.Text("matter", "鉴定事项", "要鉴定什么"),
                KindFields.Text("material", "鉴定材料", "有哪些检材、在谁手里"),
                KindFields.Reasons("要证明什么"),
                .. KindFields.Contact,
            ],
        },
        Of(SubmissionKind.WitnessAttendance, "证人出庭", "请证人到庭作证", "证人出庭作证申请书", LawPoint.WitnessAttendance) with
        {
            Fields =
            [
                KindFields.Line("witness", "证人", "姓名、住址、电话"),
                KindFields.Text("matter", "证明什么", "证人知道的事和案件有什么关系"),
                KindFields.Reasons("为什么要到庭"),
                .. KindFields.Contact,
            ],
        },
        Of(SubmissionKind.Recusal, "回避", "认为法官、书记员等不能公正办案，请求换人", "回避申请书", LawPoint.Recusal) with
        {
            DecidedBy = "审判人员的回避由院长决定，其他人员的由审判长决定",
            Fields =
            [
                KindFields.Line("person", "请求谁回避", "姓名和职务"),
                KindFields.Text("reasons", "回避的理由", "和案件、当事人有什么关系"),
                .. KindFields.Contact,
            ],
        },
        Of(SubmissionKind.Withdrawal, "撤诉", "不告了，撤回起诉或者上诉", "撤诉申请书", LawPoint.Withdrawal) with
        {
            // Giving up the suit gives up its claims: what the authority must name is 放弃 (CPL 62).
            Authority = AuthorityItems.Waive,
            DecidedBy = "法官裁定是否准许",
            Law = [LawPoint.Withdrawal, LawPoint.AppealWithdrawal, LawPoint.SpecialAuthority, LawPoint.FeeSettled],
            Fields = [KindFields.Text("claims", "请求事项", "撤回对谁的起诉或者上诉"), KindFields.Reasons(), .. KindFields.Contact],
        },
        Of(SubmissionKind.OtherApplication, "其他申请", "上面没有的申请", "申请书") with
        {
            Fields =
            [
                KindFields.Line("subject", "申请什么"),
                KindFields.Text("claims", "请求事项"),
                KindFields.Reasons(),
                .. KindFields.Contact,
            ],
        },
    ];

    private static KindRule Of(SubmissionKind kind, string title, string plainly, string form, params IReadOnlyList<LawPoint> law) =>
        new(kind, SubmissionGroup.Application, SubmissionDecider.Judge, AuthorityItems.None)
        {
            Title = title,
            Plainly = plainly,
            DecidedBy = ByJudge,
            HasForm = true,
            Law = law,
            Parts = [KindFields.Form("petition", form), KindFields.Proof("有关证据")],
            Fields = [KindFields.Text("claims", "请求事项"), KindFields.Reasons(), .. KindFields.Contact],
        };
}
