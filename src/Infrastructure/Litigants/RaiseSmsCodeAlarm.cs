using Domain.Litigants;
using Domain.Shared;
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
        var now = clock.GetUtcNow();
        var asked = await db.Set<SmsCode>().StrangersSince(now - SmsCode.OverallWindow).CountAsync(ct);
        if (asked < limits.StrangersAnHour)
            return null;
        await administrators.TellOnce(
            LitigantNotices.CodesPaused,
            new()
            {
                ["paused"] =
                    $"{ChinaTime.Clock(now)} 起，陌生设备一小时内已要了 {asked} 条验证码，达到上限，新的设备暂时要不到，登录过的不受影响",
            },
            ct
        );
        return asked;
    }
}
