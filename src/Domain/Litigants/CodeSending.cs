using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// One code to one phone or e-mail address. A device that is known there has a quota of its own: one a minute, ten a day. Strange ones work
/// first and share a quota that the owner does not need, so that nobody spends another's (ADR 30).
/// </summary>
public sealed class CodeSending(ICourtDb db, WorkChallenges challenges, SmsCodeLimits limits, TimeProvider clock)
{
    /// <param name="address">Mobile number in normal form, or an e-mail address.</param>
    /// <param name="purpose">See <see cref="SmsCode.Purpose"/>.</param>
    /// <param name="notices">What carries the code.</param>
    /// <param name="tooMany">For the quota of this device, or of strange ones.</param>
    public Task<CodeAnswer> Send(
        string address,
        string purpose,
        CodeAsker asker,
        Func<string, IEnumerable<Notice>> notices,
        Func<RefusedException> tooMany,
        CancellationToken ct
    ) =>
        db.Change<CodeAnswer>(
            async () =>
            {
                var now = clock.GetUtcNow();
                // Before the others are read: of two at the same moment one then takes the other's number, and begins again.
                var last = await CodesOf(address).Select(c => (int?)c.Sequence).MaxAsync(ct) ?? 0;
                var today = await CodesOf(address).Where(c => c.CreatedAt > now.AddDays(-1)).ToListAsync(ct);
                var own = today.FindAll(c => c.Device == asker.Device);
                if (own.FindLast(c => c.Purpose == purpose) is { } newest && newest.CreatedAt + SmsCode.ResendAfter > now)
                    return new CodeAnswer.Sent(newest.CreatedAt + SmsCode.ResendAfter - now); // also when a twin has just sent one
                if (own.Count >= SmsCode.MaxADay)
                    throw tooMany();
                var isKnown = await IsKnown(address, asker.Device, now, ct);
                if (!isKnown && await WorkFirst(address, asker, today, tooMany, now, ct) is { } work)
                    return new CodeAnswer.WorkFirst(work);

                var (row, code) = SmsCode.For(address, purpose, last + 1, asker, !isKnown, now);
                db.Set<SmsCode>().Add(row);
                db.Set<Notice>().AddRange(notices(code).Select(n => n.WrittenAt(now)));
                return new CodeAnswer.Sent(SmsCode.ResendAfter);
            },
            ct
        );

    /// <returns>Null when the stranger has worked and there is room.</returns>
    private async Task<WorkChallenge?> WorkFirst(
        string address,
        CodeAsker asker,
        List<SmsCode> today,
        Func<RefusedException> tooMany,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var strangers = today.FindAll(c => c.IsStranger);
        if (strangers.Count >= limits.StrangersPerPhone || strangers.Count(c => c.Network == asker.Network) >= limits.StrangersPerNetwork)
            throw tooMany();
        if (await db.Set<SmsCode>().StrangersSince(now - SmsCode.OverallWindow).CountAsync(ct) >= limits.StrangersAnHour)
            throw LitigantErrors.SmsCodesPaused();
        var isDone =
            asker.Proof is { } proof
            && challenges.IsSolved(proof, address, asker.Device, now)
            && !today.Exists(c => c.Challenge == WorkChallenges.HashOf(proof));
        return isDone ? null : challenges.Make(address, asker.Device, limits.BitsAfter(strangers.Count), now);
    }

    private Task<bool> IsKnown(string address, string device, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - KnownDevice.Lifetime;
        return db.Set<KnownDevice>().AnyAsync(d => d.Address == address && d.Device == device && d.LastUsedAt > since, ct);
    }

    private IQueryable<SmsCode> CodesOf(string address) =>
        db.Set<SmsCode>().AsNoTracking().Where(c => c.Phone == address).OrderBy(c => c.Sequence);
}
