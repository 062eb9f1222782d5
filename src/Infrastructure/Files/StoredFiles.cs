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
            await using var bytes = files.Open(sha256);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == sha256;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            return false;
        }
    }
}
