using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

/// <summary>Opens a session for who holds the phone; an unknown number becomes a new litigant.</summary>
public sealed class SignInBySms(ICourtDb db, SmsCodeCheck codes, TimeProvider clock)
{
    public async Task<SignedIn> Handle(string phone, string code, string device, CancellationToken ct)
    {
        var number = await codes.Use(phone, code, Refusal.NotSignedIn, ct);
        var now = clock.GetUtcNow();
        return await db.SignIn(l => l.Phone == number, () => Litigant.SignUp(number, null, now), Channel.Web, device, now, ct);
    }
}
