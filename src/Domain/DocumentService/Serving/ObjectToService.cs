using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>The recipient says that the documents are not theirs, or never came. The same again on the same day is recorded once.</summary>
public sealed class ObjectToService(ICourtDb db, ConcludeServices conclude, TimeProvider clock)
{
    public Task Handle(Guid copyId, ObjectionKind kind, string words, ServiceReader reader, CancellationToken ct) =>
        db.ChangeService(
            conclude,
            reader,
            clock,
            copyId,
            async (reading, service, copy, now) =>
            {
                if (reading.IsForwarded(copyId))
                    throw ServedDocumentErrors.NotToSign();
                if (kind == ObjectionKind.NotReceived && Service.WasSeen(copy))
                    throw ServedDocumentErrors.AlreadyOpened();
                var text = TypedText.Storable(words);
                var (me, since) = (reading.By.Id, now.AddDays(-1));
                var said = await db.Set<TraceRow>()
                    .AsNoTracking()
                    .Where(t => t.SubjectId == service.Id && t.Kind == ServiceFacts.Objected && t.ActorId == me && t.At > since)
                    .ToListAsync(ct);
                if (said.Select(t => t.Read<ObjectedData>()).Any(d => (d.Objection, d.Text) == (kind, text)))
                    return false;
                service.Object(kind, text, reading.Evidence, reading.By, now);
                return true;
            },
            ct
        );
}
