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

    public LiveWatchTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(_bus);
        Services.AddSingleton<UseCaseRunner>();
        Services.AddSingleton<Changing>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task A_burst_of_hints_reads_twice_and_after_the_page_is_left_never()
    {
        var page = Render<LiveWatch>(p => p.Add(w => w.Topics, ["courts"]).Add(w => w.OnChanged, () => _readings++));
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

    [Fact]
    public void Topics_that_only_the_reading_tells_are_read_again_once()
    {
        var page = Render<LiveWatch>(p => p.Add(w => w.Topics, []).Add(w => w.OnChanged, () => _readings++));
        Assert.Equal(0, _readings);
        page.Render(p => p.Add(w => w.Topics, ["serviceTask:1"]));
        page.WaitForAssertion(() => Assert.Equal(1, _readings));
        page.Render(p => p.Add(w => w.Topics, ["serviceTask:1"]));
        _clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal(1, _readings);
    }

    [Fact]
    public void What_changes_while_a_page_first_reads_is_read_again()
    {
        var page = Render<Page>();
        var changing = Services.GetRequiredService<Changing>();
        _clock.Move(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal(2, changing.Readings));
    }

    /// <summary>Somebody changes something in the moment in which it is first read.</summary>
    private sealed class Changing(LiveBus bus)
    {
        public int Readings { get; private set; }

        public async Task<int> Read()
        {
            if (++Readings == 1)
                await bus.Publish(new LiveHint(["courts"], Guid.Empty, 1));
            return Readings;
        }
    }

    private sealed class Page : Screen
    {
        protected override Task OnInitializedAsync() => Read();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<LiveWatch>(0);
            builder.AddComponentParameter(1, nameof(LiveWatch.Topics), (IReadOnlyList<string>)["courts"]);
            builder.AddComponentParameter(2, nameof(LiveWatch.OnChanged), EventCallback.Factory.Create(this, Read));
            builder.CloseComponent();
        }

        private Task Read() => Run.Ask((Changing c, CancellationToken _) => c.Read());
    }
}
