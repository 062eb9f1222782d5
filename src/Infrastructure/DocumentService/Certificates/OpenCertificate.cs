using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService.Certificates;

/// <summary>Hands out a certificate that was issued, byte for byte.</summary>
public sealed partial class OpenCertificate(CourtDb db, IFileStore files, ILogger<OpenCertificate> log)
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
        if (await files.Holds(certificate.Sha256, ct))
            return (certificate, files.Open(certificate.Sha256));
        Broken(log, certificate.Number);
        throw CertificateErrors.FileBroken();
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The bytes of certificate {Number} are gone or not the ones that were issued")]
    private static partial void Broken(ILogger log, string number);
}
