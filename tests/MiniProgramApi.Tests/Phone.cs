using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Given;

namespace MiniProgramApi.Tests;

/// <summary>One device that calls the API.</summary>
public sealed class Phone(HttpClient http)
{
    /// <summary>Of most tests: they are about one device.</summary>
    public const string SameDevice = "a-device-of-the-tests";

    public string Device { get; init; } = SameDevice;

    public string? AccessToken { get; set; }
    public string? RefreshToken { get; private set; }

    /// <summary>Of a visit by a link.</summary>
    public string? Visit { get; set; }

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, Address(path)));

    /// <summary>A list page after page.</summary>
    /// <param name="path">With a query.</param>
    /// <param name="field">Of each row: <c>id</c>, <c>current.id</c>.</param>
    public async Task<List<string>> Pages(string path, string field)
    {
        List<string> all = [];
        string? cursor = null;
        do
        {
            var page = (await Get($"{path}&cursor={cursor}")).Is(200);
            all.AddRange(page["items"]!.AsArray().Select(row => (string)field.Split('.').Aggregate(row!, (at, name) => at[name]!)!));
            cursor = (string?)page["nextCursor"];
        } while (cursor is not null);
        return all;
    }

    public Task<Answer> Delete(string path) => Send(new HttpRequestMessage(HttpMethod.Delete, Address(path)));

    /// <summary>Does the work that a strange device is asked for.</summary>
    public async Task<Answer> Post(string path, object? body = null)
    {
        var answer = await PostOnce(path, body);
        if (answer.Status != 200 || answer.Bytes.Length == 0 || answer.Json is not JsonObject asked || asked["challenge"] is null)
            return answer;
        return await PostOnce(path, WithProof(body, Proof(asked)));
    }

    public Task<Answer> PostOnce(string path, object? body = null) =>
        Send(new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = JsonContent.Create(body ?? new { }) });

    public static JsonObject Proof(JsonNode asked) =>
        new() { ["challenge"] = (string)asked["challenge"]!, ["number"] = Work.Solve((string)asked["challenge"]!, (int)asked["bits"]!) };

    public static JsonNode WithProof(object? body, JsonNode proof)
    {
        var whole = JsonSerializer.SerializeToNode(body ?? new { })!;
        whole["proof"] = proof;
        return whole;
    }

    /// <summary>As <c>wx.uploadFile</c> sends it.</summary>
    public Task<Answer> Upload(Guid id, byte[] bytes, string name = "照片.png", bool fileFirst = false)
    {
        var file = new ByteArrayContent(bytes);
        var form = new MultipartFormDataContent();
        if (fileFirst)
            form.Add(file, "file", name);
        form.Add(new StringContent(id.ToString()), "id");
        if (!fileFirst)
            form.Add(file, "file", name);
        return Send(new HttpRequestMessage(HttpMethod.Post, Address("/attachments")) { Content = form });
    }

    public async Task<Guid> Uploaded(byte[]? bytes = null)
    {
        var id = Guid.CreateVersion7();
        (await Upload(id, bytes ?? Samples.Png())).Is(201);
        return id;
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        request.Headers.Add("Device-Key", Device);
        if (AccessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        if (Visit is not null)
            request.Headers.Add("Document-Visit", Visit);
        using var response = await http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Headers,
            response.Content.Headers
        );
    }

    public async Task SignInBySms(string phone, string code) => Accept(await Post("/auth/sms", new { phone, code }));

    public async Task<Answer> Refresh(string? token = null) => await Post("/auth/refresh", new { refreshToken = token ?? RefreshToken });

    public void Accept(Answer tokens)
    {
        tokens.Is(200);
        (AccessToken, RefreshToken) = ((string)tokens.Json["accessToken"]!, (string)tokens.Json["refreshToken"]!);
    }

    private static string Address(string path) =>
        path.StartsWith("/health", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal)
            ? path
            : "/api/v1" + path;
}

public sealed record Answer(int Status, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public string? Code => (string?)Json["code"];

    /// <summary>What a refused stranger could tell two answers apart by: everything but the number that names this call.</summary>
    public string WithoutErrorNumber
    {
        get
        {
            var json = Json.AsObject();
            json.Remove("errorNumber");
            return $"{Status} {ContentHeaders.ContentType} {json.ToJsonString()}";
        }
    }

    public JsonNode Is(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {System.Text.Encoding.UTF8.GetString(Bytes)}");
        return Bytes.Length == 0 ? new JsonObject() : Json;
    }

    public byte[] IsOk()
    {
        Assert.Equal(200, Status);
        return Bytes;
    }

    public void IsRefused(int status, string code)
    {
        Is(status);
        Assert.Equal(code, Code);
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
        Assert.Matches("^[A-HJ-NP-Z][0-9]-[0-9]{4}$", (string)Json["errorNumber"]!);
    }
}
