using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Given;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests.Integration;

/// <summary>A partner system as it stands before the door: its client id, its secret, its tokens.</summary>
internal sealed class PartnerClient(HttpClient http, Guid id, string secret) : IDisposable
{
    public Guid Id => id;
    public string Secret => secret;
    public HttpClient Http => http;

    public async Task<HttpResponseMessage> Token(string? scope = null, string? wrongSecret = null)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = id.ToString("N"),
                ["client_secret"] = wrongSecret ?? secret,
                ["scope"] = scope ?? "",
            }
        );
        return await http.PostAsync("/integration/v1/token", form);
    }

    public async Task<PartnerClient> SignedIn(string? scope = null)
    {
        using var answer = await Token(scope);
        var token = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        return this;
    }

    public async Task<(int Status, JsonNode Body)> Send(object message)
    {
        using var answer = await http.PostAsJsonAsync("/integration/v1/work-orders", message);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public async Task<(int Status, JsonNode Body)> Get(string path)
    {
        using var answer = await http.GetAsync(path);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public void Dispose() => http.Dispose();
}

internal static class PartnerData
{
    public static readonly PartnerScope[] Orders = [PartnerScope.WorkOrdersWrite, PartnerScope.WorkOrdersRead];

    public static async Task<Actor> Administrator(this CourtData data, string court = "yuexiu") =>
        await data.ActorOf(await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology, court)));

    public static async Task<PartnerClient> Partner(
        this ApiHost host,
        PartnerSettings? settings = null,
        HostFactory<LitigantHub>? on = null,
        Actor? by = null
    )
    {
        var administrator = by ?? await host.Data.Administrator();
        var id = Guid.CreateVersion7();
        var opened = new NewPartner(id, "区信访系统", PartnerKind.Petitions, settings ?? new PartnerSettings(Orders, []));
        await host.Data.Use((OpenPartner open) => open.Handle(opened, administrator, CancellationToken.None));
        var secret = await host.Data.Use(
            (MakePartnerKey make) => make.Secret(id, Guid.CreateVersion7(), administrator, CancellationToken.None)
        );
        return new PartnerClient((on ?? host.Factory).CreateClient(), id, secret);
    }
}
