using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// Confirms who a person is by name, ID number and the phone bound to the account (实名核对): somebody else's name and number alone claim
/// nothing. Of the number only its keyed hash is kept; it is what finds
/// the person's cases.
/// </summary>
public sealed class VerifyIdentity(ICourtDb db, IIdentityVerifier verifier, IIdentityKeys keys, TimeProvider clock)
{
    public async Task<Litigant> Handle(string name, string idNumber, Actor by, CancellationToken ct)
    {
        var plainName = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        if (plainName.Length is < 2 or > Litigant.NameMaxLength)
            throw LitigantErrors.NameMissing();
        if (!ResidentId.TryRead(idNumber, out var number))
            throw LitigantErrors.IdNumberInvalid();
        var key = keys.For(number);
        var litigant = await CountTry(key, by, ct);
        if (litigant.IsVerified)
            return litigant;

        // Nothing is open here: the answer may take seconds.
        switch (await verifier.Verify(plainName, number, litigant.Phone, ct))
        {
            case IdentityVerdict.Differs:
                throw LitigantErrors.IdentityMismatch();
            case IdentityVerdict.Unavailable:
                throw LitigantErrors.IdentityUnavailable();
        }

        return await db.Change(
            async () =>
            {
                var person = await db.Set<Litigant>().SingleAsync(l => l.Id == by.Id, ct);
                if (person.IsVerified)
                    return person.IdentityKey == key ? person : throw LitigantErrors.AlreadyVerified();
                if (await db.Set<Litigant>().AnyAsync(l => l.IdentityKey == key && l.Id != by.Id, ct))
                    throw LitigantErrors.IdentityTaken();
                person.Verified(plainName, key, clock.GetUtcNow());
                return person;
            },
            ct
        );
    }

    private Task<Litigant> CountTry(string key, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var litigant = await db.Set<Litigant>().SingleAsync(l => l.Id == by.Id, ct);
                if (litigant.IsVerified)
                    return litigant.IdentityKey == key ? litigant : throw LitigantErrors.AlreadyVerified();
                if (litigant.Phone is null)
                    throw LitigantErrors.PhoneRequired();
                litigant.TryIdentity(clock.GetUtcNow());
                return litigant;
            },
            ct
        );
}
