using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>The recipient wants the documents on paper too (CPL 90); the date of service stays.</summary>
public sealed class AskForPaper(ICourtDb db, ConcludeServices conclude, TimeProvider clock)
{
    public Task Handle(Guid copyId, ServiceReader reader, CancellationToken ct) =>
        db.ChangeService(
            conclude,
            reader,
            clock,
            copyId,
            (reading, service, copy, now) =>
            {
                if (reading.IsForwarded(copyId))
                    throw ServedDocumentErrors.NotToSign();
                if (copy.IsWithdrawn)
                    throw ServiceErrors.Withdrawn();
                if (service.PaperAskedAt is not null)
                    return Task.FromResult(false);
                service.AskForPaper(reading.By, now);
                return Task.FromResult(true);
            },
            ct
        );
}
