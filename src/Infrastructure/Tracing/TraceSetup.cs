using Domain.Shared;
using Infrastructure.Settings;
using Infrastructure.Tracing.Anchors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tracing;

internal static class TraceSetup
{
    /// <summary>Key and anchor folder are looked at before anything starts: outside Development nothing runs without them.</summary>
    /// <exception cref="SettingsException">One is missing or no good.</exception>
    public static void AddTrace(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.Section<TraceSettings>("Trace");
        var isDevelopment = builder.Environment.IsDevelopment();
        SettingsReading.Check(
            () =>
            {
                if (settings.AnchorFolder is null && !isDevelopment)
                    throw new SettingsException("Trace:AnchorFolder is required outside Development.");
            },
            () =>
            {
                if (settings.AnchorEvery <= TimeSpan.Zero)
                    throw new SettingsException("Trace:AnchorEvery is no time to wait.");
            },
            () =>
            {
                if (settings.TimestampUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
                    throw new SettingsException("Trace:TimestampUrl is no http address.");
                if (settings is { TimestampUrl: not null, TimestampRoots: null } && !isDevelopment)
                    throw new SettingsException("Trace:TimestampRoots is required where Trace:TimestampUrl is set, outside Development.");
                builder.Services.AddSingleton(new StampTrust(settings.TimestampRoots));
            },
            () => builder.Services.AddSingleton<ITraceMac>(TraceKeys.From(builder.Configuration, builder.Environment))
        );
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(
            new AnchorFolder(settings.AnchorFolder is { } folder ? Path.Combine(builder.Environment.ContentRootPath, folder) : null)
        );
        builder.Services.AddHttpClient();
    }
}

/// <summary>The <c>Trace</c> section; the keys are read by <see cref="TraceKeys"/>.</summary>
public sealed record TraceSettings
{
    /// <summary>One folder for all hosts; none in Development means no anchors.</summary>
    public string? AnchorFolder { get; init; }

    public TimeSpan AnchorEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Of an RFC 3161 service; none is asked without it.</summary>
    public Uri? TimestampUrl { get; init; }

    /// <summary>A file of PEM certificates: whose stamps count, also those of years ago.</summary>
    public string? TimestampRoots { get; init; }
}
