using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Domain.Shared;
using Infrastructure.Exports;
using Sheet = Infrastructure.Exports.Sheet;

namespace Infrastructure.Tests.Exports;

public class SheetTests
{
    private static readonly DateTimeOffset s_at = ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26));

    [Fact]
    public async Task A_csv_file_begins_with_the_mark_that_Excel_needs_and_says_who_took_it()
    {
        var bytes = await Written(SheetFormat.Csv, ["甲", 3, 1.4m, s_at, new DateOnly(2026, 11, 25), null]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            ["台账", "导出人 张三", "一,二,三,四,五,六", "甲,3,1.4,2026-11-20 10:26,2026-11-25,", ""],
            Encoding.UTF8.GetString(bytes[3..]).Split("\r\n")
        );
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\t=1+1")]
    [InlineData("＝1+1")]
    [InlineData("\u3000=1+1")]
    public async Task What_somebody_typed_is_no_formula(string typed)
    {
        var line = Encoding.UTF8.GetString(await Written(SheetFormat.Csv, [typed])).Split("\r\n")[3];
        Assert.StartsWith("'", line.TrimStart('"'), StringComparison.Ordinal);

        using var document = Open(await Written(SheetFormat.Xlsx, [typed]));
        var cell = Cells(document)[3][0];
        Assert.Equal((CellValues.InlineString, typed), (cell.DataType!.Value, cell.InnerText));
        Assert.Null(cell.CellFormula);
    }

    [Fact]
    public async Task An_Excel_file_opens_with_its_numbers_as_numbers()
    {
        using var document = Open(await Written(SheetFormat.Xlsx, ["甲\u0001乙", 3, 1.4m, s_at, null]));
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(e => e.Description));
        var cells = Cells(document);
        Assert.Equal(["台账", "导出人 张三"], cells.Take(2).Select(r => r[0].InnerText));
        Assert.Equal(["甲乙", "3", "1.4", "2026-11-20 10:26", ""], cells[3].Select(c => c.InnerText));
        Assert.Equal([CellValues.InlineString, CellValues.Number, CellValues.Number], cells[3].Take(3).Select(c => c.DataType!.Value));
    }

    [Fact]
    public async Task How_it_is_counted_comes_behind_the_rows_and_in_Excel_on_a_page_of_its_own()
    {
        var sheet = Table([
            ["甲"],
        ]) with
        {
            Notes = ["接收（件）：收到的工单。", "办结（件）：办结的工单。"],
        };
        var csv = new OneWay();
        await SheetFormat.Csv.Write(sheet, csv, default);
        Assert.EndsWith(
            "甲\r\n接收（件）：收到的工单。\r\n办结（件）：办结的工单。\r\n",
            Encoding.UTF8.GetString(csv.ToArray()),
            StringComparison.Ordinal
        );

        var excel = new OneWay();
        await SheetFormat.Xlsx.Write(sheet, excel, default);
        using var document = Open(excel.ToArray());
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(e => e.Description));
        var tab = document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Last();
        Assert.Equal("口径", tab.Name!.Value);
        var page = (WorksheetPart)document.WorkbookPart.GetPartById(tab.Id!.Value!);
        Assert.Equal(sheet.Notes, page.Worksheet!.Descendants<Row>().Select(r => r.InnerText));
    }

    [Fact]
    public async Task A_long_table_is_written_whole_to_a_stream_that_cannot_go_back()
    {
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            var to = new OneWay();
            await format.Write(Table(Enumerable.Range(0, 20_000).Select(IReadOnlyList<object?> (i) => [i, "文字"])), to, default);
            if (format == SheetFormat.Csv)
                Assert.Equal(20_003, Encoding.UTF8.GetString(to.ToArray()).Split("\r\n").Length - 1);
            else
                using (var document = Open(to.ToArray()))
                    Assert.Equal(20_003, Cells(document).Count);
        }
    }

    private static async Task<byte[]> Written(SheetFormat format, IReadOnlyList<object?> row)
    {
        var to = new OneWay();
        await format.Write(Table([row]), to, default);
        return to.ToArray();
    }

    private static Sheet Table(IEnumerable<IReadOnlyList<object?>> rows) =>
        new("台账", "导出人 张三", [.. "一二三四五六".Select(c => new SheetColumn($"{c}"))], [], rows.ToAsyncEnumerable());

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static List<List<Cell>> Cells(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())];

    private sealed class OneWay : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
