using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Figures;

public static class FiguresSetup
{
    /// <summary>Keeps the figures folded; <c>Worker:Enabled</c> says otherwise.</summary>
    public static void AddFigureWorker(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue("Worker:Enabled", true)) builder.Services.AddHostedService<FigureWorker>();
    }
}
