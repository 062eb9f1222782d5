using Domain.Handling;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Infrastructure.Tracing.Anchors;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Tracing;

public sealed class AnchorTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Unknown = "the database does not know the line, nor whether it was stamped";
    private readonly string _folder = Directory.CreateTempSubdirectory("anchors").FullName;
    private readonly StoppedClock _clock = new(TimeProvider.System.GetUtcNow());
    private CourtData _data = null!;
    private OpenSslStamps? _stamps;
    private WorkOrder _order = null!;
    private int _begun;

    public async Task InitializeAsync() => await Open();

    public async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (_stamps is not null)
            await _stamps.DisposeAsync();
    }

    [Fact]
    public async Task What_changed_since_the_last_anchor_is_folded_and_chained_and_nothing_waits_any_more()
    {
        Assert.Equal(_begun, await Anchor()); // the order, the account, and what an installation begins with
        Assert.Equal(0, await Anchor());
        await Urge();
        Assert.Equal(1, await Anchor());

        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder, "anchors.jsonl"));
        Assert.Equal(2, lines.Length);
        Assert.Contains($"\"previous\":\"{Domain.Shared.TraceRow.HashOf(lines[0])}\"", lines[1], StringComparison.Ordinal);
        var head = Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_folder, "heads", "00000002.jsonl")));
        Assert.Contains($"\"name\":\"{_order.Number}\",\"sequence\":3", head, StringComparison.Ordinal);
        Assert.Equal(0, await Waiting());
        Assert.Empty(await Breaks());
    }

    [Fact]
    public async Task A_record_deleted_whole_is_named_by_the_anchor()
    {
        await Anchor();
        await Execute("DELETE FROM trace WHERE subject_id = {0}");
        await Execute("DELETE FROM work_orders WHERE id = {0}");
        Assert.Equal([new TraceBreak(_order.Number, 2, "a row that anchor 1 names is gone")], await Breaks());
    }

    [Fact]
    public async Task Before_it_is_anchored_the_row_that_waits_names_it()
    {
        await Execute("DELETE FROM trace WHERE subject_id = {0}");
        await Execute("DELETE FROM work_orders WHERE id = {0}");
        Assert.Equal([new TraceBreak(_order.Number, 2, "a row that waits for the next anchor is gone")], await Breaks());
    }

    [Fact]
    public async Task A_head_or_a_line_that_was_changed_or_cut_off_outside_is_found()
    {
        await Anchor();
        await Urge();
        await Anchor();
        var (lines, heads) = (Path.Combine(_folder, "anchors.jsonl"), Path.Combine(_folder, "heads", "00000001.jsonl"));
        var (allLines, allHeads) = (await File.ReadAllLinesAsync(lines), await File.ReadAllLinesAsync(heads));

        await File.WriteAllLinesAsync(heads, allHeads.Take(1));
        Assert.Equal([new TraceBreak("anchors", 1, "its heads are not those that it was folded from")], await Breaks());
        await File.WriteAllLinesAsync(heads, allHeads);

        await File.WriteAllLinesAsync(lines, allLines.Take(1));
        Assert.Equal([new TraceBreak("anchors", 2, "the line is gone from the file")], await Breaks());
        await _data.Message(await _data.Litigant());
        await Assert.ThrowsAsync<InvalidOperationException>(Anchor);

        await File.WriteAllLinesAsync(
            lines,
            [allLines[0].Replace($"\"heads\":{_begun}", $"\"heads\":{_begun + 1}", StringComparison.Ordinal), allLines[1]]
        );
        Assert.Contains(new TraceBreak("anchors", 2, "the line does not follow the one before it"), await Breaks());
        await File.WriteAllLinesAsync(lines, ["{\"at\":1}", allLines[1]]);
        Assert.Contains(new TraceBreak("anchors", 1, "the line cannot be read"), await Breaks());
        await File.WriteAllLinesAsync(heads, ["{spoilt}", .. allHeads.Skip(1)]);
        await File.WriteAllLinesAsync(lines, allLines);
        Assert.Contains(new TraceBreak("anchors", 1, "its heads are not those that it was folded from"), await Breaks());
        await File.WriteAllLinesAsync(heads, allHeads);
        Assert.Empty(await Breaks());
    }

    [Fact]
    public async Task A_line_that_a_power_cut_left_half_written_costs_nothing()
    {
        await Anchor();
        await File.AppendAllTextAsync(Path.Combine(_folder, "anchors.jsonl"), "{\"at\":\"2026-");
        await Urge();
        Assert.Equal(1, await Anchor());
        Assert.Empty(await Breaks());
    }

    [Fact]
    public async Task Anchoring_that_stands_still_is_an_alarm()
    {
        await Anchor();
        await Urge();
        Assert.Null(await Alarm());
        await Execute("UPDATE anchors SET at = at - interval '4 hours'");
        Assert.Null(await Alarm()); // what waits is young
        _clock.Now += TimeSpan.FromHours(4);
        Assert.Contains("没有存证", await Alarm(), StringComparison.Ordinal);
        await Anchor();
        Assert.Null(await Alarm());
    }

    [Fact]
    public async Task An_anchor_in_the_future_does_not_keep_the_alarm_quiet()
    {
        await Anchor();
        await Urge();
        await Execute("UPDATE anchors SET at = at + interval '9 years'");
        _clock.Now += TimeSpan.FromHours(4);
        Assert.Contains("没有存证", await Alarm(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_another_host_anchors_this_one_does_nothing()
    {
        var other = Guid.CreateVersion7();
        await _data.Use((WorkerLeases l) => l.Take("anchoring", other, TimeSpan.FromMinutes(1), default));
        Assert.Null(await Anchor());
        await _data.Use((WorkerLeases l) => l.Take("anchoring", other, TimeSpan.Zero, default));
        Assert.Equal(_begun, await Anchor());
    }

    [Fact]
    public async Task An_anchor_is_stamped_by_a_real_service_and_one_that_is_down_is_asked_again()
    {
        _stamps = await OpenSslStamps.Start();
        await Open();
        _stamps.IsDown = true;
        Assert.Equal(_begun, await Anchor());
        Assert.Equal((1, 0), (_stamps.Asked, Directory.GetFiles(_folder, "*.tst", SearchOption.AllDirectories).Length));

        _stamps.IsDown = false;
        await Urge();
        Assert.Equal(1, await Anchor());
        var stamps = Directory.GetFiles(Path.Combine(_folder, "stamps")).Order().ToList();
        Assert.Equal(2, stamps.Count);
        Assert.Empty(await Breaks());

        var older = await File.ReadAllBytesAsync(stamps[1]);
        await Execute("UPDATE anchors SET stamped_at = NULL");
        await Anchor();
        Assert.Equal(older, await File.ReadAllBytesAsync(stamps[1])); // a later stamp never takes its place

        File.Copy(stamps[0], stamps[1], overwrite: true);
        Assert.Equal([new TraceBreak("anchors", 2, "the time stamp is not of this line, or of nobody we trust")], await Breaks());
        File.Delete(stamps[1]);
        Assert.Equal([new TraceBreak("anchors", 2, "the time stamp is gone")], await Breaks());
        await Execute("DELETE FROM anchors WHERE number = 2");
        Assert.Equal([new TraceBreak("anchors", 2, Unknown)], await Breaks());
        await _data.Message(await _data.Litigant());
        await Anchor();
        Assert.Equal([new TraceBreak("anchors", 2, Unknown)], await Breaks()); // another anchor does not heal it
    }

    [Fact]
    public async Task A_line_that_a_host_wrote_and_died_is_none_and_is_noted_with_the_next()
    {
        var waiting = await _data.Use((CourtDb db) => db.Set<UnanchoredHead>().AsNoTracking().ToListAsync());
        await Anchor();
        await _data.Use(
            async (CourtDb db) =>
            {
                await db.Set<Anchor>().ExecuteDeleteAsync();
                db.Set<UnanchoredHead>().AddRange(waiting);
                await db.SaveChangesAsync();
            }
        );
        Assert.Empty(await Breaks());
        Assert.Equal(_begun, await Anchor());
        Assert.Equal([1, 2], await _data.Use((CourtDb db) => db.Set<Anchor>().Select(a => a.Number).Order().ToListAsync()));
        Assert.Empty(await Breaks());
    }

    [Fact]
    public async Task A_stamp_of_somebody_else_is_refused_and_found()
    {
        await using var forger = await OpenSslStamps.Start();
        _stamps = await OpenSslStamps.Start();
        await Open(trusted: forger);
        Assert.Equal(_begun, await Anchor());
        Assert.False(Directory.Exists(Path.Combine(_folder, "stamps")) && Directory.GetFiles(Path.Combine(_folder, "stamps")).Length > 0);

        await Open(trusted: _stamps);
        Assert.Equal(_begun, await Anchor());
        Assert.Empty(await Breaks());
        var hash = await _data.Use((CourtDb db) => db.Set<Anchor>().Select(a => a.Hash).SingleAsync());
        var stamp = Directory.GetFiles(Path.Combine(_folder, "stamps")).Single();
        await File.WriteAllBytesAsync(stamp, await forger.Stamp(hash));
        Assert.Equal([new TraceBreak("anchors", 1, "the time stamp is not of this line, or of nobody we trust")], await Breaks());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_root_changes_with_every_leaf_and_with_their_order(int leaves)
    {
        var lines = Enumerable.Range(1, leaves).Select(n => $"leaf {n}").ToList();
        HashSet<string> roots = [Root(lines)];
        for (var i = 0; i < leaves; i++)
            Assert.True(roots.Add(Root([.. lines.Select((l, n) => n == i ? "x" : l)])));
        if (leaves > 1)
            Assert.True(roots.Add(Root([.. lines.AsEnumerable().Reverse()])));
        Assert.True(roots.Add(Root([.. lines, "one more"])));

        static string Root(List<string> lines)
        {
            var tree = new MerkleTree();
            lines.ForEach(tree.Add);
            return tree.Root();
        }
    }

    /// <summary>A database of its own with one order of one account.</summary>
    private async Task Open(OpenSslStamps? trusted = null)
    {
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
            File.Delete(file);
        var settings = new TraceSettings { AnchorFolder = _folder, TimestampUrl = _stamps?.Address };
        var trust = new StampTrust((trusted ?? _stamps)?.Certificate);
        _data = await CourtData.Open(
            database.ConnectionString($"anchors{CourtData.Next()}"),
            _clock,
            more: s => s.AddSingleton(settings).AddSingleton(new AnchorFolder(_folder)).AddSingleton(trust)
        );
        await _data.People();
        _order = await _data.Message(await _data.Litigant());
        _begun = await Waiting();
    }

    private Task<int> Waiting() => _data.Use((CourtDb db) => db.Set<UnanchoredHead>().CountAsync());

    private Task Urge() =>
        _data.Use(
            (Urge<WorkOrder> urge) =>
                urge.Handle(
                    _order.Id,
                    Guid.CreateVersion7(),
                    "请快一点",
                    Domain.Shared.Actor.Litigant(_order.LitigantId!.Value, _order.RequesterName),
                    default
                )
        );

    private Task<string?> Alarm() => _data.Use((AnchorState state) => state.Alarm(default));

    private Task<int?> Anchor() => _data.Use((AnchorTrace anchor) => anchor.Run(default));

    private async Task<List<TraceBreak>> Breaks()
    {
        List<TraceBreak> breaks = [];
        await _data.VerifyTrace(breaks.Add);
        return breaks;
    }

    private Task Execute(string sql) => _data.Use((CourtDb db) => db.Database.ExecuteSqlRawAsync(sql, _order.Id));
}
