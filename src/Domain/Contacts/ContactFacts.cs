namespace Domain.Contacts;

/// <summary>What happened to changes, gaps and the directory; see also <see cref="Supervision.SupervisionFacts"/>.</summary>
public static class ContactFacts
{
    public const string Reported = "contact_reported";
    public const string Published = "contact_published";
    public const string Returned = "contact_returned";
    public const string GapFound = "contact_gap_found";
    public const string GapClosed = "contact_gap_closed";
    public const string Shown = "contact_shown";
    public const string Withdrawn = "contact_withdrawn";
}
