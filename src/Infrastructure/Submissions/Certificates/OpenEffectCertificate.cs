using Domain.Attachments;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Submissions;

/// <summary>Hands out a 生效证明, byte for byte, to the party's own people and to the court.</summary>
public sealed class OpenEffectCertificate(CourtDb db, IFileStore files, TimeProvider clock)
{
    /// <param name="submissionId">Of the application.</param>
    /// <exception cref="RefusedException"><c>effect_certificate.not_found</c>.</exception>
    public async Task<(EffectCertificate Certificate, Stream Pdf)> Handle(Guid submissionId, Actor by, CancellationToken ct)
    {
        var own = by.Kind == ActorKind.Litigant ? db.OwnSubmissions(by, ChinaTime.DayOf(clock.GetUtcNow())) : db.SubmissionsReadBy(by);
        var certificate =
            await db.Set<EffectCertificate>()
                .AsNoTracking()
                .SingleOrDefaultAsync(c => c.SubmissionId == submissionId && own.Any(s => s.Id == submissionId), ct)
            ?? throw EffectCertificateErrors.NotFound();
        return (certificate, await files.Open(certificate.Sha256, ct));
    }
}
