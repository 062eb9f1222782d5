namespace Domain.DocumentService;

/// <summary>Why a case's services could not begin: <see cref="ServicePlan.FailureCode"/> as the clerk reads it.</summary>
public static class ServicePlanFailures
{
    /// <summary>Several tries came to no end.</summary>
    public const string GaveUp = "gave_up";

    /// <summary>The case, or a person of it, is not there any more.</summary>
    public const string CaseGone = "case_gone";

    public static string Chinese(string code) =>
        code switch
        {
            "pdf_encrypted" => "文书加了密码，不能盖核验章。请上传没有密码的 PDF，重新送达",
            "pdf_broken" => "文书文件已损坏，打不开。请重新上传，重新送达",
            "pdf_other_pages" => "文书的页数与确认送达时不一致。请重新上传，重新送达",
            "pdf_too_slow" => "文书太复杂，处理超时。可以重试，或者换一份文件",
            "pdf_missing" => "找不到文书文件。请联系科信处",
            CaseGone => "案件或者受送达人的资料已不在系统中。请核对后重新送达",
            GaveUp => "制作文书多次没有成功，还没有发给任何人。可以重试",
            _ => "制作文书没有成功，还没有发给任何人。可以重试",
        };
}
