using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What anybody sees who has a certificate's or a document's number and code.</summary>
public sealed class VerificationTests(TestDatabase database) : CertificateTest(database)
{
    [Fact]
    public async Task Whoever_has_number_and_code_sees_what_may_be_seen_and_a_wrong_code_looks_like_a_wrong_number()
    {
        var service = await Served();
        var certificate = await Issue(service);
        var seen = await Verified(certificate.Number.ToLowerInvariant(), $" {certificate.VerifyCode[..4]} {certificate.VerifyCode[4..]}");
        Assert.Equal(
            (VerifiedKind.Certificate, "电子送达凭证", "陈**", certificate.Sha256),
            (seen.Kind, seen.Title, seen.Recipient, seen.Sha256)
        );
        Assert.Equal(("2026 年 11 月 20 日已送达", "判决书"), (seen.Documents.Single().ConclusionText, seen.Documents.Single().Title));
        Assert.DoesNotContain(service.CaseNumber, seen.CaseNumber, StringComparison.Ordinal);

        var document = await Data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync());
        var paper = await Verified(document.Serial, document.VerifyCode);
        Assert.Equal((VerifiedKind.Document, "判决书", document.Sha256, ""), (paper.Kind, paper.Title, paper.Sha256, paper.Recipient));
        foreach (
            var (number, code) in new[]
            {
                (certificate.Number, document.VerifyCode),
                ("SDHZ20261120-999999", certificate.VerifyCode),
                (certificate.Number, ""),
                ("", ""),
                (new string('A', 3_000), "\u0000"),
                ("SDHZ\u0000", "A"),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => Verified(number, code));
            Assert.Equal("verification.not_found", refused.Code);
        }
    }

    [Fact]
    public async Task Of_a_restricted_case_neither_case_nor_people_nor_documents_are_named()
    {
        var service = await Served(await Data.Case(restriction: CaseRestriction.Juvenile));
        var certificate = await Issue(service);
        var seen = await Verified(certificate.Number, certificate.VerifyCode);
        Assert.Equal(("", "", ""), (seen.CaseNumber, seen.Recipient, seen.Documents.Single().Title));
        var document = await Data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync());
        var paper = await Verified(document.Serial, document.VerifyCode);
        Assert.Equal(("", ""), (paper.CaseNumber, paper.Title));
    }
}
