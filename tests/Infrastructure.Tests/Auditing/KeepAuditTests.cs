using Domain.Auditing;
using Domain.Shared;
using Given;
using Infrastructure.Auditing;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Auditing;

public sealed class KeepAuditTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"court-audit-{Guid.CreateVersion7()}");
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private readonly Actor _me = Actor.Litigant(Guid.CreateVersion7(), "陈建华");
    private CourtData _data = null!;

    public async Task InitializeAsync() =>
        _data = await CourtData.Open(database.ConnectionString(), _clock, settings: ("Audit:Folder", _folder));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rows_reach_the_database_once_also_when_the_same_file_comes_again()
    {
        using (var spool = new AuditSpool(_folder, _clock))
        {
            spool.Note(AuditEntry.Of(AuditKind.Revealed, "工单", _me, text: "核实号码\n第二行"));
            spool.Note(AuditEntry.Of(AuditKind.Exported, "导出", _me, text: "李𠮷"));
        }

        var file = Directory.GetFiles(_folder).Single();
        var copy = file + ".copy";
        File.Copy(file, copy);
        Assert.Equal(2, await Keep());
        Assert.Empty(Directory.GetFiles(_folder, "*.jsonl"));

        File.Move(copy, file); // killed after the rows were written and before the file was dropped
        Assert.Equal(0, await Keep());
        Assert.Equal(["李𠮷", "核实号码\n第二行"], (await Mine()).Select(e => e.Text).Order(StringComparer.Ordinal));
        Assert.All(await Mine(), e => Assert.Equal(_clock.GetUtcNow(), e.At));
    }

    [Fact]
    public async Task A_line_cut_off_by_a_loss_of_power_takes_no_other_with_it()
    {
        using (var spool = new AuditSpool(_folder, _clock))
            spool.Note(AuditEntry.Of(AuditKind.Revealed, "工单", _me));
        await File.AppendAllTextAsync(Directory.GetFiles(_folder).Single(), "{\"Id\":\"01a");
        Assert.Equal(1, await Keep());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task What_another_process_still_writes_is_left_to_it()
    {
        using var another = new AuditSpool(_folder, _clock);
        another.Note(AuditEntry.Of(AuditKind.Revealed, "工单", _me));
        Assert.Equal(0, await Keep());
        another.Turn();
        Assert.Equal(1, await Keep());
    }

    [Fact]
    public async Task The_same_view_again_within_a_minute_is_the_same_view()
    {
        using (var spool = new AuditSpool(_folder, _clock))
        {
            for (var i = 0; i < 3; i++)
            {
                spool.Opened("案件", _me, text: "（2026）粤0104民初1号");
                _clock.Now += TimeSpan.FromSeconds(25);
            }

            spool.Opened("案件", _me, text: "（2026）粤0104民初2号");
            spool.Note(AuditEntry.Of(AuditKind.Revealed, "工单", _me));
            spool.Note(AuditEntry.Of(AuditKind.Revealed, "工单", _me));
        }

        Assert.Equal(1 + 1 + 2, await Keep());
    }

    private Task<int> Keep() => _data.Use((KeepAudit keep) => keep.Run(default));

    private Task<List<AuditEntry>> Mine() =>
        _data.Use((CourtDb db) => db.Set<AuditEntry>().AsNoTracking().Where(e => e.ById == _me.Id).ToListAsync());
}
