using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MiniProgramApi.Tests.Uploads;

/// <summary>The tus side of a phone.</summary>
internal static class TusPhone
{
    public static Task<Answer> Start(
        this Phone phone,
        long length,
        string name = "流水.png",
        Guid? id = null,
        string more = "",
        byte[]? body = null
    )
    {
        var request = Request(HttpMethod.Post, "/uploads", body);
        request.Headers.Add("Upload-Length", $"{length}");
        request.Headers.Add("Upload-Metadata", $"name {Base64(name)}{more}");
        if (id is not null)
            request.Headers.Add("Idempotency-Key", $"{id}");
        return phone.Send(request);
    }

    public static async Task<Guid> Started(this Phone phone, long length, string name = "流水.png", string more = "")
    {
        var answer = await phone.Start(length, name, more: more);
        answer.Is(201);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    public static Task<Answer> Piece(this Phone phone, Guid id, long offset, byte[] bytes, string? checksum = null) =>
        phone.Send(PieceRequest(id, offset, bytes, checksum));

    public static HttpRequestMessage PieceRequest(Guid id, long offset, byte[] bytes, string? checksum = null)
    {
        var request = Request(HttpMethod.Patch, $"/uploads/{id}", bytes);
        request.Headers.Add("Upload-Offset", $"{offset}");
        if (checksum is not null)
            request.Headers.Add("Upload-Checksum", checksum);
        return request;
    }

    public static Task<Answer> Look(this Phone phone, Guid id) => phone.Send(Request(HttpMethod.Head, $"/uploads/{id}"));

    public static Task<Answer> Stop(this Phone phone, Guid id) => phone.Send(Request(HttpMethod.Delete, $"/uploads/{id}"));

    public static async Task<JsonNode> Standing(this Phone phone, Guid id) => (await phone.Get($"/uploads/{id}")).Is(200);

    public static long Offset(this Answer answer) => long.Parse(answer.Header("Upload-Offset"), null);

    public static string Header(this Answer answer, string name) => answer.Headers.GetValues(name).Single();

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static HttpRequestMessage Request(HttpMethod method, string path, byte[]? body = null)
    {
        var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        if (body is null)
            return request;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return request;
    }
}
