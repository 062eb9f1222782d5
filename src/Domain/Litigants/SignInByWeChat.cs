using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

/// <summary>Exchanges a <c>wx.login</c> code and opens a session; a stranger becomes a litigant without phone and name.</summary>
public sealed class SignInByWeChat(ICourtDb db, IWeChat weChat, TimeProvider clock)
{
    /// <param name="device">What the person will know the device by.</param>
    public async Task<SignedIn> Handle(string code, string device, CancellationToken ct)
    {
        var person = await weChat.Exchange(code, ct);
        var now = clock.GetUtcNow();
        return await db.SignIn(l => l.OpenId == person.OpenId, () => Litigant.SignUp(null, person, now), Channel.WeChat, device, now, ct);
    }
}
