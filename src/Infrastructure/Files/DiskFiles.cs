using System.Runtime.CompilerServices;

namespace Infrastructure.Files;

/// <summary>
/// Files below one folder: <c>incoming/</c> while they arrive, <c>ab/abcdef…</c> once kept. A kept file is whole and on the
/// disk before its name exists, so that a crash leaves at most a rest in <c>incoming/</c>.
/// </summary>
public sealed class DiskFiles : IStorage
{
    private const int BufferSize = 64 * 1024;

    public DiskFiles(string root)
    {
        Root = Path.GetFullPath(root);
        Directory.CreateDirectory(Incoming);
    }

    public string Root { get; }

    public string Incoming => Path.Combine(Root, "incoming");

    public string NewPath() => Path.Combine(Incoming, Guid.CreateVersion7().ToString("N"));

    public string PathOf(string name) =>
        StoredFile.IsName(name) ? Path.Combine(Root, name[..2], name) : throw new ArgumentException("not a SHA-256", nameof(name));

    /// <summary>Same bytes, same name: replacing a file that is there changes nothing but its date, which keeps the sweep away.</summary>
    public Task Put(string name, string path, CancellationToken ct)
    {
        var target = PathOf(name);
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FolderSync.Flush(Root);
        }

        File.Move(path, target, overwrite: true);
        FolderSync.Flush(folder);
        return Task.CompletedTask;
    }

    public Task<Stream> Open(string name, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream>(
                new FileStream(
                    PathOf(name),
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read | FileShare.Delete,
                    BufferSize,
                    FileOptions.Asynchronous
                )
            );
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException(e.Message, name, e);
        }
    }

    public Task Delete(string name, CancellationToken ct)
    {
        if (Path.GetDirectoryName(PathOf(name)) is { } folder && Directory.Exists(folder))
            File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    public Task<StoredFile?> Find(string name, CancellationToken ct) =>
        Task.FromResult(new FileInfo(PathOf(name)) is { Exists: true } file ? Of(file) : null);

    public async IAsyncEnumerable<StoredFile> List([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var file in new DirectoryInfo(Root).EnumerateDirectories("??").SelectMany(d => d.EnumerateFiles()))
        {
            ct.ThrowIfCancellationRequested();
            if (StoredFile.IsName(file.Name))
                yield return Of(file);
        }
    }

    public async Task Check(CancellationToken ct)
    {
        var path = NewPath();
        await File.WriteAllTextAsync(path, "", ct);
        File.Delete(path);
    }

    private static StoredFile Of(FileInfo file) => new(file.Name, file.Length, file.LastWriteTimeUtc);
}
