using Domain.Attachments;
using Domain.Auditing;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService.Certificates;

/// <summary>Hands out a certificate that was issued, byte for byte.</summary>
public sealed partial class OpenCertificate(CourtDb db, IFileStore files, IAudit audit, TimeProvider clock, ILogger<OpenCertificate> log)
{
    /// <exception cref="RefusedException"><c>certificate.not_found</c>, <c>service.file_broken</c>.</exception>
    public async Task<(ServiceCertificate Certificate, Stream Pdf)> Handle(Guid id, Actor by, CancellationToken ct)
    {
        var visible = db.ServicesVisibleTo(by);
        var certificate =
            await db.Set<ServiceCertificate>()
                .AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == id && visible.Any(s => s.Id == c.ServiceId), ct)
            ?? throw CertificateErrors.NotFound();
        return (certificate, await Bytes(certificate, ct));
    }

    /// <summary>To the person who was served, as the clerk issued it. Nobody else learns that it is there.</summary>
    /// <param name="copyId">One of the documents of the service that it certifies.</param>
    /// <exception cref="RefusedException">
    /// <c>service.document_not_found</c> for what is not the reader's, <c>certificate.not_found</c>, <c>service.file_broken</c>.
    /// </exception>
    public async Task<(ServiceCertificate Certificate, Stream Pdf)> ForRecipient(
        Guid copyId,
        Guid id,
        ServiceReader reader,
        CancellationToken ct
    )
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        var serviceId = await reading
            .CopiesIn(db)
            .Where(r => r.Copy.Id == copyId)
            .Select(r => (Guid?)r.Copy.ServiceId)
            .SingleOrDefaultAsync(ct);
        if (serviceId is null || reading.IsForwarded(copyId)) // the agent was given the document, not the recipient's addresses
            throw ServiceErrors.DocumentNotFound();
        var certificate =
            await db.Set<ServiceCertificate>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ServiceId == serviceId, ct)
            ?? throw CertificateErrors.NotFound();
        var bytes = await Bytes(certificate, ct);
        audit.Note(AuditEntry.Of(AuditKind.FileOpened, certificate.Kind.Chinese(), reading.By, serviceId, certificate.Number));
        return (certificate, bytes);
    }

    private async Task<Stream> Bytes(ServiceCertificate certificate, CancellationToken ct)
    {
        if (await files.Holds(certificate.Sha256, ct))
            return await files.Open(certificate.Sha256, ct);
        Broken(log, certificate.Number);
        throw CertificateErrors.FileBroken();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The bytes of certificate {Number} are gone or not the ones that were issued")]
    private static partial void Broken(ILogger log, string number);
}
