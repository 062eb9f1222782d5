namespace Domain.DocumentService;

public static class DocumentKinds
{
    /// <summary>The word on every screen and certificate.</summary>
    public static string Chinese(this DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Complaint => "起诉状副本",
            DocumentKind.Judgment => "判决书",
            DocumentKind.Ruling => "裁定书",
            DocumentKind.MediationStatement => "调解书",
            DocumentKind.Summons => "传票",
            DocumentKind.AppealPetition => "上诉状副本",
            DocumentKind.EvidenceNotice => "举证通知书",
            DocumentKind.AppealFeeNotice => "上诉费交纳通知",
            DocumentKind.PaymentOrder => "支付令",
            DocumentKind.Other => "其他文书",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Made by the court; the others are an opposing party's papers.</summary>
    public static bool IsOfCourt(this DocumentKind kind) => kind is not (DocumentKind.Complaint or DocumentKind.AppealPetition);
}
