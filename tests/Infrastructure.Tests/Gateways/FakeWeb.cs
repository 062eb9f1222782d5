using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Tests.Gateways;

/// <summary>The other side of a gateway: a web server that answers what a test tells it to and remembers what it was asked.</summary>
internal sealed class FakeWeb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Reply>> _replies = new();

    private FakeWeb(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Heard { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FakeWeb> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = new FakeWeb(builder.Build());
        web._app.Run(web.Answer);
        await web._app.StartAsync();
        return web;
    }

    /// <summary>The next answers of a path, in order; the last one stays. Null cuts the connection.</summary>
    public FakeWeb On(string path, params string?[] bodies)
    {
        foreach (var body in bodies)
            _replies.GetOrAdd(path, _ => new()).Enqueue(new Reply(200, body));
        return this;
    }

    public FakeWeb OnStatus(string path, int status, string body = "")
    {
        _replies.GetOrAdd(path, _ => new()).Enqueue(new Reply(status, body));
        return this;
    }

    public int Calls(string path) => Heard.Count(h => h.Path == path);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Heard.Enqueue(
            new Asked(
                context.Request.Method,
                context.Request.Path,
                context.Request.QueryString.ToString(),
                await reader.ReadToEndAsync(),
                context.Request.Headers.Authorization.ToString()
            )
            {
                Headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            }
        );
        var replies = _replies[context.Request.Path];
        if (!(replies.Count > 1 ? replies.TryDequeue(out var reply) : replies.TryPeek(out reply)) || reply.Body is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "text/plain"; // as WeChat does at times
        await context.Response.WriteAsync(reply.Body);
    }

    public sealed record Asked(string Method, string Path, string Query, string Body, string Authorization)
    {
        public required IReadOnlyDictionary<string, string> Headers { get; init; }
    }

    private sealed record Reply(int Status, string? Body);
}
