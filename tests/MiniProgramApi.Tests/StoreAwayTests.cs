using System.Net;
using Domain.Attachments;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>A file store with an S3 service that does not answer.</summary>
[Collection(ApiTest.Name)]
public sealed class StoreAwayTests(ApiHost host)
{
    [Fact]
    public async Task Uploads_and_downloads_are_refused_by_a_code_nothing_is_recorded_and_the_health_check_says_so()
    {
        var away = host.Another(
            null,
            ("Files:Store", "S3"),
            ("Files:S3:Endpoint", $"http://127.0.0.1:{FreePort.Next()}"),
            ("Files:S3:Bucket", "court"),
            ("Files:S3:AccessKey", "key"),
            ("Files:S3:SecretKey", "secret")
        );
        var phone = await host.SignedInByWeChat(on: away);
        var id = Guid.CreateVersion7();
        (await phone.Upload(id, Samples.Png())).IsRefused(503, "attachment.store_unavailable");
        Assert.False(await host.Data.Use((CourtDb db) => db.Set<Attachment>().AnyAsync(a => a.Id == id)));

        using var client = away.CreateClient();
        using var health = await client.GetAsync("/health/files");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        using var ready = host.Factory.CreateClient();
        using var well = await ready.GetAsync("/health/files");
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
    }
}
