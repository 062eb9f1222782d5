using System.Security.Cryptography;
using Domain.Attachments;

namespace Infrastructure.Files;

public static class StoredFiles
{
    /// <summary>Whether the store still has exactly the bytes of that name.</summary>
    public static async Task<bool> Holds(this IFileStore files, string sha256, CancellationToken ct)
    {
        try
        {
            await using var bytes = await files.Open(sha256, ct);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == sha256;
        }
        catch (Exception e) when (e is FileNotFoundException or DamagedFileException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The plain content as a file, for programs of the machine.</summary>
    public static async Task CopyTo(this IFileStore files, string sha256, string path, CancellationToken ct)
    {
        await using var stored = await files.Open(sha256, ct);
        await using var copy = File.Create(path);
        await stored.CopyToAsync(copy, ct);
    }
}
