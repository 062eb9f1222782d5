using Domain.Auditing;
using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>Shows an account number in full to who decides, for a reason. The audit log has it at once, the submission's trace too.</summary>
public sealed class RevealAccount(ICourtDb db, ISecretSeal seal, IAudit audit, TimeProvider clock)
{
    public const int ReasonMaxLength = 100;

    public async Task<string> Handle(Guid id, string fieldKey, string reason, Actor by, CancellationToken ct)
    {
        var why = TypedText.Storable(reason);
        if (why.Length is 0 or > ReasonMaxLength)
            throw SubmissionErrors.RevealReason();
        var closed = "";
        await db.Change(
            db.SubmissionsVisibleTo(by).Include(s => s.Answers),
            id,
            async submission =>
            {
                closed = submission.RevealAccount(fieldKey, why, await db.Reviewer(submission, by, ct), clock.GetUtcNow());
                audit.Note(AuditEntry.Of(AuditKind.Revealed, "退费账号", by, id, why));
            },
            ct
        );
        return seal.Open(closed, id);
    }
}
