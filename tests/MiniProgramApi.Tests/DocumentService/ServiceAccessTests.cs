using System.Text;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniProgramApi.Tests.DocumentService;

/// <summary>Every address of the API about service, called by every wrong kind of person. A new route without a line fails.</summary>
[Collection(ApiTest.Name)]
public sealed class ServiceAccessTests(ApiHost host)
{
    private const string OtherSide = "the other side of the case";

    /// <summary>A route belongs here when its pattern says one of these.</summary>
    private static readonly string[] s_words = ["service", "document", "certificate", "address-confirmation", "verification", "/d/", "/v/"];

    /// <summary>How each is called: path below /api/v1 (or from the root), and body of a post.</summary>
    private static readonly Dictionary<string, Func<Scene, (string Path, object? Body)>> s_lines = new()
    {
        ["GET /api/v1/documents"] = _ => ("/documents", null),
        ["GET /api/v1/documents/cases"] = _ => ("/documents/cases", null),
        ["GET /api/v1/documents/{id:guid}"] = s => ($"/documents/{s.CopyId}", null),
        ["GET /api/v1/documents/{id:guid}/file"] = s => ($"/documents/{s.CopyId}/file", null),
        ["GET /api/v1/documents/{id:guid}/certificates/{certificateId:guid}"] = s =>
            ($"/documents/{s.CopyId}/certificates/{s.CertificateId}", null),
        ["POST /api/v1/documents/sign"] = s => ("/documents/sign", new { ids = new[] { s.CopyId } }),
        ["POST /api/v1/documents/{id:guid}/forward"] = s => ($"/documents/{s.CopyId}/forward", new { agentId = s.AgentId }),
        ["POST /api/v1/documents/{id:guid}/paper"] = s => ($"/documents/{s.CopyId}/paper", new { }),
        ["POST /api/v1/documents/{id:guid}/objections"] = s => ($"/documents/{s.CopyId}/objections", new { kind = "notMine" }),
        ["GET /api/v1/document-links/{token}"] = _ => ("/document-links/AAAAAAAAAAAAAAAAAAAAAA", null),
        ["POST /api/v1/document-links/{token}/code"] = _ => ("/document-links/AAAAAAAAAAAAAAAAAAAAAA/code", new { }),
        ["POST /api/v1/document-links/{token}/visit"] = _ => ("/document-links/AAAAAAAAAAAAAAAAAAAAAA/visit", new { code = "123456" }),
        ["POST /api/v1/document-visit/end"] = _ => ("/document-visit/end", new { }),
        ["GET /api/v1/verifications/{serial}"] = s => ($"/verifications/{s.Serial}?code=AAAAAAAAAAAA", null),
        ["GET /api/v1/address-confirmations"] = _ => ("/address-confirmations", null),
        ["GET /api/v1/address-confirmations/subjects"] = _ => ("/address-confirmations/subjects", null),
        ["POST /api/v1/address-confirmations"] = s => ("/address-confirmations", s.Form),
        ["GET /api/v1/address-confirmations/{id:guid}"] = s => ($"/address-confirmations/{s.ConfirmationId}", null),
        ["POST /api/v1/address-confirmations/{id:guid}/withdraw"] = s =>
            ($"/address-confirmations/{s.ConfirmationId}/withdraw", new { reason = "不再接受" }),
        ["POST /api/v1/address-confirmations/addresses/{id:guid}/end"] = s =>
            ($"/address-confirmations/addresses/{s.AddressId}/end", new { }),
        ["GET /api/v1/address-confirmations/{id:guid}/signature"] = s => ($"/address-confirmations/{s.ConfirmationId}/signature", null),
    };

    /// <summary>Open to who holds a link or a code.</summary>
    private static readonly string[] s_forAll = ["document-links", "verifications"];

    /// <summary>Not below /api/v1, and nothing of a person in them; see the tests of their own.</summary>
    private static readonly HashSet<string> s_elsewhere =
    [
        "GET /d/{token}",
        "HEAD /d/{token}",
        "GET /v/{serial}",
        "HEAD /v/{serial}",
        "GET /openapi/{documentName}.json",
        "GET /api/v1/submissions/{id:guid}/certificate", // of an application: Submissions/SubmissionFormTests
    ];

    [Fact]
    public void Every_route_about_service_has_its_line_in_the_walk() =>
        Assert.DoesNotContain(Routes(), r => !s_lines.ContainsKey(r) && !s_elsewhere.Contains(r));

    [Fact]
    public async Task No_wrong_person_learns_or_changes_anything()
    {
        var scene = await Begin();
        foreach (var (who, phone) in await WrongPeople(scene))
        {
            foreach (var (route, line) in s_lines.Where(l => Routes().Contains(l.Key)))
            {
                var (answer, missing) = (await Call(phone, route, line(scene)), await Call(phone, route, line(scene.Missing())));
                var (asked, text) = ($"{who}: {route}", Encoding.UTF8.GetString(answer.Bytes));
                Assert.Equal((asked, missing.Status, Comparable(missing)), (asked, answer.Status, Comparable(answer)));
                Assert.True(answer.Status < 500, $"{asked} gave {answer.Status}");
                Assert.All(
                    scene.SecretsFrom(who),
                    secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{asked} shows {secret}")
                );
                Assert.False(text.StartsWith("%PDF", StringComparison.Ordinal), $"{asked} gave a file");
                if (who == "nobody signed in" && !s_forAll.Any(w => route.Contains(w, StringComparison.Ordinal)))
                    Assert.True(answer.Status is 401 or 403, $"{asked} gave {answer.Status}");
            }
        }

        var copy = await host.Data.Use(
            async (ICourtDb db) =>
                await Task.FromResult(db.Set<Service>().Where(s => s.Id == scene.Service.Id).SelectMany(s => s.Copies).Single())
        );
        Assert.Equal((null, null), (copy.OpenedAt, copy.SignedAt));
    }

    private List<string> Routes() =>
        [
            .. from endpoint in host.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
            where s_words.Any(w => pattern.Contains(w, StringComparison.OrdinalIgnoreCase))
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            select $"{method} {pattern}",
        ];

    private static Task<Answer> Call(Phone phone, string route, (string Path, object? Body) line) =>
        route.StartsWith("GET ", StringComparison.Ordinal) ? phone.Get(line.Path) : phone.Post(line.Path, line.Body);

    private static string Comparable(Answer answer) => answer.Status >= 400 && answer.Bytes.Length > 0 ? answer.WithoutErrorNumber : "";

    private async Task<IReadOnlyList<(string Who, Phone Phone)>> WrongPeople(Scene scene)
    {
        var (former, other) = (await host.Data.Litigant("钱律师"), await host.Data.Litigant("王小二"));
        await host.Data.Agent(scene.Case, former, endedAt: DateTimeOffset.UnixEpoch);
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        await host.Data.BegunServices(await host.Data.Case(other), clerk); // has documents of their own
        return
        [
            ("nobody signed in", host.Phone()),
            ("a party of another case", await host.SignedIn(other)),
            ("an agent whose authority ended", await host.SignedIn(former)),
            ("a litigant without a verified identity", await host.SignedInByWeChat()),
            (OtherSide, await host.SignedIn(scene.Defendant)),
        ];
    }

    private async Task<Scene> Begin()
    {
        var (party, defendant) = (await host.Data.Litigant("上官秋白"), await host.Data.Litigant("司马长风"));
        var @case = await host.Data.Case(party);
        await host.Data.Use(
            async (ICourtDb db) =>
            {
                db.Set<CaseParty>()
                    .Add(
                        new CaseParty
                        {
                            Id = Guid.CreateVersion7(),
                            CaseId = @case.Id,
                            Name = defendant.Name!,
                            Role = PartyRole.Defendant,
                            IdentityKey = defendant.IdentityKey!,
                            Phone = defendant.Phone!,
                            Position = 2,
                        }
                    );
                await db.SaveChangesAsync(default);
            }
        );
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        var service = (await host.Data.BegunServices(@case, clerk)).Single();
        var confirmation = Guid.CreateVersion7();
        (await (await host.SignedIn(party)).Post("/address-confirmations", Form(confirmation, @case.Id, @case.Parties[0].Id))).Is(201);
        await host.Data.WithDesignatedPhone(@case);
        var address = await host.Data.Use(
            async (ICourtDb db) =>
                await Task.FromResult(db.Set<ServiceAddress>().OrderBy(a => a.Id).Last(a => a.PartyId == @case.Parties[0].Id))
        );
        return new(@case, service, defendant, confirmation, address.Id, (await host.Data.Certificate(service)).Id);
    }

    private static object Form(Guid id, Guid caseId, Guid partyId) =>
        new
        {
            id,
            caseId,
            partyId,
            agentId = (Guid?)null,
            signature = Convert.ToBase64String(Samples.Png()),
            acceptsElectronic = true,
            acceptsWeChat = true,
            acceptsAccount = true,
            mobile = "",
            email = "",
            postalAddress = "广州市越秀区北京路 120 号",
            postcode = "",
            scope = new[] { "firstInstance" },
            keepsSecret = false,
            remarks = "",
        };

    private sealed record Scene(Case Case, Service Service, Litigant Defendant, Guid Confirmation, Guid Address, Guid Certificate)
    {
        private readonly bool _isMissing;
        private readonly Guid _missing = Guid.CreateVersion7();

        private Scene(Scene other, bool isMissing)
            : this(other.Case, other.Service, other.Defendant, other.Confirmation, other.Address, other.Certificate) =>
            _isMissing = isMissing;

        public Guid CopyId => _isMissing ? _missing : Service.Copies[0].Id;

        /// <summary>A right serial with a wrong code.</summary>
        public string Serial => _isMissing ? "SD20261120-9999-0001-01" : Service.TaskNumber + "-0001-01";

        public Guid AgentId { get; } = Guid.CreateVersion7();

        public Guid AddressId => _isMissing ? _missing : Address;

        public Guid CertificateId => _isMissing ? _missing : Certificate;

        public Guid ConfirmationId => _isMissing ? _missing : Confirmation;

        public object Form =>
            ServiceAccessTests.Form(Guid.CreateVersion7(), _isMissing ? _missing : Case.Id, _isMissing ? _missing : Case.Parties[0].Id);

        /// <summary>The other side knows the case, and that is all.</summary>
        public IEnumerable<string> SecretsFrom(string who) =>
            [
                Service.TaskNumber,
                Service.RecipientName,
                Service.RecipientPhone,
                .. who == OtherSide ? Array.Empty<string>() : [Case.Number[6..], CaseNumber.DisplayOf(Case.Number)],
            ];

        public Scene Missing() => new(this, isMissing: true);
    }
}
