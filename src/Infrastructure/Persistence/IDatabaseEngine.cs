using Microsoft.Extensions.Hosting;

namespace Infrastructure.Persistence;

/// <summary>An engine that a host can run on. It brings its context and migrations, its claims, its table of figures and its way of live hints.</summary>
public interface IDatabaseEngine
{
    /// <summary>As <c>Database:Provider</c> names it.</summary>
    string Name { get; }

    /// <param name="connectionString">Null or empty: none is configured.</param>
    Task AddTo(IHostApplicationBuilder builder, string? connectionString);
}
