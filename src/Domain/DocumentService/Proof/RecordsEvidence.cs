using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>What the ways of recording something of a service share: the request sent twice, the evidence kept beside the act.</summary>
public sealed class RecordsEvidence(ICourtDb db, ChangeService services)
{
    /// <param name="kind">Of <see cref="ServiceFacts"/>.</param>
    /// <param name="record">The verb of the service.</param>
    internal Task Once(GivenEvidence given, string kind, Action<Service, DateTimeOffset> record, Actor by, CancellationToken ct) =>
        Once(
            given,
            kind,
            (service, now) =>
            {
                record(service, now);
                return Task.CompletedTask;
            },
            by,
            ct
        );

    internal Task Once(GivenEvidence given, string kind, Func<Service, DateTimeOffset, Task> record, Actor by, CancellationToken ct) =>
        services.Handle(
            given.ServiceId,
            async (service, now) =>
            {
                if (await db.Set<ServiceEvidence>().AnyAsync(e => e.Id == given.Id, ct))
                    return;
                await record(service, now);
                if (await FileOf(given, by, ct) is { SubjectId: null } file)
                    file.BelongTo(SubjectKind.Service, service.Id);
                db.Set<ServiceEvidence>()
                    .Add(
                        new ServiceEvidence
                        {
                            Id = given.Id,
                            ServiceId = service.Id,
                            AttemptId = given.AttemptId,
                            Kind = kind,
                            Words = TypedText.Storable(given.Words),
                            AttachmentId = given.AttachmentId,
                            AddedAt = now,
                            AddedByName = by.Name,
                        }
                    );
            },
            by,
            ct
        );

    private async Task<Attachment?> FileOf(GivenEvidence given, Actor by, CancellationToken ct) =>
        given.AttachmentId is not { } id
            ? null
            : await db.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == id && a.UploadedById == by.Id, ct)
                ?? throw AttachmentErrors.NotFound();
}
