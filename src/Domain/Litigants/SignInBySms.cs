using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

/// <summary>Opens a session for who holds the phone; an unknown number becomes a new litigant.</summary>
public sealed class SignInBySms(ICourtDb db, SmsCodeCheck codes, TimeProvider clock)
{
    /// <param name="deviceKey">Of the device that asked for the code; see <see cref="CodeAsker"/>.</param>
    /// <param name="device">What the person will know the device by.</param>
    public async Task<SignedIn> Handle(string phone, string code, string deviceKey, string device, CancellationToken ct)
    {
        var number = await codes.Use(phone, code, deviceKey, Refusal.NotSignedIn, ct);
        var now = clock.GetUtcNow();
        return await db.SignIn(l => l.Phone == number, () => Litigant.SignUp(number, null, now), Channel.Web, device, now, ct);
    }
}
