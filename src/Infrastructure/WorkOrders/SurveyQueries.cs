using Domain.Attachments;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Litigants;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>
/// What somebody who holds a survey link, the requester or not, may know of the order: as little as they need to rate; the answer
/// itself after the code.
/// </summary>
public sealed class SurveyQueries(CourtDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>survey.not_found</c>, whatever is wrong with the link.</exception>
    public async Task<SurveyView> Find(string token, CancellationToken ct)
    {
        var hash = SurveyToken.HashOf(token);
        var found = await (
            from order in db.Set<WorkOrder>().AsNoTracking()
            where order.SurveyTokenHash == hash
            join court in db.Set<Court>() on order.CourtId equals court.Id
            select new { Order = order, Court = court.FullName }
        ).SingleOrDefaultAsync(ct);
        if (found is not { Order: { ClosedAt: { } closed } order1 } || !order1.IsSurveyOpen(clock.GetUtcNow()))
            throw SurveyErrors.NotFound();
        return new SurveyView(
            order1.Number,
            order1.IsSensitive ? null : Wording.Court(found.Court),
            Moment.DayOnly(closed),
            order1.Satisfaction is not null,
            order1.SurveyPhone is { } phone ? Masking.Phone(phone) : null,
            order1.Id
        );
    }

    /// <summary>The newest answer of an order, for whoever <see cref="ReadAnswerByLink"/> has let in.</summary>
    public async Task<AnswerView> Answer(Guid orderId, CancellationToken ct)
    {
        var found = await (
            from order in db.Set<WorkOrder>().AsNoTracking().Include(o => o.Entries)
            where order.Id == orderId
            join court in db.Set<Court>() on order.CourtId equals court.Id
            select new { Order = order, Court = court.FullName }
        ).SingleAsync(ct);
        var files = await db.Set<Attachment>().AsNoTracking().Where(a => a.SubjectId == orderId).OrderBy(a => a.Id).ToListAsync(ct);
        return AnswerView.Of(
                found.Order,
                found.Court,
                files.Where(f => f.EntryId is not null).ToLookup(f => f.EntryId!.Value, AttachmentView.Of)
            ) ?? throw SurveyErrors.NotFound();
    }
}

/// <param name="CourtName">Null where the case allows nothing outside the court.</param>
/// <param name="AnsweredText">11 月 18 日.</param>
/// <param name="Rated">It was, in the mini-program or by the link: the answer can still be read.</param>
/// <param name="Phone">Where the code to the answer goes, masked; null where no mobile phone is known.</param>
/// <param name="WorkOrderId">For whoever signs in as its requester; it opens nothing to anybody else.</param>
public sealed record SurveyView(string Number, string? CourtName, string AnsweredText, bool Rated, string? Phone, Guid WorkOrderId);
