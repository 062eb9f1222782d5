using Domain.Litigants;
using Infrastructure.Health;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>One look: tells the administrators when strange devices have asked for all the codes that an hour has.</summary>
public sealed class RaiseSmsCodeAlarm(CourtDb db, SmsCodeLimits limits, TellAdministrators administrators, TimeProvider clock)
{
    /// <returns>How many, when it is all of them.</returns>
    public async Task<int?> Run(CancellationToken ct)
    {
        var asked = await db.Set<SmsCode>().StrangersSince(clock.GetUtcNow() - SmsCode.OverallWindow).CountAsync(ct);
        if (asked < limits.StrangersAnHour)
            return null;
        await administrators.Tell(
            LitigantNotices.CodesPaused,
            [$"一小时内陌生设备已要了 {asked} 条验证码，达到上限，新的设备暂时要不到。登录过的设备不受影响"],
            ct
        );
        return asked;
    }
}
