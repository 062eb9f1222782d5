using System.Security.Claims;
using Domain.Shared;
using Infrastructure.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Portal.App;

/// <summary>
/// Whether the person of an open page may still be there: looked at when a hint says that something of the account has ended, and now and
/// then all the same. Else the page goes to sign-in.
/// </summary>
internal sealed class StaffAuthenticationState : RevalidatingServerAuthenticationStateProvider
{
    private readonly SessionChecks _checks;
    private readonly LiveBus _bus;
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _watch;

    public StaffAuthenticationState(ILoggerFactory loggers, SessionChecks checks, LiveBus bus)
        : base(loggers)
    {
        (_checks, _bus) = (checks, bus);
        AuthenticationStateChanged += Changed;
    }

    protected override TimeSpan RevalidationInterval => SessionChecks.Interval;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) => _checks.MayGoOn(authenticationState.User, cancellationToken);

    private void Changed(Task<AuthenticationState> state) => _ = Begin(state);

    private async Task Begin(Task<AuthenticationState> state)
    {
        var user = (await state).User;
        _watch?.Dispose();
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var staff))
            return;
        _watch = _bus.Watch(LiveTopic.Account(staff), _ => Look(user));
        await Look(user); // for what ended between the request and the watching
    }

    /// <summary>What was remembered of the session is forgotten by then: the bus calls back who watches all first.</summary>
    private async Task Look(ClaimsPrincipal user)
    {
        if (!await _checks.MayGoOn(user, _gone.Token))
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= Changed;
        _watch?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        base.Dispose(disposing);
    }
}
