using Domain.Attachments;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
