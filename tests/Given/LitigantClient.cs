using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Domain.Litigants;
using Microsoft.AspNetCore.SignalR.Client;

namespace Given;

/// <summary>A litigant's phone, speaking the API as docs/api.md describes it.</summary>
public sealed class LitigantClient(Uri api) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = new Uri(api, "/api/v1/"),
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "Device-Key", Guid.CreateVersion7().ToString() } },
    };
    private string _accessToken = "";
    private string? _category;

    /// <summary>Of who is signed in, for another process that hears on their behalf.</summary>
    public string AccessToken
    {
        get => _accessToken;
        init => _accessToken = value;
    }

    /// <summary>Signs in by the SMS code found in the outbox.</summary>
    public static Task<LitigantClient> SignIn(Uri api, Litigant litigant, CourtData data) =>
        SignIn(api, litigant.Phone!, () => data.SmsCode(litigant.Phone!));

    /// <param name="code">Where the phone's owner reads the code that was sent.</param>
    public static async Task<LitigantClient> SignIn(Uri api, string phone, Func<Task<string?>> code)
    {
        var client = new LitigantClient(api);
        await client.AskForCode(phone);
        await client.Enter("auth/sms", new { phone, code = await code() });
        return client;
    }

    /// <summary>Signs in by what wx.login gives.</summary>
    public static async Task<LitigantClient> SignInByWeChat(Uri api, string code)
    {
        var client = new LitigantClient(api);
        await client.Enter("auth/wechat", new { code });
        return client;
    }

    public Task AskForCode(string phone) => AskForCode("auth/sms-code", new() { ["phone"] = phone });

    /// <summary>This device is new here, so it works first.</summary>
    public async Task AskForCode(string path, Dictionary<string, object> body)
    {
        using var asked = await Post(path, body);
        var challenge = (await Read(asked)).GetProperty("challenge").GetString()!;
        var bits = (await Read(asked)).GetProperty("bits").GetInt32();
        using var sent = await Post(
            path,
            new Dictionary<string, object>(body) { ["proof"] = new { challenge, number = Work.Solve(challenge, bits) } }
        );
        if (sent.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"no code was sent: {await sent.Content.ReadAsStringAsync()}");
    }

    private async Task Enter(string path, object body)
    {
        using var signedIn = await Post(path, body);
        _accessToken = (await Read(signedIn)).GetProperty("accessToken").GetString()!;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _accessToken);
    }

    public Task<HttpResponseMessage> Post(string path, object body) => _http.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> Send(string path, HttpContent body) => _http.PostAsync(new Uri(path, UriKind.Relative), body);

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<JsonElement> Ask(string path)
    {
        using var answer = await Get(path);
        return await Read(answer);
    }

    /// <summary>Tries to leave a message; sending again under the same id is harmless.</summary>
    public async Task<HttpResponseMessage> Leave(Guid id, Guid? caseId = null, Guid? courtId = null, string text = "请问立案要带什么材料？")
    {
        _category ??= (await Ask("work-orders/categories")).GetProperty("items")[0].GetProperty("code").GetString()!;
        return await Post(
            "work-orders",
            new
            {
                id,
                category = _category,
                text,
                caseId,
                courtId,
                attachmentIds = Array.Empty<Guid>(),
            }
        );
    }

    /// <summary>A started connection to the live hub; what it hears is handed to <paramref name="changed"/>.</summary>
    public async Task<HubConnection> Listen(Action<JsonElement> changed)
    {
        var connection = HubClient.Over(async ct =>
        {
            var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Authorization", $"Bearer {_accessToken}");
            await socket.ConnectAsync(new UriBuilder(new Uri(api, "/hubs/live")) { Scheme = "ws" }.Uri, ct);
            return socket;
        });
        connection.On("changed", changed);
        await connection.StartAsync();
        return connection;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The short number of the order that an answer shows.</summary>
    public static async Task<string> NumberIn(HttpResponseMessage answer) => (await Read(answer)).GetProperty("number").GetString()!;

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.IsSuccessStatusCode)
            return JsonElement.Parse(body);
        var told = $"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri}: {body}";
        // The server's own failure may pass, as while its database comes back: whoever waits tries again.
        throw (int)answer.StatusCode >= 500 ? new HttpRequestException(told, null, answer.StatusCode) : new InvalidOperationException(told);
    }
}
