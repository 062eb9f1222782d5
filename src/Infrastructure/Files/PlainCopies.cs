using Domain.Attachments;

namespace Infrastructure.Files;

/// <summary>Stored files as plain ones in a folder of their own, each once; gone with this.</summary>
internal sealed class PlainCopies(IFileStore files) : IDisposable
{
    private readonly Dictionary<string, string> _paths = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("court-copies-").FullName;

    public async Task<string> PathOf(string sha256, CancellationToken ct)
    {
        if (!_paths.TryGetValue(sha256, out var path))
        {
            path = Path.Combine(_folder, sha256);
            await files.CopyTo(sha256, path, ct);
            _paths[sha256] = path;
        }

        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
