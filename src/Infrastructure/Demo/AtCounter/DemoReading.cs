using Domain.Reading;
using Domain.WorkOrders;
using Infrastructure.Previews;
using Infrastructure.Reading;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Demo.AtCounter;

/// <summary>The drawn litigant asks to read two volumes: one waits, the other is being read.</summary>
internal sealed class DemoReading(DemoCounter counter, DemoCases cases, DemoClosedCases closed)
{
    private const int DaysLeft = 4;

    private readonly Guid _drawn = cases.All.Single(c => c.Case.Number == DemoProceedings.Drawn).Case.Id;

    public void Plan(DemoTimeline timeline)
    {
        var id = Guid.CreateVersion7(counter.Calendar.Now);
        timeline.At(counter.On(-3, 9 * 60 + 40), () => Released(id));
        timeline.At(counter.On(-2, 20 * 60), () => Read(id));
        timeline.At(counter.On(-1, 14 * 60), () => Ask(Guid.CreateVersion7(), _drawn, "准备第二次开庭，核对第一次开庭的笔录"));
    }

    private async Task Released(Guid id)
    {
        var @case = await counter.CaseOf(closed.Effective);
        await Ask(id, @case, "申请执行前核对证据和笔录");
        await Prepare();
        var files = await counter.Db.ReadableFiles(@case).Select(f => f.Id).ToListAsync(counter.Ct);
        var choice = new ReleaseReading.Choice(files, counter.Calendar.Today.AddDays(DaysLeft), IsMasked: true);
        await counter.Do<ReleaseReading>(r => r.Handle(id, Guid.CreateVersion7(), choice, counter.Clerk.Actor, counter.Ct));
    }

    /// <summary>What the workers do, so that it can be released: pages drawn, numbers found.</summary>
    private async Task Prepare()
    {
        while (await counter.Use<MakePreviews>().Run(isMedia: false, counter.Ct) > 0)
            counter.Db.Forget();
        while (await counter.Use<FindMasks>().Run(counter.Ct) > 0)
            counter.Db.Forget();
    }

    /// <summary>That pages were shown is all that is made up: their pictures are there only when the hosts run.</summary>
    private async Task Read(Guid id)
    {
        await counter.Do<SignReading>(r => r.Handle(id, ReadingDuty.Version, counter.Chen.Actor, counter.Ct));
        var files = await counter.Db.ReleasedFiles(id).OrderBy(f => f.Position).ToListAsync(counter.Ct);
        var at = counter.On(-2, 20 * 60 + 1);
        foreach (var (i, file) in files.Index())
        {
            counter
                .Db.Set<ReadPage>()
                .Add(
                    new ReadPage
                    {
                        ReadingRequestId = id,
                        CaseFileId = file.Id,
                        Page = 1,
                        At = at.AddMinutes(3 * i),
                        Address = "113.67.10.26",
                        Device = "iPhone; WeChat",
                        Channel = Channel.WeChat,
                    }
                );
        }

        await counter.Db.SaveChangesAsync(counter.Ct);
        counter.Db.Forget();
    }

    private async Task Ask(Guid id, Guid @case, string purpose)
    {
        var files = await counter.Db.ReadableFiles(@case).Select(f => f.Id).ToListAsync(counter.Ct);
        await counter.Do<AskReading>(r => r.Handle(id, new(Channel.WeChat, @case, files, purpose), counter.Chen.Actor, counter.Ct));
    }
}
