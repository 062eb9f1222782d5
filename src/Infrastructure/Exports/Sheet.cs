namespace Infrastructure.Exports;

/// <summary>A table on its way to a file: read row by row while it is written, so that its length does not matter.</summary>
/// <param name="Title">Above the heads, and the name of the file.</param>
/// <param name="Watermark">Who took it and when; the last line of the file's head.</param>
/// <param name="Notes">How what it holds is counted, a line each: a page of their own, or behind the last row.</param>
/// <param name="Rows">Cells are text, whole numbers, decimals, <see cref="DateOnly"/> and <see cref="DateTimeOffset"/>; null is empty.</param>
public sealed record Sheet(
    string Title,
    string Watermark,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<string> Notes,
    IAsyncEnumerable<IReadOnlyList<object?>> Rows
);

/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Head, int Width = 12);

public enum SheetFormat
{
    Xlsx,
    Csv,
}

public static class SheetFormats
{
    public static string Extension(this SheetFormat format) => format == SheetFormat.Xlsx ? "xlsx" : "csv";

    public static string ContentType(this SheetFormat format) =>
        format == SheetFormat.Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    public static Task Write(this SheetFormat format, Sheet sheet, Stream to, CancellationToken ct) =>
        format == SheetFormat.Xlsx ? XlsxFile.Write(sheet, to, ct) : CsvFile.Write(sheet, to, ct);
}
