using System.Security.Claims;
using System.Text;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Contacts;
using Infrastructure.Exports;
using Portal.App;

namespace Portal.Contacts;

internal static class DirectoryExport
{
    /// <summary>The published directory as CSV, for every member of staff.</summary>
    public static void MapDirectoryExport(this IEndpointRouteBuilder app) =>
        app.MapGet("/contacts.csv", Export).RequireReach(Feature.Directory);

    private static async Task<IResult> Export(
        ClaimsPrincipal user,
        ContactQueries contacts,
        RecordExport record,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var watermark = await record.Handle("联络员通讯录", SheetFormat.Csv, user.ToActor(), ct);
        var text = new StringBuilder("法院,部门,联络员,职务,办公电话,手机,公布日期\n");
        foreach (var row in await contacts.Directory(ct))
        {
            var c = row.Contact;
            string[] cells =
            [
                row.Court,
                row.Division,
                c?.Name ?? "没有公布",
                c?.Post ?? "",
                c?.OfficePhone ?? "",
                c?.Mobile ?? "",
                c is null ? "" : $"{ChinaTime.DayOf(c.PublishedAt):yyyy-MM-dd}",
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }

        text.Append(Cell(watermark)).Append('\n');
        // With the mark that makes Excel read UTF-8.
        return Results.File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())],
            "text/csv; charset=utf-8",
            $"联络员通讯录-{ChinaTime.DayOf(clock.GetUtcNow()):yyyyMMdd}.csv"
        );
    }

    /// <summary>Quoted; a cell that a spreadsheet would take for a formula is made text.</summary>
    private static string Cell(string value) =>
        '"'
        + (value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" : "")
        + value.Replace("\"", "\"\"", StringComparison.Ordinal)
        + '"';
}
