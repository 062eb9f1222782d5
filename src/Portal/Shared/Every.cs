using Microsoft.AspNetCore.Components;

namespace Portal.Shared;

/// <summary>No markup: calls back on the circuit now and then, for what raises no live hints.</summary>
public sealed class Every : Screen
{
    [Parameter, EditorRequired]
    public required int Seconds { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnTick { get; set; }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _ = Tick();
    }

    private async Task Tick()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Seconds));
        try
        {
            while (await timer.WaitForNextTickAsync(Gone))
            {
                try
                {
                    await InvokeAsync(() => OnTick.InvokeAsync());
                }
                catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
                {
                    await DispatchExceptionAsync(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the page was left
        }
    }
}
