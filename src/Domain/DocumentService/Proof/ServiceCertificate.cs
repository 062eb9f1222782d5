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
/// Proof of one service as it stood at one version of its trace: a PDF in the file store. The row and the bytes never change, and a later
/// certificate of the same service takes nothing back; it only says more.
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

    /// <summary>To be called once, when the PDF is kept.</summary>
    public void Issue(Actor by) =>
        Raise(
            new Fact("certificate_issued", by, IssuedAt)
            {
                Data = new CertificateIssued(Number, Kind, new CertifiedTrace(ServiceId, ServiceVersion, ServiceHash), Sha256),
            }
        );
}

/// <param name="Sha256">Of the PDF.</param>
public sealed record CertificateIssued(string Number, CertificateKind Kind, CertifiedTrace Trace, string Sha256) : FactData;

/// <summary>The state of the service that a certificate speaks of.</summary>
public sealed record CertifiedTrace(Guid ServiceId, long Version, string Hash);

/// <summary>A document's conclusion when the certificate was issued.</summary>
/// <param name="Sha256">Of the frozen PDF.</param>
/// <param name="EffectiveOn">Null while it was not served.</param>
public sealed record CertifiedDocument(
    string Title,
    string Serial,
    string Sha256,
    ServiceStanding Standing,
    DateOnly? EffectiveOn,
    ServiceRule? Rule
);

public static class CertificateNames
{
    public static string Chinese(this CertificateKind kind) => kind == CertificateKind.Return ? "送达回证" : "电子送达凭证";

    public static string Chinese(this ServiceStanding standing) =>
        standing switch
        {
            ServiceStanding.Effective => "已送达",
            ServiceStanding.Presumed => "推定送达",
            ServiceStanding.ForClerk => "待书记员认定",
            _ => "尚未送达",
        };
}
