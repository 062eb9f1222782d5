using Domain.Attachments;
using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Bindings;

/// <summary>Requests as the phone shows them; the person is in every query.</summary>
public sealed class LitigantBindingQueries(CourtDb db, ICalendars calendars, BindingSettings settings, TimeProvider clock)
{
    /// <summary>More than a person can act in at once; the rest are of closed cases.</summary>
    private const int MostGiven = 100;

    public async Task<BindingTerms> Terms(CancellationToken ct)
    {
        var reading = await Reading(ct);
        var today = ChinaTime.DayOf(reading.Now);
        var due = settings.Ladder(reading.Calendar, reading.Now).Due;
        return new(
            reading.Read(due.Day, due.Provisional, today),
            [
                .. Enum.GetValues<AgentKind>()
                    .Select(k => new AgentKindChoice(
                        k,
                        k.Chinese(),
                        k.IsLicensed(),
                        Papers(k, k.PapersOf()),
                        Papers(k, Enum.GetValues<PaperKind>().Except(k.PapersOf()).Where(p => p == PaperKind.Licence))
                    )),
            ],
            [.. CaseAgentWords.AllItems.Select(i => new AuthorityItemChoice(i, i.Chinese()))]
        );
    }

    /// <param name="after">Null begins with the newest.</param>
    public async Task<LitigantBindingPage> List(Actor by, Cursor? after, int limit, CancellationToken ct)
    {
        var found = await Whole(db.OwnBindings(by).NewestFirst(after, b => b.AskedAt, b => b.Id, limit))
            .OrderByDescending(b => b.AskedAt)
            .ThenByDescending(b => b.Id)
            .ToListAsync(ct);
        var items = await Views([.. found.Take(limit)], ct);
        return new(
            items,
            found.Count > limit ? new Cursor(found[limit - 1].AskedAt, found[limit - 1].Id).For(LitigantLists.Bindings) : null
        );
    }

    /// <exception cref="RefusedException"><c>case_binding.not_found</c>, also for another person's.</exception>
    public async Task<LitigantBinding> Detail(Guid id, Actor by, CancellationToken ct)
    {
        var binding =
            await Whole(db.OwnBindings(by).Where(b => b.Id == id)).SingleOrDefaultAsync(ct) ?? throw CaseBinding.Declared.Errors.NotFound();
        return (await Views([binding], ct)).Single();
    }

    /// <summary>Who acts for me, the newest first.</summary>
    public async Task<GivenAuthorities> Given(Actor by, CancellationToken ct)
    {
        var found = await db.BindingsGivenBy(by)
            .AsNoTracking()
            .OrderByDescending(b => b.AskedAt)
            .ThenByDescending(b => b.Id)
            .Take(MostGiven)
            .ToListAsync(ct);
        return new([
            .. found.Select(b => new GivenAuthority(
                b.Id,
                b.Number,
                CaseNumber.DisplayOf(b.CaseNumber),
                Masking.NameForSelf(b.AgentName),
                b.AgentKind.Chinese(),
                Authority(b),
                EndsOn(b)
            )),
        ]);
    }

    private static IQueryable<CaseBinding> Whole(IQueryable<CaseBinding> bindings) =>
        bindings.AsNoTracking().Include(b => b.Entries).Include(b => b.Papers).AsSplitQuery();

    private async Task<List<LitigantBinding>> Views(List<CaseBinding> bindings, CancellationToken ct)
    {
        var ids = bindings.ConvertAll(b => (Guid?)b.Id);
        var courts = bindings.Select(b => b.CourtId).Distinct().ToList();
        var names = await db.Set<Court>().Where(c => courts.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.FullName, ct);
        var files = await db.Set<Attachment>()
            .AsNoTracking()
            .Where(a => a.SubjectKind == SubjectKind.CaseBinding && ids.Contains(a.SubjectId))
            .ToDictionaryAsync(a => a.Id, ct);
        var due = await Reading(ct);
        return bindings.ConvertAll(b => View(b, names[b.CourtId], files, due));
    }

    private static LitigantBinding View(CaseBinding b, string court, Dictionary<Guid, Attachment> files, DueReading due)
    {
        var entries = b.Entries.OrderBy(e => e.At).ThenBy(e => e.Id).ToList();
        var isAwaited = b.State == BindingState.AwaitingRequester;
        return new LitigantBinding
        {
            Id = b.Id,
            Number = b.Number,
            CaseNumber = CaseNumber.DisplayOf(b.CaseNumber),
            PartyName = Masking.NameForSelf(b.PartyName),
            CourtName = Wording.Court(court),
            KindName = b.AgentKind.Chinese(),
            PaperAuthorityName = b.PaperAuthority.Chinese(),
            State = b.State,
            StateText = StateText(b),
            AskedText = Moment.Full(b.AskedAt),
            AnswerBy = due.Read(b.DueDay, b.DueIsProvisional, b.StartedOn ?? ChinaTime.DayOf(b.AskedAt), b.ClosedAt),
            Needs = isAwaited ? entries.FindLast(e => e.Kind == EntryKind.Interim)?.Text.Split('\n') ?? [] : [],
            SupplementBy = b.SupplementBy is { } day ? new CountedDay(day, b.SupplementByIsProvisional).Words : null,
            Outcome = entries.FindLast(e => e.Kind == EntryKind.Answer)?.Text,
            AuthorityName = Authority(b),
            EndsOnText = EndsOn(b),
            EndedText = b.EndedAt is { } at ? $"{Moment.Full(at)}，{b.EndedBy!.Value.Chinese()}" : null,
            Papers =
            [
                .. b
                    .Papers.OrderBy(p => p.Kind)
                    .ThenBy(p => p.AttachmentId)
                    .Select(p => new BindingPaperView(p.Kind, b.AgentKind.NameOf(p.Kind), AttachmentView.Of(files[p.AttachmentId]))),
            ],
            PaperKinds = isAwaited ? Papers(b.AgentKind, Enum.GetValues<PaperKind>()) : [],
            Urge = UrgeOf(b, due),
            CanSupplement = isAwaited,
            CanEnd = !b.IsClosed || b.State == BindingState.Approved,
            EnteredByCourt = b.ClosedAt == b.AskedAt,
            Version = b.Version,
        };
    }

    private static List<PaperChoice> Papers(AgentKind kind, IEnumerable<PaperKind> papers) =>
        [.. papers.Select(p => new PaperChoice(p, kind.NameOf(p)))];

    private static string Authority(CaseBinding b) =>
        b.Authority is not { } authority ? "" : authority.Chinese() + (b.BoundItems == 0 ? "" : "：" + b.BoundItems.Chinese());

    private static string? EndsOn(CaseBinding b) => b.EndsOn is { } day ? ChinaTime.DayWithYear(day) : null;

    private static string StateText(CaseBinding b) =>
        b.State switch
        {
            BindingState.ToReview => "法院在核对",
            BindingState.AwaitingRequester => "要您补",
            BindingState.Approved => "已绑定",
            BindingState.Refused => "没通过",
            _ => b.EndedBy == BindingEnd.TakenBack ? "已撤回" : "已解除",
        };

    private static UrgeView UrgeOf(CaseBinding b, DueReading due)
    {
        var reason =
            b.IsClosed ? "法院已经答复，不用再催"
            : b.State == BindingState.AwaitingRequester ? "法院在等您补材料"
            : b.UrgeRefusal(due.Calendar, due.Now)?.Message;
        return new UrgeView(reason is null, b.UrgeCount, reason);
    }

    private async Task<DueReading> Reading(CancellationToken ct) => new(await calendars.Current(ct), clock.GetUtcNow());
}
