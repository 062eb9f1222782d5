using System.Globalization;
using System.Text;
using CsvHelper;

namespace Infrastructure.Exports;

/// <summary>UTF-8 with a byte order mark, without which Excel takes Chinese for something else.</summary>
internal static class CsvFile
{
    private const int FlushEvery = 500;

    public static async Task Write(Sheet sheet, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        await Line([sheet.Title]);
        await Line([sheet.Watermark]);
        await Line([.. sheet.Columns.Select(c => c.Head)]);
        var written = 0;
        await foreach (var row in sheet.Rows.WithCancellation(ct))
        {
            await Line(row);
            if (++written % FlushEvery == 0)
                await csv.FlushAsync();
        }

        foreach (var note in sheet.Notes)
            await Line([note]);
        await csv.FlushAsync();

        async Task Line(IReadOnlyList<object?> cells)
        {
            foreach (var cell in cells)
                csv.WriteField(cell is string typed ? CellText.Harmless(typed) : CellText.Of(cell));
            await csv.NextRecordAsync();
        }
    }
}
