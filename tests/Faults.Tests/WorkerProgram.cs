using Given;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Faults.Tests;

/// <summary>A worker host in a process of its own, to be killed: <c>dotnet Faults.Tests.dll GATEWAY --key value …</c>.</summary>
internal static class WorkerProgram
{
    private static async Task Main(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = args[1..], EnvironmentName = "Development" }
        );
        await builder.AddCourtDb(new PostgreSqlEngine());
        builder.AddCourtWorkers();
        builder.Services.RemoveAll<INoticeGateway>();
        builder.Services.AddSingleton<INoticeGateway>(new HttpGateway(new Uri(args[0])));
        using var host = builder.Build();
        await host.RunAsync();
    }
}
