using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// Uses up the newest code that a device has asked for; the device is known there from then on. A wrong try is counted for good, whatever
/// becomes of the request, and only against the code of the device that tries: nobody burns another's.
/// </summary>
public sealed class SmsCodeCheck(ICourtDb db, TimeProvider clock)
{
    /// <summary>Of the account.</summary>
    /// <param name="phone">As typed.</param>
    /// <param name="device">See <see cref="CodeAsker"/>.</param>
    /// <param name="refusal">How a wrong code is refused.</param>
    /// <returns>Normal form of the number, now proven.</returns>
    public async Task<string> Use(string phone, string code, string device, Refusal refusal, CancellationToken ct)
    {
        if (!PhoneNumber.TryRead(phone, out var number, out var isMobile) || !isMobile)
            throw LitigantErrors.PhoneInvalid();
        await UseOf(number, SmsCode.Account, code, device, () => LitigantErrors.SmsCodeWrong(refusal), ct);
        return number;
    }

    /// <param name="address">Mobile number in normal form, or an e-mail address.</param>
    /// <param name="purpose">See <see cref="SmsCode.Purpose"/>.</param>
    public async Task UseOf(string address, string purpose, string code, string device, Func<RefusedException> wrong, CancellationToken ct)
    {
        var isRight = await db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                var newest = await db.Set<SmsCode>()
                    .Where(c => c.Phone == address && c.Device == device && c.Purpose == purpose)
                    .OrderByDescending(c => c.Sequence)
                    .FirstOrDefaultAsync(ct);
                if (newest is null || !newest.CanBeTried(now) || !newest.Try(code.Trim(), now))
                    return false;
                await Know(address, device, now, ct);
                return true;
            },
            ct,
            lost: wrong
        );
        if (!isRight)
            throw wrong();
    }

    private async Task Know(string address, string device, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Set<KnownDevice>().SingleOrDefaultAsync(d => d.Address == address && d.Device == device, ct);
        if (known is null)
            db.Set<KnownDevice>().Add(known = new KnownDevice { Address = address, Device = device });
        known.LastUsedAt = now;
    }
}
