using Given;

namespace Bench;

/// <summary>Both hosts as processes of their own, as they run in production.</summary>
internal sealed class Hosts : IAsyncDisposable
{
    private const string NoLimit = "100000000";
    private readonly HostProcess _portal;
    private readonly HostProcess _api;

    private Hosts(Dictionary<string, string> settings) =>
        (_portal, _api) = (new HostProcess("Portal", settings), new HostProcess("MiniProgramApi", settings));

    public Uri Api => _api.Address;

    public static async Task<Hosts> Start(string connectionString, params (string Name, string Value)[] more)
    {
        var settings = Settings(connectionString);
        foreach (var (name, value) in more)
            settings[name] = value;
        var hosts = new Hosts(settings);
        hosts._portal.Start();
        await hosts._portal.Ready(); // one after another: each looks whether the tables are there
        hosts._api.Start();
        await hosts._api.Ready();
        return hosts;
    }

    public async ValueTask DisposeAsync()
    {
        await _api.Kill();
        await _portal.Kill();
    }

    /// <summary>What the API's process has used of the processors so far.</summary>
    public TimeSpan ApiProcessorTime => _api.ProcessorTime;

    /// <summary>Megabytes that the API's process holds of the machine's memory.</summary>
    public double ApiMemory => _api.Memory / 1048576.0;

    public static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Court"] = connectionString,
            ["Worker__Enabled"] = "false",
            ["Worker__Watch"] = "false",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft"] = "Warning",
            ["Logging__LogLevel__MiniProgramApi"] = "Warning",
        };
        foreach (
            var limit in new[]
            {
                "SignInPerAddress",
                "SmsCodePerAddress",
                "CreatePerAddress",
                "CreatePerPerson",
                "ConsentPerAddress",
                "UploadPerAddress",
                "UploadPiecePerAddress",
            }
        )
            settings[$"RateLimits__{limit}"] = NoLimit;
        foreach (var limit in new[] { "StrangersPerPhone", "StrangersPerNetwork", "StrangersAnHour" })
            settings[$"SmsCodes__{limit}"] = NoLimit;
        settings["Unverified__MessagesADay"] = settings["Unverified__UploadsADay"] = NoLimit;
        return settings;
    }
}
