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
public sealed class DocumentLinkTests(ApiHost host)
{
    [Fact]
    public async Task The_link_and_a_code_to_that_phone_lead_to_the_documents_without_an_account()
    {
        var (link, address) = await Linked();
        var shown = await host.Phone().Get($"/document-links/{link.Token}");
        var json = shown.Is(200).AsObject();
        Assert.Equal(["address", "channel"], json.Select(p => p.Key).Order());
        Assert.Equal(("sms", $"{address[..3]}****{address[^4..]}"), ((string)json["channel"]!, (string)json["address"]!));
        Assert.Contains("noindex", shown.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);

        var visitor = await Visiting(link, address);
        var row = Assert.Single((await visitor.Get("/documents")).Is(200)["items"]!.AsArray())!;
        var id = (Guid)row["id"]!;
        (await visitor.Get($"/documents/{id}")).Is(200);
        (await visitor.Get($"/documents/{id}/file")).IsOk();
        var signed = (
            await visitor.Post("/documents/sign", new { ids = new[] { id }, signature = Convert.ToBase64String(Signatures.Written()) })
        ).Is(200)["items"]![0]!;
        Assert.Equal("signed", (string)signed["state"]!);
        Assert.Equal(
            $"《判决书》，手写签名，已验手机码 {address[..3]}****{address[^4..]}",
            await Words(link.ServiceId, ServiceFacts.Signed)
        );
        var stored = await host.Data.Use((CourtDb db) => db.Set<ServiceAttempt>().AsNoTracking().SingleAsync(a => a.Id == link.AttemptId));
        Assert.Equal(AttemptState.Signed, stored.State);
    }

    [Fact]
    public async Task Previews_and_scanners_open_nothing_and_learn_nothing()
    {
        var (link, address) = await Linked();
        using var client = host.Factory.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(method, $"/d/{link.Token}"));
            Assert.Equal(302, (int)answer.StatusCode);
            Assert.Equal($"/#/pages/documents/visit?token={link.Token}", answer.Headers.Location!.ToString());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            address,
            System.Text.Encoding.UTF8.GetString((await host.Phone().Get($"/document-links/{link.Token}")).IsOk()),
            StringComparison.Ordinal
        );
        var kinds = await host.Data.Use(
            (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == link.ServiceId).Select(t => t.Kind).ToListAsync()
        );
        Assert.DoesNotContain(ServiceFacts.Opened, kinds);
    }

    [Fact]
    public async Task Wrong_unknown_expired_and_withdrawn_links_look_the_same()
    {
        var (old, _) = await Linked();
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<ServiceAttempt>()
                    .Where(a => a.Id == old.AttemptId)
                    .ExecuteUpdateAsync(s => s.SetProperty(a => a.QueuedAt, a => a.QueuedAt.AddDays(-91)))
        );
        var (withdrawn, _) = await Linked();
        await Withdraw(withdrawn.ServiceId);
        var first = (await host.Phone().Get($"/document-links/{ServiceLinks.NewToken()}")).WithoutErrorNumber;
        foreach (var token in new[] { old.Token, withdrawn.Token, ServiceLinks.NewToken(), "x", old.Token[..^1], new string('a', 2_000) })
        {
            foreach (
                var answer in new[]
                {
                    await host.Phone().Get($"/document-links/{token}"),
                    await host.Phone().Post($"/document-links/{token}/code"),
                    await host.Phone().Post($"/document-links/{token}/visit", new { code = "123456" }),
                }
            )
            {
                answer.IsRefused(404, "document_link.not_found");
                Assert.Equal(first, answer.WithoutErrorNumber);
            }
        }
    }

    [Fact]
    public async Task A_wrong_code_opens_no_visit_and_five_tries_use_the_code_up()
    {
        var (link, address) = await Linked();
        (await host.Phone().Post($"/document-links/{link.Token}/code")).Is(202);
        var code = await Code(address);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
            (await host.Phone().Post($"/document-links/{link.Token}/visit", new { code = wrong })).IsRefused(
                422,
                "document_link.code_wrong"
            );
        (await host.Phone().Post($"/document-links/{link.Token}/visit", new { code })).IsRefused(422, "document_link.code_wrong");
    }

    /// <summary>Its SMS says that it is for collecting papers: whoever reads it out to a helper gives nothing else away.</summary>
    [Fact]
    public async Task The_code_of_a_link_opens_nothing_but_that_link()
    {
        var ((link, address), (other, _)) = (await Linked(), await Linked());
        (await host.Phone().Post($"/document-links/{link.Token}/code")).Is(202);
        var code = await Code(address);
        (await host.Phone().Post("/auth/sms", new { phone = address, code })).IsRefused(401, "auth.sms_code_wrong");
        (await host.Phone().Post($"/document-links/{other.Token}/visit", new { code })).IsRefused(422, "document_link.code_wrong");
        (await host.Phone().Post($"/document-links/{link.Token}/visit", new { code })).Is(200);
    }

    [Fact]
    public async Task Ten_codes_a_day_and_one_a_minute_go_to_one_phone()
    {
        var (link, address) = await Linked();
        for (var i = 0; i < 10; i++)
        {
            (await host.Phone().Post($"/document-links/{link.Token}/code")).Is(202);
            (await host.Phone().Post($"/document-links/{link.Token}/code")).Is(202); // asked again at once: nothing is sent
            await Later(address);
        }

        (await host.Phone().Post($"/document-links/{link.Token}/code")).IsRefused(429, "document_link.code_limit");
        Assert.Equal(
            10,
            await host.Data.Use(
                (CourtDb db) => db.Set<Notice>().CountAsync(n => n.Address == address && n.Kind == ServiceNotices.LinkCode.Key)
            )
        );
    }

    [Fact]
    public async Task For_a_link_in_an_e_mail_the_code_goes_to_that_address()
    {
        var address = $"chen{CourtData.Next()}@example.com";
        var (link, _) = await Linked(new PlannedWay(ServiceChannel.Email, address, AddressBasis.Confirmed, "确认书"));
        Assert.Equal(("email", "ch***@example.com"), Shown((await host.Phone().Get($"/document-links/{link.Token}")).Is(200)));
        var visitor = await Visiting(link, address);
        var id = (Guid)(await visitor.Get("/documents")).Is(200)["items"]![0]!["id"]!;
        (await visitor.Get($"/documents/{id}/file")).IsOk();
        Assert.Equal("《判决书》，已验邮箱码 ch***@example.com", await Words(link.ServiceId, ServiceFacts.Opened));
    }

    [Fact]
    public async Task A_visit_opens_that_service_and_nothing_else_of_the_platform()
    {
        var (link, address) = await Linked();
        var visitor = await Visiting(link, address);
        foreach (var path in new[] { "/me", "/home", "/cases", "/work-orders", "/notices", "/me/sessions" })
            (await visitor.Get(path)).IsRefused(401, "auth.required");
        (await visitor.Post("/auth/sign-out")).IsRefused(401, "auth.required");
    }

    [Fact]
    public async Task A_visit_ends_by_hand_by_time_by_withdrawal_and_with_the_agents_authority()
    {
        var (left, leftAddress) = await Linked();
        var leaving = await Visiting(left, leftAddress);
        (await leaving.Post("/document-visit/end")).Is(204);
        (await leaving.Get("/documents")).IsRefused(401, "document_visit.over");

        var (timed, timedAddress) = await Linked();
        var late = await Visiting(timed, timedAddress);
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<ServiceVisit>()
                    .Where(v => v.ServiceId == timed.ServiceId)
                    .ExecuteUpdateAsync(s => s.SetProperty(v => v.ExpiresAt, host.Data.Now()))
        );
        (await late.Get("/documents")).IsRefused(401, "document_visit.over");

        var (taken, takenAddress) = await Linked();
        var reading = await Visiting(taken, takenAddress);
        await Withdraw(taken.ServiceId);
        (await reading.Get("/documents")).IsRefused(401, "document_visit.over");

        var lawyer = await host.Data.Litigant("周正明");
        var @case = await host.Data.Case();
        await host.Data.Agent(@case, lawyer);
        var agent = await host.Data.Use(
            (CourtDb db) => db.Set<CaseAgent>().AsNoTracking().SingleAsync(a => a.IdentityKey == lawyer.IdentityKey)
        );
        var (agents, agentsAddress) = await Linked(@case: @case, agent: agent);
        var agentVisit = await Visiting(agents, agentsAddress);
        (await agentVisit.Get("/documents")).Is(200);
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseAgent>().Where(a => a.Id == agent.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.EndedAt, host.Data.Now()))
        );
        (await agentVisit.Get("/documents")).IsRefused(401, "document_visit.over");
        (await host.Phone().Get($"/document-links/{agents.Token}")).IsRefused(404, "document_link.not_found");
    }

    [Fact]
    public async Task A_made_up_visit_is_told_to_come_again()
    {
        var phone = host.Phone();
        phone.Visit = ServiceLinks.NewToken();
        (await phone.Get("/documents")).IsRefused(401, "document_visit.over");
        (await phone.Post("/documents/sign", new { ids = new[] { Guid.CreateVersion7() } })).IsRefused(401, "document_visit.over");
    }

    internal sealed record Link(string Token, Guid ServiceId, Guid AttemptId);

    /// <summary>A service by SMS to a number of its own, or by another way.</summary>
    internal async Task<(Link Link, string Address)> Linked(
        PlannedWay? way = null,
        Domain.Cases.Case? @case = null,
        Domain.Cases.CaseAgent? agent = null
    )
    {
        way ??= new PlannedWay(ServiceChannel.SmsLink, CourtData.Mobile(CourtData.Next()), AddressBasis.Confirmed, "确认书");
        @case ??= await host.Data.Case();
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        var service = (
            await host.Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], agent, ways: way)])
        ).Single();
        var notice = await host.Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().SingleAsync(n => n.SubjectId == service.Id));
        return (new Link(notice.Fields["serviceLink"].Split("/d/")[1], service.Id, service.Attempts[0].Id), way.Address);
    }

    internal async Task<Phone> Visiting(Link link, string address)
    {
        (await host.Phone().Post($"/document-links/{link.Token}/code")).Is(202);
        var begun = (await host.Phone().Post($"/document-links/{link.Token}/visit", new { code = await Code(address) })).Is(200);
        Assert.Equal(7200, (int)begun["expiresIn"]!);
        var phone = host.Phone();
        phone.Visit = (string)begun["token"]!;
        return phone;
    }

    private static (string Channel, string Address) Shown(System.Text.Json.Nodes.JsonNode link) =>
        ((string)link["channel"]!, (string)link["address"]!);

    private Task<string> Code(string address) =>
        host.Data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<Notice>()
                        .AsNoTracking()
                        .Where(n => n.Address == address && n.Kind == ServiceNotices.LinkCode.Key)
                        .OrderByDescending(n => n.CreatedAt)
                        .FirstAsync()
                ).Fields["code"]
        );

    private Task<int> Later(string address) =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<SmsCode>()
                    .Where(c => c.Phone == address)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, c => c.CreatedAt.AddMinutes(-2)))
        );

    private Task Withdraw(Guid serviceId) =>
        host.Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == serviceId);
                stored.Withdraw(
                    "送错了",
                    await host.Data.ActorOf(await host.Data.Staff(Role.Clerk, await host.Data.Division())),
                    host.Data.Now()
                );
                await db.SaveChangesAsync();
            }
        );

    private Task<string> Words(Guid serviceId, string kind) =>
        host.Data.Use(
            async (CourtDb db) =>
                ServiceTrace.Words(
                    await db.Set<TraceRow>().Where(t => t.SubjectId == serviceId && t.Kind == kind).OrderBy(t => t.Sequence).FirstAsync()
                )
        );
}
