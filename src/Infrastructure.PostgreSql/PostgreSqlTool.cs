using System.Diagnostics;
using System.Globalization;

namespace Infrastructure.PostgreSql;

/// <summary>Debian's PostgreSQL programs. They refuse to run as root, so as root they run as the user <c>postgres</c>.</summary>
internal static class PostgreSqlTool
{
    private const string Versions = "/usr/lib/postgresql";

    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static void EnsureInstalled() => PathOf("initdb");

    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static Task Run(string tool, string[] arguments, CancellationToken ct)
    {
        var command = AsPostgres([PathOf(tool), .. arguments]);
        return Execute(command[0], command[1..], ct);
    }

    public static async Task<bool> Try(string tool, string[] arguments, CancellationToken ct)
    {
        var command = AsPostgres([PathOf(tool), .. arguments]);
        return await ExitCode(command[0], command[1..], ct) == 0;
    }

    /// <summary>Whether the user that runs PostgreSQL may enter a folder.</summary>
    public static async Task<bool> CanEnter(string folder, CancellationToken ct)
    {
        var command = AsPostgres(["test", "-x", folder]);
        return await ExitCode(command[0], command[1..], ct) == 0;
    }

    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static async Task Execute(string program, string[] arguments, CancellationToken ct)
    {
        var code = await ExitCode(program, arguments, ct);
        if (code != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}");
    }

    private static string[] AsPostgres(string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command] : command;

    private static string PathOf(string tool)
    {
        var newest = Directory.Exists(Versions) ? Directory.GetDirectories(Versions).MaxBy(Version) : null;
        return newest is null
            ? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql, or give a connection string.")
            : Path.Combine(newest, "bin", tool);

        static int Version(string folder) => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
    }

    private static async Task<int> ExitCode(string program, string[] arguments, CancellationToken ct)
    {
        // The server inherits these handles and never closes them: read nothing from a pipe, or the wait lasts as long as the server.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" </dev/null >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }
}
