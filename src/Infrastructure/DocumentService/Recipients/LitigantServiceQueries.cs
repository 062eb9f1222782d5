using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>Served documents as their recipients see them; the reader is in every query.</summary>
public sealed class LitigantServiceQueries(CourtDb db, DocumentWords words, ICalendars calendars, TimeProvider clock)
{
    /// <summary>
    /// What waits begins with the services that ask for something by a day or decide something, and ends with mere notices; all else is
    /// the newest first. Within a service the documents are as the clerk put them.
    /// </summary>
    /// <param name="waiting">Those that wait for a signature, or all others; null for both.</param>
    /// <param name="typed">To find some of them; see <see cref="SearchWords"/>.</param>
    /// <param name="after">Null begins with the newest.</param>
    public async Task<DocumentPage> List(
        ServiceReader reader,
        bool? waiting,
        Guid? caseId,
        string? typed,
        Cursor? after,
        int limit,
        CancellationToken ct
    )
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        var mine = reading.CopiesIn(db);
        var toSign = ToSign(reading, mine);
        var copies = waiting switch
        {
            true => toSign,
            false => Others(reading, mine),
            null => mine.Where(r => r.Copy.SignedAt != null || r.Copy.WithdrawnAt == null),
        };
        copies = copies.Matching(db, typed);
        if (caseId is { } of)
            copies = copies.Where(r => r.Service.CaseId == of);
        List<DocumentKind> notices = waiting == true ? words.Notices : [];
        var found = await Found(copies.ImportantFirst(after, notices, limit), notices)
            .OrderByDescending(r => r.Asks)
            .ThenByDescending(r => r.BegunAt)
            .ThenByDescending(r => r.Copy.ServiceId)
            .ThenBy(r => r.Copy.Position)
            .AsNoTracking()
            .ToListAsync(ct);
        var rows = await Rows(reading, mine, [.. found.Take(limit)], ct);
        var next =
            found.Count > limit && found[limit - 1] is var last
                ? DocumentOrder
                    .After(last.Asks, last.BegunAt, last.Copy.ServiceId, last.Copy.Position)
                    .For(LitigantLists.Documents(waiting))
                : null;
        return new DocumentPage(rows, next, await toSign.CountAsync(ct), reading.IsVerified);
    }

    /// <summary>The cases that have documents, the one with the newest first. A person's cases with documents are few enough for one answer.</summary>
    public async Task<IReadOnlyList<DocumentCase>> Cases(ServiceReader reader, CancellationToken ct)
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        List<Guid> forwarded = [.. reading.Forwarded.Keys];
        var groups = await reading
            .CopiesIn(db)
            .GroupBy(r => r.Service.CaseId)
            .Select(g => new
            {
                CaseId = g.Key,
                Documents = g.Count(r => r.Copy.WithdrawnAt == null || r.Copy.SignedAt != null),
                ToSign = g.Count(r => r.Copy.SignedAt == null && r.Copy.WithdrawnAt == null && !forwarded.Contains(r.Copy.Id)),
                Last = g.Max(r => r.Service.BegunAt),
            })
            .Where(g => g.Documents > 0)
            .ToListAsync(ct);
        var ids = groups.Select(g => g.CaseId).ToList();
        var cases = await (
            from c in db.Set<Case>().Include(c => c.Parties)
            join court in db.Set<Court>() on c.CourtId equals court.Id
            where ids.Contains(c.Id)
            select new { Case = c, court.FullName }
        )
            .AsNoTracking()
            .ToDictionaryAsync(c => c.Case.Id, ct);
        var parties = await reading
            .Services.Where(s => s.AgentId == null)
            .Select(s => new
            {
                s.CaseId,
                s.PartyId,
                s.Id,
            })
            .Distinct()
            .ToListAsync(ct);
        var own = parties
            .Where(p => !reading.Forwarded.Values.Contains(p.Id))
            .GroupBy(p => p.CaseId)
            .ToDictionary(g => g.Key, g => g.First().PartyId);
        var texts = await Texts(ct);
        return
        [
            .. groups
                .OrderByDescending(g => g.Last)
                .Select(g => new DocumentCase(
                    g.CaseId,
                    CaseNumber.DisplayOf(cases[g.CaseId].Case.Number),
                    CaseRow.TitleFor(cases[g.CaseId].Case, own.TryGetValue(g.CaseId, out var party) ? party : null),
                    Wording.Court(cases[g.CaseId].FullName),
                    g.Documents,
                    g.ToSign,
                    texts.Day(ChinaTime.DayOf(g.Last))
                )),
        ];
    }

    /// <summary>What is to be done with documents: sign for them, keep a period that runs. What has a day comes first, by that day.</summary>
    /// <param name="caseId">Null for those of all cases.</param>
    internal async Task<IReadOnlyList<DocumentToDo>> ToDo(ServiceReader reader, Guid? caseId, int limit, CancellationToken ct)
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        var mine = reading.CopiesIn(db);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        List<Guid> forwarded = [.. reading.Forwarded.Keys];
        var copies = mine.Where(r =>
            r.Copy.WithdrawnAt == null && (r.Copy.LimitEndsOn >= today || (r.Copy.SignedAt == null && !forwarded.Contains(r.Copy.Id)))
        );
        if (caseId is { } of)
            copies = copies.Where(r => r.Service.CaseId == of);
        var found = await Found(copies, words.Notices)
            .OrderBy(r => r.Copy.LimitEndsOn >= today ? r.Copy.LimitEndsOn : DateOnly.MaxValue)
            .ThenByDescending(r => r.Asks)
            .ThenByDescending(r => r.BegunAt)
            .ThenByDescending(r => r.Copy.ServiceId)
            .ThenBy(r => r.Copy.Position)
            .Take(limit)
            .AsNoTracking()
            .ToListAsync(ct);
        var texts = await Texts(ct);
        var rows = await Rows(reading, mine, found, ct);
        return
        [
            .. found
                .Zip(rows)
                .Select(f =>
                    texts.LimitLine(f.First.Copy) is { } line && f.First.Copy.LimitEndsOn is { } ends
                        ? new DocumentToDo(f.Second, ends, line, texts.Left(ends))
                        : new DocumentToDo(f.Second, null, null, null)
                ),
        ];
    }

    /// <summary>How many wait for a signature.</summary>
    public async Task<int> Waiting(ServiceReader reader, CancellationToken ct)
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        return await ToSign(reading, reading.CopiesIn(db)).CountAsync(ct);
    }

    /// <summary>Periods that run for the reader, and judgments that have reached them: what cases say by when.</summary>
    /// <param name="cases">Null for the periods of all.</param>
    internal async Task<List<CasePaper>> OfCases(ServiceReader reader, List<Guid>? cases, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var copies = (await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct)).CopiesIn(db).Where(r => r.Copy.WithdrawnAt == null);
        copies = cases is null
            ? copies.Where(r => r.Copy.LimitEndsOn >= today)
            : copies.Where(r =>
                cases.Contains(r.Service.CaseId)
                && (
                    r.Copy.LimitEndsOn >= today
                    || (r.Copy.Kind == DocumentKind.Judgment && (r.Copy.EffectiveOn != null || r.Copy.SignedAt != null))
                )
            );
        var found = await copies.Select(r => new { r.Service.CaseId, r.Copy }).AsNoTracking().ToListAsync(ct);
        var texts = await Texts(ct);
        return
        [
            .. found.Select(r => new CasePaper(
                r.CaseId,
                r.Copy,
                texts.LimitLine(r.Copy),
                r.Copy.LimitEndsOn is { } e ? texts.Left(e) : ""
            )),
        ];
    }

    /// <summary>Those of one case as its list of documents shows them, and how many of them wait for a signature.</summary>
    internal async Task<(int All, int ToSign)> CountIn(Guid caseId, ServiceReader reader, CancellationToken ct)
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        var its = reading.CopiesIn(db).Where(r => r.Service.CaseId == caseId);
        var all = await its.CountAsync(r => r.Copy.SignedAt != null || r.Copy.WithdrawnAt == null, ct);
        return (all, await ToSign(reading, its).CountAsync(ct));
    }

    /// <summary>All of the reader's, signed for or not.</summary>
    public async Task<int> Count(ServiceReader reader, CancellationToken ct) =>
        await (await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct)).CopiesIn(db).CountAsync(ct);

    /// <summary>Looking at this opens nothing.</summary>
    /// <param name="documentOrService">A service, as notices name it, stands for its first document that waits, or its first.</param>
    /// <exception cref="RefusedException"><c>service.document_not_found</c>, also for another person's.</exception>
    public async Task<DocumentView> Detail(Guid documentOrService, ServiceReader reader, CancellationToken ct)
    {
        var reading = await DocumentReading.Of(db, reader, clock.GetUtcNow(), ct);
        var found =
            await reading
                .CopiesIn(db)
                .Where(r => r.Copy.Id == documentOrService || r.Copy.ServiceId == documentOrService)
                .OrderBy(r => r.Copy.SignedAt != null)
                .ThenBy(r => r.Copy.Position)
                .Select(r => new { r.Copy.Id, r.Copy.ServiceId })
                .FirstOrDefaultAsync(ct)
            ?? throw ServiceErrors.DocumentNotFound();
        var (copyId, id) = (found.Id, found.ServiceId);
        var service = await db.Set<Service>()
            .AsNoTracking()
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .SingleAsync(s => s.Id == id, ct);
        var copy = service.Copies.Find(c => c.Id == copyId)!;
        var names = await DocumentNames.Of(reading.CopiesIn(db), [service.CaseId], ct);
        var documentIds = service.Copies.Select(c => c.DocumentId).ToList();
        var documents = await db.Set<ServedDocument>()
            .AsNoTracking()
            .Where(d => documentIds.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, ct);
        var view = new DocumentViewing(service, copy, reading.IsForwarded(copyId))
        {
            Document = documents[copy.DocumentId],
            Names = service.Copies.ToDictionary(c => c.Id, c => names.Of(service.CaseId, c.Title, documents[c.DocumentId].Serial)),
            Case = await db.Set<Case>().AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == service.CaseId, ct),
            Court = await db.Set<Court>().AsNoTracking().SingleAsync(c => c.Id == service.CourtId, ct),
            Agents = await db.Set<CaseAgent>()
                .AsNoTracking()
                .Where(a => a.PartyId == service.PartyId && a.EndedAt == null && a.IdentityKey != "")
                .OrderBy(a => a.Name)
                .ToListAsync(ct),
            ForwardedTo = await db.Set<ServiceForward>()
                .Where(f => f.ServiceId == id && f.DocumentId == copy.DocumentId)
                .Select(f => f.AgentId)
                .ToListAsync(ct),
            Certificates = await db.Standing().Where(c => c.ServiceId == id).OrderBy(c => c.Kind).ToListAsync(ct),
            Trace = await db.Set<TraceRow>()
                .AsNoTracking()
                .Where(t => t.SubjectId == id)
                .OrderByDescending(t => t.Sequence)
                .ToListAsync(ct),
        };
        return view.As(await Texts(ct), words.Of(copy.Kind));
    }

    /// <summary>What a link may say before the phone or address is proved.</summary>
    /// <exception cref="RefusedException"><c>document_link.not_found</c>.</exception>
    public async Task<DocumentLinkView> Link(string token, CancellationToken ct)
    {
        var attempt =
            await db.AttemptsByLink(token, clock.GetUtcNow()).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw ServedDocumentErrors.LinkNotFound();
        return attempt.Channel == ServiceChannel.Email
            ? new("email", Masking.Email(attempt.Address))
            : new("sms", Masking.Phone(attempt.Address));
    }

    /// <returns>The running visit that a token opens.</returns>
    public async Task<Guid?> Visit(string token, CancellationToken ct)
    {
        var hash = ServiceLinks.HashOf(token);
        return await db.RunningVisits(clock.GetUtcNow()).Where(v => v.TokenHash == hash).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(ct);
    }

    internal static string StateOf(bool isForwarded, ServiceCopy copy) =>
        copy.IsWithdrawn ? "withdrawn"
        : isForwarded ? "forwarded"
        : copy.SignedAt is null ? "toSign"
        : "signed";

    private static IQueryable<ReadableCopy> ToSign(DocumentReading reading, IQueryable<ReadableCopy> mine)
    {
        List<Guid> forwarded = [.. reading.Forwarded.Keys];
        return mine.Where(r => r.Copy.SignedAt == null && r.Copy.WithdrawnAt == null && !forwarded.Contains(r.Copy.Id));
    }

    private static IQueryable<ReadableCopy> Others(DocumentReading reading, IQueryable<ReadableCopy> mine)
    {
        List<Guid> forwarded = [.. reading.Forwarded.Keys];
        return mine.Where(r => r.Copy.SignedAt != null || (forwarded.Contains(r.Copy.Id) && r.Copy.WithdrawnAt == null));
    }

    private IQueryable<FoundDocument> Found(IQueryable<ReadableCopy> copies, List<DocumentKind> notices) =>
        from r in copies
        join court in db.Set<Court>() on r.Service.CourtId equals court.Id
        join document in db.Set<ServedDocument>() on r.Copy.DocumentId equals document.Id
        select new FoundDocument
        {
            Copy = r.Copy,
            Asks = r.Service.Copies.Any(c => c.WithdrawnAt == null && !notices.Contains(c.Kind)),
            Serial = document.Serial,
            BegunAt = r.Service.BegunAt,
            CaseId = r.Service.CaseId,
            CaseNumber = r.Service.CaseNumber,
            PartyId = r.Service.AgentId == null ? r.Service.PartyId : null,
            Court = court.FullName,
        };

    /// <param name="mine">All that the reader may see.</param>
    private async Task<List<DocumentRow>> Rows(
        DocumentReading reading,
        IQueryable<ReadableCopy> mine,
        List<FoundDocument> found,
        CancellationToken ct
    )
    {
        var ids = found.Select(r => r.CaseId).Distinct().ToList();
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, ct);
        var services = found.Select(r => r.Copy.ServiceId).Distinct().ToList();
        var attempts = (await db.Set<ServiceAttempt>().AsNoTracking().Where(a => services.Contains(a.ServiceId)).ToListAsync(ct)).ToLookup(
            a => a.ServiceId
        );
        var names = await DocumentNames.Of(mine, ids, ct);
        var texts = await Texts(ct);
        return
        [
            .. found.Select(r => new DocumentRow(
                names.Of(r.CaseId, r.Copy.Title, r.Serial),
                Wording.Court(r.Court),
                CaseNumber.DisplayOf(r.CaseNumber),
                texts.Arrived(DocumentTravel.Of(r.Copy, [.. attempts[r.Copy.ServiceId]], r.BegunAt)),
                texts.Plain(r.Copy.Kind, cases[r.CaseId], r.Court),
                StateOf(reading.IsForwarded(r.Copy.Id), r.Copy),
                texts.LimitText(r.Copy)
            )
            {
                Id = r.Copy.Id,
                ServiceId = r.Copy.ServiceId,
                CaseId = r.CaseId,
                CaseTitle = CaseRow.TitleFor(cases[r.CaseId], reading.IsForwarded(r.Copy.Id) ? null : r.PartyId),
                Cause = cases[r.CaseId].Cause,
                Serial = r.Serial,
            }),
        ];
    }

    private async Task<DocumentTexts> Texts(CancellationToken ct) => new(words, await calendars.Current(ct), clock.GetUtcNow());
}
