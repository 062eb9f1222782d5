using System.Diagnostics;
using Domain.Attachments;
using Domain.Shared;
using Given;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.Previews;

/// <summary>By the programs themselves; each test fails with their names where they are missing.</summary>
public sealed class MakePreviewsTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("court-previews-test-");
    private CourtData _data = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await Open(
            new PreviewSettings
            {
                MostPages = 12,
                MostMegaPixels = 50,
                PaperTime = TimeSpan.FromSeconds(20),
            }
        );
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_pdf_becomes_pages_of_which_only_the_first_are_made()
    {
        var (preview, parts) = await Made(await Pdf(pages: 15), FileKind.Pdf);
        Assert.Equal((PreviewState.Ready, 15, 12), (preview.State, preview.Pages, parts.Count));
        Assert.All(parts, p => Assert.Equal((PreviewPartKind.Page, "image/jpeg", 1754), (p.Kind, p.ContentType, p.Height)));
        Assert.Equal(Enumerable.Range(1, 12), parts.Select(p => p.Number));
        Assert.Equal([0xFF, 0xD8], (await Bytes(parts[0]))[..2]);
    }

    [Fact]
    public async Task A_word_file_becomes_pages()
    {
        var text = Path.Combine(_folder.FullName, "a.txt");
        await File.WriteAllTextAsync(text, "原告张三诉被告李四");
        await Program(
            "soffice",
            $"-env:UserInstallation=file://{_folder.FullName}/profile",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            _folder.FullName,
            text
        );
        var (preview, parts) = await Made(await File.ReadAllBytesAsync(Path.ChangeExtension(text, ".docx")), FileKind.Docx);
        Assert.Equal((PreviewState.Ready, 1), (preview.State, parts.Count));
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public async Task A_picture_of_any_kind_is_sized(string format)
    {
        var (preview, parts) = await Made(await Picture(format, 3000, 1500), Kind("." + format));
        Assert.Equal((PreviewState.Ready, 1), (preview.State, parts.Count));
        Assert.Equal((1754, 877), (parts[0].Width, parts[0].Height));
    }

    [Fact]
    public async Task A_picture_that_lies_on_its_side_is_put_upright()
    {
        var picture = Path.Combine(_folder.FullName, "side.jpg");
        await Program("vips", "black", picture, "400", "200", "--bands", "3");
        var bytes = await File.ReadAllBytesAsync(picture);
        byte[] turned = // Exif: orientation 6, to be turned by a quarter
        [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"u8];
        var (_, parts) = await Made([.. bytes[..2], .. turned, .. bytes[2..]], FileKind.Jpeg);
        Assert.Equal((200, 400), (parts[0].Width, parts[0].Height));
    }

    [Theory]
    [InlineData("x.avi", "mpeg4", "mp3")]
    [InlineData("x.mov", "mpeg4", "aac")]
    [InlineData("x.webm", "libvpx", "libopus")]
    [InlineData("x.3gp", "h263", "aac")]
    [InlineData("x.mp4", "libx264", "aac")]
    public async Task A_video_becomes_one_that_every_browser_plays_with_a_still(string name, string video, string audio)
    {
        var path = Path.Combine(_folder.FullName, name);
        var size = video == "h263" ? "352x288" : "640x480";
        await Program(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            $"testsrc=d=2:s={size}:r=15",
            "-f",
            "lavfi",
            "-i",
            "sine=d=2",
            "-c:v",
            video,
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            audio,
            "-strict",
            "-2",
            path
        );
        var (preview, parts) = await Made(await File.ReadAllBytesAsync(path), Kind(Path.GetExtension(name)));
        Assert.Equal(PreviewState.Ready, preview.State);
        Assert.Equal([PreviewPartKind.Media, PreviewPartKind.Poster], parts.Select(p => p.Kind).Order().Reverse());
        var media = parts.Single(p => p.Kind == PreviewPartKind.Media);
        Assert.Equal("video/mp4", media.ContentType);
        Assert.Equal("h264,aac", await Codecs(media));
        Assert.True((await Bytes(media)).AsSpan().IndexOf("moov"u8) < (await Bytes(media)).AsSpan().IndexOf("mdat"u8), "not faststart");
    }

    [Theory]
    [InlineData("x.mp3", "mp3")]
    [InlineData("x.wav", "pcm_s16le")]
    [InlineData("x.aac", "aac")]
    [InlineData("x.m4a", "aac")]
    public async Task A_recording_becomes_one_that_every_browser_plays(string name, string codec)
    {
        var path = Path.Combine(_folder.FullName, name);
        await Program("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=2", "-c:a", codec, path);
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal(Kind(Path.GetExtension(name)), FileKind.Of(new MemoryStream(bytes)));
        var (preview, parts) = await Made(bytes, Kind(Path.GetExtension(name)));
        Assert.Equal((PreviewState.Ready, "audio/mp4"), (preview.State, Assert.Single(parts).ContentType));
        Assert.Equal("aac", await Codecs(parts[0]));
    }

    [Fact]
    public async Task What_cannot_be_shown_says_why_and_the_original_stays()
    {
        var locked = Path.Combine(_folder.FullName, "locked.pdf");
        var open = Path.Combine(_folder.FullName, "open.pdf");
        await File.WriteAllBytesAsync(open, await Pdf(1));
        await Program("qpdf", "--encrypt", "secret", "owner", "256", "--", open, locked);
        foreach (
            var (bytes, kind, reason) in new[]
            {
                (await File.ReadAllBytesAsync(locked), FileKind.Pdf, PreviewFailures.Password),
                ("%PDF-1.7\nnothing more"u8.ToArray(), FileKind.Pdf, PreviewFailures.Damaged),
                ([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], FileKind.Jpeg, PreviewFailures.Damaged),
                ([.. "\0\0\0\u0018ftypisom"u8, .. new byte[50]], FileKind.Mp4, PreviewFailures.Damaged),
            }
        )
        {
            var (preview, parts) = await Made(bytes, kind);
            Assert.Equal((PreviewState.NotPossible, reason, 0), (preview.State, preview.Reason, parts.Count));
            Assert.Equal(bytes, await _data.Use((IFileStore files) => files.Read(preview.FileHash)));
        }
    }

    [Fact]
    public async Task Bombs_end_in_time_and_within_their_memory()
    {
        var watch = Stopwatch.StartNew();
        var bomb = await Picture("png", 50_000, 50_000);
        var (preview, _) = await Made(bomb, FileKind.Png);
        Assert.Equal((PreviewState.NotPossible, PreviewFailures.TooLarge), (preview.State, preview.Reason));

        var (many, pages) = await Made(ManyPages(1_000_000), FileKind.Pdf);
        Assert.True(many.State is PreviewState.Ready or PreviewState.NotPossible, $"{many.State} {many.Reason}");
        Assert.True(pages.Count <= 12);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_claim_that_a_dead_worker_left_is_taken_up_again_until_it_is_given_up()
    {
        var bytes = await Pdf(2);
        var hash = await Want(bytes, FileKind.Pdf);
        var lease = TimeSpan.FromMilliseconds(50);
        for (var tries = 1; tries <= 2; tries++)
        {
            Assert.Equal(tries, (await _data.Use((PreviewClaims claims) => claims.Next(false, lease, default)))!.Tries);
            Assert.Null(await _data.Use((PreviewClaims claims) => claims.Next(false, lease, default)));
            await Task.Delay(lease * 2);
        }

        Assert.Equal(1, await Run(isMedia: false));
        Assert.Equal(PreviewState.Ready, (await Read(hash)).Preview.State);

        var other = await Want(await Pdf(3), FileKind.Pdf);
        for (var tries = 1; tries <= 3; tries++)
        {
            await _data.Use((PreviewClaims claims) => claims.Next(false, lease, default));
            await Task.Delay(lease * 2);
        }

        await Run(isMedia: false);
        var (preview, _) = await Read(other);
        Assert.Equal((PreviewState.Failed, PreviewFailures.GaveUp), (preview.State, preview.Reason));
    }

    [Fact]
    public async Task While_the_store_is_away_no_try_is_counted()
    {
        var hash = await Want(await Pdf(1), FileKind.Pdf);
        var path = _data.Services.GetRequiredService<DiskFiles>().PathOf(hash);
        File.Delete(path);
        Directory.CreateDirectory(path); // what cannot be opened
        await Assert.ThrowsAsync<RefusedException>(() => Run(isMedia: false));
        var (preview, _) = await Read(hash);
        Assert.Equal((PreviewState.Making, 0), (preview.State, preview.Tries));
    }

    [Fact]
    public async Task Papers_do_not_wait_behind_recordings()
    {
        await Want([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0], FileKind.Mp3);
        Assert.Equal(0, await Run(isMedia: false));
        Assert.Equal(1, await Run(isMedia: true));
    }

    private Task<CourtData> Open(PreviewSettings settings) =>
        CourtData.Open(
            _database.ConnectionString(),
            more: s => s.AddSingleton(new DiskFiles(Path.Combine(_folder.FullName, "files"))).AddSingleton(settings)
        );

    private async Task<(FilePreview Preview, List<PreviewPart> Parts)> Made(byte[] bytes, FileKind kind)
    {
        var hash = await Want(bytes, kind);
        await Run(kind.Group is FileGroup.Audio or FileGroup.Video);
        return await Read(hash);
    }

    private async Task<string> Want(byte[] bytes, FileKind kind)
    {
        var hash = await _data.Use((FileStore files) => files.Kept(bytes));
        await _data.Use(
            async (CourtDb db) =>
            {
                await db.WantPreview(hash, kind.ContentType, TimeProvider.System.GetUtcNow(), default);
                await db.SaveChangesAsync();
            }
        );
        return hash;
    }

    private Task<int> Run(bool isMedia) => _data.Use((MakePreviews make) => make.Run(isMedia, default));

    private Task<(FilePreview Preview, List<PreviewPart> Parts)> Read(string hash) =>
        _data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<FilePreview>().AsNoTracking().SingleAsync(p => p.FileHash == hash),
                    await db.Set<PreviewPart>().AsNoTracking().Where(p => p.FileHash == hash).OrderBy(p => p.Number).ToListAsync()
                )
        );

    private Task<byte[]> Bytes(PreviewPart part) => _data.Use((IFileStore files) => files.Read(part.StoredHash));

    private async Task<string> Codecs(PreviewPart part)
    {
        var path = Path.Combine(_folder.FullName, part.StoredHash);
        await File.WriteAllBytesAsync(path, await Bytes(part));
        var said = await Program("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", path);
        return string.Join(',', said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private async Task<byte[]> Picture(string format, int width, int height)
    {
        var path = Path.Combine(_folder.FullName, $"{width}.{format}");
        var plain = Path.Combine(_folder.FullName, $"{width}.v");
        await Program("vips", "black", format == "png" ? path : plain, $"{width}", $"{height}", "--bands", format == "png" ? "1" : "3");
        if (format != "png")
            await Program("vips", "copy", plain, path);
        return await File.ReadAllBytesAsync(path);
    }

    private async Task<byte[]> Pdf(int pages)
    {
        var path = Path.Combine(_folder.FullName, $"{pages}.pdf");
        await File.WriteAllBytesAsync(path, ManyPages(pages));
        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>Every page is the same object; readers mend what is missing.</summary>
    private static byte[] ManyPages(int pages)
    {
        var kids = string.Concat(Enumerable.Repeat("3 0 R ", pages));
        return System.Text.Encoding.ASCII.GetBytes(
            $"""
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R/Size 4>>
            %%EOF
            """
        );
    }

    private static FileKind Kind(string extension) => FileKind.All.First(k => k.Fits(extension));

    private static async Task<string> Program(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(
            process.ExitCode == 0 || (name == "qpdf" && process.ExitCode == 3),
            $"{name} {string.Join(' ', arguments)} ended with {process.ExitCode}"
        );
        return said;
    }
}
