using Domain.Uploads;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Uploads;

public static class UploadsSetup
{
    public static void AddUploads(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.Section<UploadLimits>("Uploads"));
        services.AddSingleton<UploadPieces>().AddSingleton<IUploadPieces>(s => s.GetRequiredService<UploadPieces>());
        services.AddScoped<IUploadQuota, PersonQuota>();
    }
}
