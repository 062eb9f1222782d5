using System.Buffers;
using Domain.Attachments;
using Domain.Shared;
using Domain.Uploads;
using Infrastructure.Files;
using Infrastructure.Files.Sealing;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Infrastructure.Uploads;

/// <summary><c>uploads/</c> below <c>Files:Root</c>, a file named by its upload's id, encrypted as <see cref="SealedPieces"/> says.</summary>
public sealed partial class UploadPieces : IUploadPieces
{
    private readonly string _folder;
    private readonly FileKeys _keys;
    private readonly ILogger<UploadPieces> _log;

    public UploadPieces(DiskFiles files, FileKeys keys, ILogger<UploadPieces> log) =>
        (_folder, _keys, _log) = (Directory.CreateDirectory(Path.Combine(files.Root, "uploads")).FullName, keys, log);

    public IEnumerable<FileInfo> All => new DirectoryInfo(_folder).EnumerateFiles();

    public IUploadFile? Open(Guid id)
    {
        var path = PathOf(id);
        var isNew = !File.Exists(path);
        SafeFileHandle handle;
        try
        {
            // Closed to other writers on top of the row: a process that stood still for long must not write into another's piece.
            handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (IOException e)
        {
            throw Away(e);
        }

        try
        {
            if (isNew)
                FolderSync.Flush(_folder);
            return new PieceFile(this, handle, SealedPieces.Of(handle, _keys) ?? SealedPieces.Begin(handle, _keys.Current));
        }
        catch (IOException e)
        {
            handle.Dispose();
            throw Away(e);
        }
    }

    public long LengthOf(Guid id, long until)
    {
        if (!File.Exists(PathOf(id)))
            return 0;
        try
        {
            using var handle = Handle(id);
            return SealedPieces.Of(handle, _keys)?.End(until).Content ?? 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
        catch (IOException)
        {
            return until; // being written: what it was opened from is there
        }
    }

    public Stream Read(Guid id)
    {
        var handle = Handle(id);
        return SealedPieces.Of(handle, _keys) is { } pieces ? new PieceReader(handle, pieces) : Nothing(handle);
    }

    public void Delete(Guid id) => File.Delete(PathOf(id));

    public static Guid? IdOf(FileInfo file) => Guid.TryParseExact(file.Name, "N", out var id) ? id : null;

    private static Stream Nothing(SafeFileHandle handle)
    {
        handle.Dispose();
        return Stream.Null;
    }

    private SafeFileHandle Handle(Guid id) =>
        File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    private string PathOf(Guid id) => Path.Combine(_folder, id.ToString("N"));

    /// <summary>A disk that is full is no fault of the sender's.</summary>
    private RefusedException Away(IOException e)
    {
        NotWritten(_log, e);
        return AttachmentErrors.StoreUnavailable();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of uploads cannot be written")]
    private static partial void NotWritten(ILogger log, Exception exception);

    private sealed class PieceFile(UploadPieces pieces, SafeFileHandle handle, SealedPieces content) : IUploadFile
    {
        private readonly byte[] _sealing = ArrayPool<byte>.Shared.Rent(SealedPieces.HeadLength + SealedPieces.MostAtOnce);
        private Place? _end;

        public async Task Write(long at, ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            try
            {
                var place = _end?.Content == at ? _end.Value : Place(at);
                for (; bytes.Length > SealedPieces.MostAtOnce; bytes = bytes[SealedPieces.MostAtOnce..])
                    place = await content.Write(place, bytes[..SealedPieces.MostAtOnce], _sealing, ct);
                _end = await content.Write(place, bytes, _sealing, ct);
            }
            catch (IOException e)
            {
                throw pieces.Away(e);
            }
        }

        public void Flush()
        {
            try
            {
                RandomAccess.FlushToDisk(handle);
            }
            catch (IOException e)
            {
                throw pieces.Away(e);
            }
        }

        public ValueTask DisposeAsync()
        {
            ArrayPool<byte>.Shared.Return(_sealing);
            handle.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>What lies behind, which nobody was told of, goes: an older record must not follow a new one.</summary>
        private Place Place(long at)
        {
            var place = content.End(at);
            if (place.Content != at)
                throw UploadErrors.OffsetMismatch(place.Content);
            RandomAccess.SetLength(handle, place.Stored);
            return place;
        }
    }
}
