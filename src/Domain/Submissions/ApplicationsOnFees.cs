using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>诉讼费: what is paid back, put off or let off.</summary>
internal static class ApplicationsOnFees
{
    public static IReadOnlyList<KindRule> All { get; } =
    [
        new(SubmissionKind.FeeRefund, SubmissionGroup.Application, SubmissionDecider.Judge, AuthorityItems.None)
        {
            Title = "退费",
            Plainly = "退多交的诉讼费",
            DecidedBy = "法官和财务核对，退到您本人的卡",
            HasForm = true,
            Law = [LawPoint.FeeReturn, LawPoint.FeeSettled, LawPoint.FeeSummary, LawPoint.FeeOfWinner],
            Parts =
            [
                KindFields.Form("petition", "退费申请书") with
                {
                    IsRequired = false,
                },
                KindFields.Proof("交费票据", "法院查得到的不用交"),
            ],
            Fields =
            [
                new("amount", "要退的金额", FieldType.Money, IsRequired: true),
                KindFields.Text("reasons", "为什么退", "撤诉、调解、改判、多交…") with
                {
                    IsOfForm = false,
                },
                new("holder", "户名", FieldType.Line, IsRequired: true) { MaxLength = KindFields.ShortMax, Hint = "和交费的人一致" },
                new("bank", "开户银行", FieldType.Line, IsRequired: true) { MaxLength = KindFields.ShortMax, Hint = "写到支行" },
                new("account", "银行卡号", FieldType.Account, IsRequired: true) { MaxLength = 30, Hint = "加密保存，只显示后四位" },
                .. KindFields.Contact,
            ],
        },
        new(SubmissionKind.FeeRelief, SubmissionGroup.Application, SubmissionDecider.Judge, AuthorityItems.None)
        {
            Title = "诉讼费缓交、减交、免交",
            Plainly = "交诉讼费确有困难，请法院准许晚交、少交或者不交",
            DecidedBy = "法官审查，报请批准",
            HasForm = true,
            Law = [LawPoint.FeeRelief],
            Parts =
            [
                KindFields.Form("petition", "司法救助申请书"),
                KindFields.Proof("困难的证明", "低保证、残疾证、失业登记、工伤材料等", isRequired: true),
            ],
            Fields =
            [
                KindFields.Choice("relief", "申请什么", "缓交", "减交", "免交"),
                KindFields.Text("reasons", "困难情况", "收入、家庭、为什么交不起"),
                .. KindFields.Contact,
            ],
        },
    ];
}
