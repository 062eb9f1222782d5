using Domain.Drafts;
using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The official answer (答复并办结). Of two who answer at once, one wins and the other is told who and when.</summary>
public sealed class AnswerWorkOrder(ICourtDb db, SurveyLinks surveys, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string text, IReadOnlyCollection<Guid> attachmentIds, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                var now = clock.GetUtcNow();
                order.Answer(entryId, text, await db.UnsentAttachments(attachmentIds, by, ct), by, division, now, surveys.New(now));
                await db.TakeDraft(DraftKey.Reply(id), by, ct);
            },
            ct,
            entryId
        );
    }
}
