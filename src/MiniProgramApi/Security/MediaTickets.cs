using System.Security.Cryptography;
using Domain.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace MiniProgramApi.Security;

/// <summary>
/// What stands in a player's address in place of a token: this file, for this session, for an hour. What the person may see is asked again
/// at each request, and a session that is over opens nothing.
/// </summary>
internal sealed class MediaTickets(IDataProtectionProvider protection, Sessions sessions)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Media").ToTimeLimitedDataProtector();

    public string For(Guid attachmentId, Caller caller) => _protector.Protect($"{attachmentId:N}.{caller.SessionId:N}", s_lifetime);

    public async Task<(Guid AttachmentId, Actor By)?> Read(string ticket, CancellationToken ct)
    {
        try
        {
            var parts = _protector.Unprotect(ticket).Split('.');
            return await sessions.Find(Guid.ParseExact(parts[1], "N"), ct) is { } caller
                ? (Guid.ParseExact(parts[0], "N"), caller.Actor)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
