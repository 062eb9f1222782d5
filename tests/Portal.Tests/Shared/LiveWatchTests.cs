using Bunit;
using Infrastructure.Live;
using Microsoft.AspNetCore.Components;
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
}
