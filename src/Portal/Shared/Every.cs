using Microsoft.AspNetCore.Components;

namespace Portal.Shared;

/// <summary>No markup: calls back on the circuit now and then, for what raises no live hints.</summary>
public sealed class Every : ComponentBase, IDisposable
{
    private PeriodicTimer? _timer;

    [Parameter, EditorRequired]
    public required int Seconds { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnTick { get; set; }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _ = Tick(_timer = new PeriodicTimer(TimeSpan.FromSeconds(Seconds)));
    }

    public void Dispose() => _timer?.Dispose();

    private async Task Tick(PeriodicTimer timer)
    {
        while (await timer.WaitForNextTickAsync())
        {
            try
            {
                await InvokeAsync(() => OnTick.InvokeAsync());
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                await DispatchExceptionAsync(e);
            }
        }
    }
}
