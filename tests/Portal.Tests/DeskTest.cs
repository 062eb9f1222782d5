using Bunit;
using Domain.Auditing;
using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.App;

namespace Portal.Tests;

/// <summary>A page on a real database of its own, at a moment that the test sets.</summary>
public abstract class DeskTest(TestDatabase database) : ComponentTest, IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly string _connectionString = database.ConnectionString($"t{Guid.CreateVersion7():N}");
    private readonly List<IHost> _hosts = [];

    /// <summary>Friday 2026-11-20, 10:26 in Guangzhou, until the test says otherwise.</summary>
    private protected StoppedClock Clock { get; } = new(SetClock.Read("2026-11-20 10:26"));

    private protected CourtData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var services = await StartHost();
        Data = new CourtData(services);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(
            new UseCaseRunner(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<LiveBus>())
        );
        Services.AddSingleton(services.GetRequiredService<ICalendars>());
        Services.AddSingleton(services.GetRequiredService<IAnswerLimits>());
        Services.AddSingleton(services.GetRequiredService<ReviewLimits>());
        Services.AddSingleton(services.GetRequiredService<SurveyLinks>());
        Services.AddSingleton(services.GetRequiredService<LiveBus>());
        Services.AddSingleton(services.GetRequiredService<IAudit>());
        Services.AddSingleton(services.GetRequiredService<Domain.DocumentService.IServablePdf>());
        Services.AddScoped<Shell>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>A second process on the same database.</summary>
    private protected async Task<CourtData> AnotherHost() => new(await StartHost());

    private async Task<IServiceProvider> StartHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:Court"] = _connectionString;
        builder.Services.AddSingleton<TimeProvider>(Clock);
        await builder.AddCourtDb(new PostgreSqlEngine());
        var host = builder.Build();
        _hosts.Add(host);
        await host.MigrateCourtDb();
        await host.StartAsync();
        return host.Services;
    }

    private protected IRenderedComponent<TPage> Open<TPage>(Actor me)
        where TPage : IComponent => Render<TPage>(p => p.AddCascadingValue(me));

    /// <summary>A member of staff and how they act.</summary>
    private protected async Task<Actor> Somebody(Role role, DivisionKind kind = DivisionKind.Civil, string court = "yuexiu") =>
        await Data.ActorOf(await Data.Staff(role, await Data.Division(kind, court)));
}
