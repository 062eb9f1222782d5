using Domain.DocumentService;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What is not proved is not certified: a changed trace, a conclusion without the law, a broken file.</summary>
public sealed class CertificateProofTests(TestDatabase database) : CertificateTest(database)
{
    [Theory]
    [InlineData("UPDATE trace SET data = replace(data, '138****8000', '138****8001') WHERE subject_id = {0} AND sequence = 2")]
    [InlineData("UPDATE trace SET at = at - interval '1 day' WHERE subject_id = {0} AND sequence = 3")]
    [InlineData("DELETE FROM trace WHERE subject_id = {0} AND sequence = (SELECT max(sequence) FROM trace WHERE subject_id = {0})")]
    [InlineData("DELETE FROM trace WHERE subject_id = {0} AND sequence = 2")]
    [InlineData("UPDATE services SET trace_hash = repeat('0', 64) WHERE id = {0}")]
    [InlineData("UPDATE service_attempts SET delivered_at = delivered_at - interval '3 hours' WHERE service_id = {0}")]
    [InlineData("UPDATE service_attempts SET sent_at = sent_at - interval '1 second' WHERE service_id = {0}")]
    [InlineData("UPDATE services SET recipient_name = '别人' WHERE id = {0}")]
    [InlineData("UPDATE service_copies SET effective_on = effective_on - 1 WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET limit_ends_on = limit_ends_on + 30 WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET opened_at = now() WHERE service_id = {0}")]
    [InlineData("UPDATE service_copies SET signature_sha256 = repeat('a', 64) WHERE service_id = {0}")]
    [InlineData("UPDATE served_documents SET sha256 = repeat('a', 64)")]
    public async Task Of_a_tampered_service_no_certificate_is_made_and_the_check_of_the_trace_finds_it(string sql)
    {
        var service = await Served();
        Assert.True((await VerifyAll()).IsIntact);
        await Execute(sql, service.Id);
        Assert.Equal("service.trace_broken", (await Refused(service)).Code);
        Assert.Equal(0, await Data.Use((CourtDb db) => db.Set<ServiceCertificate>().CountAsync()));
        Assert.False((await VerifyAll()).IsIntact);
    }

    [Fact]
    public async Task A_certificate_that_was_issued_is_not_shown_for_a_trace_that_was_changed_after_it()
    {
        var service = await Served();
        var certificate = await Issue(service);
        await Execute("UPDATE trace SET actor_name = '别人' WHERE subject_id = {0} AND sequence = 1", service.Id);
        Assert.Equal("service.trace_broken", (await Refused(service)).Code);
        await Execute("UPDATE service_certificates SET trace_hash = repeat('b', 64) WHERE service_id = {0}", service.Id);
        Assert.Equal(2, (await VerifyAll()).Breaks);
        Assert.Equal(certificate.Sha256, (await Verified(certificate.Number, certificate.VerifyCode)).Sha256);
    }

    [Fact]
    public async Task A_conclusion_that_the_law_does_not_give_is_refused()
    {
        var @case = await Data.Case();
        var services = await Data.BegunServices(
            @case,
            Clerk,
            [CourtDataServing.Recipient(@case.Parties[0]), CourtDataServing.Recipient(@case.Parties[0])]
        );
        await Change(services[0], s => s.Delivered(s.Attempts[0].Id, Clock.GetUtcNow(), Clock.GetUtcNow()));
        await Execute(
            "UPDATE service_attempts SET delivered_at = '2026-11-18', sent_at = '2026-11-18' WHERE service_id = {0}",
            services[1].Id
        );
        Assert.Equal("service.conclusion_stale", (await Refused(services[0])).Code); // the party was served by the other
        var found = new TraceFindings();
        await Data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        Assert.Equal(3, found.Breaks); // the other's time, and what the law makes of it for both
    }

    [Fact]
    public async Task A_served_file_or_a_certificate_that_is_not_what_it_was_is_refused()
    {
        var service = await Served();
        var certificate = await Issue(service);
        await Overwrite(certificate.Sha256);
        Assert.Equal(
            "service.file_broken",
            (
                await Assert.ThrowsAsync<RefusedException>(() =>
                    Data.Use((OpenCertificate open) => open.Handle(certificate.Id, By, default))
                )
            ).Code
        );

        await Overwrite(await Data.Use((CourtDb db) => db.Set<ServedDocument>().Select(d => d.Sha256).SingleAsync()));
        Assert.Equal("service.file_broken", (await Refused(service, CertificateKind.Return)).Code);
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<ServiceCertificate>().CountAsync()));
    }
}
