using Domain.Attachments;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Files;

public static class FilesSetup
{
    /// <summary><c>Files:Root</c>, one folder for all hosts; by default beside the private cluster.</summary>
    public static void AddFiles(this IHostApplicationBuilder builder)
    {
        var root = RootOf(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(_ => Open(root));
        builder.Services.AddSingleton<IFileStore>(s => s.GetRequiredService<DiskFiles>());
        builder.Services.AddHostedService<FileSweep>();
        builder.Services.AddSingleton<FileCheck>();
        if (builder.Configuration[ClamAv.Setting] is not { Length: > 0 } scanner)
        {
            builder.Services.AddSingleton<IFileScanner, NoScanner>();
            return;
        }

        ClamAv.Look(scanner);
        builder.Services.AddSingleton<IFileScanner>(s => new ClamAv(scanner, s.GetRequiredService<ILogger<ClamAv>>()));
    }

    internal static string RootOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var cluster = configuration["Database:PrivateClusterFolder"] ?? "data/postgresql";
        return Path.GetFullPath(
            Path.Combine(environment.ContentRootPath, configuration["Files:Root"] ?? Path.Combine(cluster, "..", "files"))
        );
    }

    private static DiskFiles Open(string root)
    {
        try
        {
            return new DiskFiles(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Files:Root: {e.Message}");
        }
    }
}
