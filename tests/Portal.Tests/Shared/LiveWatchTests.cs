using Bunit;
using Infrastructure.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.App;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class LiveWatchTests : ComponentTest
{
    private readonly HandClock _clock = new(new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private readonly LiveBus _bus = new(NullLogger<LiveBus>.Instance);
    private int _readings;

    private readonly UseCaseRunner _run;

    public LiveWatchTests()
    {
        _run = new UseCaseRunner(null!, _bus);
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(_bus);
        Services.AddSingleton<UseCaseRunner>();
        Services.AddSingleton<Changing>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task A_burst_of_hints_reads_twice_and_after_the_page_is_left_never()
    {
        var page = Render<LiveWatch>(p => p.Add(w => w.Of, _run).Add(w => w.Topics, ["courts"]).Add(w => w.OnChanged, () => _readings++));
        for (var i = 0; i < 100; i++)
            await _bus.Publish(new LiveHint(["courts"], Guid.Empty, 1));
        page.WaitForAssertion(() => Assert.Equal(1, _readings));
        _clock.Move(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal(2, _readings));
        await _bus.Publish(new LiveHint(["elsewhere"], Guid.Empty, 1));
        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _readings);

        await DisposeComponentsAsync();
        await _bus.Publish(new LiveHint(["courts"], Guid.Empty, 1));
        _clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal(2, _readings);
    }

    [Theory]
    [InlineData("order:1")]
    [InlineData("*")]
    public async Task What_changes_while_a_page_first_reads_is_read_again_though_only_the_reading_tells_its_topics(string hinted)
    {
        var (page, change) = await Opened();
        await _bus.Publish(hinted == "*" ? LiveHint.LookAgain : new LiveHint([hinted], Guid.Empty, 1));
        change.Answer();
        page.WaitForAssertion(() => Assert.Equal("2", page.Markup));
        _clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal("2", page.Markup);
    }

    [Fact]
    public async Task A_page_that_missed_nothing_reads_once()
    {
        await _bus.Publish(new LiveHint(["order:1"], Guid.Empty, 1)); // before it asks: the answer has it
        var (page, change) = await Opened();
        await _bus.Publish(new LiveHint(["order:2"], Guid.Empty, 1));
        change.Answer();
        page.WaitForAssertion(() => Assert.Equal("1", page.Markup));
        _clock.Move(TimeSpan.FromSeconds(5));
        page.Render();
        Assert.Equal("1", page.Markup);
    }

    [Fact]
    public async Task A_page_that_turns_to_something_else_later_has_missed_nothing_before_it_asked_for_it()
    {
        var (page, change) = await Opened();
        change.Answer();
        page.WaitForAssertion(() => Assert.Equal("1", page.Markup));
        await _bus.Publish(new LiveHint(["order:2"], Guid.Empty, 1));
        var turned = page.InvokeAsync(() => page.Instance.Turn("order:2"));
        change.Answer();
        await turned;
        _clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal("2", page.Markup);
        await _bus.Publish(new LiveHint(["order:2"], Guid.Empty, 1));
        change.Answer();
        page.WaitForAssertion(() => Assert.Equal("3", page.Markup));
    }

    [Fact]
    public async Task Of_longer_ago_than_the_bus_remembers_it_says_yes()
    {
        for (var i = 0; i < 3000; i++)
            await _bus.Publish(new LiveHint(["order:9"], Guid.Empty, i));
        Assert.True(_bus.HasCarried(["order:1"], 0));
        Assert.False(_bus.HasCarried(["order:1"], _bus.Carried - 500));
        Assert.False(_bus.HasCarried([], 0));
    }

    private async Task<(IRenderedComponent<Page> Page, Changing Change)> Opened()
    {
        var page = Render<Page>();
        var change = Services.GetRequiredService<Changing>();
        await change.Asked;
        return (page, change);
    }

    /// <summary>Answers when it is told to: what happens until then, happens while a page reads.</summary>
    private sealed class Changing : IDisposable
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly SemaphoreSlim _answers = new(0);
        private int _readings;

        public Task Asked => _asked.Task;

        /// <summary>This reading, and the one that may follow.</summary>
        public void Answer() => _answers.Release(2);

        public void Dispose() => _answers.Dispose();

        public async Task<int> Read()
        {
            _asked.TrySetResult();
            await _answers.WaitAsync();
            return ++_readings;
        }
    }

    /// <summary>Learns by its reading what it shows, and watches from then on.</summary>
    private sealed class Page : Screen
    {
        private string _topic = "order:1";
        private int _read;

        public Task Turn(string topic)
        {
            _topic = topic;
            return Read();
        }

        protected override Task OnInitializedAsync() => Read();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddContent(0, _read);
            if (_read == 0)
                return;
            builder.OpenComponent<LiveWatch>(1);
            builder.AddComponentParameter(2, nameof(LiveWatch.Of), Run);
            builder.AddComponentParameter(3, nameof(LiveWatch.Topics), (IReadOnlyList<string>)[_topic]);
            builder.AddComponentParameter(4, nameof(LiveWatch.OnChanged), EventCallback.Factory.Create(this, Read));
            builder.CloseComponent();
        }

        private async Task Read()
        {
            _read = await Run.Ask((Changing c, CancellationToken _) => c.Read());
            StateHasChanged();
        }
    }
}
