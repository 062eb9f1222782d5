using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.Settings;
using Infrastructure.Tracing.Anchors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tracing;

/// <summary>Whether the folders are there that a check reads: without one of them every line or file of it would be told as gone.</summary>
public sealed class TraceFolders(CourtDb db, AnchorFolder anchors, IConfiguration configuration, IHostEnvironment environment)
{
    /// <exception cref="SettingsException">One is missing: not mounted, or another was meant.</exception>
    public async Task Look(bool withFiles, CancellationToken ct)
    {
        List<string> problems = [];
        if (anchors.Missing is { } folder && await db.Set<Anchor>().AnyAsync(ct))
            problems.Add($"Trace:AnchorFolder: the folder {folder} is missing, and there are anchors already.");
        if (withFiles && FilesSetup.RootOf(configuration, environment) is var root && !Directory.Exists(root))
            problems.Add($"Files:Root: the folder {root} is missing.");
        if (problems.Count > 0)
            throw new SettingsException(problems);
    }
}
