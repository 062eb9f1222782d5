using System.Diagnostics;

namespace Given;

/// <summary>One host as it runs in production: a process of its own, to be killed and started again on its port.</summary>
public sealed class HostProcess(string project, IReadOnlyDictionary<string, string> settings)
{
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string _log = Path.Combine(Checkout.Results, $"host-{project}.log");
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    public int? ProcessId => _process?.Id;

    /// <summary>What the process has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes that it holds of the machine's memory.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    public bool IsRunning => _process is { HasExited: false };

    public void Start()
    {
        if (IsRunning)
            return;
        _process?.Dispose();
        _process = Process.Start(Command("exec dotnet \"$0\" >>\"$1\" 2>&1 </dev/null", Dll, _log))!;
    }

    /// <summary>Until the host says that it can work.</summary>
    public Task Ready() =>
        Wait.Until(
            $"{project} is ready",
            async () =>
            {
                if (!IsRunning)
                    throw new InvalidOperationException(
                        $"{project} has ended by itself; the end of {_log}:\n{string.Join('\n', File.ReadLines(_log).TakeLast(40))}"
                    );
                using var answer = await s_http.GetAsync(new Uri(Address, "/health/ready"));
                return answer.IsSuccessStatusCode;
            }
        );

    /// <summary>kill -9: no handler of the process runs any more.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>A command of the host, which ends by itself.</summary>
    public async Task<(int ExitCode, string Output)> Run(params string[] command)
    {
        var start = Command("exec dotnet \"$0\" \"$@\" 2>&1 </dev/null", [Dll, .. command]);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>Started with settings that it refuses, it ends by itself.</summary>
    /// <returns>What it says on stderr.</returns>
    public async Task<(int ExitCode, string Errors)> Refuse()
    {
        var start = Command("exec dotnet \"$0\" 2>&1 >/dev/null </dev/null", Dll);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var errors = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, errors);
        }
        finally
        {
            process.Kill(); // does nothing to one that has ended
        }
    }

    private string Folder => Path.Combine(Checkout.Root, "src", project);

    private string Dll => Path.Combine(Folder, "bin", Checkout.Configuration, "net10.0", $"{project}.dll");

    private ProcessStartInfo Command(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, .. arguments]) { WorkingDirectory = Folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }
}
