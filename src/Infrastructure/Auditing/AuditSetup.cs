using Domain.Auditing;
using Infrastructure.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Auditing;

internal static class AuditSetup
{
    /// <summary><c>Audit:Folder</c>, where rows wait for the database; by default <c>audit</c> below the uploaded files.</summary>
    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        var folder = builder.Configuration["Audit:Folder"] is { Length: > 0 } named
            ? Path.Combine(builder.Environment.ContentRootPath, named)
            : Path.Combine(FilesSetup.RootOf(builder.Configuration, builder.Environment), "audit");
        builder.Services.AddSingleton(s => new AuditSpool(folder, s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IAudit>(s => s.GetRequiredService<AuditSpool>());
    }
}
