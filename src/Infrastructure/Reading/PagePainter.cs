using System.Security;
using Domain.Attachments;
using Domain.Reading;
using Infrastructure.Files;
using Infrastructure.Previews;

namespace Infrastructure.Reading;

/// <summary>Burns watermark and blackened places into the picture of a page, so that nothing on the phone can take them off.</summary>
public sealed class PagePainter(IFileStore files, PreviewSettings settings) : IDisposable
{
    /// <summary>A page is two short programs: no more at once than there are processors for.</summary>
    private readonly SemaphoreSlim _places = new(Math.Max(2, Environment.ProcessorCount));

    public void Dispose() => _places.Dispose();

    /// <returns>JPEG.</returns>
    public async Task<byte[]> Paint(PageToShow page, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            using var folder = PreviewFolder.New();
            var plain = Path.Combine(folder.Path, "page.jpg");
            await files.CopyTo(page.Stored.StoredHash, plain, ct);
            var (over, painted) = (Path.Combine(folder.Path, "over.png"), Path.Combine(folder.Path, "painted.jpg"));
            var text = await Text(page.Watermark, folder.Path, ct);
            await OverlayPicture.Write(over, (page.Stored.Width, page.Stored.Height), text, page.Masks, ct);
            await Vips(["composite2", plain, over, $"{painted}[Q=80,strip]", "over", "--vips-concurrency=1"], ct);
            return await File.ReadAllBytesAsync(painted, ct);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<GreyPicture> Text(IReadOnlyList<string> lines, string folder, CancellationToken ct)
    {
        var picture = Path.Combine(folder, "text.pgm");
        // The blank in front keeps a name from being taken for an option; the text is read as markup.
        var words = " " + SecurityElement.Escape(string.Join('\n', lines));
        await Vips(["text", picture, words, "--font", "Noto Sans CJK SC 12", "--dpi", "144"], ct);
        return GreyPicture.Read(await File.ReadAllBytesAsync(picture, ct));
    }

    private async Task Vips(string[] arguments, CancellationToken ct)
    {
        var (end, said) = await BoundedProgram.Run("vips", arguments, settings.Paper, ct);
        if (end == ProgramEnd.NotInstalled)
            throw ReadingErrors.PageNotReady();
        if (end != ProgramEnd.Done)
            throw new InvalidOperationException($"vips {arguments[0]}: {end} {said[..Math.Min(said.Length, 300)]}");
    }
}
