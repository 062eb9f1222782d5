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
/// Whatever page or file with people's data a member of staff asks for is noted before a byte of it leaves: here where it comes by a
/// request, in <see cref="AuditedView"/> where an open page goes on to another.
/// </summary>
internal static class AuditedViews
{
    /// <summary>What was asked for is not there, or not theirs: nothing was shown.</summary>
    public const string NotGiven = "not_given";

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
                    // Kept now: where it is refused, another page is made of the same request.
                    var (subject, address) = (SubjectOf(http.Request.RouteValues), $"{http.Request.Path}{http.Request.QueryString}");
                    http.Response.OnStarting(() =>
                    {
                        http.RequestServices.GetRequiredService<IAudit>()
                            .NoteView(
                                isPage ? AuditKind.Opened : AuditKind.FileOpened,
                                reaches.Feature,
                                http.User.ToActor(),
                                subject,
                                address,
                                http.Response.StatusCode < 400 ? "" : NotGiven
                            );
                        return Task.CompletedTask;
                    });
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
    ) => audit.NoteView(kind, feature, by, SubjectOf(route), address, "");

    public static void NoteView(this IAudit audit, AuditKind kind, Feature feature, Actor by, Guid? subject, string address, string refused)
    {
        if (AuditedFeatures.NameOf(feature) is { } what)
            audit.Note(AuditEntry.Of(kind, what, by, subject, Uri.UnescapeDataString(address)) with { Refused = refused });
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
