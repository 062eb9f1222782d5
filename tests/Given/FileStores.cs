using Domain.Attachments;
using Infrastructure.Files;
using Infrastructure.Files.Sealing;
using Infrastructure.Pdf;
using Microsoft.Extensions.Logging.Abstractions;

namespace Given;

public static class FileStores
{
    /// <summary>As a host in Development keeps them.</summary>
    public static FileStore In(string folder) => In(folder, FileKeys.ForDevelopment);

    public static FileStore In(string folder, FileKeys keys, IStorage? storage = null)
    {
        var disk = new DiskFiles(folder);
        return new FileStore(storage ?? disk, disk, keys, NullLogger<FileStore>.Instance);
    }

    public static async Task<string> Kept(this FileStore files, byte[] bytes)
    {
        await using var received = await files.Receive(new MemoryStream(bytes), FileKind.MostBytesOfAny, CancellationToken.None);
        await received.Keep(CancellationToken.None);
        return received.Sha256;
    }

    public static async Task<byte[]> Read(this IFileStore files, string sha256)
    {
        await using var stored = await files.Open(sha256, CancellationToken.None);
        using var bytes = new MemoryStream();
        await stored.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <returns>A path in the temporary folder.</returns>
    public static async Task<string> PlainCopy(this CourtData data, string sha256)
    {
        var path = PdfMerge.NewPath();
        await data.Use((IFileStore files) => files.CopyTo(sha256, path, CancellationToken.None));
        return path;
    }

    public static async Task<int> PagesOf(this CourtData data, string sha256)
    {
        var path = await data.PlainCopy(sha256);
        var pages = await PdfMerge.PageCount(path, CancellationToken.None);
        File.Delete(path);
        return pages;
    }
}
