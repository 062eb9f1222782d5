using System.Security.Cryptography;
using Domain.Auditing;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Auditing;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.DocumentService;

/// <summary>What a recipient finds first, what must be opened before it is signed for, and the certificate of it.</summary>
[Collection(ApiTest.Name)]
public sealed class RecipientTests(ApiHost host)
{
    [Fact]
    public async Task Nothing_is_signed_for_that_was_not_opened_and_the_refusal_names_it()
    {
        var (phone, _, service) = await Served(DocumentKind.Judgment, DocumentKind.AppealFeeNotice, DocumentKind.Other);
        var ids = service.Copies.Select(c => c.Id).ToArray();
        (await phone.Get($"/documents/{ids[0]}/file")).IsOk();
        var together = (await phone.Get($"/documents/{ids[2]}")).Is(200)["together"]!.AsArray();
        Assert.Equal([("判决书", true), ("上诉费交纳通知", false)], together.Select(t => ((string)t!["title"]!, (bool)t["opened"]!)));

        var refused = await phone.Post("/documents/sign", new { ids });
        refused.IsRefused(422, "served_document.not_opened");
        Assert.StartsWith("《上诉费交纳通知》《其他文书》还没有打开看过", (string)refused.Json["title"]!, StringComparison.Ordinal);
        Assert.Equal(0, await Facts(service, ServiceFacts.Signed)); // all of them or none
        (await phone.Post("/documents/sign", new { ids = ids[..1] })).Is(200);
    }

    [Fact]
    public async Task What_asks_for_something_comes_before_notices_and_the_clerks_order_stays()
    {
        var me = await host.Data.Litigant();
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        var older = await Begun(me, clerk, DocumentKind.Other, DocumentKind.Judgment, DocumentKind.AppealFeeNotice);
        var newer = await Begun(me, clerk, DocumentKind.Other, DocumentKind.Other);
        Guid[] wanted = [.. older.Copies.Select(c => c.Id), .. newer.Copies.Select(c => c.Id)];
        var phone = await host.SignedIn(me);
        foreach (var limit in new[] { 1, 2, 20 })
        {
            List<Guid> seen = [];
            string? cursor = null;
            do
            {
                var page = (await phone.Get($"/documents?limit={limit}&cursor={cursor}")).Is(200);
                seen.AddRange(page["items"]!.AsArray().Select(r => (Guid)r!["id"]!));
                cursor = (string?)page["nextCursor"];
            } while (cursor is not null);
            Assert.Equal(wanted, seen);
        }

        var home = (await phone.Get("/home")).Is(200)["todo"]!.AsArray();
        Assert.Equal(wanted, home.Select(r => (Guid)r!["id"]!));
        var row = (await phone.Get("/documents")).Is(200)["items"]![0]!;
        Assert.Equal(("您告李*强借钱不还", "民间借贷纠纷"), ((string)row["caseTitle"]!, (string)row["cause"]!));
        var all = (await phone.Get("/documents?state=all")).Is(200)["items"]!.AsArray();
        Assert.Equal(newer.Copies[0].Id, (Guid)all[0]!["id"]!);
    }

    [Fact]
    public async Task The_certificate_that_the_clerk_issued_is_the_recipients_byte_for_byte_and_audited()
    {
        var (phone, me, service) = await Served(DocumentKind.Judgment);
        var id = service.Copies[0].Id;
        Assert.Empty((await phone.Get($"/documents/{id}")).Is(200)["certificates"]!.AsArray());
        var issued = await host.Data.Certificate(service);

        var shown = Assert.Single((await phone.Get($"/documents/{id}")).Is(200)["certificates"]!.AsArray())!;
        Assert.Equal(("电子送达凭证", issued.Number), ((string)shown["kindText"]!, (string)shown["number"]!));
        var file = await phone.Get($"/documents/{id}/certificates/{(Guid)shown["id"]!}");
        Assert.Equal(issued.Sha256, Convert.ToHexStringLower(SHA256.HashData(file.IsOk())));
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        Assert.Equal($"电子送达凭证-{issued.Number}.pdf", file.ContentHeaders.ContentDisposition!.FileNameStar);

        await host.Data.Use((KeepAudit keep) => keep.Run(default));
        var row = await host.Data.Use((CourtDb db) => db.Set<AuditEntry>().SingleAsync(e => e.Text == issued.Number));
        Assert.Equal((AuditKind.FileOpened, me.Id, service.Id), (row.Kind, row.ById, row.SubjectId));

        var (stranger, none) = (await host.SignedIn(await host.Data.Litigant("李大强")), Guid.CreateVersion7());
        var theirs = await stranger.Get($"/documents/{id}/certificates/{issued.Id}");
        theirs.IsRefused(404, "service.document_not_found");
        Assert.Equal((await stranger.Get($"/documents/{none}/certificates/{none}")).WithoutErrorNumber, theirs.WithoutErrorNumber);
        (await phone.Get($"/documents/{id}/certificates/{none}")).IsRefused(404, "certificate.not_found");
    }

    [Fact]
    public async Task An_agent_to_whom_the_document_was_forwarded_gets_no_certificate()
    {
        var (phone, _, service) = await Served(DocumentKind.Judgment);
        var certificate = await host.Data.Certificate(service);
        var (id, lawyer) = (service.Copies[0].Id, await host.Data.Litigant("周正明"));
        var @case = await host.Data.Use(
            (CourtDb db) =>
                db.Set<Case>().Include(c => c.Parties.Where(p => p.Id == service.PartyId)).SingleAsync(c => c.Id == service.CaseId)
        );
        await host.Data.Agent(@case, lawyer);
        var agent = await host.Data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync(a => a.IdentityKey == lawyer.IdentityKey));
        (await phone.Post($"/documents/{id}/forward", new { agentId = agent.Id })).Is(200);
        var theirs = await host.SignedIn(lawyer);
        Assert.Empty((await theirs.Get($"/documents/{id}")).Is(200)["certificates"]!.AsArray());
        (await theirs.Get($"/documents/{id}/certificates/{certificate.Id}")).IsRefused(404, "service.document_not_found");
        (await phone.Get($"/documents/{id}/certificates/{certificate.Id}")).IsOk();
    }

    [Theory]
    [InlineData(DocumentKind.Judgment, true)]
    [InlineData(DocumentKind.Complaint, false)] // whoever signed that, it was not the court
    public async Task The_courts_seal_is_said_where_the_file_has_it(DocumentKind kind, bool said)
    {
        var (phone, _, service) = await Served(kind);
        var id = service.Copies[0].Id;
        Assert.False((bool)(await phone.Get($"/documents/{id}")).Is(200)["sealed"]!);
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<ServedDocument>()
                    .Where(d => d.Id == service.Copies[0].DocumentId)
                    .ExecuteUpdateAsync(s => s.SetProperty(d => d.IsSealed, true))
        );
        Assert.Equal(said, (bool)(await phone.Get($"/documents/{id}")).Is(200)["sealed"]!);
    }

    /// <summary>Nothing stands above, so that 上面 would lead nowhere.</summary>
    [Fact]
    public async Task A_summons_says_when_and_where_the_hearing_is_or_that_it_says_so_itself()
    {
        var (phone, _, service) = await Served(DocumentKind.Summons);
        var id = service.Copies[0].Id;
        Assert.Equal("这是开庭的通知。请按传票上写的时间、地点到法庭。", await Plain());
        var hearing = ChinaTime.At(ChinaTime.DayOf(host.Data.Now()).AddDays(5), new TimeOnly(9, 30));
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<Case>().Where(c => c.Id == service.CaseId).ExecuteUpdateAsync(s => s.SetProperty(c => c.HearingAt, hearing))
        );
        var said = await Plain();
        Assert.Contains($"{ChinaTime.Day(ChinaTime.DayOf(hearing))}09:30，在", said, StringComparison.Ordinal);
        Assert.Contains("以传票为准", said, StringComparison.Ordinal);
        Assert.Equal(said, (string)(await phone.Get("/documents")).Is(200)["items"]![0]!["plain"]!);

        async Task<string> Plain() => (string)(await phone.Get($"/documents/{id}")).Is(200)["plain"]!;
    }

    private async Task<(Phone Phone, Litigant Me, Service Service)> Served(params DocumentKind[] kinds)
    {
        var me = await host.Data.Litigant();
        var service = await Begun(me, await host.Data.Staff(Role.Clerk, await host.Data.Division()), kinds);
        return (await host.SignedIn(me), me, service);
    }

    private async Task<Service> Begun(Litigant me, Staff clerk, params DocumentKind[] kinds) =>
        (await host.Data.BegunServices(await host.Data.Case(me), clerk, null, kinds)).Single();

    private Task<int> Facts(Service service, string kind) =>
        host.Data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.SubjectId == service.Id && t.Kind == kind));
}
