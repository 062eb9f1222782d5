using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>材料: the clerk takes them to the file.</summary>
internal static class MaterialKinds
{
    private const string TakenByClerk = "书记员核对、入卷";

    public static IReadOnlyList<KindRule> All { get; } =
    [
        new(SubmissionKind.Defence, SubmissionGroup.Material, SubmissionDecider.Clerk, AuthorityItems.None)
        {
            Title = "答辩状",
            Plainly = "写您的意见，回应对方",
            DecidedBy = TakenByClerk,
            HasForm = true,
            IsReleasedByDefault = true,
            Law = [LawPoint.Defence, LawPoint.DefenceSent],
            Parts = [KindFields.Form("defence", "答辩状"), KindFields.Proof("支持您说法的材料")],
            Fields = [KindFields.Text("opinion", "答辩意见", "对方的哪些要求您不同意，为什么"), .. KindFields.Contact],
        },
        new(SubmissionKind.AgentStatement, SubmissionGroup.Material, SubmissionDecider.Clerk, AuthorityItems.None)
        {
            Title = "代理词",
            Plainly = "代理人的书面意见",
            DecidedBy = TakenByClerk,
            HasForm = true,
            Law = [LawPoint.Argument],
            Parts = [KindFields.Form("statement", "代理词")],
            Fields = [KindFields.Text("opinion", "代理意见", "对事实、证据和法律的意见"), .. KindFields.Contact],
        },
        new(SubmissionKind.Evidence, SubmissionGroup.Material, SubmissionDecider.Clerk, AuthorityItems.None)
        {
            Title = "证据",
            Plainly = "转账记录、合同、照片、录音",
            DecidedBy = TakenByClerk,
            HasForm = true,
            IsReleasedByDefault = true,
            Law = [LawPoint.EvidenceList],
            Parts =
            [
                new("list", "证据目录", IsRequired: false) { IsForm = true, Hint = "每份证据写了名称、来源、证明什么的，系统替您列成目录" },
                new("evidence", "证据", IsRequired: true) { Hint = "一份一份传，每份写明证明什么；原件留好，开庭时带来" },
            ],
            Fields = [Listed(), .. KindFields.Contact],
        },
        new(SubmissionKind.Counterclaim, SubmissionGroup.Material, SubmissionDecider.Judge, AuthorityItems.Counterclaim)
        {
            Title = "反诉状",
            Plainly = "对方告您，您也有要求向对方提",
            DecidedBy = "法官审查能不能合并审理",
            HasForm = true,
            IsReleasedByDefault = true,
            Law = [LawPoint.Counterclaim, LawPoint.FeeMerged],
            Parts = [KindFields.Form("counterclaim", "反诉状"), KindFields.Proof("证据")],
            Fields =
            [
                KindFields.Text("claims", "反诉请求", "要对方做什么、付多少钱，一项一行"),
                Amount("反诉请求的金额"),
                KindFields.Reasons(),
                .. KindFields.Contact,
            ],
        },
        new(SubmissionKind.Identity, SubmissionGroup.Material, SubmissionDecider.Clerk, AuthorityItems.None)
        {
            Title = "身份证明",
            Plainly = "身份证、营业执照、法定代表人身份证明书",
            DecidedBy = TakenByClerk,
            Law = [LawPoint.IdentityPapers],
            Parts = [new("identity", "身份证明", IsRequired: true) { Hint = "个人交身份证正反面；单位交营业执照和法定代表人身份证明书" }],
        },
        new(SubmissionKind.OtherMaterial, SubmissionGroup.Material, SubmissionDecider.Clerk, AuthorityItems.None)
        {
            Title = "其他材料",
            Plainly = "上面没有的材料",
            DecidedBy = TakenByClerk,
            Parts = [new("other", "材料", IsRequired: true) { Hint = "写明是什么材料" }],
        },
    ];

    /// <summary>What a claim comes to: the fee is reckoned from it.</summary>
    internal static SubmissionField Amount(string label) =>
        new("amount", label, FieldType.Money, IsRequired: false) { Hint = "不涉及金额的不填", IsOfForm = true };

    /// <summary>Of a list that is filled in here: a line each, its three columns parted by a bar.</summary>
    private static SubmissionField Listed() =>
        KindFields.Text("list", "证据目录", "一份证据一行：名称｜来源｜证明什么") with
        {
            IsRequired = false,
        };
}
