namespace Domain.DocumentService;

/// <summary>What a file's name says of the document in it; the clerk corrects it.</summary>
public static class DocumentTitles
{
    private static readonly (string Word, DocumentKind Kind)[] s_words =
    [
        ("上诉须知", DocumentKind.Other),
        ("支付令", DocumentKind.PaymentOrder),
        ("判决", DocumentKind.Judgment),
        ("裁定", DocumentKind.Ruling),
        ("调解书", DocumentKind.MediationStatement),
        ("上诉费", DocumentKind.AppealFeeNotice),
        ("上诉状", DocumentKind.AppealPetition),
        ("起诉状", DocumentKind.Complaint),
        ("传票", DocumentKind.Summons),
        ("开庭通知", DocumentKind.Summons),
        ("举证通知", DocumentKind.EvidenceNotice),
    ];

    /// <summary>民事诉讼法第一百五十七条, 行政诉讼法第五十一条 (不予立案), 企业破产法第十二条 (不予受理、驳回申请). 移送管辖 is none of them.</summary>
    private static readonly string[] s_appealableRulings =
    [
        "管辖权异议",
        "管辖异议",
        "不予受理",
        "不予立案",
        "驳回起诉",
        "驳回破产申请",
        "驳回破产清算申请",
        "驳回重整申请",
    ];

    /// <param name="fileName">With or without an extension.</param>
    /// <returns>At most <see cref="ServiceTask.TitleMaxLength"/> characters.</returns>
    public static string Guess(string fileName)
    {
        var title = Path.GetFileNameWithoutExtension(fileName).Trim();
        return title.Length <= ServiceTask.TitleMaxLength ? title : title[..ServiceTask.TitleMaxLength];
    }

    public static DocumentKind KindOf(string title) =>
        s_words.FirstOrDefault(w => title.Contains(w.Word, StringComparison.Ordinal)) is { Word: not null } found
            ? found.Kind
            : DocumentKind.Other;

    /// <summary>Judgments may be appealed; of rulings a few kinds.</summary>
    public static bool IsAppealable(DocumentKind kind, string title) =>
        kind switch
        {
            DocumentKind.Judgment => true,
            DocumentKind.Ruling => s_appealableRulings.Any(w => title.Contains(w, StringComparison.Ordinal)),
            _ => false,
        };
}
