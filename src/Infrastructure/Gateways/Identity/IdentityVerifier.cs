using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Domain.Litigants;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.Identity;

/// <summary>Section <c>Identity</c>: the city's or a provider's verification service.</summary>
public sealed class IdentityOptions
{
    public Uri? Endpoint { get; set; }

    /// <summary>Sent as bearer token.</summary>
    public string Key { get; set; } = "";
}

/// <summary>
/// Asks over HTTPS: POST <c>{ "name", "idNumber", "phone"? }</c> to <c>Identity:Endpoint</c> with <c>Identity:Key</c> as the bearer token;
/// 200 <c>{ "result": "match" | "mismatch" }</c> is an answer, everything else is none. A provider that speaks otherwise gets
/// a small translator in front of it.
/// </summary>
internal sealed partial class IdentityVerifier(HttpClient http, IdentityOptions options, ILogger<IdentityVerifier> log) : IIdentityVerifier
{
    public async Task<IdentityVerdict> Verify(string name, string idNumber, string? phone, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint)
        {
            Content = JsonContent.Create(
                new
                {
                    name,
                    idNumber,
                    phone,
                }
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (response.StatusCode != HttpStatusCode.OK)
                return Unavailable((int)response.StatusCode);
            var answer = await response.Content.ReadFromJsonAsync<Answer>(ct);
            return answer?.Result switch
            {
                "match" => IdentityVerdict.Agrees,
                "mismatch" => IdentityVerdict.Differs,
                _ => Unavailable((int)response.StatusCode),
            };
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or JsonException
                || (e is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            return Unavailable(null);
        }
    }

    private IdentityVerdict Unavailable(int? status)
    {
        NoAnswer(log, status);
        return IdentityVerdict.Unavailable;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The identity service gave no answer: status {Status}")]
    private static partial void NoAnswer(ILogger log, int? status);

    private sealed record Answer(string? Result);
}

/// <summary>No service is configured: nobody can be verified online.</summary>
internal sealed class NoIdentityVerifier : IIdentityVerifier
{
    public Task<IdentityVerdict> Verify(string name, string idNumber, string? phone, CancellationToken ct) =>
        Task.FromResult(IdentityVerdict.Unavailable);
}
