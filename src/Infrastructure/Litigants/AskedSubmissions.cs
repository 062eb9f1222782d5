using Domain.Calendar;
using Domain.Cases;
using Domain.Shared;
using Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>What the court asked for and waits for, the nearest day first.</summary>
internal static class AskedSubmissions
{
    private const int AtMost = 100;

    /// <param name="caseId">Null in all cases.</param>
    public static async Task<IEnumerable<Todo>> SubmissionsToBring(
        this ICourtDb db,
        Actor by,
        DateOnly today,
        Guid? caseId,
        CancellationToken ct
    )
    {
        var asked = await db.OwnSubmissions(by, today)
            .AsNoTracking()
            .Where(s => s.State == SubmissionState.AwaitingSubmitter && (caseId == null || s.CaseId == caseId))
            .OrderBy(s => s.SupplementBy)
            .ThenBy(s => s.Id)
            .Take(AtMost)
            .Select(s => new
            {
                s.Id,
                s.SubmissionKind,
                s.CaseNumber,
                s.NeedCount,
                s.SupplementBy,
                s.SupplementByIsProvisional,
            })
            .ToListAsync(ct);
        return asked.Select(s => new Todo(
            "material",
            s.Id,
            $"材料要补 {s.NeedCount} 处",
            s.SupplementBy is { } last
                ? [$"最晚 {new CountedDay(last, s.SupplementByIsProvisional).Words}补交", s.SubmissionKind.Chinese()]
                : [s.SubmissionKind.Chinese()],
            CaseNumber.DisplayOf(s.CaseNumber),
            s.SupplementBy >= today ? s.SupplementBy : null
        ));
    }
}
