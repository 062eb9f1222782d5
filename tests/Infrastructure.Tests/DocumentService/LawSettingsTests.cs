using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Tracing;

namespace Infrastructure.Tests.DocumentService;

/// <summary>One law for what is concluded, certified and verified, as the settings read it (ADR 18).</summary>
public sealed class LawSettingsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static int s_next;
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));

    /// <summary>Thirty days after 20 November end on a Sunday.</summary>
    [Theory]
    [InlineData("true", true, 30, "2026-12-21")]
    [InlineData("false", true, 30, "2026-12-20")]
    [InlineData("false", false, 60, "2027-01-19")]
    public async Task A_public_notice_serves_on_the_day_of_the_setting_and_is_certified_and_verified(
        string rolls,
        bool hasDomicile,
        int days,
        string served
    )
    {
        var name = $"law{Interlocked.Increment(ref s_next)}";
        var data = await Open(name, rolls);
        var service = await Published(data, hasDomicile, days);
        Assert.Equal(served, $"{service.Documents.Single().EffectiveOn:yyyy-MM-dd}");
        Assert.Equal(hasDomicile ? ServiceRule.NoticeExpired : ServiceRule.NoticeExpiredAbroad, service.Documents.Single().Rule);
        Assert.True((await VerifyAll(data)).IsIntact);
    }

    [Fact]
    public async Task A_change_of_the_setting_touches_nothing_that_was_served_before()
    {
        var name = $"law{Interlocked.Increment(ref s_next)}";
        var before = await Open(name, "true");
        var certificate = await Published(before, hasDomicile: true, 30);

        var after = await Open(name, "false");
        Assert.True((await VerifyAll(after)).IsIntact);
        var clerk = await after.Use((Infrastructure.Persistence.CourtDb db) => Task.FromResult(db.Set<Staff>().Single()));
        var again = await Issue(after, certificate.ServiceId, await after.ActorOf(clerk), CertificateKind.Return);
        Assert.Equal(certificate.Id, again.Id);
    }

    private async Task<CourtData> Open(string name, string rolls) =>
        await CourtData.Open(database.ConnectionString(name), _clock, settings: ("DocumentService:RollPublicNotices", rolls));

    /// <summary>Served by nothing but a public notice, and certified when its period is over.</summary>
    private async Task<ServiceCertificate> Published(CourtData data, bool hasDomicile, int days)
    {
        var clerk = await data.Staff(Role.Clerk, await data.Division());
        var (@case, by) = (await data.Case(), await data.ActorOf(clerk));
        await data.Lives(@case.Parties[0], hasDomicile ? Domicile.Mainland : Domicile.Abroad);
        var recipient = CourtDataServing.Recipient(
            @case.Parties[0],
            ways: new PlannedWay(ServiceChannel.PublicNotice, "", AddressBasis.Found)
        );
        var service = (await data.BegunServices(@case, clerk, [recipient])).Single();
        await data.ChangeService(
            service,
            s => s.DraftNotice(s.Attempts[0].Id, NoticeGround.Missing, "派出所证明下落不明", "公告", days, by, _clock.Now)
        );
        await data.ChangeService(service, s => s.Published(s.Attempts[0].Id, "人民法院公告网", new DateOnly(2026, 11, 20), by, _clock.Now));
        _clock.Now += TimeSpan.FromDays(days + 10);
        Assert.Equal(1, await data.Use((ConcludeDueServices conclude) => conclude.Run(default)));
        return await Issue(data, service.Id, by, CertificateKind.Return);
    }

    private static Task<ServiceCertificate> Issue(CourtData data, Guid service, Actor by, CertificateKind kind) =>
        data.Use((IssueCertificate issue) => issue.Handle(service, kind, by, default));

    private static async Task<TraceFindings> VerifyAll(CourtData data)
    {
        var found = await data.VerifyTrace();
        await data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        return found;
    }
}
