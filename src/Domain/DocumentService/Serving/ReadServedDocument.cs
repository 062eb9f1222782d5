using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Hands a document out, byte for byte as it was frozen, to a person whose identity is known. Every opening is a fact.</summary>
public sealed class ReadServedDocument(ICourtDb db, IFileStore files, ConcludeServices conclude, TimeProvider clock)
{
    /// <summary>A reader fetches one file in several pieces; within this time they are one opening.</summary>
    private static readonly TimeSpan s_oneOpening = TimeSpan.FromMinutes(10);

    /// <param name="isContinued">The call asks for a later piece of a file that the same person has just opened.</param>
    /// <returns>The caller disposes of the stream.</returns>
    /// <exception cref="RefusedException"><c>service.document_not_found</c>, also for what is not the reader's; <c>service.withdrawn</c>.</exception>
    public async Task<(ServedDocument Document, Stream Bytes)> Handle(
        Guid copyId,
        bool isContinued,
        ServiceReader reader,
        CancellationToken ct
    )
    {
        ServedDocument? document = null;
        Stream? bytes = null;
        await db.ChangeService(
            conclude,
            reader,
            clock,
            copyId,
            async (reading, service, copy, now) =>
            {
                if (copy.IsWithdrawn)
                    throw ServiceErrors.Withdrawn();
                document = await db.Set<ServedDocument>().AsNoTracking().SingleAsync(d => d.Id == copy.DocumentId, ct);
                bytes ??= await files.Open(document.Sha256, ct); // before the fact: a damaged store opens nothing
                if (isContinued && await JustOpened(service.Id, reading.By, now, ct))
                    return false;
                if (reading.IsForwarded(copyId))
                    service.ReadByAgent(copy.DocumentId, reading.Evidence, reading.By, now);
                else
                    service.Open(copy.DocumentId, reading.Via, reading.Evidence, reading.By, now, reading.AttemptId);
                return true;
            },
            ct
        );
        return (document!, bytes!);
    }

    private Task<bool> JustOpened(Guid serviceId, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - s_oneOpening;
        return db.Set<TraceRow>()
            .AnyAsync(
                t =>
                    t.SubjectId == serviceId
                    && t.ActorId == by.Id
                    && t.At > since
                    && (t.Kind == ServiceFacts.Opened || t.Kind == ServiceFacts.ReadByAgent),
                ct
            );
    }
}
