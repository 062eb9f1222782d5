using Domain.Attachments;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// Gives a proven number to a person. When another account has it, the one of the two in which nothing has happened gives
/// way: an empty other loses the number and its sessions, an empty own account's WeChat joins the other. Two accounts with
/// messages or a verified name are not merged.
/// </summary>
public sealed class PhoneBinding(ICourtDb db, TimeProvider clock)
{
    /// <returns>The account that the person is in from now on.</returns>
    public Task<Litigant> Bind(string phone, Actor by, CancellationToken ct) =>
        db.Change(() => Give(phone, by, ct), ct, lost: LitigantErrors.PhoneTaken);

    private async Task<Litigant> Give(string phone, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var me = await db.Set<Litigant>().SingleAsync(l => l.Id == by.Id, ct);
        if (me.Phone == phone)
            return me;
        var other = await db.Set<Litigant>().SingleOrDefaultAsync(l => l.Phone == phone, ct);
        var result =
            other is null ? me
            : await IsEmpty(other, ct) ? await TakeOver(other, me, now, ct)
            : me.OpenId is not null && other.OpenId is null && await IsEmpty(me, ct) ? await Join(me, other, now, ct)
            : throw LitigantErrors.PhoneTaken();
        if (result == me)
            me.BindPhone(phone, now);
        return result;
    }

    private async Task<bool> IsEmpty(Litigant litigant, CancellationToken ct) =>
        !litigant.IsVerified && !await db.HasMessages(litigant, ct);

    /// <summary>The number may have changed hands: whoever was in the other account does not come into this one.</summary>
    private async Task<Litigant> TakeOver(Litigant other, Litigant me, DateTimeOffset now, CancellationToken ct)
    {
        await db.EndSessions(other, SessionEnd.PhoneRebound, me.AsActor(), now, ct);
        other.ReleasePhone(now);
        return me;
    }

    private async Task<Litigant> Join(Litigant me, Litigant other, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var session in await db.SessionsOf(me, ct))
            session.MoveTo(other, now);
        foreach (var unsent in await db.Set<Attachment>().Where(a => a.UploadedById == me.Id).ToListAsync(ct))
            unsent.UploadedById = other.Id;
        foreach (var credit in await db.Set<SubscribeCredit>().Where(c => c.LitigantId == me.Id).ToListAsync(ct))
            credit.LitigantId = other.Id; // they belong to the openid
        await MoveConsents(me, other, ct);
        other.UseWeChat(new WeChatPerson(me.OpenId!, me.UnionId), now);
        me.JoinInto(other, now);
        db.Set<Litigant>().Remove(me);
        return other;
    }

    /// <summary>The same person has agreed; what both accounts agreed to counts once.</summary>
    private async Task MoveConsents(Litigant me, Litigant other, CancellationToken ct)
    {
        var known = await db.Set<AgreementConsent>().Where(c => c.LitigantId == other.Id).Select(c => c.AgreementId).ToListAsync(ct);
        foreach (var consent in await db.Set<AgreementConsent>().Where(c => c.LitigantId == me.Id).ToListAsync(ct))
        {
            if (known.Contains(consent.AgreementId))
                db.Set<AgreementConsent>().Remove(consent);
            else
                consent.LitigantId = other.Id;
        }
    }
}

internal static class AccountContent
{
    public static Task<bool> HasMessages(this ICourtDb db, Litigant litigant, CancellationToken ct) =>
        db.Set<WorkOrder>().AnyAsync(o => o.LitigantId == litigant.Id, ct);
}
