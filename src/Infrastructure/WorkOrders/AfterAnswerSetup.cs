using Domain.WorkOrders;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.WorkOrders;

internal static class AfterAnswerSetup
{
    private const string DevelopmentSite = "http://127.0.0.1:5081";

    /// <summary>Where survey links lead, and how soon a dissatisfied rating is looked at.</summary>
    public static void AddAfterAnswer(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var isDevelopment = builder.Environment.IsDevelopment();
        var validity = settings.GetValue<int?>("Surveys:Days") is { } days ? TimeSpan.FromDays(days) : SurveyLinks.DefaultValidity;
        builder.Services.AddSingleton(
            new ReviewLimits { WorkingDays = settings.GetValue("Reviews:WorkingDays", new ReviewLimits().WorkingDays) }
        );
        builder.Services.AddSingleton(new SurveyLinks(Site(settings["Links:Site"], isDevelopment), validity));
    }

    /// <summary>Links in SMS carry what opens an answer: outside Development nobody on the way may read them.</summary>
    private static string Site(string? configured, bool isDevelopment) =>
        Uri.TryCreate(configured ?? (isDevelopment ? DevelopmentSite : ""), UriKind.Absolute, out var site)
            ? site.Scheme == Uri.UriSchemeHttps || (site.Scheme == Uri.UriSchemeHttp && isDevelopment)
                ? site.OriginalString.TrimEnd('/')
                : throw new SettingsException($"Links:Site is {configured}: it has to begin with https://.")
            : throw new SettingsException(
                "Links:Site, the address of the litigants' host as they reach it, is required outside Development."
            );
}
