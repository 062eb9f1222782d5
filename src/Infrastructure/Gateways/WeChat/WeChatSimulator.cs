using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Domain.Litigants;

namespace Infrastructure.Gateways.WeChat;

/// <summary>
/// Answers as WeChat does, in Development without an AppId: <c>sim-chen</c>, <c>sim-chen.2</c> … are login codes of the same
/// person "chen", <c>phone-13800138000</c>, <c>phone-13800138000.2</c> … phone codes. Each code is good once, as the real ones are.
/// </summary>
internal sealed class WeChatSimulator : IWeChat
{
    private readonly ConcurrentDictionary<string, bool> _used = new();

    public Task<WeChatPerson> Exchange(string code, CancellationToken ct)
    {
        var person = Read(code, "sim-") ?? throw LitigantErrors.WeChatCodeInvalid();
        return Task.FromResult(new WeChatPerson(OpenIdOf(person), null));
    }

    public Task<string> PhoneNumber(string code, CancellationToken ct) =>
        Task.FromResult(Read(code, "phone-") ?? throw LitigantErrors.WeChatPhoneCodeInvalid());

    /// <summary>The simulators' program makes the same.</summary>
    internal static string OpenIdOf(string person) =>
        "oSim" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person)))[..24];

    /// <returns>What stands between the prefix and the first dot; null for another kind of code or a used one (40029, 40163).</returns>
    private string? Read(string code, string prefix)
    {
        if (!code.StartsWith(prefix, StringComparison.Ordinal) || !_used.TryAdd(code, true))
            return null;
        var what = code[prefix.Length..].Split('.')[0];
        return what.Length > 0 ? what : null;
    }
}
