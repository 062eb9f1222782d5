using Domain.Uploads;
using Infrastructure.Files;
using Microsoft.Win32.SafeHandles;

namespace Infrastructure.Uploads;

/// <summary><c>uploads/</c> below <c>Files:Root</c>, a file named by its upload's id.</summary>
public sealed class UploadPieces : IUploadPieces
{
    private readonly string _folder;

    public UploadPieces(DiskFiles files) => _folder = Directory.CreateDirectory(Path.Combine(files.Root, "uploads")).FullName;

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
            return new PieceFile(handle);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public long LengthOf(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    public Stream Read(Guid id) =>
        new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);

    public void Delete(Guid id) => File.Delete(PathOf(id));

    public static Guid? IdOf(FileInfo file) => Guid.TryParseExact(file.Name, "N", out var id) ? id : null;

    private string PathOf(Guid id) => Path.Combine(_folder, id.ToString("N"));

    private sealed class PieceFile(SafeFileHandle handle) : IUploadFile
    {
        public async Task Write(long at, ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
            await RandomAccess.WriteAsync(handle, bytes, at, ct);

        public void Flush() => RandomAccess.FlushToDisk(handle);

        public ValueTask DisposeAsync()
        {
            handle.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
