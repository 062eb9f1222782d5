using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Domain.Cases;
using Domain.Organisation;
using Domain.Partners;
using Given;
using Infrastructure.Cases.Import;

namespace MiniProgramApi.Tests.Integration;

/// <summary>The trial system sends cases over HTTP.</summary>
[Collection(ApiTest.Name)]
public class CaseRecordTests(ApiHost api)
{
    [Fact]
    public async Task A_case_is_sent_confirmed_and_changed()
    {
        var client = await Partner(PartnerScope.CasesWrite);
        var record = TrialRecords.Of(await api.Data.Division());
        var at = $"/integration/v1/cases/{Uri.EscapeDataString(record.Number!)}";

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(at)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Put(client, at, record)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Put(client, at, record with { Number = null })).StatusCode);
        var updated = await Read(await Put(client, at, record with { Version = 2, Cause = "买卖合同纠纷" }));
        Assert.Equal("updated", updated.GetProperty("outcome").GetString());
        var state = await client.GetFromJsonAsync<JsonElement>(at);
        Assert.Equal((2, record.Number), (state.GetProperty("version").GetInt64(), state.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_code()
    {
        var client = await Partner(PartnerScope.CasesWrite);
        var record = TrialRecords.Of(await api.Data.Division());
        var at = $"/integration/v1/cases/{Uri.EscapeDataString(record.Number!)}";

        var missing = await Put(client, at, record with { Cause = "", Parties = [new("p", "某某", null)] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        var problem = await Read(missing);
        Assert.Equal(RecordFaults.Missing, problem.GetProperty("code").GetString());
        Assert.Equal(["cause", "parties[0].role"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());

        await Refused(RecordFaults.NumberDiffers, record with { Number = TrialRecords.Number() });
        await Refused(RecordFaults.Secret, record with { Secrecy = TrialSecrecy.StateSecret });
        await RefusedText(RecordFaults.NotJson, """{"number": 12""");
        await RefusedText(RecordFaults.NotJson, """{"nummer": "x"}""");
        await RefusedText(RecordFaults.NotJson, """{"parties": null}""");
        await RefusedText(RecordFaults.NotJson, """{"parties": [{"agents": [null]}]}""");

        async Task Refused(string code, TrialRecord sent) => await Has(code, await Put(client, at, sent));

        async Task RefusedText(string code, string json) =>
            await Has(code, await client.PutAsync(at, new StringContent(json, Encoding.UTF8, "application/json")));

        static async Task Has(string code, HttpResponseMessage answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(code, (await Read(answer)).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_batch_answers_line_by_line()
    {
        var client = await Partner(PartnerScope.CasesWrite);
        var division = await api.Data.Division();
        var (one, other) = (TrialRecords.Of(division), TrialRecords.Of(division));
        string[] lines = [Json(one), "", "{}", Json(other), Json(one with { Version = 0 }), "nonsense"];

        var answer = await client.PostAsync("/integration/v1/cases/batch", Lines(lines));

        var items = (await Read(answer)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([1, 3, 4, 5, 6], items.Select(i => i.GetProperty("line").GetInt32()));
        Assert.Equal(["created", "refused", "created", "refused", "refused"], items.Select(i => i.GetProperty("outcome").GetString()));
        var tooMany = await client.PostAsync("/integration/v1/cases/batch", Lines([.. Enumerable.Repeat("{}", 1_001)]));
        Assert.Equal("record.too_many_lines", (await Read(tooMany)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_of_the_main_volume_may_come_before_its_record_or_after_it()
    {
        var client = await Partner(PartnerScope.CasesWrite);
        var division = await api.Data.Division();
        var (before, after) = (Pdf("先到"), Pdf("后到"));
        var record = TrialRecords.Of(division) with
        {
            Files =
            [
                new("f1", "起诉状", CaseFileKind.Complaint, 1, 1, 1) { Sha256 = Hash(before) },
                new("f2", "答辩状", CaseFileKind.Defence, 1, 2, 1) { Sha256 = Hash(after) },
            ],
        };
        var at = $"/integration/v1/cases/{Uri.EscapeDataString(record.Number!)}";

        Assert.Equal(HttpStatusCode.NoContent, (await Send(Hash(before), before)).StatusCode);
        await Put(client, at, record);
        Assert.Equal([Hash(after)], await Missing());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Hash(after), before)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Hash("no pdf"u8.ToArray()), "no pdf"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Send(Hash(after), after)).StatusCode);
        Assert.Empty(await Missing());

        Task<HttpResponseMessage> Send(string hash, byte[] bytes) =>
            client.PutAsync(
                $"/integration/v1/case-files/{hash}",
                new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }
            );

        async Task<List<string?>> Missing() =>
            [.. (await client.GetFromJsonAsync<JsonElement>(at)).GetProperty("filesMissing").EnumerateArray().Select(h => h.GetString())];
    }

    [Fact]
    public async Task A_partner_without_the_right_or_of_another_court_sends_nothing()
    {
        var record = TrialRecords.Of(await api.Data.Division());
        var at = $"/integration/v1/cases/{Uri.EscapeDataString(record.Number!)}";
        using var stranger = api.Factory.CreateClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await Put(stranger, at, record)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Put(await Partner(PartnerScope.WorkOrdersRead), at, record)).StatusCode);
        var elsewhere = await Partner(PartnerScope.CasesWrite, "tianhe");
        Assert.Equal(RecordFaults.CourtNotYours, (await Read(await Put(elsewhere, at, record))).GetProperty("code").GetString());
        await Put(await Partner(PartnerScope.CasesWrite), at, record);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(at)).StatusCode);
    }

    private async Task<HttpClient> Partner(PartnerScope scope, string court = "yuexiu")
    {
        var by = await api.Data.ActorOf(await api.Data.Staff(Role.Administrator, await api.Data.Division(DivisionKind.Filing, court)));
        var opened = new NewPartner(
            Guid.CreateVersion7(),
            $"办案系统 {Guid.CreateVersion7():N}"[..30],
            PartnerKind.TrialSystem,
            new([scope], [])
        );
        await api.Data.Use((OpenPartner u) => u.Handle(opened, by, default));
        var secret = await api.Data.Use((MakePartnerKey u) => u.Secret(opened.Id, Guid.CreateVersion7(), by, default));
        var client = api.Factory.CreateClient();
        var token = await Read(
            await client.PostAsync(
                "/integration/v1/token",
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["grant_type"] = "client_credentials",
                        ["client_id"] = opened.Id.ToString("N"),
                        ["client_secret"] = secret,
                    }
                )
            )
        );
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return client;
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string at, TrialRecord record) =>
        client.PutAsync(at, new StringContent(Json(record), Encoding.UTF8, "application/json"));

    private static StringContent Lines(string[] lines) => new(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");

    private static string Json(TrialRecord record) => JsonSerializer.Serialize(record, RecordJson.Options);

    private static async Task<JsonElement> Read(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static byte[] Pdf(string words) => [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes($"\n% {words}\n")];

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
