using System.Diagnostics;
using System.Globalization;
using Domain.Attachments;
using Domain.Notifications;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>A video on its way to be seen, while something is killed in the middle.</summary>
[Collection(OnHosts.Name)]
public sealed class PreviewTests(Hosts hosts) : IAsyncLifetime
{
    private readonly List<Process> _workers = [];
    private string _hash = "";

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        await hosts.Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
        _hash = await FileStores.In(hosts.Files).Kept(await Video());
        await hosts.Data.Use(
            async (CourtDb db) =>
            {
                await db.WantPreview(_hash, FileKind.Avi.ContentType, TimeProvider.System.GetUtcNow(), CancellationToken.None);
                await db.SaveChangesAsync();
            }
        );
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await WorkerProcess.Kill(worker);
            worker.Dispose();
        }
    }

    [Fact]
    public async Task A_killed_worker_takes_its_programs_along_and_the_next_one_goes_on()
    {
        var worker = StartWorker();
        await Wait.Until("ffmpeg runs", () => Transcoding().Count > 0);
        await WorkerProcess.Kill(worker);
        await Wait.Until("ffmpeg is gone with it", () => Transcoding().Count == 0);
        StartWorker();
        await IsReadyOnce(tries: 2);
    }

    [Fact]
    public async Task A_killed_program_is_tried_again()
    {
        StartWorker();
        await Wait.Until("ffmpeg is killed", () => Kill(Transcoding()));
        await IsReadyOnce(tries: 2);
    }

    private Process StartWorker()
    {
        var worker = WorkerProcess.Start(hosts, new Uri("http://127.0.0.1:1"));
        _workers.Add(worker);
        return worker;
    }

    private async Task IsReadyOnce(int tries)
    {
        await Wait.Until(
            "the preview is ready",
            () => hosts.Data.Use((CourtDb db) => db.Set<FilePreview>().AnyAsync(p => p.FileHash == _hash && p.State == PreviewState.Ready))
        );
        var (preview, parts) = await hosts.Data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<FilePreview>().SingleAsync(p => p.FileHash == _hash),
                    await db.Set<PreviewPart>().Where(p => p.FileHash == _hash).ToListAsync()
                )
        );
        Assert.Equal(tries, preview.Tries);
        Assert.Equal([PreviewPartKind.Poster, PreviewPartKind.Media], parts.Select(p => p.Kind).Order());
        var media = parts.Single(p => p.Kind == PreviewPartKind.Media);
        Assert.Equal(media.Size, (await FileStores.In(hosts.Files).Read(media.StoredHash)).Length);
    }

    private static bool Kill(List<Process> programs)
    {
        foreach (var program in programs)
            program.Kill();
        return programs.Count > 0;
    }

    /// <summary>Those that write the video itself, of our worker: each of them names its folder.</summary>
    private static List<Process> Transcoding() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out _))
                .Where(d =>
                    CommandOf(d) is var command
                    && command.StartsWith("ffmpeg\0", StringComparison.Ordinal)
                    && command.Contains("media.mp4", StringComparison.Ordinal)
                )
                .Select(d => Process.GetProcessById(int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture))),
        ];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Long enough to be killed in the middle; each another one, since a preview is made once.</summary>
    private static async Task<byte[]> Video()
    {
        var path = Path.Combine(Path.GetTempPath(), $"court-{Guid.CreateVersion7():N}.avi");
        using var ffmpeg = Process.Start(
            "ffmpeg",
            [.. "-v error -f lavfi -i testsrc2=d=20:s=1280x720:r=30 -c:v mpeg4 -q:v 6".Split(' '), "-metadata", $"title={path}", path]
        );
        await ffmpeg.WaitForExitAsync();
        var bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return bytes;
    }
}
