using System.Diagnostics;

namespace Faults.Tests;

/// <summary>The workers in a process that nothing warns before it is killed.</summary>
internal static class WorkerProcess
{
    public static Process Start(Hosts hosts, Uri gateway, params string[] more)
    {
        string[] arguments =
        [
            typeof(WorkerProgram).Assembly.Location,
            gateway.ToString(),
            "--ConnectionStrings:Court",
            hosts.ConnectionString,
            "--Files:Root",
            hosts.Files,
            "--Worker:Enabled",
            "true",
            "--Worker:Watch",
            "false",
            "--Previews:Lease",
            "00:00:05",
            "--Outbox:Lease",
            "00:00:05",
            "--Webhooks:Lease",
            "00:00:05",
            "--Webhooks:AllowedNetworks:0",
            "127.0.0.1",
            "--Webhooks:AllowedNetworks:1",
            "::1",
            "--Logging:LogLevel:Default",
            "None",
            .. more,
        ];
        return Process.Start(new ProcessStartInfo("dotnet", arguments))!;
    }

    public static async Task Kill(Process worker)
    {
        if (!worker.HasExited)
            worker.Kill();
        await worker.WaitForExitAsync();
    }
}
