using System.Net;
using Domain.DocumentService;
using Domain.Organisation;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class VerificationTests(ApiHost host)
{
    [Fact]
    public async Task Whoever_holds_the_paper_checks_it_without_signing_in()
    {
        var document = await Document();
        var answer = await host.Phone().Get($"/verifications/{document.Serial}?code={document.VerifyCode}");
        var json = answer.Is(200);
        Assert.Equal(("document", "判决书", document.Sha256), ((string)json["kind"]!, (string)json["title"]!, (string)json["sha256"]!));
        Assert.DoesNotContain(document.CaseNumber, json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Guessed_codes_and_unknown_numbers_cannot_be_told_apart()
    {
        var document = await Document();
        var unknown = await host.Phone().Get($"/verifications/SD20261120-9999-0001-01?code={document.VerifyCode}");
        unknown.IsRefused(404, "verification.not_found");
        foreach (
            var code in new[]
            {
                "",
                "AAAAAAAAAAAA",
                document.VerifyCode[..11],
                document.VerifyCode + "A",
                "%EF%BF%BD",
                new string('A', 1_000),
            }
        )
        {
            var guessed = await host.Phone().Get($"/verifications/{document.Serial}?code={code}");
            guessed.IsRefused(404, "verification.not_found");
            Assert.Equal(unknown.WithoutErrorNumber, guessed.WithoutErrorNumber);
        }

        // A NUL is refused before anybody looks, whatever the number.
        foreach (var number in new[] { document.Serial, "SD20261120-9999-0001-01" })
            (await host.Phone().Get($"/verifications/{number}?code=%00")).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task The_address_on_the_paper_leads_to_the_page_with_number_and_code_behind_the_hash()
    {
        using var browser = host.Factory.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(new Uri("/v/SDHZ20261120-000042?code=ABCDEFGHJKLM", UriKind.Relative));
        Assert.Equal(
            (HttpStatusCode.Redirect, "/#/pages/verify/index?serial=SDHZ20261120-000042&code=ABCDEFGHJKLM"),
            (answer.StatusCode, answer.Headers.Location!.ToString())
        );
    }

    private async Task<ServedDocument> Document()
    {
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        var service = (await host.Data.BegunServices(await host.Data.Case(), clerk)).Single();
        return await host.Data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync(d => d.TaskId == service.TaskId));
    }
}
