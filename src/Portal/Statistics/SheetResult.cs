using Domain.Figures;
using Domain.Shared;
using Infrastructure.Exports;

namespace Portal.Statistics;

/// <summary>Sends a table as a file, noted under the name of who takes it. <c>format=csv</c> or Excel.</summary>
internal static class SheetResult
{
    public static async Task<IResult> Of(
        HttpContext http,
        RecordExport record,
        Actor me,
        string title,
        IReadOnlyList<SheetColumn> columns,
        IReadOnlyList<Indicator> counted,
        IAsyncEnumerable<IReadOnlyList<object?>> rows,
        CancellationToken ct
    )
    {
        var format = http.Request.Query["format"] == "csv" ? SheetFormat.Csv : SheetFormat.Xlsx;
        var sheet = new Sheet(title, await record.Handle(title, format, me, ct), columns, [.. counted.Select(c => c.ToString())], rows);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(to => format.Write(sheet, to, ct), format.ContentType(), $"{title}.{format.Extension()}");
    }
}
