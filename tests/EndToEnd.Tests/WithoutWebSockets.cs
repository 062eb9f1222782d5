using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Tests;

/// <summary>A proxy of the old kind in front of a host: it does not let a connection be upgraded.</summary>
internal sealed class WithoutWebSockets : IStartupFilter
{
    public static void Configure(IWebHostBuilder host) =>
        host.ConfigureTestServices(s => s.AddSingleton<IStartupFilter, WithoutWebSockets>());

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, go) =>
                {
                    if (!http.Request.Headers.ContainsKey("Upgrade"))
                        return go(http);
                    http.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return Task.CompletedTask;
                }
            );
            next(app);
        };
}
