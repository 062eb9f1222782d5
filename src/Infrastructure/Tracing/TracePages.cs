using Domain.Shared;
using Infrastructure.Paging;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing;

/// <summary>What was changed and by whom (改动记录): rows of the traces of several records as one list.</summary>
internal static class TracePages
{
    private const int Size = 30;

    /// <summary>The newest first; rows of one record at the same moment in the order of its trace.</summary>
    public static async Task<Page<TraceRow>> NewestFirst(this IQueryable<TraceRow> rows, Cursor? after, CancellationToken ct)
    {
        var found = await rows.AsNoTracking().NewestFirst(after, t => t.At, t => t.SubjectId, t => t.Sequence, Size).ToListAsync(ct);
        return Page<TraceRow>.Of(found, t => new Cursor(t.At, t.SubjectId, t.Sequence), Size);
    }
}
