using Domain.Calendar;
using Domain.CityChanges;
using Domain.EarlyWarnings;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Demo;

/// <summary>What two people of the Intermediate Court changed for all: a typhoon, words to screen for, a notice's text; and one that waits.</summary>
internal sealed class DemoCity(
    IServiceProvider services,
    CourtDb db,
    DemoStaff staff,
    DemoCalendar calendar,
    DemoTimeline timeline,
    CancellationToken ct
)
{
    private readonly IReadOnlyList<DemoPost> _administrators = staff
        .Courts.Single(c => c.Court.Level == CourtLevel.Intermediate)
        .Holders(Role.Administrator);

    public void Plan()
    {
        timeline.At(calendar.Now.AddDays(-60), Typhoon);
        timeline.At(calendar.Now.AddDays(-30), Words);
        timeline.At(calendar.Now.AddDays(-12), Urged);
        timeline.At(calendar.Now.AddMinutes(-100), Waiting);
    }

    /// <summary>Announced and called off: nothing is counted differently.</summary>
    private async Task Typhoon()
    {
        var day = calendar.Workday(ChinaTime.DayOf(calendar.Now.AddDays(-60)), 1);
        var closure = await Ask(new DaysByHand(day, day, Works: false), "台风红色预警，全市停工");
        await Approve(closure);
        var made = await db.Set<CalendarChange>().AsNoTracking().SingleAsync(c => c.CityChangeId == closure, ct);
        await Approve(await Ask(new DaysWithdrawn(made.Id), "台风转向，照常上班"));
    }

    private async Task Words() =>
        await Approve(
            await Ask(new CityWords([.. WarningWordList.BuiltIn, "绝食", "跳江"], 0), "信访室建议：近来有人这样说，原来的词找不到")
        );

    private async Task Urged() =>
        await Approve(
            await Ask(
                Text(
                    WorkOrderNotices.Urged,
                    "工单 {number}{caseNumber} 当事人已催 {count} 次，{owed}。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
                ),
                "法官反映原来的写法看不出还剩多少时间"
            )
        );

    private Task<Guid> Waiting() =>
        Ask(
            Text(WorkOrderNotices.Interim, "您的留言 {number} 法官已经回复，详情请进“广州微法院”小程序查看，也可以继续留言。"),
            "老年当事人说看不出点进去能做什么"
        );

    private static TemplateText Text(NoticeKind kind, string text) => new(kind.Key, NoticeChannel.Sms, 0, kind.Title, text);

    private async Task<Guid> Ask(CityWish wish, string reason)
    {
        var id = Guid.CreateVersion7(calendar.Now);
        await services.GetRequiredService<AskCityChange>().Handle(id, wish, reason, _administrators[0].Actor, ct);
        db.Forget();
        return id;
    }

    private async Task Approve(Guid id)
    {
        await services.GetRequiredService<DecideCityChange>().Approve(id, _administrators[1].Actor, ct);
        db.Forget();
    }
}
