using Domain.Auditing;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// Gives a person at the counter (诉讼服务中心) the account back that their ID number stands on: the phone is lost or the number given up, or
/// somebody else had claimed it. Staff has looked at the ID card. The account keeps its messages and cases; every device and the WeChat that
/// were in it are out, and the phone in the person's hand comes in.
/// </summary>
public sealed class RecoverAccount(ICourtDb db, IIdentityKeys keys, IAudit audit, TimeProvider clock)
{
    public async Task<Litigant> Handle(string name, string idNumber, string phone, string reason, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.AccountRecovery))
            throw LitigantErrors.RecoveryNotYours();
        if (!ResidentId.TryRead(idNumber, out var number))
            throw LitigantErrors.IdNumberInvalid();
        if (!PhoneNumber.TryRead(phone, out var mobile, out var isMobile) || !isMobile)
            throw LitigantErrors.PhoneInvalid();
        if (reason.Trim() is not { Length: > 0 and <= Litigant.RecoveryReasonMaxLength } why)
            throw LitigantErrors.RecoveryReasonMissing();
        audit.Note(AuditEntry.Of(AuditKind.Searched, "账号找回", by, text: $"{name} {Masking.IdNumber(number)}"));
        var (key, plainName) = (keys.For(number), string.Concat(name.Where(c => !char.IsWhiteSpace(c))));
        return await db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                var account = await db.Set<Litigant>().SingleOrDefaultAsync(l => l.IdentityKey == key, ct);
                if (account?.Name != plainName)
                    throw LitigantErrors.NoAccountToRecover();
                await FreePhone(mobile, account, by, now, ct);
                await db.EndSessions(account, SessionEnd.Recovered, by, now, ct);
                account.Recover(mobile, why, by, now);
                return account;
            },
            ct,
            lost: LitigantErrors.PhoneTaken
        );
    }

    /// <summary>Where the new number has opened an account of its own by signing in, that one gives way while nothing has happened in it.</summary>
    private async Task FreePhone(string phone, Litigant account, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var other = await db.Set<Litigant>().SingleOrDefaultAsync(l => l.Phone == phone && l.Id != account.Id, ct);
        if (other is null)
            return;
        if (other.IsVerified || await db.HasMessages(other, ct))
            throw LitigantErrors.PhoneTaken();
        await db.EndSessions(other, SessionEnd.Recovered, by, now, ct);
        other.ReleasePhone(now);
    }
}
