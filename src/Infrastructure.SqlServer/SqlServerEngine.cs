using Infrastructure.DocumentService;
using Infrastructure.Figures;
using Infrastructure.Live;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Infrastructure.Settings;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.SqlServer;

/// <summary>Live hints stay within the host: there is no NOTIFY.</summary>
public sealed class SqlServerEngine : IDatabaseEngine
{
    public string Name => "SqlServer";

    public Task AddTo(IHostApplicationBuilder builder, string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
            throw new SettingsException("ConnectionStrings:Court is required where Database:Provider is SqlServer.");
        SettingsReading.ConnectionString(() => new SqlConnectionStringBuilder(connectionString));
        var services = builder.Services;
        services.AddDbContextPool<CourtDb, SqlServerCourtDb>(o =>
            o.UseSqlServer(connectionString, s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
                .AddInterceptors(AnnounceAfterCommit.Instance)
        );
        services.AddSingleton<LiveAnnouncer, LocalLiveAnnouncer>();
        services.AddSingleton<FigureTable, SqlServerFigureTable>();
        services.AddScoped<NoticeClaims, SqlServerNoticeClaims>();
        services.AddScoped<ServiceClaims, SqlServerServiceClaims>();
        services.AddScoped<PreviewClaims, SqlServerPreviewClaims>();
        return Task.CompletedTask;
    }
}
