using Domain.Litigants;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>The texts in force, and which of them a person has yet to agree to.</summary>
public sealed class AgreementQueries(CourtDb db)
{
    public async Task<IReadOnlyList<AgreementView>> InForce(CancellationToken ct) =>
        [
            .. (await Newest().ToListAsync(ct)).Select(a => new AgreementView(
                a.Id,
                a.Kind,
                a.Version,
                a.Title,
                ChinaTime.DayWithYear(ChinaTime.DayOf(a.PublishedAt)),
                a.Text
            )),
        ];

    public async Task<IReadOnlyList<AgreementName>> ToAccept(Actor by, CancellationToken ct) =>
        await Newest()
            .Where(a => !db.Set<AgreementConsent>().Any(c => c.LitigantId == by.Id && c.AgreementId == a.Id))
            .Select(a => new AgreementName(a.Id, a.Kind, a.Version, a.Title))
            .ToListAsync(ct);

    private IQueryable<Agreement> Newest() =>
        db.Set<Agreement>()
            .AsNoTracking()
            .Where(a => !db.Set<Agreement>().Any(later => later.Kind == a.Kind && later.Version > a.Version))
            .OrderBy(a => a.Kind);
}

/// <param name="Text">Paragraphs, one a line; a line that begins with <c>#</c> is a heading.</param>
public sealed record AgreementView(Guid Id, AgreementKind Kind, int Version, string Title, string PublishedText, string Text);

public sealed record AgreementName(Guid Id, AgreementKind Kind, int Version, string Title);
