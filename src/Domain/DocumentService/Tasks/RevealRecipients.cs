using Domain.Auditing;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// Shows names, numbers and addresses of everybody of a service in full to who is about to confirm it, for one reason. The audit log has
/// it at once; when the service is confirmed, its trace says so too.
/// </summary>
public sealed class RevealRecipients(ICourtDb db, IAudit audit, TimeProvider clock)
{
    /// <param name="taskId">As the page made it; the task need not be there yet.</param>
    /// <exception cref="RefusedException"><c>serving.case_not_found</c>, <c>service.reason_missing</c>, <c>service.text_too_long</c>.</exception>
    public async Task<RecipientsRevealed> Handle(Guid taskId, IReadOnlyList<Guid> caseIds, string reason, Actor by, CancellationToken ct)
    {
        var why = ServiceTexts.Reason(reason);
        if (caseIds.Count == 0 || await db.ServableBy(by).CountAsync(c => caseIds.Contains(c.Id), ct) != caseIds.Count)
            throw ServingErrors.CaseNotFound();
        audit.Note(
            caseIds is [var only]
                ? AuditEntry.Of(AuditKind.Revealed, "受送达人", by, only, why)
                : AuditEntry.Of(AuditKind.Revealed, "受送达人", by, taskId, $"{caseIds.Count} 个案件：{why}")
        );
        return new RecipientsRevealed(clock.GetUtcNow(), why);
    }
}

/// <summary>Who confirmed had everybody's name, number and address in full before them, and why they asked for it.</summary>
public sealed record RecipientsRevealed(DateTimeOffset At, string Reason);
