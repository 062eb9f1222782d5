using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>Puts a new version of a text in force: whoever comes next is asked to agree to it.</summary>
public sealed class PublishAgreement(ICourtDb db, TimeProvider clock)
{
    /// <param name="written">The first line is the title.</param>
    /// <exception cref="RefusedException"><c>agreement.text_invalid</c>.</exception>
    public Task<Agreement> Handle(AgreementKind kind, string written, CancellationToken ct)
    {
        var (title, text) = Agreement.Read(written) ?? throw LitigantErrors.AgreementTextInvalid();
        return db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                var latest = await db.Set<Agreement>().Where(a => a.Kind == kind).MaxAsync(a => (int?)a.Version, ct) ?? 0;
                var published = new Agreement
                {
                    Id = Guid.CreateVersion7(now),
                    Kind = kind,
                    Version = latest + 1,
                    Title = title,
                    Text = text,
                    PublishedAt = now,
                };
                db.Set<Agreement>().Add(published);
                return published;
            },
            ct
        );
    }
}
