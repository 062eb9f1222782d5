using System.Security.Cryptography;
using System.Text;

namespace Infrastructure.PostgreSql;

/// <summary>
/// As root, PostgreSQL runs as the user <c>postgres</c>, who cannot pass through a folder such as /root. A cluster wanted there
/// lives below /var/lib instead, under a name made from its wanted path, and a link stands in the wanted place.
/// </summary>
internal static class ReachableFolder
{
    private const string Elsewhere = "/var/lib/court-portal";

    /// <summary>The real path, without links, of a folder that exists and that PostgreSQL can enter.</summary>
    public static async Task<string> For(string wanted, CancellationToken ct)
    {
        if (new DirectoryInfo(wanted).LinkTarget is { } target && !Directory.Exists(target))
            Directory.CreateDirectory(target);
        Directory.CreateDirectory(wanted);
        if (await PostgreSqlTool.CanEnter(wanted, ct))
            return RealPath(wanted);

        var folder = Path.Combine(Elsewhere, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..16]);
        Directory.CreateDirectory(folder);
        if (!await PostgreSqlTool.CanEnter(folder, ct))
            throw new InvalidOperationException($"The user postgres can enter neither {wanted} nor {folder}.");
        Link(wanted, folder);
        return folder;
    }

    private static void Link(string wanted, string folder)
    {
        if (new DirectoryInfo(wanted).LinkTarget == folder)
            return;
        if (Directory.EnumerateFileSystemEntries(wanted).Any())
            throw new InvalidOperationException(
                $"The user postgres cannot enter {wanted}, which is not empty: open its parent folders to others, or move it away."
            );

        try
        {
            Directory.Delete(wanted);
            Directory.CreateSymbolicLink(wanted, folder);
        }
        catch (IOException) when (new DirectoryInfo(wanted).LinkTarget == folder)
        {
            // The other host was quicker.
        }
    }

    private static string RealPath(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        if (parent is null)
            return folder;

        var real = Path.Combine(RealPath(parent), Path.GetFileName(folder));
        return new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : real;
    }
}
