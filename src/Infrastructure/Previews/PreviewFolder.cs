namespace Infrastructure.Previews;

/// <summary>Where the plain original lies while programs read it; gone with this, and with the next one where a worker was killed.</summary>
internal sealed class PreviewFolder : IDisposable
{
    private const string Prefix = "court-preview-";

    /// <summary>No preview takes that long.</summary>
    private static readonly TimeSpan s_left = TimeSpan.FromHours(3);

    private PreviewFolder(string path) => Path = path;

    public string Path { get; }

    public static PreviewFolder New()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var left in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            if (now - left.CreationTimeUtc > s_left || IsOfADeadProcess(left.Name))
                Delete(left.FullName);
        }

        return new PreviewFolder(Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName);
    }

    public void Dispose() => Delete(Path);

    private static bool IsOfADeadProcess(string name) =>
        OperatingSystem.IsLinux() && int.TryParse(name[Prefix.Length..].Split('-')[0], out var id) && !Directory.Exists($"/proc/{id}");

    private static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another host was quicker.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A killed program still writes, or it is another user's: the next one takes it away.
        }
    }
}
