using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>Uses up the newest code of a phone. A wrong try is counted for good, whatever becomes of the request.</summary>
public sealed class SmsCodeCheck(ICourtDb db, TimeProvider clock)
{
    /// <param name="phone">As typed.</param>
    /// <param name="refusal">How a wrong code is refused.</param>
    /// <returns>Normal form of the number, now proven.</returns>
    public async Task<string> Use(string phone, string code, Refusal refusal, CancellationToken ct)
    {
        if (!PhoneNumber.TryRead(phone, out var number, out var isMobile) || !isMobile)
            throw LitigantErrors.PhoneInvalid();
        await UseOf(number, code, () => LitigantErrors.SmsCodeWrong(refusal), ct);
        return number;
    }

    /// <param name="address">Mobile number in normal form, or an e-mail address.</param>
    public async Task UseOf(string address, string code, Func<RefusedException> wrong, CancellationToken ct)
    {
        var isRight = await db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                var newest = await db.Set<SmsCode>()
                    .Where(c => c.Phone == address)
                    .OrderByDescending(c => c.Sequence)
                    .FirstOrDefaultAsync(ct);
                return newest is not null && newest.CanBeTried(now) && newest.Try(code.Trim(), now);
            },
            ct,
            lost: wrong
        );
        if (!isRight)
            throw wrong();
    }
}
