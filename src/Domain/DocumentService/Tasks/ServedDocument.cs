using System.Security.Cryptography;

namespace Domain.DocumentService;

/// <summary>
/// A document of one case as it was served: stamped with case number, court, serial and verification code, then frozen; a sealed file
/// is frozen as it came. The row and the bytes never change; a correction is another document that names this one.
/// </summary>
public sealed class ServedDocument
{
    public const int SerialMaxLength = 40;

    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public DocumentKind Kind { get; init; }
    public required string Title { get; init; }
    public int Position { get; init; }
    public int Pages { get; init; }
    public bool IsAppealable { get; init; }

    /// <summary><c>SD20261120-0042-0001-01</c>: task, case within it, document.</summary>
    public required string Serial { get; init; }

    /// <summary>With the serial it opens the public verification page.</summary>
    public required string VerifyCode { get; init; }

    /// <summary>Of the PDF that the clerk confirmed.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>Of the PDF as it was frozen, byte for byte what recipients open.</summary>
    public required string Sha256 { get; init; }

    /// <summary>An electronic seal or signature was found in the PDF as it was frozen.</summary>
    public bool IsSealed { get; init; }

    public long Size { get; init; }
    public DateTimeOffset FrozenAt { get; init; }

    /// <summary>The document that this one corrects.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>民事判决书（2026）粤0106民初20871号.pdf.</summary>
    public string FileName => FileNameOf(Title, CaseNumber);

    public static string FileNameOf(string title, string caseNumber) => $"{title}{Cases.CaseNumber.DisplayOf(caseNumber)}.pdf";

    /// <summary>60 random bits in letters and digits that nobody mistakes for one another.</summary>
    public static string NewVerifyCode() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 12);
}
