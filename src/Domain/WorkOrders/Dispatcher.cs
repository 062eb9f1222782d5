using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>
/// Finds the owner of a message (派单): the case's judge; without one the liaison officer of the case's division;
/// without a case the liaison officer of the court's filing division.
/// </summary>
public sealed class Dispatcher(ICourtDb db, Handlers handlers)
{
    public async Task<Owner> For(CaseOfMessage.Target target, CancellationToken ct) =>
        target.Judge
        ?? (target.Case is { } known ? await handlers.Liaison(known.DivisionId, ct) : null)
        ?? await ForCourt(target.CourtId, ct);

    public async Task<Owner> ForCase(Case @case, CancellationToken ct) =>
        (@case.JudgeId is { } judge ? await handlers.Judge(judge, @case.CourtId, ct) : null)
        ?? await handlers.Liaison(@case.DivisionId, ct)
        ?? await ForCourt(@case.CourtId, ct);

    /// <summary>The filing division's liaison officer; while that post is vacant, its head.</summary>
    public async Task<Owner> ForCourt(Guid courtId, CancellationToken ct)
    {
        if (await handlers.Filing(courtId, ct) is { } owner)
            return owner;
        throw await db.Set<Court>().AnyAsync(c => c.Id == courtId, ct) ? WorkOrderErrors.NobodyToAnswer() : WorkOrderErrors.CourtMissing();
    }
}
