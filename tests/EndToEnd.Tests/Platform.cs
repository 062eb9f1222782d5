using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using MiniProgramApi.App;
using PortalRoot = Portal.App.Root;

namespace EndToEnd.Tests;

/// <summary>Both hosts on one database and one folder of files, with real sockets, and a Chromium to look at them.</summary>
public sealed class Platform : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly string _files = Path.Combine(Path.GetTempPath(), $"court-e2e-files-{Guid.CreateVersion7()}");
    private readonly List<IAsyncDisposable> _hosts = [];

    public Uri Portal { get; private set; } = null!;
    public Uri Api { get; private set; } = null!;
    public Browser Browser { get; private set; } = null!;

    /// <summary>Acts inside the Portal, so that both hosts hear of it.</summary>
    public CourtData Data { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Directory.CreateDirectory(_files);
        var portal = StartPortal();
        (Portal, Data) = (portal.ClientOptions.BaseAddress, new CourtData(portal.Services));
        var api = new HostFactory<LitigantHub>(
            _database.ConnectionString(),
            more: host =>
            {
                Quiet(host);
                foreach (
                    var kind in new[]
                    {
                        "SignInPerAddress",
                        "SmsCodePerAddress",
                        "CreatePerAddress",
                        "UploadPerAddress",
                        "UploadPiecePerAddress",
                        "IdentityPerAddress",
                        "DocumentLinkPerAddress",
                        "TokenPerAddress",
                    }
                )
                    host.UseSetting($"RateLimits:{kind}", "100000");
                foreach (var kind in new[] { "StrangersPerPhone", "StrangersPerNetwork" })
                    host.UseSetting($"SmsCodes:{kind}", "1000"); // every page is a new device of one network
            }
        );
        _hosts.Add(api);
        api.Listen();
        Api = api.ClientOptions.BaseAddress;
        Browser = await Browser.Launch();
    }

    /// <summary>Another Portal on the same database. The caller may end it early.</summary>
    /// <param name="port">0 takes a free one.</param>
    public HostFactory<PortalRoot> StartPortal(int port = 0, Action<IWebHostBuilder>? more = null)
    {
        var portal = new HostFactory<PortalRoot>(
            _database.ConnectionString(),
            more: host =>
            {
                Quiet(host);
                more?.Invoke(host);
            }
        );
        _hosts.Add(portal);
        portal.Listen(port);
        return portal;
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    private void Quiet(IWebHostBuilder host)
    {
        host.UseSetting("Files:Root", _files);
        host.UseSetting("Logging:LogLevel:Default", "Error");
        host.ConfigureLogging(logging => logging.AddProvider(new HostErrors()));
    }

    public async Task AssertTraceIsIntact()
    {
        var found = await Data.VerifyTrace();
        Assert.True(found.IsIntact, found.ToString());
    }

    /// <summary>The litigants' site, which <c>./test</c> builds before.</summary>
    public async Task<Uri> H5()
    {
        using var http = new HttpClient { BaseAddress = Api };
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.True(
            answer.IsSuccessStatusCode,
            "The H5 build of the mini-program is not there: run `npm --prefix miniprogram ci && npm --prefix miniprogram run build:h5` and "
                + "set H5__Root to miniprogram/dist/build/h5, as ./test does."
        );
        return Api;
    }
}

/// <summary>Each test ends with no script having failed on any page, and with all pages closed.</summary>
[Collection(OnPlatform.Name)]
public abstract class PlatformTest(Platform platform) : IAsyncLifetime
{
    protected Platform Platform => platform;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        string[] errors = [.. platform.Browser.Errors];
        await platform.Browser.CloseAll();
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }
}

/// <summary>
/// One platform for many tests; each brings people of its own. Not beside another: BootstrapBlazor keeps the services of the newest host of
/// a process in a static field (<c>CacheManager.Instance</c>) and draws every host's pages with them, also when that host has ended.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OnPlatform : ICollectionFixture<Platform>
{
    public const string Name = "platform";
}

/// <summary>For the classes with the most pages.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OnAnotherPlatform : ICollectionFixture<Platform>
{
    public const string Name = "another platform";
}
