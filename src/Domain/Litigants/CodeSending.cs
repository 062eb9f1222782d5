using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>One code to one phone or e-mail address: at most one a minute, ten a day.</summary>
internal sealed class CodeSending(ICourtDb db, TimeProvider clock)
{
    /// <param name="address">Mobile number in normal form, or an e-mail address.</param>
    /// <param name="notices">What carries the code.</param>
    /// <returns>After how long another one may be asked for.</returns>
    public Task<TimeSpan> Send(
        string address,
        Func<string, IEnumerable<Notice>> notices,
        Func<RefusedException> tooMany,
        CancellationToken ct
    ) =>
        db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                var newest = await db.Set<SmsCode>()
                    .AsNoTracking()
                    .Where(c => c.Phone == address)
                    .OrderByDescending(c => c.Sequence)
                    .FirstOrDefaultAsync(ct);
                if (newest is not null && newest.CreatedAt + SmsCode.ResendAfter > now)
                    return newest.CreatedAt + SmsCode.ResendAfter - now; // also when a twin has just sent one
                var since = now.AddDays(-1);
                if (await db.Set<SmsCode>().CountAsync(c => c.Phone == address && c.CreatedAt > since, ct) >= SmsCode.MaxADay)
                    throw tooMany();
                var (row, code) = SmsCode.For(address, (newest?.Sequence ?? 0) + 1, now);
                db.Set<SmsCode>().Add(row);
                db.Set<Notice>().AddRange(notices(code).Select(n => n.WrittenAt(now)));
                return SmsCode.ResendAfter;
            },
            ct
        );
}
