using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// The mini-program's access token by <c>stable_token</c>, whose normal mode gives every host the same one. One request at
/// a time asks for it, ahead of its end or when WeChat turned a token down; after a failure it waits before asking again.
/// </summary>
public sealed partial class WeChatTokens(WeChatOptions options, TimeProvider clock, ILogger<WeChatTokens> log) : IDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _token;
    private DateTimeOffset _notBefore;

    /// <param name="rejected">The token that WeChat has just turned down; a newer one that is known already is given at once.</param>
    /// <returns>Null when none can be had now.</returns>
    public async Task<string?> Get(HttpClient http, string? rejected, CancellationToken ct)
    {
        if (Usable(rejected) is { } known)
            return known;
        await _gate.WaitAsync(ct);
        try
        {
            if (Usable(rejected) is { } meanwhile)
                return meanwhile;
            if (_token?.Value == rejected)
                _token = null;
            if (clock.GetUtcNow() >= _notBefore)
                await Renew(http, ct);
            return _token is { } token && token.Until > clock.GetUtcNow() ? token.Value : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private string? Usable(string? rejected) =>
        _token is { } token && token.Value != rejected && token.Until - s_renewBefore > clock.GetUtcNow() ? token.Value : null;

    private async Task Renew(HttpClient http, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var answer = await WeChatHttp.Send(
                http,
                () =>
                    new HttpRequestMessage(HttpMethod.Post, "/cgi-bin/stable_token")
                    {
                        Content = JsonContent.Create(
                            new
                            {
                                grant_type = "client_credential",
                                appid = options.AppId,
                                secret = options.AppSecret,
                                force_refresh = false,
                            }
                        ),
                    },
                ct
            );
            if (answer is { ErrCode: 0, AccessToken: { Length: > 0 } value })
            {
                _token = new Token(value, clock.GetUtcNow().AddSeconds(answer.ExpiresIn));
                return;
            }

            if (answer is not null && answer.ErrCode != WeChatCodes.Busy)
            {
                Refused(log, answer.ErrCode); // wrong secret, address not allowed: asking again changes nothing
                break;
            }
        }

        _notBefore = clock.GetUtcNow() + s_pauseAfterFailure;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "WeChat refuses us an access token: errcode {ErrCode}")]
    private static partial void Refused(ILogger log, int errCode);

    private sealed record Token(string Value, DateTimeOffset Until);
}
