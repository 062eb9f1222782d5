using Domain.Attachments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Files;

public static class FilesSetup
{
    /// <summary><c>Files:Root</c>, one folder for all hosts; by default beside the private cluster.</summary>
    public static void AddFiles(this IHostApplicationBuilder builder)
    {
        var cluster = builder.Configuration["Database:PrivateClusterFolder"] ?? "data/postgresql";
        var root = builder.Configuration["Files:Root"] ?? Path.Combine(cluster, "..", "files");
        builder.Services.AddSingleton(_ => new DiskFiles(Path.Combine(builder.Environment.ContentRootPath, root)));
        builder.Services.AddSingleton<IFileStore>(s => s.GetRequiredService<DiskFiles>());
        builder.Services.AddHostedService<FileSweep>();
    }
}
