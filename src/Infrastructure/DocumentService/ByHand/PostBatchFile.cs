using System.Globalization;
using System.Text;
using CsvHelper;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Exports;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>
/// A batch as the post reads it: CSV, UTF-8 with a byte order mark, one line for each piece. The columns are a contract, see
/// docs/operations.md.
/// </summary>
public sealed class PostBatchFile(CourtDb db)
{
    private static readonly string[] s_columns =
    [
        "批次号",
        "件号",
        "收件人",
        "联系电话",
        "收件地址",
        "案号",
        "文书",
        "页数",
        "寄件法院",
        "送达人",
    ];

    /// <returns>Null when there is no such batch of the reader's division. Addresses and numbers are as they are: the post needs them.</returns>
    public async Task<(PostBatch Batch, byte[] Bytes)?> Write(Guid batchId, Actor by, CancellationToken ct)
    {
        var division = by.Post!.DivisionId;
        if (
            await db.Set<PostBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId && b.DivisionId == division, ct)
            is not { } batch
        )
            return null;
        var services = await db.ServicesHandledBy(by)
            .AsNoTracking()
            .Where(s => s.Attempts.Any(a => a.PostBatchId == batchId))
            .OrderBy(s => s.TaskNumber)
            .ThenBy(s => s.Position)
            .Include(s => s.Attempts.Where(a => a.PostBatchId == batchId).OrderBy(a => a.Position))
            .Include(s => s.Copies)
            .AsSplitQuery()
            .ToListAsync(ct);
        if (services.Count == 0)
            return null; // of the division, but none of the reader's own cases
        var documents = services.SelectMany(s => s.Copies).Select(c => c.DocumentId).Distinct().ToList();
        var pages = await db.Set<ServedDocument>().Where(d => documents.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Pages, ct);
        using var bytes = new MemoryStream();
        await using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            await Line(csv, s_columns);
            foreach (var s in services)
            {
                foreach (var a in s.Attempts)
                    await Line(
                        csv,
                        batch.Number,
                        s.PieceOf(a),
                        s.RecipientName,
                        s.RecipientPhone,
                        a.Address,
                        s.CaseNumber,
                        s.DocumentTitles,
                        s.Copies.Sum(c => pages[c.DocumentId]).ToString(CultureInfo.InvariantCulture),
                        s.CourtName,
                        s.ClerkName
                    );
            }
        }

        return (batch, bytes.ToArray());
    }

    private static Task Line(CsvWriter csv, params IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(CellText.Harmless(cell));
        return csv.NextRecordAsync();
    }
}
