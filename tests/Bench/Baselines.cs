using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bench;

/// <summary>What the machine can do at all, measured in the same run: figures of the product are read as shares of these.</summary>
internal static class Baselines
{
    /// <summary>One durable row, prepared, in a transaction of its own: what pgbench's simplest insert does.</summary>
    public static async Task<Figures> BareInsert(string connectionString, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(
            connectionString + ";Maximum Pool Size=32;No Reset On Close=true;Max Auto Prepare=10"
        );
        await using (
            var create = source.CreateCommand("CREATE TABLE IF NOT EXISTS bench_bare (id uuid PRIMARY KEY, text text, at timestamptz)")
        )
            await create.ExecuteNonQueryAsync();
        return await Load.Run(
            "bare durable insert",
            time,
            _ =>
                async () =>
                {
                    await using var insert = source.CreateCommand("INSERT INTO bench_bare VALUES ($1, $2, now())");
                    insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
                    insert.Parameters.Add(new() { Value = "您好，我的案件什么时候开庭？" });
                    await insert.ExecuteNonQueryAsync();
                }
        );
    }

    /// <summary>An endpoint that only reads and writes JSON of the size of a message.</summary>
    public static async Task<Figures> BareJson(TimeSpan time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/echo", (Echo echo) => echo);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var body = new Echo(Guid.CreateVersion7(), "caseQuery", "您好，我的案件什么时候开庭？");
        return await Load.Run(
            "bare JSON endpoint",
            time,
            _ =>
                async () =>
                {
                    using var answer = await http.PostAsJsonAsync("/echo", body);
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync();
                }
        );
    }

    private sealed record Echo(Guid Id, string Category, string Text);
}
