using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService;
using Infrastructure.Exports;
using Portal.App;

namespace Portal.DocumentService.Tasks;

/// <summary>Served documents and post batches as files. What a person may not see looks like what is not there.</summary>
internal static class ServiceFiles
{
    public static void MapServiceFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/service/documents/{id:guid}/file", Document).RequireReach(Feature.Services);
        app.MapGet("/service/post-batches/{id:guid}", Batch).RequireReach(Feature.Serving);
    }

    private static async Task<IResult> Document(Guid id, HttpContext http, OpenServedDocument open, CancellationToken ct)
    {
        try
        {
            var (document, bytes) = await open.Handle(id, http.User.ToActor(), ct);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(
                bytes,
                "application/pdf",
                http.Request.Query.ContainsKey("save") ? $"{document.Serial} {document.Title}.pdf" : null,
                enableRangeProcessing: true
            );
        }
        catch (RefusedException)
        {
            return Results.NotFound();
        }
    }

    private static async Task<IResult> Batch(Guid id, HttpContext http, PostBatchFile file, RecordExport record, CancellationToken ct)
    {
        var me = http.User.ToActor();
        if (await file.Write(id, me, ct) is not var (batch, bytes))
            return Results.NotFound();
        await record.Handle($"邮寄批次 {batch.Number}，{batch.Pieces} 件", SheetFormat.Csv, me, ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(bytes, "text/csv; charset=utf-8", $"{batch.Number}.csv");
    }
}
