using Domain.Attachments;
using Domain.Shared;
using Domain.Uploads;
using Infrastructure.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Infrastructure.Uploads;

/// <summary><c>uploads/</c> below <c>Files:Root</c>, a file named by its upload's id.</summary>
public sealed partial class UploadPieces : IUploadPieces
{
    private readonly string _folder;
    private readonly ILogger<UploadPieces> _log;

    public UploadPieces(DiskFiles files, ILogger<UploadPieces> log) =>
        (_folder, _log) = (Directory.CreateDirectory(Path.Combine(files.Root, "uploads")).FullName, log);

    public IEnumerable<FileInfo> All => new DirectoryInfo(_folder).EnumerateFiles();

    public IUploadFile? Open(Guid id)
    {
        var path = PathOf(id);
        var isNew = !File.Exists(path);
        try
        {
            // Closed to other writers on top of the row: a process that stood still for long must not write into another's piece.
            var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous);
            if (isNew)
                FolderSync.Flush(_folder);
            return new PieceFile(this, handle);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (IOException e)
        {
            throw Away(e);
        }
    }

    public long LengthOf(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    public Stream Read(Guid id) =>
        new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);

    public void Delete(Guid id) => File.Delete(PathOf(id));

    public static Guid? IdOf(FileInfo file) => Guid.TryParseExact(file.Name, "N", out var id) ? id : null;

    private string PathOf(Guid id) => Path.Combine(_folder, id.ToString("N"));

    /// <summary>A disk that is full is no fault of the sender's.</summary>
    private RefusedException Away(IOException e)
    {
        NotWritten(_log, e);
        return AttachmentErrors.StoreUnavailable();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of uploads cannot be written")]
    private static partial void NotWritten(ILogger log, Exception exception);

    private sealed class PieceFile(UploadPieces pieces, SafeFileHandle handle) : IUploadFile
    {
        public async Task Write(long at, ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            try
            {
                await RandomAccess.WriteAsync(handle, bytes, at, ct);
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
            handle.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
