using Infrastructure.DocumentService;
using Infrastructure.Figures;
using Infrastructure.Live;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>A given connection string always wins; without one, a private server starts by itself.</summary>
public sealed class PostgreSqlEngine : IDatabaseEngine
{
    /// <summary>
    /// Compiling a statement, or starting processes that share its work, takes longer than any of ours runs, and is done anew each time. A page
    /// of an index is read as fast as the next one: from memory, or from a disk that does not turn.
    /// </summary>
    private const string SessionOptions = "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1";

    public string Name => "PostgreSql";

    public async Task AddTo(IHostApplicationBuilder builder, string? connectionString)
    {
        var services = builder.Services;
        var plain = string.IsNullOrEmpty(connectionString) ? await PrivateConnection(builder) : connectionString;
        var given = SettingsReading.ConnectionString(() => new NpgsqlConnectionStringBuilder(plain));
        var prepared = new NpgsqlConnectionStringBuilder(plain)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true, // nothing here changes a session
            Options = $"{given.Options} {SessionOptions}".TrimStart(),
        }.ConnectionString;
        services.AddDbContextPool<CourtDb, PostgreSqlCourtDb>(o =>
            // One statement reads an aggregate with its parts, as they stood at one moment; lists that would multiply say AsSplitQuery.
            o.UseNpgsql(prepared, n => n.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
                .AddInterceptors(AnnounceAfterCommit.Instance)
        );
        services.AddHostedService(s => new PostgreSqlLiveFeed(
            plain,
            s.GetRequiredService<IServiceScopeFactory>(),
            s.GetRequiredService<LiveBus>(),
            s.GetRequiredService<ILogger<PostgreSqlLiveFeed>>()
        ));
        services.AddSingleton<LiveAnnouncer>(s => new PostgreSqlLiveAnnouncer(
            plain,
            s.GetRequiredService<IServiceScopeFactory>(),
            s.GetRequiredService<LiveBus>(),
            s.GetRequiredService<ILogger<PostgreSqlLiveAnnouncer>>()
        ));
        services.AddSingleton<FigureTable, PostgreSqlFigureTable>();
        services.AddScoped<NoticeClaims, PostgreSqlNoticeClaims>();
        services.AddScoped<ServiceClaims, PostgreSqlServiceClaims>();
        services.AddScoped<PreviewClaims, PostgreSqlPreviewClaims>();
    }

    private static async Task<string> PrivateConnection(IHostApplicationBuilder builder)
    {
        var folder =
            builder.Configuration["Database:PrivateClusterFolder"] ?? PrivateCluster.DefaultFolder(builder.Environment.ContentRootPath);
        var cluster = await PrivateCluster.Start(folder);
        return cluster.ConnectionString();
    }
}
