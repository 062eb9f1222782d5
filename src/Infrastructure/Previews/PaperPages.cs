using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Attachments;
using Infrastructure.Pdf;

namespace Infrastructure.Previews;

/// <summary>Pages of PDF and Word files as pictures, by poppler and LibreOffice.</summary>
public sealed partial class PaperPages(WordToPdf word, PreviewSettings settings)
{
    /// <summary>A4 at 150 dots an inch.</summary>
    public const int LongSide = 1754;
    private const int PagesAtOnce = 10;

    public async Task Make(PreviewWork work, CancellationToken ct)
    {
        var pdf = work.Kind == FileKind.Pdf ? work.Source : await ToPdf(work, ct);
        var pages = await Count(pdf, ct);
        await work.Counted(pages);
        var last = Math.Min(pages, work.MostPages);
        for (var first = work.PagesThere + 1; first <= last; first += PagesAtOnce)
        {
            if (!await Draw(work, pdf, first, Math.Min(last, first + PagesAtOnce - 1), ct))
                return; // what was drawn before the page that cannot be is worth showing
        }
    }

    private async Task<string> ToPdf(PreviewWork work, CancellationToken ct)
    {
        if (!word.IsInstalled)
            throw new CannotPreviewException(PreviewFailures.NoProgram);
        return await word.Convert(work.Source, work.Folder, ct) ?? throw new CannotPreviewException(PreviewFailures.Damaged);
    }

    private async Task<int> Count(string pdf, CancellationToken ct)
    {
        var (end, said) = await BoundedProgram.Run("pdfinfo", [pdf], settings.Paper, ct);
        if (end == ProgramEnd.Failed && said.Contains("password", StringComparison.OrdinalIgnoreCase))
            throw new CannotPreviewException(PreviewFailures.Password);
        return
            end == ProgramEnd.Done
            && Pages().Match(said) is { Success: true } found
            && int.TryParse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var pages)
            && pages > 0
            ? pages
            : throw CannotPreviewException.Of(end, said);
    }

    /// <returns>False when a page could not be drawn.</returns>
    private async Task<bool> Draw(PreviewWork work, string pdf, int first, int last, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work.Folder, "pages")).FullName;
        string[] arguments =
        [
            "-jpeg",
            "-jpegopt",
            "quality=82",
            "-scale-to",
            $"{LongSide}",
            "-f",
            $"{first}",
            "-l",
            $"{last}",
            pdf,
            Path.Combine(folder, "page"),
        ];
        var (end, said) = await BoundedProgram.Run("pdftoppm", arguments, settings.Paper, ct);
        var drawn = Directory.GetFiles(folder, "page-*.jpg").OrderBy(NumberOf).ToList();
        if (end != ProgramEnd.Done && drawn.Count > 0)
            drawn.RemoveAt(drawn.Count - 1); // it may be half of one
        foreach (var (at, page) in drawn.Index())
        {
            if (NumberOf(page) == first + at)
                await work.Keep(PreviewPartKind.Page, first + at, page, FileKind.Jpeg.ContentType);
        }

        Directory.Delete(folder, recursive: true);
        if (end == ProgramEnd.Killed || (first == 1 && drawn.Count == 0))
            throw CannotPreviewException.Of(end == ProgramEnd.Done ? ProgramEnd.Failed : end, said);
        return drawn.Count == last - first + 1;
    }

    private static int NumberOf(string page) =>
        int.Parse(Path.GetFileNameWithoutExtension(page)["page-".Length..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Pages:\s+(\d+)$", RegexOptions.Multiline)]
    private static partial Regex Pages();
}
