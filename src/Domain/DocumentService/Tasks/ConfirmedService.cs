namespace Domain.DocumentService;

/// <summary>What the clerk confirms: every document, recipient and channel as the confirmation page showed it.</summary>
/// <param name="Id">Made by the page: confirming again returns the same task.</param>
/// <param name="Documents">In the order in which they are served.</param>
/// <param name="CorrectsTaskId">The task whose documents these correct (更正送达).</param>
public sealed record ConfirmedService(
    Guid Id,
    IReadOnlyList<ConfirmedDocument> Documents,
    IReadOnlyList<ConfirmedCase> Cases,
    Guid? CorrectsTaskId = null
)
{
    /// <summary>Set when names, numbers and addresses were shown in full.</summary>
    public RecipientsRevealed? Revealed { get; init; }

    /// <summary>The clerk wants no other channel after the chosen ones.</summary>
    public bool StaysWithChosen { get; init; }
}

/// <summary>One upload of the clerk's own, or one document that the trial system handed over.</summary>
/// <param name="Kind">Of an upload; the trial system says it of its own.</param>
/// <param name="IsAppealable">Of an uploaded ruling.</param>
public sealed record ConfirmedDocument(DocumentKind Kind, string Title, bool IsAppealable)
{
    public Guid? AttachmentId { get; init; }
    public Guid? CaseDocumentId { get; init; }

    /// <summary>The document of the corrected task.</summary>
    public Guid? CorrectsId { get; init; }
}

public sealed record ConfirmedCase(Guid CaseId, IReadOnlyList<ConfirmedRecipient> Recipients);

/// <summary>With ways, or with the reason why the person is left out.</summary>
/// <param name="Contact">Somebody of the party's who may take the papers for it (CPL 88); the party itself is another recipient.</param>
public sealed record ConfirmedRecipient(
    RecipientKey Key,
    IReadOnlyList<ConfirmedWay> Ways,
    string LeftOutReason = "",
    PartyContact? Contact = null
);

/// <summary>Address and basis as they were shown: when they are not what is on record, nothing is sent.</summary>
public sealed record ConfirmedWay(ServiceChannel Channel, string Address, AddressBasis Basis);

/// <param name="Relation">One of <see cref="Relations"/>.</param>
public sealed record PartyContact(string Name, string Relation)
{
    public const int NameMaxLength = 40;

    /// <summary>Shorter is no address that a postman finds.</summary>
    public const int AddressMinLength = 6;

    /// <summary>Origin of the address that a clerk typed for a contact.</summary>
    public const string Origin = "书记员录入";

    /// <summary>Who may sign for the party (CPL 88, JI 130).</summary>
    public static IReadOnlyList<string> Relations { get; } = ["同住成年家属", "法定代表人", "主要负责人", "收件人员", "指定代收人"];
}
