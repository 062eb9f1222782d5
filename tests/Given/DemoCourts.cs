using Infrastructure.Demo;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Given;

/// <summary>The demo data in a database, by twelve days of messages instead of ninety.</summary>
public static class DemoCourts
{
    public static async Task Load(string connectionString, TimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration["ConnectionStrings:Court"] = connectionString;
        builder.Services.AddSingleton(clock);
        await builder.AddCourtDb(new PostgreSqlEngine());
        builder.Services.AddDemoClock();
        using var host = builder.Build();
        await host.MigrateCourtDb();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Development };
        await new DemoData(host.Services, environment, host.Services.GetRequiredService<DemoClock>(), _ => { }, days: 12).Load(default);
    }
}
