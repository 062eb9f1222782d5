using System.Globalization;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>Reads what is known of many cases with one query for each table.</summary>
public sealed class ReadStandings(ICourtDb db, ICalendars calendars, TimeProvider clock)
{
    private static readonly DocumentKind[] s_kinds =
    [
        DocumentKind.Complaint,
        DocumentKind.AppealPetition,
        DocumentKind.Judgment,
        DocumentKind.Ruling,
        DocumentKind.MediationStatement,
    ];

    private static readonly CaseNodeKind[] s_nodes = [CaseNodeKind.Effective, CaseNodeKind.AppealSent];

    /// <param name="cases">With parties.</param>
    /// <returns>By case, one for each that was asked.</returns>
    public async Task<IReadOnlyDictionary<Guid, CaseStanding>> Of(
        IReadOnlyCollection<(Case Case, CaseParty Of)> cases,
        CancellationToken ct
    )
    {
        var (today, calendar) = (ChinaTime.DayOf(clock.GetUtcNow()), await calendars.Current(ct));
        List<Guid> ids = [.. cases.Select(c => c.Case.Id).Distinct()];
        var judgments = ByCase(await Read<EffectiveJudgment>(j => ids.Contains(j.CaseId), ct), j => j.CaseId);
        var copies = ByCase(await Copies(ids, ct), c => c.CaseId);
        var limits = ByCase(await Read<CaseLimit>(l => ids.Contains(l.CaseId) && l.Kind == CaseLimitKind.Evidence, ct), l => l.CaseId);
        var fees = ByCase(await Read<CaseFee>(f => ids.Contains(f.CaseId) && f.RemovedAt == null, ct), f => f.CaseId);
        var nodes = ByCase(
            await Read<CaseNode>(n => ids.Contains(n.CaseId) && s_nodes.Contains(n.Kind) && n.WithdrawnAt == null, ct),
            n => n.CaseId
        );
        var standing = ByCase(await Submissions(ids, ct), s => s.CaseId);
        return cases
            .DistinctBy(c => c.Case.Id)
            .ToDictionary(
                c => c.Case.Id,
                c => new CaseStanding(c.Case, c.Of, today, calendar)
                {
                    Judgments = [.. judgments[c.Case.Id]],
                    Copies = [.. copies[c.Case.Id]],
                    Limits = [.. limits[c.Case.Id]],
                    Fees = [.. fees[c.Case.Id]],
                    SaidEffectiveOn = nodes[c.Case.Id]
                        .Where(n => n.Kind == CaseNodeKind.Effective)
                        .Max(n => (DateOnly?)ChinaTime.DayOf(n.At)),
                    SentUpOn = nodes[c.Case.Id].Where(n => n.Kind == CaseNodeKind.AppealSent).Max(n => (DateOnly?)ChinaTime.DayOf(n.At)),
                    Appeals =
                    [
                        .. standing[c.Case.Id]
                            .Where(s => s.Kind == SubmissionKind.Appeal)
                            .Select(s => new StandingAppeal(s.PartyId, ChinaTime.DayOf(s.SentAt))),
                    ],
                    RefundsGranted =
                    [
                        .. standing[c.Case.Id]
                            .Where(s => s.Kind == SubmissionKind.FeeRefund)
                            .Select(s => (s.PartyId, decimal.Parse(s.Amount ?? "0", CultureInfo.InvariantCulture))),
                    ],
                }
            );
    }

    private Task<List<StandingCopy>> Copies(List<Guid> ids, CancellationToken ct) =>
        (
            from document in db.Set<ServedDocument>().AsNoTracking()
            join copy in db.Set<ServiceCopy>() on document.Id equals copy.DocumentId
            join service in db.Set<Service>() on copy.ServiceId equals service.Id
            where ids.Contains(document.CaseId) && s_kinds.Contains(document.Kind)
            select new StandingCopy(document.CaseId, service.PartyId, document.SourceSha256, copy)
        ).ToListAsync(ct);

    /// <summary>Appeals that were neither refused nor taken back, and refunds that the court agreed to.</summary>
    private async Task<List<Standing>> Submissions(List<Guid> ids, CancellationToken ct) =>
        await db.Set<Submission>()
            .Where(s => ids.Contains(s.CaseId))
            .Where(s =>
                (s.SubmissionKind == SubmissionKind.Appeal && AppealsHere.Standing.Contains(s.State))
                || (s.SubmissionKind == SubmissionKind.FeeRefund && s.State == SubmissionState.Accepted)
            )
            .Select(s => new Standing(
                s.SubmissionKind,
                s.CaseId,
                s.PartyId,
                s.SentAt,
                s.Answers.Where(a => a.Key == "amount").OrderByDescending(a => a.Round).Select(a => a.Value).FirstOrDefault()
            ))
            .ToListAsync(ct);

    private sealed record Standing(SubmissionKind Kind, Guid CaseId, Guid PartyId, DateTimeOffset SentAt, string? Amount);

    private Task<List<T>> Read<T>(System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken ct)
        where T : class => db.Set<T>().AsNoTracking().Where(which).ToListAsync(ct);

    private static ILookup<Guid, T> ByCase<T>(List<T> rows, Func<T, Guid> caseOf) => rows.ToLookup(caseOf);
}
