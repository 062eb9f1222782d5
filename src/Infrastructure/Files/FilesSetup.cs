using Domain.Attachments;
using Infrastructure.Files.S3;
using Infrastructure.Files.Sealing;
using Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Files;

public static class FilesSetup
{
    private const string Store = "Files:Store";

    /// <summary>
    /// <c>Files:Root</c>, one folder for all hosts; by default beside the private cluster. With <c>Files:Store=S3</c> files only arrive
    /// there and are kept in a bucket.
    /// </summary>
    public static void AddFiles(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var root = RootOf(builder.Configuration, builder.Environment);
        services.AddSingleton(_ => Open(root));
        AddStorage(services, builder.Configuration);
        var keys = FileKeys.From(builder.Configuration, builder.Environment);
        services.AddSingleton(keys).AddSingleton<FileStore>();
        services.AddSingleton<IFileStore>(s => s.GetRequiredService<FileStore>());
        services.AddHostedService<FileSweep>();
        services.AddSingleton<FileCheck>();
        AddScanner(services, builder.Configuration);
    }

    internal static string RootOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var cluster = configuration["Database:PrivateClusterFolder"] ?? "data/postgresql";
        return Path.GetFullPath(
            Path.Combine(environment.ContentRootPath, configuration["Files:Root"] ?? Path.Combine(cluster, "..", "files"))
        );
    }

    private static void AddStorage(IServiceCollection services, IConfiguration configuration)
    {
        switch (configuration[Store])
        {
            case null or "" or "Folder":
                services.AddSingleton<IStorage>(s => s.GetRequiredService<DiskFiles>());
                break;
            case "S3":
                var settings = S3Settings.From(configuration);
                services.AddSingleton<IStorage>(_ => S3Setup.Open(settings));
                break;
            case var other:
                throw new SettingsException($"{Store} is {other}: it must be Folder or S3.");
        }
    }

    private static void AddScanner(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[ClamAv.Setting] is not { Length: > 0 } scanner)
        {
            services.AddSingleton<IFileScanner, NoScanner>();
            return;
        }

        ClamAv.Look(scanner);
        services.AddSingleton<IFileScanner>(s => new ClamAv(scanner, s.GetRequiredService<ILogger<ClamAv>>()));
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
