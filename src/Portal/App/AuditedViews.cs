using System.Reflection;
using Domain.Auditing;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Portal.Shared;

namespace Portal.App;

/// <summary>
/// Whatever page or file with people's data a member of staff asks for is noted before it is made: here where it comes by a request, in
/// <see cref="AuditedView"/> where an open page goes on to another.
/// </summary>
internal static class AuditedViews
{
    /// <summary>After the authorization: what was not given was not seen.</summary>
    public static void UseAuditedViews(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    http.GetEndpoint() is { } endpoint
                    && endpoint.Metadata.GetMetadata<ReachesAttribute>() is { } reaches
                    && !HttpMethods.IsPost(http.Request.Method)
                )
                {
                    var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
                    http.RequestServices.GetRequiredService<IAudit>()
                        .NoteView(
                            isPage ? AuditKind.Opened : AuditKind.FileOpened,
                            reaches.Feature,
                            http.User.ToActor(),
                            http.Request.RouteValues,
                            $"{http.Request.Path}{http.Request.QueryString}"
                        );
                }

                return next(http);
            }
        );

    /// <param name="address">From the root, as the browser shows it.</param>
    public static void NoteView(
        this IAudit audit,
        AuditKind kind,
        Feature feature,
        Actor by,
        IReadOnlyDictionary<string, object?> route,
        string address
    )
    {
        if (AuditedFeatures.NameOf(feature) is { } what)
            audit.Note(AuditEntry.Of(kind, what, by, SubjectOf(route), Uri.UnescapeDataString(address)));
    }

    private static Guid? SubjectOf(IReadOnlyDictionary<string, object?> route) =>
        route.Values.Select(v => v as Guid? ?? (Guid.TryParse(v as string, out var id) ? id : null)).FirstOrDefault(id => id is not null);
}

/// <summary>No markup: notes the page that an open circuit shows.</summary>
public sealed class AuditedView : Screen
{
    private string? _noted;

    [Parameter, EditorRequired]
    public required Microsoft.AspNetCore.Components.RouteData Of { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private IAudit Audit { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (
            !RendererInfo.IsInteractive
            || Navigation.Uri == _noted
            || Of.PageType.GetCustomAttribute<ReachesAttribute>() is not { } reaches
        )
            return;
        var user = (await Authentication).User;
        if (user.Identity?.IsAuthenticated != true)
            return;
        _noted = Navigation.Uri;
        Audit.NoteView(AuditKind.Opened, reaches.Feature, user.ToActor(), Of.RouteValues, $"/{Navigation.ToBaseRelativePath(_noted)}");
    }
}
