using Domain.Auditing;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>
/// Shows the names of a case in full to somebody who reaches it but does not work on it, for a reason. The audit log has it at once, the
/// case's trace too. Names of juvenile and family cases stay hidden.
/// </summary>
public sealed class RevealCaseNames(ICourtDb db, IAudit audit, TimeProvider clock)
{
    public const int ReasonMaxLength = 100;

    /// <exception cref="RefusedException"><c>case.out_of_reach</c>, <c>case.names_hidden</c>, <c>case.reveal_reason</c>.</exception>
    public Task Handle(Guid caseId, string reason, Actor by, CancellationToken ct)
    {
        var why = TypedText.Storable(reason);
        if (why.Length is 0 or > ReasonMaxLength)
            throw CaseErrors.RevealReason();
        return db.Change(
            async () =>
            {
                var @case = await db.CasesLookedUpBy(by).SingleOrDefaultAsync(c => c.Id == caseId, ct) ?? throw CaseErrors.OutOfReach();
                if (@case.IsSensitive)
                    throw CaseErrors.NamesHidden();
                var now = clock.GetUtcNow();
                var record = await db.Set<CaseRecord>().SingleOrDefaultAsync(r => r.Id == caseId, ct);
                // The trial system has not sent every case yet: its trace begins here.
                record ??= db.Set<CaseRecord>().Add(CaseRecord.Of(@case, now)).Entity;
                record.Revealed(@case, why, by, now);
                audit.Note(AuditEntry.Of(AuditKind.Revealed, "案件当事人", by, caseId, why));
            },
            ct
        );
    }
}
