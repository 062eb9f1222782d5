using Domain.Drafts;
using Domain.Organisation;
using Domain.Shared;
using Given;

namespace Portal.Tests.App;

public class DraftTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Key = "reply:1";
    private CourtData _data = null!;
    private Actor _me = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString());
        _me = await Somebody();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_last_words_are_there_again()
    {
        await Save("您好");
        await Save("您好，材料已收到。");
        Assert.Equal("您好，材料已收到。", (await Load(_me))!.Text);
    }

    [Fact]
    public async Task A_draft_is_nobody_else_s()
    {
        await Save("只给我看");
        Assert.Null(await Load(await Somebody()));
    }

    [Fact]
    public async Task First_letters_from_many_windows_at_once_leave_one_draft()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Save($"窗口 {i}")));
        Assert.StartsWith("窗口 ", (await Load(_me))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_written_and_dropped_leave_no_draft()
    {
        await Save("写了");
        await Save("");
        Assert.Null(await Load(_me));
        await Save("又写了");
        await _data.Use((DropDraft d) => d.Handle(Key, _me, CancellationToken.None));
        Assert.Null(await Load(_me));
    }

    private async Task<Actor> Somebody() => await _data.ActorOf(await _data.Staff(Role.Judge, await _data.Division()));

    private Task Save(string text) => _data.Use((SaveDraft s) => s.Handle(Key, text, _me, CancellationToken.None));

    private Task<Draft?> Load(Actor by) => _data.Use((LoadDraft l) => l.Handle(Key, by, CancellationToken.None));
}
