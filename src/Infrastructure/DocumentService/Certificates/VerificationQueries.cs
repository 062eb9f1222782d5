using System.Security.Cryptography;
using System.Text;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Certificates;

public enum VerifiedKind
{
    /// <summary>送达文书.</summary>
    Document,

    /// <summary>送达回证、电子送达凭证.</summary>
    Certificate,

    /// <summary>生效证明.</summary>
    EffectCertificate,
}

/// <summary>What whoever holds the paper may know. Restricted cases name neither case nor people nor documents.</summary>
/// <param name="Title">电子送达凭证, 民事判决书; empty for a document of a restricted case.</param>
/// <param name="CaseNumber">Masked: (…)粤0104民...号. Empty for restricted cases.</param>
/// <param name="Recipient">Masked; of a certificate only.</param>
/// <param name="MadeText">2026 年 11 月 20 日: when it was frozen or issued.</param>
/// <param name="Remark">What a holder must know besides: there is a later one.</param>
/// <param name="Sha256">Of the PDF, to compare a file with.</param>
public sealed record Verification(
    VerifiedKind Kind,
    string Serial,
    string Title,
    string CourtName,
    string CaseNumber,
    string Recipient,
    string MadeText,
    int Pages,
    string Sha256,
    string Remark,
    IReadOnlyList<VerifiedDocument> Documents
);

/// <param name="Title">Empty for restricted cases.</param>
/// <param name="ConclusionText">When the certificate was issued: 2026 年 11 月 20 日已送达.</param>
public sealed record VerifiedDocument(string Title, string Serial, string Sha256, string ConclusionText, string RuleText);

/// <summary>公开核验: by number and code, without an account.</summary>
public sealed class VerificationQueries(CourtDb db)
{
    /// <exception cref="RefusedException"><c>verification.not_found</c>: an unknown number and a wrong code look the same.</exception>
    public async Task<Verification> Find(string serial, string code, CancellationToken ct)
    {
        var (number, typed) = (
            TypedText.Fold(serial).ToUpperInvariant(),
            new string([.. TypedText.Fold(code).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])
        );
        if (
            number.Length is 0 or > ServedDocument.SerialMaxLength
            || typed.Length is 0 or > ServedDocument.SerialMaxLength
            || number.Any(char.IsControl)
        )
            throw CertificateErrors.NotVerified();
        var document = await db.Set<ServedDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.Serial == number, ct);
        var certificate = document is null
            ? await db.Set<ServiceCertificate>().AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct)
            : null;
        var effect =
            document is null && certificate is null
                ? await db.Set<EffectCertificate>().AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct)
                : null;
        var right = document?.VerifyCode ?? certificate?.VerifyCode ?? effect?.VerifyCode ?? "";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(typed)))
            throw CertificateErrors.NotVerified();
        return document is not null ? await Of(document, ct)
            : certificate is not null ? await Of(certificate, ct)
            : await Of(effect!, ct);
    }

    private async Task<Verification> Of(EffectCertificate certificate, CancellationToken ct)
    {
        var judgments = db.Set<EffectiveJudgment>().AsNoTracking().Where(j => j.CaseId == certificate.CaseId);
        var judgment = await judgments
            .Where(j => j.Title == certificate.DocumentTitle)
            .OrderByDescending(j => j.FirstServedAt)
            .FirstOrDefaultAsync(ct);
        var hidden = certificate.IsSensitive;
        return new Verification(
            VerifiedKind.EffectCertificate,
            certificate.Number,
            "生效证明",
            certificate.CourtName,
            CaseNumber(certificate.CaseNumber, hidden),
            "",
            Day(certificate.IssuedAt),
            certificate.Pages,
            certificate.Sha256,
            certificate.StandsWith(judgment) ? "" : "出具以后情况有变化，这份证明不能再用，请向法院核实。",
            [
                new VerifiedDocument(
                    hidden ? "" : certificate.DocumentTitle,
                    "",
                    "",
                    $"{ChinaTime.DayWithYear(certificate.EffectiveOn)}发生法律效力",
                    ""
                ),
            ]
        );
    }

    private async Task<Verification> Of(ServedDocument document, CancellationToken ct)
    {
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == document.CaseId, ct);
        var court = await db.Set<Court>().Where(c => c.Id == @case.CourtId).Select(c => c.FullName).SingleAsync(ct);
        var isCorrected = await db.Set<ServedDocument>().AnyAsync(d => d.CorrectsId == document.Id, ct);
        return new Verification(
            VerifiedKind.Document,
            document.Serial,
            @case.IsSensitive ? "" : document.Title,
            court,
            CaseNumber(document.CaseNumber, @case.IsSensitive),
            "",
            Day(document.FrozenAt),
            document.Pages,
            document.Sha256,
            isCorrected ? "法院后来送达了更正的文书，以更正的为准。" : "",
            []
        );
    }

    private async Task<Verification> Of(ServiceCertificate certificate, CancellationToken ct)
    {
        var standing = await db.Standing().SingleAsync(c => c.ServiceId == certificate.ServiceId && c.Kind == certificate.Kind, ct);
        var hidden = certificate.IsSensitive;
        return new Verification(
            VerifiedKind.Certificate,
            certificate.Number,
            certificate.Kind.Chinese(),
            certificate.CourtName,
            CaseNumber(certificate.CaseNumber, hidden),
            hidden ? "" : ShownName.Of(certificate.RecipientName, isSensitive: false),
            Day(certificate.IssuedAt),
            certificate.Pages,
            certificate.Sha256,
            Remark(certificate, standing),
            [.. certificate.Documents.Select(d => new VerifiedDocument(hidden ? "" : d.Title, d.Serial, d.Sha256, Conclusion(d), d.Basis))]
        );
    }

    /// <summary>Which edition stands, and why.</summary>
    private static string Remark(ServiceCertificate certificate, ServiceCertificate standing) =>
        certificate.Id != standing.Id
            ? $"这是第 {certificate.Edition} 版，已由第 {standing.Edition} 版 {standing.Number}（{Day(standing.IssuedAt)}出具）代替，"
                + $"原因：{standing.Reason}。以第 {standing.Edition} 版为准。"
        : certificate.Edition > 1
            ? $"现行有效。这是第 {certificate.Edition} 版，代替 {certificate.SupersedesNumber}，原因：{certificate.Reason}。"
        : "";

    private static string CaseNumber(string number, bool isHidden) => isHidden ? "" : Domain.Cases.CaseNumber.ForSms(number);

    private static string Conclusion(CertifiedDocument document) =>
        (document.EffectiveOn is { } on ? ChinaTime.DayWithYear(on) : "") + document.Outcome();

    private static string Day(DateTimeOffset at) => ChinaTime.DayWithYear(ChinaTime.DayOf(at));
}
