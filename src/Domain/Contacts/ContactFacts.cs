using Domain.Supervision;

namespace Domain.Contacts;

/// <summary>The words of the traces of changes and gaps.</summary>
public static class ContactFacts
{
    public const string Reported = "contact_reported";
    public const string Published = "contact_published";
    public const string Returned = "contact_returned";
    public const string GapFound = "contact_gap_found";
    public const string GapClosed = "contact_gap_closed";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Reported => "报告变更",
            Published => "公布",
            Returned => "退回",
            GapFound => "发现联络员空缺",
            GapClosed => "已报告",
            _ => SupervisionFacts.Chinese(kind) ?? kind,
        };
}
