using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>What follows the decision of the case: 上诉、执行、生效证明.</summary>
internal static class ApplicationsToHigherCourt
{
    public static IReadOnlyList<KindRule> All { get; } =
    [
        new(SubmissionKind.Appeal, SubmissionGroup.Application, SubmissionDecider.Clerk, AuthorityItems.Appeal)
        {
            Title = "提起上诉",
            Plainly = "不服判决，请上一级法院再审一次",
            DecidedBy = "原审法院收下转送，二审法院审理",
            PassedOn = "法院收下了上诉状，会发给对方，再连同案卷送二审法院。",
            HasForm = true,
            IsReleasedByDefault = true,
            Law = [LawPoint.AppealPetition, LawPoint.AppealForward, LawPoint.FeeOnAppeal],
            Parts = [KindFields.Form("petition", "上诉状"), KindFields.Proof("新的证据", "一审没有交过的")],
            Fields =
            [
                KindFields.Text("claims", "上诉请求", "要二审法院改什么，一项一行"),
                MaterialKinds.Amount("不服一审判决部分的金额"),
                KindFields.Text("reasons", "上诉理由", "一审哪里认定错了、为什么"),
                .. KindFields.Contact,
            ],
        },
        new(SubmissionKind.Enforcement, SubmissionGroup.Application, SubmissionDecider.Judge, AuthorityItems.None)
        {
            Title = "申请执行",
            Plainly = "要对方照判决给钱、做事",
            DecidedBy = "法官审查，执行局办理",
            PassedOn = "法院收下了执行申请，立案以后再通知您。",
            HasForm = true,
            Law = [LawPoint.Enforcement, LawPoint.EnforcementPeriod, LawPoint.EnforcementCourt, LawPoint.EnforceableText],
            Parts =
            [
                KindFields.Form("petition", "申请执行书"),
                new("effect", "生效证明", IsRequired: false) { Hint = "在本平台开出的不用交" },
                new("property", "对方的财产线索", IsRequired: false) { Hint = "银行账户、房屋、车辆、工作单位" },
            ],
            Fields =
            [
                KindFields.Text("claims", "申请执行的事项", "判决让对方做什么、付多少钱，还差多少"),
                MaterialKinds.Amount("申请执行的金额"),
                KindFields.Text("property", "被执行人的财产线索", "知道多少写多少") with
                {
                    IsRequired = false,
                },
                .. KindFields.Contact,
            ],
        },
        new(SubmissionKind.EffectCertificate, SubmissionGroup.Application, SubmissionDecider.Clerk, AuthorityItems.None)
        {
            Title = "开具生效证明",
            Plainly = "证明判决已经生效，办执行、过户要用",
            DecidedBy = "书记员核对、签发",
            HasForm = true,
            Law = [LawPoint.TakesEffect],
            Parts = [KindFields.Form("petition", "开具生效证明申请书") with { IsRequired = false }],
            Fields = [KindFields.Line("purpose", "用在哪里", "申请执行、办理过户…", isRequired: false), .. KindFields.Contact],
        },
    ];
}
