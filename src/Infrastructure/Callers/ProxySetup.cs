using Infrastructure.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Callers;

/// <summary>
/// Whose word counts for a caller's address and scheme, the same for both hosts: <c>Proxy:Addresses</c> and <c>Proxy:Hops</c>, or an
/// explicit <c>none</c>. Rate limits and callback lists stand on that address, so nobody else may name one.
/// </summary>
public static partial class ProxySetup
{
    public const string Setting = "Proxy:Addresses";
    private const string BelievesEverybody = "FORWARDEDHEADERS_ENABLED";
    private static readonly string[] s_forwarded = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded"];

    /// <exception cref="SettingsException">An address cannot be read, or the environment believes every caller.</exception>
    internal static void AddProxies(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (bool.TryParse(settings[BelievesEverybody], out var believes) && believes)
            throw new SettingsException($"ASPNETCORE_{BelievesEverybody} believes every caller: name the proxies in {Setting} instead.");
        var networks = Networks.Read(Setting, settings.GetSection(Setting).Get<string[]>() ?? []);
        var hops = settings.GetValue<int?>("Proxy:Hops") ?? 1;
        if (hops < 1)
            throw new SettingsException("Proxy:Hops, how many proxies a request passes, is at least 1.");
        builder.Services.AddSingleton(new KnownProxies(networks));
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardLimit = hops;
            o.KnownProxies.Clear(); // the framework's own list trusts this machine
            o.KnownIPNetworks.Clear();
            foreach (var network in networks)
                o.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>
    /// First of all: whoever reads the caller's address reads the resolved one. Where a forwarded header arrives although there is said to
    /// be no proxy, one of the two is wrong: outside Development the request is refused, so that it is seen on the first day.
    /// </summary>
    public static void UseProxies(this WebApplication app)
    {
        app.Use(RefuseNoName);
        if (app.Services.GetRequiredService<KnownProxies>().Networks.Count > 0)
            app.UseForwardedHeaders();
        else if (!app.Environment.IsDevelopment())
            app.Use(RefuseForwarded);
    }

    /// <summary>A host's name that no address can be made of, or none: pages would fail on it.</summary>
    private static Task RefuseNoName(HttpContext context, RequestDelegate next)
    {
        if (Uri.TryCreate($"http://{context.Request.Host.Value}/", UriKind.Absolute, out _))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("请求的主机名不对（request.host_invalid）", context.RequestAborted);
    }

    private static Task RefuseForwarded(HttpContext context, RequestDelegate next)
    {
        if (Array.Find(s_forwarded, context.Request.Headers.ContainsKey) is not { } header)
            return next(context);
        Unexpected(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProxySetup)), header);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync($"{header} arrived, but {Setting} is none.", context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {Header} arrived, but Proxy:Addresses says that there is no proxy")]
    private static partial void Unexpected(ILogger log, string header);

    private sealed record KnownProxies(IReadOnlyList<System.Net.IPNetwork> Networks);
}
