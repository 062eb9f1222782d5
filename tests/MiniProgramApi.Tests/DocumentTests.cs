using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class DocumentTests(ApiHost host)
{
    [Fact]
    public async Task A_recipient_sees_what_waits_and_signs_by_hand_and_both_sides_see_it_at_once()
    {
        var (phone, me, service) = await Served();
        var list = (await phone.Get("/documents?state=toSign")).Is(200);
        var row = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal((1, "判决书", "toSign"), ((int)list["toSign"]!, (string)row["title"]!, (string)row["state"]!));
        var home = (await phone.Get("/home")).Is(200);
        Assert.Equal((1, (Guid)row["id"]!), ((int)home["documentsToSign"]!, (Guid)Assert.Single(home["todo"]!.AsArray())!["id"]!));

        var id = IdOf(service);
        var before = (await phone.Get($"/documents/{id}")).Is(200);
        Assert.Equal("广州市越秀区人民法院", (string)before["courtFullName"]!);
        Assert.Equal("您告李*强借钱不还", (string)before["caseTitle"]!);
        Assert.Equal("广州市中级人民法院", (string)before["appealTo"]!);
        Assert.Equal("我是陈建华本人，收到越秀区人民法院的", (string)before["statement"]!);

        var other = await host.SignedIn(me);
        (await phone.Get($"/documents/{id}/file")).IsOk();
        var picture = Signatures.Written();
        var signed = (await phone.Post("/documents/sign", new { ids = new[] { id }, signature = Convert.ToBase64String(picture) })).Is(200)[
            "items"
        ]![0]!;
        Assert.Equal(("signed", true), ((string)signed["state"]!, (bool)signed["signed"]!["handwritten"]!));
        Assert.Equal("signed", (string)(await other.Get($"/documents/{id}")).Is(200)["state"]!);
        Assert.Empty((await other.Get("/documents?state=toSign")).Is(200)["items"]!.AsArray());
        Assert.Single((await other.Get("/documents?state=signed")).Is(200)["items"]!.AsArray());

        var stored = await Stored(service);
        var copy = stored.Copies.Single();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(picture)), copy.SignatureSha256);
        Assert.Equal(ServiceStanding.Effective, copy.Standing);
        await using var kept = await host.Data.Use((IFileStore files) => files.Open(copy.SignatureSha256!, default));
        Assert.Equal(picture.Length, kept.Length);
    }

    [Theory]
    [InlineData("gz-zy", "建设工程施工合同纠纷", "广东省高级人民法院")]
    [InlineData("yuexiu", "侵害商标权纠纷", "广州知识产权法院")]
    [InlineData("gz-int", "侵害作品信息网络传播权纠纷", "广州知识产权法院")]
    [InlineData("gz-int", "网络购物合同纠纷", "广州市中级人民法院")]
    public async Task The_page_names_the_court_that_hears_the_appeal(string court, string cause, string appealTo)
    {
        var me = await host.Data.Litigant();
        var division = await host.Data.Division(court: court);
        var @case = await host.Data.Case(me, division, cause: cause);
        var service = (await host.Data.BegunServices(@case, await host.Data.Staff(Role.Clerk, division))).Single();
        var page = (await (await host.SignedIn(me)).Get($"/documents/{IdOf(service)}")).Is(200);
        Assert.Equal(appealTo, (string)page["appealTo"]!);
    }

    [Fact]
    public async Task Signing_twice_and_from_two_devices_at_once_signs_once()
    {
        var (phone, me, service) = await Served();
        var other = await host.SignedIn(me);
        var id = IdOf(service);
        var body = new { ids = new[] { id }, signature = Convert.ToBase64String(Signatures.Written()) };
        var confirmed = new { ids = new[] { id } };
        (await phone.Get($"/documents/{id}/file")).IsOk();
        var answers = await Task.WhenAll(
            phone.Post("/documents/sign", body),
            other.Post("/documents/sign", confirmed),
            phone.Post("/documents/sign", body)
        );
        Assert.All(answers, a => Assert.Equal("signed", (string)a.Is(200)["items"]![0]!["state"]!));
        (await phone.Post("/documents/sign", body)).Is(200);
        Assert.Equal(1, await Facts(service, ServiceFacts.Signed));
    }

    [Fact]
    public async Task Several_documents_are_signed_for_at_once()
    {
        var (phone, _, service) = await Served(kinds: [DocumentKind.Judgment, DocumentKind.AppealFeeNotice]);
        var ids = service.Copies.Select(c => c.Id).ToArray();
        var together = (await phone.Get($"/documents/{ids[0]}")).Is(200)["together"]!.AsArray();
        Assert.Equal(ids[1], (Guid)Assert.Single(together)!["id"]!);
        Assert.Equal(ids[0], (Guid)(await phone.Get($"/documents/{service.Id}")).Is(200)["id"]!); // as a notice leads to it
        foreach (var id in ids)
            (await phone.Get($"/documents/{id}/file")).IsOk();
        var items = (await phone.Post("/documents/sign", new { ids })).Is(200)["items"]!.AsArray();
        Assert.Equal(["signed", "signed"], items.Select(i => (string)i!["state"]!));
    }

    [Fact]
    public async Task A_picture_that_is_none_or_blank_or_too_large_signs_nothing()
    {
        var (phone, _, service) = await Served();
        var ids = new[] { IdOf(service) };
        (await phone.Post("/documents/sign", new { ids, signature = Convert.ToBase64String(Signatures.Blank()) })).IsRefused(
            422,
            "served_document.signature_blank"
        );
        (await phone.Post("/documents/sign", new { ids, signature = Convert.ToBase64String(Samples.Jpeg()) })).IsRefused(
            422,
            "served_document.signature_invalid"
        );
        (await phone.Post("/documents/sign", new { ids, signature = Convert.ToBase64String(Signatures.Written()[..200]) })).IsRefused(
            422,
            "served_document.signature_invalid"
        );
        (await phone.Post("/documents/sign", new { ids, signature = "not base64" })).IsRefused(422, "served_document.signature_invalid");
        (
            await phone.Post("/documents/sign", new { ids, signature = Convert.ToBase64String(new byte[SignaturePicture.MaxBytes + 1]) })
        ).IsRefused(413, "served_document.signature_too_large");
        (await phone.Post("/documents/sign", new { ids = Array.Empty<Guid>() })).IsRefused(422, "served_document.nothing_to_sign");
        Assert.Equal(0, await Facts(service, ServiceFacts.Signed));
    }

    [Fact]
    public async Task The_file_is_byte_for_byte_the_frozen_one_and_every_opening_is_a_fact()
    {
        var (phone, _, service) = await Served();
        var id = IdOf(service);
        (await phone.Get($"/documents/{id}")).Is(200);
        (await phone.Get("/documents")).Is(200);
        Assert.Equal(0, await Facts(service, ServiceFacts.Opened)); // looking at the page opens nothing

        var file = await phone.Get($"/documents/{id}/file");
        var sha256 = await host.Data.Use(
            (CourtDb db) => db.Set<ServedDocument>().Where(d => d.Id == service.Copies[0].DocumentId).Select(d => d.Sha256).SingleAsync()
        );
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(file.IsOk())));
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        Assert.Equal("application/pdf", file.ContentHeaders.ContentType!.MediaType);
        Assert.StartsWith("判决书（2026）", file.ContentHeaders.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Contains("noindex", file.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);

        var rest = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/documents/{id}/file");
        rest.Headers.Range = new RangeHeaderValue(10, null);
        var later = await phone.Send(rest);
        Assert.Equal((206, file.Bytes.Length - 10), (later.Status, later.Bytes.Length));
        Assert.Equal(1, await Facts(service, ServiceFacts.Opened));
        (await phone.Get($"/documents/{id}/file")).IsOk();
        Assert.Equal(2, await Facts(service, ServiceFacts.Opened));
        Assert.Contains("网页登录，本人实名", await Words(service, ServiceFacts.Opened), StringComparison.Ordinal);
        var copy = (await Stored(service)).Copies.Single();
        Assert.NotNull(copy.OpenedAt);
    }

    [Fact]
    public async Task A_later_piece_of_a_file_that_nobody_opened_is_an_opening_too()
    {
        var (phone, _, service) = await Served();
        var rest = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/documents/{IdOf(service)}/file");
        rest.Headers.Range = new RangeHeaderValue(5, null);
        Assert.Equal(206, (await phone.Send(rest)).Status);
        Assert.Equal(1, await Facts(service, ServiceFacts.Opened));
    }

    [Fact]
    public async Task For_every_wrong_kind_of_person_every_call_looks_as_if_the_document_did_not_exist()
    {
        var (_, _, service) = await Served();
        var ended = await host.Data.Litigant("周律师");
        var @case = await host.Data.Use(
            (CourtDb db) => db.Set<Case>().Include(c => c.Parties).AsNoTracking().SingleAsync(c => c.Id == service.CaseId)
        );
        await host.Data.Agent(@case, ended, host.Data.Now());
        var running = await host.Data.Litigant("吴律师");
        await host.Data.Agent(@case, running);
        Phone[] strangers =
        [
            await host.SignedIn(await host.Data.Litigant("李大强")),
            await host.SignedIn(ended),
            await host.SignedIn(running), // of the case, but nothing was served on or forwarded to them
            await host.SignedIn(await host.Data.Litigant(verified: false)),
            await OtherVisit(),
        ];
        foreach (var stranger in strangers)
        {
            foreach (var (theirs, missing) in Calls(IdOf(service)).Zip(Calls(Guid.CreateVersion7())))
            {
                var (refused, none) = (await theirs(stranger), await missing(stranger));
                refused.IsRefused(404, "service.document_not_found");
                Assert.Equal(none.WithoutErrorNumber, refused.WithoutErrorNumber);
            }

            Assert.DoesNotContain(
                IdOf(service).ToString(),
                Encoding.UTF8.GetString((await stranger.Get("/documents")).IsOk()),
                StringComparison.Ordinal
            );
        }

        foreach (var call in Calls(IdOf(service)))
            (await call(host.Phone())).IsRefused(401, "auth.required");
        Assert.Equal(0, await Facts(service, ServiceFacts.Opened));
    }

    [Fact]
    public async Task A_forwarded_document_is_read_by_the_agent_while_the_authority_runs_and_not_a_moment_longer()
    {
        var (phone, _, service) = await Served(kinds: [DocumentKind.Judgment, DocumentKind.Summons]);
        var lawyer = await host.Data.Litigant("周正明");
        var agent = await AgentOf(service, lawyer);
        var id = IdOf(service);
        var agents = (await phone.Get($"/documents/{id}")).Is(200)["agents"]!.AsArray();
        Assert.Equal((agent, "周*律师", false), ((Guid)agents[0]!["id"]!, (string)agents[0]!["name"]!, (bool)agents[0]!["forwarded"]!));
        (await phone.Post($"/documents/{id}/forward", new { agentId = Guid.CreateVersion7() })).IsRefused(
            404,
            "served_document.agent_not_found"
        );
        Assert.True((bool)(await phone.Post($"/documents/{id}/forward", new { agentId = agent })).Is(200)["agents"]![0]!["forwarded"]!);
        (await phone.Post($"/documents/{id}/forward", new { agentId = agent })).Is(200);
        Assert.Equal(1, await Facts(service, ServiceFacts.Forwarded));
        Assert.True(
            await host.Data.Use(
                (CourtDb db) => db.Set<Notice>().AnyAsync(n => n.RecipientId == lawyer.Id && n.Kind == ServiceNotices.Forwarded.Key)
            )
        );

        var theirs = await host.SignedIn(lawyer);
        var list = (await theirs.Get("/documents?state=signed")).Is(200)["items"]!.AsArray();
        Assert.Equal((id, "forwarded"), ((Guid)Assert.Single(list)!["id"]!, (string)list[0]!["state"]!));
        (await theirs.Get($"/documents/{id}/file")).IsOk();
        (await theirs.Post("/documents/sign", new { ids = new[] { id } })).IsRefused(403, "served_document.not_to_sign");
        (await theirs.Post($"/documents/{id}/forward", new { agentId = agent })).IsRefused(403, "served_document.not_for_agents");
        (await theirs.Get($"/documents/{service.Copies[1].Id}")).IsRefused(404, "service.document_not_found"); // only the one that was forwarded
        Assert.Equal((0, 1), (await Facts(service, ServiceFacts.Opened), await Facts(service, ServiceFacts.ReadByAgent)));
        Assert.Null((await Stored(service)).Copies[0].OpenedAt);

        await host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseAgent>().Where(a => a.Id == agent).ExecuteUpdateAsync(s => s.SetProperty(a => a.EndedAt, host.Data.Now()))
        );
        (await theirs.Get($"/documents/{id}")).IsRefused(404, "service.document_not_found");
        (await theirs.Get($"/documents/{id}/file")).IsRefused(404, "service.document_not_found");
        Assert.Empty((await theirs.Get("/documents?state=signed")).Is(200)["items"]!.AsArray());
    }

    [Fact]
    public async Task Paper_is_asked_for_once_and_an_objection_is_recorded_for_the_clerk()
    {
        var (phone, _, service) = await Served();
        var id = IdOf(service);
        for (var i = 0; i < 2; i++)
            Assert.NotNull((await phone.Post($"/documents/{id}/paper")).Is(200)["paperText"]);
        Assert.Equal(1, await Facts(service, ServiceFacts.PaperAsked));
        for (var i = 0; i < 2; i++)
            (await phone.Post($"/documents/{id}/objections", new { kind = "notMine", words = "同名同姓" })).Is(200);
        Assert.Equal(1, await Facts(service, ServiceFacts.Objected));
        Assert.Equal("这不是我的：同名同姓（网页登录，本人实名）", await Words(service, ServiceFacts.Objected));
        (await phone.Post($"/documents/{id}/objections", new { kind = "whatever" })).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task A_withdrawn_service_can_neither_be_signed_for_nor_opened()
    {
        var (phone, _, service) = await Served();
        await host.Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                stored.Withdraw(
                    "送错了",
                    await host.Data.ActorOf(await host.Data.Staff(Role.Clerk, await host.Data.Division())),
                    host.Data.Now()
                );
                await db.SaveChangesAsync();
            }
        );
        var id = IdOf(service);
        Assert.Equal("withdrawn", (string)(await phone.Get($"/documents/{id}")).Is(200)["state"]!);
        (await phone.Post("/documents/sign", new { ids = new[] { id } })).IsRefused(409, "service.withdrawn");
        (await phone.Get($"/documents/{id}/file")).IsRefused(409, "service.withdrawn");
        Assert.Empty((await phone.Get("/documents")).Is(200)["items"]!.AsArray());
    }

    /// <summary>Served is served: withdrawing the others takes nothing from it.</summary>
    [Fact]
    public async Task Of_a_withdrawn_service_the_document_that_was_served_is_still_listed_and_read_and_the_other_is_not()
    {
        var (phone, _, service) = await Served(DocumentKind.Judgment, DocumentKind.AppealFeeNotice);
        var ids = service.Copies.OrderBy(c => c.Position).Select(c => c.Id).ToArray();
        (await phone.Get($"/documents/{ids[0]}/file")).IsOk();
        (await phone.Post("/documents/sign", new { ids = new[] { ids[0] } })).Is(200);
        await host.Data.ChangeService(service, s => s.Withdraw("送错了", Actor.System, host.Data.Now()));

        var row = Assert.Single((await phone.Get("/documents?state=all")).Is(200)["items"]!.AsArray())!;
        Assert.Equal((ids[0], "signed"), ((Guid)row["id"]!, (string)row["state"]!));
        Assert.Contains("上诉期至", (string)row["limitText"]!, StringComparison.Ordinal);
        (await phone.Get($"/documents/{ids[0]}/file")).IsOk();
        Assert.Empty((await phone.Get($"/documents/{ids[0]}")).Is(200)["together"]!.AsArray());
        Assert.Equal("withdrawn", (string)(await phone.Get($"/documents/{ids[1]}")).Is(200)["state"]!);
        (await phone.Get($"/documents/{ids[1]}/file")).IsRefused(409, "service.withdrawn");
        (await phone.Post("/documents/sign", new { ids = new[] { ids[1] } })).IsRefused(409, "service.withdrawn");
        (await phone.Post($"/documents/{ids[1]}/paper")).IsRefused(409, "service.withdrawn");
        Assert.Equal(1, (int)Assert.Single((await phone.Get("/documents/cases")).Is(200)["items"]!.AsArray())!["documents"]!);
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_document_once_and_cases_count_them()
    {
        var me = await host.Data.Litigant();
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        List<Guid> all = [];
        for (var i = 0; i < 3; i++)
            all.AddRange((await Begun(me, clerk, DocumentKind.Judgment, DocumentKind.Summons)).Copies.Select(c => c.Id));
        var phone = await host.SignedIn(me);
        List<Guid> seen = [];
        string? cursor = null;
        do
        {
            var page = (await phone.Get($"/documents?limit=2&cursor={cursor}")).Is(200);
            seen.AddRange(page["items"]!.AsArray().Select(r => (Guid)r!["id"]!));
            cursor = (string?)page["nextCursor"];
        } while (cursor is not null);
        Assert.Equal(all.Order(), seen.Order());
        var cases = (await phone.Get("/documents/cases")).Is(200)["items"]!.AsArray();
        Assert.Equal(3, cases.Count);
        Assert.All(cases, c => Assert.Equal((2, 2), ((int)c!["documents"]!, (int)c["toSign"]!)));
        Assert.Equal(2, (await phone.Get($"/documents?caseId={(Guid)cases[0]!["caseId"]!}")).Is(200)["items"]!.AsArray().Count);
        (await phone.Get("/documents?limit=0")).IsRefused(400, "request.invalid");
        Assert.Equal(all.Count, (await phone.Get("/documents?state=all")).Is(200)["items"]!.AsArray().Count);
        (await phone.Get("/documents?state=other")).IsRefused(400, "request.invalid");
    }

    internal static Func<Phone, Task<Answer>>[] Calls(Guid id) =>
        [
            p => p.Get($"/documents/{id}"),
            p => p.Get($"/documents/{id}/file"),
            p => p.Post("/documents/sign", new { ids = new[] { id }, signature = Convert.ToBase64String(Signatures.Written()) }),
            p => p.Post($"/documents/{id}/forward", new { agentId = Guid.CreateVersion7() }),
            p => p.Post($"/documents/{id}/paper"),
            p => p.Post($"/documents/{id}/objections", new { kind = "notReceived" }),
        ];

    private async Task<(Phone Phone, Litigant Me, Service Service)> Served(params DocumentKind[] kinds)
    {
        var me = await host.Data.Litigant();
        var service = await Begun(me, await host.Data.Staff(Role.Clerk, await host.Data.Division()), kinds);
        return (await host.SignedIn(me), me, service);
    }

    private async Task<Service> Begun(Litigant me, Staff clerk, params DocumentKind[] kinds) =>
        (await host.Data.BegunServices(await host.Data.Case(me), clerk, null, kinds)).Single();

    /// <summary>A visit of somebody else's service.</summary>
    private async Task<Phone> OtherVisit()
    {
        var visitor = new DocumentLinkTests(host);
        var (link, address) = await visitor.Linked();
        return await visitor.Visiting(link, address);
    }

    private async Task<Guid> AgentOf(Service service, Litigant lawyer)
    {
        var @case = await host.Data.Use(
            (CourtDb db) => db.Set<Case>().Include(c => c.Parties).AsNoTracking().SingleAsync(c => c.Id == service.CaseId)
        );
        await host.Data.Agent(
            new Case
            {
                Id = @case.Id,
                Number = @case.Number,
                Cause = @case.Cause,
                Parties = [@case.Parties.Single(p => p.Id == service.PartyId)],
            },
            lawyer
        );
        return await host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseAgent>()
                    .Where(a => a.IdentityKey == lawyer.IdentityKey && a.PartyId == service.PartyId)
                    .Select(a => a.Id)
                    .SingleAsync()
        );
    }

    private static Guid IdOf(Service service) => service.Copies.OrderBy(c => c.Position).First().Id;

    private Task<Service> Stored(Service service) =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<Service>()
                    .AsNoTracking()
                    .Include(s => s.Copies.OrderBy(c => c.Position))
                    .Include(s => s.Attempts)
                    .SingleAsync(s => s.Id == service.Id)
        );

    private Task<int> Facts(Service service, string kind) =>
        host.Data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.SubjectId == service.Id && t.Kind == kind));

    private async Task<string> Words(Service service, string kind) => (await host.Data.WordsOf(service, kind))[0];
}
