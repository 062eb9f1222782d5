using Domain.Calendar;
using Domain.Cases;
using Domain.Litigants;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Submissions;

/// <summary>What a person can hand in and apply for: in one case, and in all of theirs.</summary>
public sealed class LitigantKindQueries(
    CourtDb db,
    LitigantCaseQueries cases,
    ISubmissionAvailability availability,
    SubmissionSettings settings,
    ICalendars calendars,
    TimeProvider clock
)
{
    /// <summary>All kinds of one case, also those that cannot be done today, with why.</summary>
    /// <exception cref="RefusedException"><c>submission.case_not_found</c>, <c>litigant.not_verified</c>.</exception>
    public async Task<CaseKinds> Of(Guid caseId, Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        if (!me.IsVerified)
            throw LitigantErrors.NotVerified();
        var found = await Whole(db.CasesOf(me).Where(c => c.Id == caseId)).SingleOrDefaultAsync(ct);
        return found is null || StandingOf(found, me) is not { } standing
            ? throw SubmissionErrors.CaseNotFound()
            : (await Kinds([standing], SubmissionKinds.All, by, ct)).Single();
    }

    /// <summary>能申请的事, of the newest filed cases first; of each what comes into question there.</summary>
    public async Task<ApplicationPage> Applications(Actor by, Cursor? after, int limit, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var page = await cases.Newest(me, db.CasesOf(me), after, limit, ct);
        var standings = page.Rows.Select(k => StandingOf(k.Case, me)).OfType<StandingIn>().ToList();
        var rules = SubmissionKinds.All.Where(r => r.Group == SubmissionGroup.Application).ToList();
        var kinds = await Kinds(standings, rules, by, ct);
        return new ApplicationPage([.. kinds.Where(c => c.Kinds.Count > 0)], page.Next?.For(LitigantLists.Applications));
    }

    private async Task<List<CaseKinds>> Kinds(
        IReadOnlyList<StandingIn> standings,
        IReadOnlyList<KindRule> rules,
        Actor by,
        CancellationToken ct
    )
    {
        var answers = await availability.Of([.. standings.Select(s => (s.Case, s.Party))], [.. rules.Select(r => r.Kind)], by, ct);
        var parties = standings.Select(s => s.Party.Id).ToList();
        var due = new DueReading(await calendars.Current(ct), clock.GetUtcNow());
        var open = (
            await db.Set<Submission>().Where(s => parties.Contains(s.PartyId) && s.ClosedAt == null).AsNoTracking().ToListAsync(ct)
        ).ToLookup(s => (s.CaseId, s.SubmissionKind));
        return
        [
            .. standings.Select(s => new CaseKinds(
                new SubmissionCase(s.Case.Id, CaseNumber.DisplayOf(s.Case.Number), s.Title),
                [
                    .. rules
                        .Select(r => (Rule: r, Answer: answers[(s.Case.Id, r.Kind)]))
                        .Where(k => k.Answer.Applies)
                        .Select(k => View(k.Rule, k.Answer, s, Open(open[(s.Case.Id, k.Rule.Kind)].MaxBy(o => o.SentAt), due))),
                ]
            )),
        ];
    }

    private static OpenSubmissionView? Open(Submission? waiting, DueReading due) =>
        waiting is null ? null : new(waiting.Id, waiting.Number, waiting.State, LitigantSubmissionQueries.AnswerBy(waiting, due));

    private KindView View(KindRule rule, Availability answer, StandingIn standing, OpenSubmissionView? open)
    {
        var today = Today;
        var needsAuthority = rule.Authority != AuthorityItems.None && standing.Agent is not null;
        var lacksAuthority = needsAuthority && !standing.Agent!.May(rule.Authority, today);
        var isTaken = open is not null && rule.Kind.IsOneAtATime();
        return new KindView
        {
            Kind = rule.Kind,
            Group = rule.Group,
            Title = rule.Title,
            Plainly = rule.Plainly,
            CanAct = answer.CanAct && !lacksAuthority && !isTaken,
            Why =
                !answer.CanAct ? answer.Why
                : lacksAuthority ? $"要委托书写明“{rule.Authority.Chinese()}”，您的委托书没有写，请委托人本人办。"
                : isTaken ? "已经交了，法院在办。"
                : answer.Note,
            From = answer.From,
            Until = answer.Until,
            UntilText = answer.Until is { } until
                ? ChinaTime.Day(until, today.Year) + new Domain.Calendar.CountedDay(until, answer.IsProvisional).Mark
                : null,
            DaysLeft = answer.Until is { } last ? last.DayNumber - today.DayNumber : null,
            Rule = answer.Rule,
            Fee = answer.Fee,
            Decider = rule.DecidedBy,
            WorkingDays = settings.LimitsOf(rule.Kind).Days,
            NeedsSpecialAuthority = needsAuthority,
            Parts = [.. rule.Parts.Select(p => new PartView(p.Key, p.Title, p.IsRequired, p.Hint, p.IsForm))],
            Fields =
            [
                .. rule.Fields.Select(f => new FieldView(f.Key, f.Label, f.Type, f.IsRequired, f.Hint, f.MaxLength, f.Options, f.IsOfForm)),
            ],
            HasForm = rule.HasForm,
            Reckoning = [.. answer.Reckoning.Select(l => new ReckoningLine(l.What, l.Result))],
            Open = open,
            Known = answer.Known,
        };
    }

    private StandingIn? StandingOf(Case @case, Litigant me) =>
        @case
            .Parties.OrderBy(p => p.Position)
            .SelectMany(p => p.ActedForBy(me.IdentityKey!, Today).Select(a => new StandingIn(@case, p, a)))
            .OrderBy(s => s.Agent is not null)
            .FirstOrDefault();

    private static IQueryable<Case> Whole(IQueryable<Case> found) =>
        found.AsNoTracking().Include(c => c.Parties).ThenInclude(p => p.Agents);

    private Task<Litigant> Me(Actor by, CancellationToken ct) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <param name="Agent">Null for the party in person.</param>
    private sealed record StandingIn(Case Case, CaseParty Party, CaseAgent? Agent)
    {
        public string Title => CaseRow.TitleFor(Case, Agent is null ? Party.Id : null);
    }
}
