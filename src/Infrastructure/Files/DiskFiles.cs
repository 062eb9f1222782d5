using System.Buffers;
using System.Security.Cryptography;
using Domain.Attachments;

namespace Infrastructure.Files;

/// <summary>
/// Files below one folder: <c>incoming/</c> while they arrive, <c>ab/abcdef…</c> once kept. A kept file is whole and on the
/// disk before its name exists, so that a crash leaves at most a rest in <c>incoming/</c>.
/// </summary>
public sealed class DiskFiles : IFileStore
{
    private const int BufferSize = 64 * 1024;

    public DiskFiles(string root)
    {
        Root = Path.GetFullPath(root);
        Directory.CreateDirectory(Incoming);
    }

    public string Root { get; }

    public string Incoming => Path.Combine(Root, "incoming");

    public async Task<ReceivedFile> Receive(Stream bytes, CancellationToken ct)
    {
        var path = Path.Combine(Incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            var (sha256, size) = await Write(bytes, path, ct);
            return new Received(this, path) { Sha256 = sha256, Size = size };
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public Stream Open(string sha256) =>
        new FileStream(
            PathOf(sha256),
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            BufferSize,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );

    public string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(Root, sha256[..2], sha256)
            : throw new ArgumentException("not a SHA-256", nameof(sha256));

    private static async Task<(string Sha256, long Size)> Write(Stream bytes, string path, CancellationToken ct)
    {
        await using var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0,
            FileOptions.Asynchronous
        );
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            while (await bytes.ReadAsync(buffer.AsMemory(0, BufferSize), ct) is var read and > 0)
            {
                size += read;
                if (size > Attachment.MaxBytes)
                    throw AttachmentErrors.TooLarge(size);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private sealed class Received(DiskFiles store, string path) : ReceivedFile
    {
        public override Stream OpenRead() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

        /// <summary>Same bytes, same name: replacing a file that is there changes nothing but its date, which keeps the sweep away.</summary>
        public override void Keep()
        {
            var target = store.PathOf(Sha256);
            var folder = Path.GetDirectoryName(target)!;
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                FolderSync.Flush(store.Root);
            }

            File.Move(path, target, overwrite: true);
            FolderSync.Flush(folder);
        }

        public override ValueTask DisposeAsync()
        {
            File.Delete(path);
            return ValueTask.CompletedTask;
        }
    }
}
