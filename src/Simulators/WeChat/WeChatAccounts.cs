using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Simulators.App;

namespace Simulators.WeChat;

/// <summary>
/// People, codes and tokens: <c>sim-chen</c>, <c>sim-chen.2</c> … are login codes of the same person "chen",
/// <c>phone-13800138000</c>, <c>phone-13800138000.2</c> … phone codes. Each code is good once, as the real ones are.
/// </summary>
public sealed class WeChatAccounts(TimeProvider clock, IOptions<SimulatorOptions> options)
{
    private static readonly TimeSpan s_life = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, bool> _used = new();
    private readonly ConcurrentDictionary<string, string> _people = new(
        options.Value.WeChat.People.ToDictionary(OpenIdOf, person => person)
    );
    private readonly Lock _lock = new();
    private (string Value, DateTimeOffset Until) _token;

    /// <returns>The openid, or WeChat's error number.</returns>
    public (string? OpenId, int Error) SignIn(string code)
    {
        var (person, error) = Read(code, "sim-");
        if (person is null)
            return (null, error);
        var openId = OpenIdOf(person);
        _people[openId] = person;
        return (openId, 0);
    }

    public (string? Phone, int Error) PhoneNumber(string code) => Read(code, "phone-");

    /// <summary>The name in the login code; the openid itself of somebody unknown who has not signed in since the start.</summary>
    public string NameOf(string openId) => _people.GetValueOrDefault(openId, openId);

    /// <returns>The same token until its last five minutes, and the seconds it has left.</returns>
    public (string Token, int Seconds) Token(bool isForced)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (isForced || _token.Until < now + s_renewBefore)
                _token = ($"SIM_TOKEN_{Guid.CreateVersion7():N}", now + s_life);
            return (_token.Value, (int)(_token.Until - now).TotalSeconds);
        }
    }

    public bool IsToken(string? token)
    {
        lock (_lock)
            return token is not null && token == _token.Value && _token.Until > clock.GetUtcNow();
    }

    private static string OpenIdOf(string person) =>
        "oSim" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person)))[..24];

    /// <returns>What stands between the prefix and the first dot; 40029 for another kind of code, 40163 for a used one.</returns>
    private (string? What, int Error) Read(string code, string prefix)
    {
        if (!code.StartsWith(prefix, StringComparison.Ordinal))
            return (null, 40029);
        var what = code[prefix.Length..].Split('.')[0];
        if (what.Length == 0)
            return (null, 40029);
        return _used.TryAdd(code, true) ? (what, 0) : (null, prefix == "sim-" ? 40163 : 40029);
    }
}
