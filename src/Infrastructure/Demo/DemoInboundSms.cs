using Domain.InboundMessages;
using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>A few SMS to the platform's number, on which nothing can be done without a person.</summary>
internal sealed class DemoInboundSms(IServiceProvider services, CourtDb db, DateTimeOffset now, CancellationToken ct)
{
    public async Task Receive()
    {
        var judge = await db.Set<Staff>().Where(s => s.LoginName == "chenjingyi").Select(s => s.Mobile).SingleAsync(ct);
        await services
            .GetRequiredService<KeepInboundSms>()
            .Handle(
                [
                    Sms("demo-1", judge, "收到，稍后回复", 52),
                    Sms("demo-2", "13812345620", "法官你好，我的开庭时间能不能改到下午？", 31),
                    Sms("demo-3", "13600000368", "请问打官司要带什么材料", 18),
                ],
                ct
            );
        foreach (var id in await db.Set<InboundSms>().OrderBy(s => s.SentAt).Select(s => s.Id).ToListAsync(ct))
        {
            db.Forget();
            await services.GetRequiredService<HandleInboundSms>().Handle(id, ct);
        }

        db.Forget();
    }

    private IncomingSms Sms(string sequence, string from, string text, int minutesAgo) =>
        new("sms", sequence, from, text, "", now.AddMinutes(-minutesAgo));
}
