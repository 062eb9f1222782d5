using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Given;

/// <summary>What a person needs to come in by the front door.</summary>
public static class CourtDataSigningIn
{
    public const string Password = "Court-12368";

    /// <summary>Lets a member of staff sign in with <see cref="Password"/>.</summary>
    public static Task GivePassword(this CourtData data, Staff staff) =>
        data.Use(
            async (CourtDb db) =>
            {
                var hash = await data.Use((IPasswords p) => Task.FromResult(p.Hash(Password)));
                var now = await data.Use((TimeProvider clock) => Task.FromResult(clock.GetUtcNow()));
                (await db.Set<Staff>().SingleAsync(s => s.Id == staff.Id)).ChangePassword(hash, Actor.System, now);
                await db.SaveChangesAsync();
            }
        );

    /// <summary>The newest code that went out to a phone, read from the outbox.</summary>
    public static Task<string?> SmsCode(this CourtData data, string phone) =>
        data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<Notice>()
                        .AsNoTracking()
                        .Where(n => n.Address == phone && n.Kind == LitigantNotices.Code.Key)
                        .OrderByDescending(n => n.CreatedAt)
                        .FirstOrDefaultAsync()
                )?.Fields["code"]
        );
}
