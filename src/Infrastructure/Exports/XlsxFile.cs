using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenXmlSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Infrastructure.Exports;

/// <summary>Written row by row into a file of its own, because a package is not written from front to back; memory does not grow with the rows.</summary>
internal static class XlsxFile
{
    private const uint Bold = 1;
    private const int HeadRows = 3;

    public static async Task Write(Sheet sheet, Stream to, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), $"export-{Guid.CreateVersion7():N}.xlsx");
        await using var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var worksheet = workbook.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(worksheet))
                await WriteRows(writer, sheet, ct);
            var tabs = new Sheets(Tab(workbook, worksheet, 1, TabName(sheet.Title)));
            if (sheet.Notes.Count > 0)
                tabs.Append(Tab(workbook, Notes(workbook, sheet.Notes), 2, "口径"));
            workbook.Workbook = new Workbook(tabs);
        }

        file.Position = 0;
        await file.CopyToAsync(to, ct);
    }

    private static OpenXmlSheet Tab(WorkbookPart workbook, WorksheetPart page, uint number, string name) =>
        new()
        {
            Id = workbook.GetIdOfPart(page),
            SheetId = number,
            Name = name,
        };

    private static WorksheetPart Notes(WorkbookPart workbook, IReadOnlyList<string> notes)
    {
        var page = workbook.AddNewPart<WorksheetPart>();
        using var writer = OpenXmlWriter.Create(page);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var note in notes)
            WriteRow(writer, [note], 0);
        writer.WriteEndElement();
        writer.WriteEndElement();
        return page;
    }

    private static async Task WriteRows(OpenXmlWriter writer, Sheet sheet, CancellationToken ct)
    {
        writer.WriteStartElement(new Worksheet());
        // The heads stay in sight.
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = HeadRows,
                        TopLeftCell = $"A{HeadRows + 1}",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                sheet.Columns.Select(
                    (column, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = column.Width,
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, [sheet.Title], Bold);
        WriteRow(writer, [sheet.Watermark], 0);
        WriteRow(writer, [.. sheet.Columns.Select(c => c.Head)], Bold);
        await foreach (var row in sheet.Rows.WithCancellation(ct))
            WriteRow(writer, row, 0);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(CellOf(cell, style));
        writer.WriteEndElement();
    }

    // Inline text is never a formula; the mark against formulas would only be in the way.
    private static Cell CellOf(object? cell, uint style) =>
        cell switch
        {
            int or long or decimal => new Cell
            {
                StyleIndex = style,
                DataType = CellValues.Number,
                CellValue = new CellValue(((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture)),
            },
            _ => new Cell
            {
                StyleIndex = style,
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(Storable(CellText.Of(cell))) { Space = SpaceProcessingModeValues.Preserve }),
            },
        };

    /// <summary>XML has no control characters.</summary>
    private static string Storable(string text) =>
        text.Any(c => c < ' ' && c is not ('\t' or '\n')) ? string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n')) : text;

    private static string TabName(string title)
    {
        var name = string.Concat(title.Where(c => !@"\/?*[]:".Contains(c, StringComparison.Ordinal)));
        return name.Length <= 31 ? name : name[..31];
    }

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true })
        );
}
