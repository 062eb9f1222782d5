using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// Sends a code to a phone, whether or not anybody here has it. Asking again within a minute sends nothing and answers how
/// long to wait, so that a double tap or a lost answer costs one message.
/// </summary>
public sealed class RequestSmsCode(ICourtDb db, TimeProvider clock)
{
    /// <returns>After how long another one may be asked for.</returns>
    public async Task<TimeSpan> Handle(string phone, CancellationToken ct)
    {
        if (!PhoneNumber.TryRead(phone, out var number, out var isMobile) || !isMobile) throw LitigantErrors.PhoneInvalid();
        var now = clock.GetUtcNow();
        var newest = await Newest(number, ct);
        if (newest is not null && newest.CreatedAt + SmsCode.ResendAfter > now) return newest.CreatedAt + SmsCode.ResendAfter - now;
        var since = now.AddDays(-1);
        if (await db.SmsCodes.CountAsync(c => c.Phone == number && c.CreatedAt > since, ct) >= SmsCode.MaxADay) throw LitigantErrors.TooManySmsCodes();

        var (row, code) = SmsCode.For(number, (newest?.Sequence ?? 0) + 1, now);
        db.SmsCodes.Add(row);
        db.Notices.AddRange(LitigantNotices.Code.To(NoticeRecipient.Phone(number), new Dictionary<string, string> { ["code"] = code }).Select(n => n.WrittenAt(now)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            if ((await Newest(number, ct))?.Sequence < row.Sequence) throw; // no twin sent one: the store failed
        }

        return SmsCode.ResendAfter;
    }

    private Task<SmsCode?> Newest(string phone, CancellationToken ct) =>
        db.SmsCodes.AsNoTracking().Where(c => c.Phone == phone).OrderByDescending(c => c.Sequence).FirstOrDefaultAsync(ct);
}
