using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Domain.Bindings;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.Lawyers;

/// <summary>Section <c>Lawyers</c>: the province's lawyers' platform, or a translator in front of it.</summary>
public sealed class LawyerRegisterOptions
{
    public Uri? Endpoint { get; set; }

    /// <summary>Sent as bearer token.</summary>
    public string Key { get; set; } = "";
}

/// <summary>
/// Asks over HTTPS: POST <c>{ "name", "licenceNumber" }</c> to <c>Lawyers:Endpoint</c> with <c>Lawyers:Key</c> as the bearer token;
/// 200 <c>{ "status": "practising" | "suspended" | "cancelled" | "unknown", "name"?, "firm"? }</c> is an answer, everything else is none.
/// </summary>
internal sealed partial class LawyerRegister(HttpClient http, LawyerRegisterOptions options, ILogger<LawyerRegister> log) : ILawyerRegister
{
    private const int FirmMaxLength = Domain.Cases.CaseAgent.FirmMaxLength;

    public async Task<LicenceAnswer> Look(string name, string licenceNumber, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint)
        {
            Content = JsonContent.Create(new { name, licenceNumber }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (response.StatusCode != HttpStatusCode.OK)
                return Unavailable((int)response.StatusCode);
            var answer = await response.Content.ReadFromJsonAsync<Answer>(ct);
            return answer?.Status switch
            {
                "practising" when answer.Name is { Length: > 0 } of && of != name => new(LicenceVerdict.Unknown),
                "practising" => new(LicenceVerdict.Practising, Firm(answer)),
                "suspended" or "cancelled" => new(LicenceVerdict.NotPractising, Firm(answer)),
                "unknown" => new(LicenceVerdict.Unknown),
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

    private static string Firm(Answer answer) => answer.Firm is { } firm ? firm[..Math.Min(firm.Length, FirmMaxLength)] : "";

    private LicenceAnswer Unavailable(int? status)
    {
        NoAnswer(log, status);
        return new(LicenceVerdict.Unavailable);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The lawyers' platform gave no answer: status {Status}")]
    private static partial void NoAnswer(ILogger log, int? status);

    private sealed record Answer(string? Status, string? Name, string? Firm);
}

/// <summary>No platform is configured: a person looks at the licence.</summary>
internal sealed class NoLawyerRegister : ILawyerRegister
{
    public Task<LicenceAnswer> Look(string name, string licenceNumber, CancellationToken ct) =>
        Task.FromResult(new LicenceAnswer(LicenceVerdict.Unavailable));
}
