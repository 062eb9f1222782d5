using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Portal.App;

/// <summary>Looks again and again whether the person of an open page may still be there; else the page goes to sign-in.</summary>
internal sealed class StaffAuthenticationState(ILoggerFactory loggers, SessionChecks checks)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => SessionChecks.Interval;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) => checks.MayGoOn(authenticationState.User);
}
