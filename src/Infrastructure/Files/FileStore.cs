using System.Buffers;
using System.Security.Cryptography;
using Domain.Attachments;
using Infrastructure.Files.Sealing;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Files;

/// <summary>
/// Encrypts what arrives on its way to the disk and hands it whole to the storage; decrypts what is read, chunk by chunk. What was kept
/// before there were keys is read as it lies.
/// </summary>
/// <param name="spool">Where files arrive, whichever storage keeps them.</param>
public sealed partial class FileStore(IStorage storage, DiskFiles spool, FileKeys keys, ILogger<FileStore> log) : IFileStore
{
    private const int BufferSize = 64 * 1024;

    public async Task<ReceivedFile> Receive(Stream bytes, long most, CancellationToken ct)
    {
        var path = spool.NewPath();
        try
        {
            var (sha256, size) = await Write(bytes, path, most, ct);
            return new Received(this, path) { Sha256 = sha256, Size = size };
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public async Task<Stream> Open(string sha256, CancellationToken ct)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("not a SHA-256", nameof(sha256));
        var stored = await Reaching(() => storage.Open(sha256, ct));
        try
        {
            var head = new byte[SealedHeader.Length];
            var read = await Reaching(() => stored.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct).AsTask());
            stored.Position = 0;
            return SealedHeader.IsAt(head.AsSpan(0, read)) ? new SealedReader(stored, SealedHeader.Read(head, keys, sha256)) : stored;
        }
        catch
        {
            await stored.DisposeAsync();
            throw;
        }
    }

    /// <summary>The id of the key it lies under; null for what is not encrypted.</summary>
    public async Task<string?> KeyIdOf(string sha256, CancellationToken ct)
    {
        await using var stored = await storage.Open(sha256, ct);
        var head = new byte[SealedHeader.Length];
        var read = await stored.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return SealedHeader.IsAt(head.AsSpan(0, read)) ? SealedHeader.KeyIdOf(head) : null;
    }

    private static FileStream Spooling(string path) =>
        new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);

    private async Task<(string Sha256, long Size)> Write(Stream bytes, string path, long most, CancellationToken ct)
    {
        await using var file = await Reaching(() => Task.FromResult(Spooling(path)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sealing = new SealedWriter(file, keys.Current);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await Reaching(() => sealing.Begin(ct));
            var size = 0L;
            while (await bytes.ReadAsync(buffer.AsMemory(0, BufferSize), ct) is var read and > 0)
            {
                size += read;
                if (size > most)
                    throw AttachmentErrors.TooLarge(size, most);
                hash.AppendData(buffer, 0, read);
                await Reaching(() => sealing.Write(buffer.AsMemory(0, read), ct));
            }

            var sha256 = hash.GetHashAndReset();
            await Reaching(async () =>
            {
                await sealing.End(sha256, ct);
                file.Flush(flushToDisk: true);
            });
            return (Convert.ToHexStringLower(sha256), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A storage that is full or away is no fault of the sender's.</summary>
    private async Task<T> Reaching<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException and not (FileNotFoundException or DamagedFileException) or UnauthorizedAccessException)
        {
            Away(log, e);
            throw AttachmentErrors.StoreUnavailable();
        }
    }

    private Task Reaching(Func<Task> work) =>
        Reaching(async () =>
        {
            await work();
            return true;
        });

    [LoggerMessage(Level = LogLevel.Error, Message = "The file store is away")]
    private static partial void Away(ILogger log, Exception exception);

    private sealed class Received(FileStore store, string path) : ReceivedFile
    {
        private bool _isKept;

        public override Stream OpenRead()
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var head = new byte[SealedHeader.Length];
            file.ReadExactly(head);
            return new SealedReader(file, SealedHeader.Read(head, store.Keys, Sha256));
        }

        /// <summary>Once: who lost a race over the row comes again.</summary>
        public override async Task Keep(CancellationToken ct)
        {
            if (!_isKept)
                await store.Reaching(() => store.Storage.Put(Sha256, path, ct));
            _isKept = true;
        }

        public override ValueTask DisposeAsync()
        {
            File.Delete(path);
            return ValueTask.CompletedTask;
        }
    }

    private FileKeys Keys => keys;

    private IStorage Storage => storage;
}
