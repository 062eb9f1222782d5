using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Previews;

internal static class PreviewsSetup
{
    public static void AddPreviews(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.Section<PreviewSettings>("Previews"));
        builder.Services.AddSingleton<PaperPages>().AddSingleton<UprightPicture>().AddSingleton<PlayableMedia>();
        builder.Services.AddSingleton<PreviewMakers>();
    }
}
