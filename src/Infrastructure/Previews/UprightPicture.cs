using System.Globalization;
using Domain.Attachments;

namespace Infrastructure.Previews;

/// <summary>A picture of any kind as an upright JPEG of the size of a page, by libvips: it reads as it goes and holds little of it.</summary>
public sealed class UprightPicture(PreviewSettings settings)
{
    public async Task Make(PreviewWork work, CancellationToken ct)
    {
        if (work.PagesThere > 0)
            return;
        var pixels = (double)await Side("width", work, ct) * await Side("height", work, ct);
        if (pixels > settings.MostMegaPixels * 1e6)
            throw new CannotPreviewException(PreviewFailures.TooLarge);
        var picture = Path.Combine(work.Folder, "picture.jpg");
        var size = PaperPages.LongSide.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "thumbnail",
            work.Source,
            $"{picture}[Q=82,strip,background=255]",
            size,
            "--height",
            size,
            "--size",
            "down",
            "--vips-concurrency=1",
        ];
        var (end, said) = await BoundedProgram.Run("vips", arguments, settings.Paper, ct);
        if (end != ProgramEnd.Done || !File.Exists(picture))
            throw CannotPreviewException.Of(end, said);
        await work.Counted(1);
        await work.Keep(PreviewPartKind.Page, 1, picture, FileKind.Jpeg.ContentType);
    }

    private async Task<int> Side(string name, PreviewWork work, CancellationToken ct)
    {
        var (end, said) = await BoundedProgram.Run("vipsheader", ["-f", name, work.Source], settings.Paper, ct);
        return end == ProgramEnd.Done && int.TryParse(said.Trim(), CultureInfo.InvariantCulture, out var side)
            ? side
            : throw CannotPreviewException.Of(end, said);
    }
}
