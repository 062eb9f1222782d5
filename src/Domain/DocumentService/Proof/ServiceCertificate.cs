using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

public enum CertificateKind
{
    /// <summary>送达回证: the ruled form.</summary>
    Return,

    /// <summary>电子送达凭证: the form with channels, hashes and the whole trace; it has the force of a 送达回证 (OLR 31).</summary>
    Voucher,
}

/// <summary>
/// Proof of one service as it stood at one version of its trace, with the case and the agents as they were: a PDF in the file store. The
/// row and the bytes never change. When one of them is another, a new edition takes its place and says why; both are kept.
/// </summary>
public sealed class ServiceCertificate : Aggregate
{
    public const int NumberMaxLength = 30;

    public static readonly NumberSeries Numbers = new("SDHZ", Digits: 6, Block: 20);

    /// <summary><c>SDHZ20261120-000042</c>, unique.</summary>
    public required string Number { get; init; }

    /// <summary>With the number it opens the public verification page.</summary>
    public required string VerifyCode { get; init; }

    public CertificateKind Kind { get; init; }
    public Guid ServiceId { get; init; }
    public Guid TaskId { get; init; }

    /// <summary>Court and case of the service: lists are read by them.</summary>
    public Guid CourtId { get; init; }

    public Guid CaseId { get; init; }

    public string CourtName { get; init; } = "";
    public string CaseNumber { get; init; } = "";
    public string Cause { get; init; } = "";

    /// <summary>Who acts for the recipient, see <see cref="CertifiedAgents"/>.</summary>
    public string Agents { get; init; } = "";

    /// <summary>1, 2, 3 … of the same kind and service: the highest stands.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>Number of the edition before; empty for the first.</summary>
    public string SupersedesNumber { get; init; } = "";

    /// <summary>Why it took that one's place: 诉讼代理人变更. Empty for the first.</summary>
    public string Reason { get; init; } = "";

    public string RecipientName { get; init; } = "";

    /// <summary>Restricted cases: the public page names neither case nor people nor documents.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Version and newest hash of the service's trace that it was made from.</summary>
    public long ServiceVersion { get; init; }

    public required string ServiceHash { get; init; }

    /// <summary>What it certifies of each document.</summary>
    public List<CertifiedDocument> Documents { get; init; } = [];

    /// <summary>Of the PDF.</summary>
    public required string Sha256 { get; init; }

    public int Pages { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public Guid IssuedById { get; init; }
    public string IssuedByName { get; init; } = "";

    /// <summary>电子送达凭证-SDHZ20261120-000042.pdf.</summary>
    public string FileName => $"{Kind.Chinese()}-{Number}.pdf";

    /// <summary>Why a certificate that would be issued now would not be this one; empty where it says what is the case.</summary>
    public string OutdatedBy(long serviceVersion, string courtName, string caseNumber, string cause, string agents)
    {
        List<string> changed = [];
        if (ServiceVersion != serviceVersion)
            changed.Add("送达有新的记录");
        if ((CourtName, CaseNumber, Cause) != (courtName, caseNumber, cause))
            changed.Add("案件信息变更");
        if (Agents != agents)
            changed.Add("诉讼代理人变更");
        return string.Join('、', changed);
    }

    /// <summary>To be called once, when the PDF is kept.</summary>
    public void Issue(Actor by) =>
        Raise(
            new Fact("certificate_issued", by, IssuedAt)
            {
                Data = new CertificateIssued(Number, Kind, new CertifiedTrace(ServiceId, ServiceVersion, ServiceHash), Sha256)
                {
                    Edition = Edition,
                    SupersedesNumber = SupersedesNumber,
                    Reason = Reason,
                },
            }
        );
}

/// <param name="Sha256">Of the PDF.</param>
public sealed record CertificateIssued(string Number, CertificateKind Kind, CertifiedTrace Trace, string Sha256) : FactData
{
    public int Edition { get; init; }
    public string SupersedesNumber { get; init; } = "";
    public string Reason { get; init; } = "";
}

/// <summary>The state of the service that a certificate speaks of.</summary>
public sealed record CertifiedTrace(Guid ServiceId, long Version, string Hash);

/// <summary>A document's conclusion when the certificate was issued.</summary>
/// <param name="Sha256">Of the frozen PDF.</param>
/// <param name="EffectiveOn">Null while it was not served.</param>
/// <param name="Basis">Text and articles of the rule, as it was printed; empty while it was not served.</param>
public sealed record CertifiedDocument(
    string Title,
    string Serial,
    string Sha256,
    ServiceStanding Standing,
    DateOnly? EffectiveOn,
    ServiceRule? Rule,
    string Basis
)
{
    /// <summary>Before it was served.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>The agents of a case as certificates name them.</summary>
public static class CertifiedAgents
{
    public const int MaxLength = 400;

    /// <param name="agentId">Set where the agent is the recipient.</param>
    /// <returns>王明（代理律师）、…; for an agent whether the authority runs.</returns>
    public static string Of(CaseParty party, Guid? agentId)
    {
        var agents = party.Agents.OrderBy(a => a.Id).ToList();
        if (agentId is { } id)
            return agents.Find(a => a.Id == id) is { EndedAt: null } ? "受送达人即诉讼代理人" : "受送达人曾任诉讼代理人，代理已经终止";
        var words = string.Join(
            '、',
            agents.Where(a => a.EndedAt is null).Select(a => $"{a.Name}（{(a.IsLawyer ? "代理律师" : "代理人")}）")
        );
        return words.Length == 0 ? "没有" : Cut(words);
    }

    private static string Cut(string words) => words.Length <= MaxLength ? words : words[..(MaxLength - 1)] + "…";
}

public static class CertificateNames
{
    public static string Chinese(this CertificateKind kind) => kind == CertificateKind.Return ? "送达回证" : "电子送达凭证";

    /// <summary>What became of one document, without its day.</summary>
    public static string Outcome(this ServiceCopy copy) => Outcome(copy.Standing, copy.IsWithdrawn);

    public static string Outcome(this CertifiedDocument document) => Outcome(document.Standing, document.IsWithdrawn);

    private static string Outcome(ServiceStanding standing, bool isWithdrawn) => isWithdrawn ? "已撤回" : standing.Chinese();

    public static string Chinese(this ServiceStanding standing) =>
        standing switch
        {
            ServiceStanding.Effective => "已送达",
            ServiceStanding.Presumed => "推定送达",
            ServiceStanding.ForClerk => "待书记员认定",
            _ => "尚未送达",
        };
}
