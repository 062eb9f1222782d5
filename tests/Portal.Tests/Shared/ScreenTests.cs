using Bunit;
using Infrastructure.Live;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.App;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class ScreenTests : ComponentTest
{
    private readonly Readings _readings = new();

    public ScreenTests()
    {
        Services.AddSingleton(new LiveBus(NullLogger<LiveBus>.Instance));
        Services.AddSingleton<UseCaseRunner>();
        Services.AddSingleton(_readings);
    }

    [Fact]
    public async Task What_was_read_earlier_never_replaces_what_was_read_later()
    {
        var page = Render<Reader>();
        var earlier = page.InvokeAsync(page.Instance.Read);
        var later = page.InvokeAsync(page.Instance.Read);
        _readings[1].SetResult("later");
        await later;
        _readings[0].SetResult("earlier");
        await earlier;
        Assert.Equal("later", page.Markup);
    }

    private sealed class Readings : List<TaskCompletionSource<string>>
    {
        public Task<string> Begin()
        {
            Add(new());
            return this[^1].Task;
        }
    }

    private sealed class Reader : Screen
    {
        private string _shown = "";

        public async Task Read()
        {
            await Show((Readings readings, CancellationToken _) => readings.Begin(), read => _shown = read);
            StateHasChanged();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _shown);
    }
}
