using Domain.Contacts;
using Domain.EarlyWarnings;
using Infrastructure.Supervision;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.EarlyWarnings;

internal static class EarlyWarningSetup
{
    /// <summary>Early warnings and contacts: their settings, and their kinds under supervision.</summary>
    public static void AddEarlyWarnings(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = builder.Configuration.GetSection("EarlyWarnings").Get<EarlyWarningSettings>() ?? new EarlyWarningSettings();
        var contacts = builder.Configuration.GetSection("Contacts").Get<ContactSettings>() ?? new ContactSettings();
        services.AddSingleton(settings);
        services.AddSingleton(contacts);
        services.AddSupervised<EarlyWarning>(warning => warning.EndedAt == null, _ => warning => settings.Limits(warning.RiskLevel));
        services.AddSupervised<ContactChange>(change => change.EndedAt == null, _ => _ => contacts.Publish);
        services.AddSupervised<ContactGap>(gap => gap.ClosedAt == null, _ => _ => contacts.Report);
    }
}
