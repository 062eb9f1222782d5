using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.AspNetCore.Components;

namespace Portal.Intake;

/// <summary>The page made for the phone (来电登记): one call at a time, everything by keyboard, a draft at every moment.</summary>
public sealed partial class IntakePage
{
    private static readonly TimeSpan s_saveEvery = TimeSpan.FromSeconds(2);

    private IntakeDesk? _desk;
    private ElementReference _asked;
    private CallerBar? _bar;
    private bool _isSaving;
    private RegisteredCall? _seen;

    [CascadingParameter]
    private Actor Me { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "caller")]
    private string? Caller { get; set; }

    [Inject]
    private ICalendars Calendars { get; set; } = null!;

    [Inject]
    private IAnswerLimits Limits { get; set; } = null!;

    [Inject]
    private ILogger<IntakePage> Log { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var desk = new IntakeDesk(Run, Calendars, Limits, Clock, Log, Me);
        await desk.Start(Caller);
        desk.Changed += () => _ = InvokeAsync(StateHasChanged);
        _desk = desk;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_desk is null || !RendererInfo.IsInteractive)
            return;
        if (!_isSaving)
        {
            _isSaving = true;
            _ = SaveWhileTyping();
            if (_desk.Caller.Length == 0 && _bar is not null)
                await _bar.Focus();
        }

        if (_desk.Registered is { } registered && registered != _seen && _bar is not null)
        {
            _seen = registered;
            await _bar.Focus();
        }
    }

    protected override async ValueTask Leave()
    {
        if (_desk is not null && RendererInfo.IsInteractive)
            await _desk.Save();
        _desk?.Dispose();
    }

    private async Task FocusText() => await _asked.FocusAsync();

    private async Task SaveWhileTyping()
    {
        using var timer = new PeriodicTimer(s_saveEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(Gone))
                await InvokeAsync(_desk!.Save);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
