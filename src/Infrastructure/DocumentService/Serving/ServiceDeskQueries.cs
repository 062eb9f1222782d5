using Domain.Attachments;
using Domain.Auditing;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Drafts;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Cases;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>What the screens of a new service read: cases to serve, their documents, and what is half done.</summary>
public sealed class ServiceDeskQueries(CourtDb db, IAudit audit, TimeProvider clock)
{
    private const int Size = 20;

    /// <summary>My cases with documents of the trial system that nobody has served, the longest waiting first.</summary>
    public async Task<Page<ServableCase>> ToServe(Cursor? after, Actor by, CancellationToken ct)
    {
        var waiting = db.Set<CaseDocument>().Where(d => d.ServedByTaskId == null);
        var cases = Mine(by)
            .Select(c => new { Case = c, Since = waiting.Where(d => d.CaseId == c.Id).Min(d => (DateTimeOffset?)d.ImportedAt) })
            .Where(x => x.Since != null);
        var page = await cases.EarliestFirst(after, x => x.Since, x => x.Case.Id).Select(x => new { x.Case.Id, x.Since }).ToListAsync(ct);
        var ids = page.ConvertAll(x => x.Id);
        var rows = await Rows(db.Set<Case>().Where(c => ids.Contains(c.Id)), by).ToDictionaryAsync(r => r.Id, ct);
        return Page<ServableCase>.Of(page.ConvertAll(x => rows[x.Id] with { Since = x.Since }), r => new Cursor(r.Since!.Value, r.Id));
    }

    /// <summary>Any case that the person may serve: by number as people type it, or by the whole name of a party or agent.</summary>
    /// <returns>The newest first, and what to say to who typed it.</returns>
    public async Task<(Page<ServableCase> Page, string Message)> Find(string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("待送达案件", typed, by, after);
        var text = TypedText.Normalise(typed);
        if (text.Length == 0)
            return (new([], null), "请输入案号或者当事人姓名");
        var cases = db.ServableBy(by);
        var message = "";
        if (text.Any(char.IsDigit))
        {
            var year = ChinaTime.DayOf(clock.GetUtcNow()).Year;
            var keys = await db.CaseKeysOfSerial(text, year, by, ct);
            if (keys.Count == 0)
            {
                var read = CaseNumber.ReadAll(text, year);
                (keys, message) = ([.. read.Select(r => r.CaseKey).OfType<string>()], read is [var only] ? only.Message : "");
            }

            cases = cases.Where(c => keys.Contains(c.Number));
        }
        else
        {
            var named = db.CasesOf(p => p.Name == text, a => a.Name == text);
            cases = cases.Where(c => named.Contains(c.Id));
        }

        var rows = await Rows(cases.NewestFirst(after, c => c.FiledOn, c => c.Id, Size), by).ToListAsync(ct);
        return (
            Page<ServableCase>.Of(rows, r => new Cursor(ChinaTime.StartOf(r.FiledOn), r.Id), Size),
            rows.Count == 0 && message.Length == 0 ? "没有找到由您送达的案件，请核对案号或者姓名" : message
        );
    }

    /// <returns>Null when there is none, or another's.</returns>
    public Task<ServableCase?> Case(Guid id, Actor by, CancellationToken ct) =>
        Rows(db.ServableBy(by).Where(c => c.Id == id), by).SingleOrDefaultAsync(ct);

    /// <summary>Documents of the trial system that nobody has served.</summary>
    public async Task<IReadOnlyList<CaseDocument>> Documents(Guid caseId, Actor by, CancellationToken ct) =>
        await db.Set<CaseDocument>()
            .AsNoTracking()
            .Where(d => d.CaseId == caseId && d.ServedByTaskId == null && db.ServableBy(by).Any(c => c.Id == d.CaseId))
            .OrderBy(d => d.Position)
            .ThenBy(d => d.Id)
            .ToListAsync(ct);

    /// <summary>Uploads of the person that wait to be served, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string Name, int Pages)>> Uploads(
        IReadOnlyCollection<Guid> ids,
        Actor by,
        CancellationToken ct
    ) =>
        await db.Set<Attachment>()
            .Where(a => ids.Contains(a.Id) && a.UploadedById == by.Id && a.SubjectKind != SubjectKind.ServiceTask && a.Pages != null)
            .ToDictionaryAsync(a => a.Id, a => (a.Name, a.Pages!.Value), ct);

    /// <summary>Services begun and not confirmed, the newest first.</summary>
    public async Task<Page<ServiceDraft>> Drafts(Cursor? after, Actor by, CancellationToken ct)
    {
        // A person has at most one for each case; the case stands in the key, which no index orders by.
        var drafts = await db.Set<Draft>()
            .AsNoTracking()
            .Where(d => d.StaffId == by.Id && d.Key.StartsWith(DraftKey.Services))
            .Select(d => new { d.Key, d.SavedAt })
            .ToListAsync(ct);
        var savedAt = drafts
            .Where(d => Guid.TryParse(d.Key[DraftKey.Services.Length..], out _))
            .ToDictionary(d => Guid.Parse(d.Key[DraftKey.Services.Length..]), d => d.SavedAt);
        var cases = await db.ServableBy(by)
            .Where(c => savedAt.Keys.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.Cause,
            })
            .ToListAsync(ct);
        var rows = cases.Select(c => new ServiceDraft(c.Id, c.Number, c.Cause, savedAt[c.Id])).AsQueryable();
        return Page<ServiceDraft>.Of(
            [.. rows.NewestFirst(after, d => d.SavedAt, d => d.CaseId, Size)],
            d => new Cursor(d.SavedAt, d.CaseId),
            Size
        );
    }

    /// <returns>When the person's batch that is not confirmed was last saved; null when there is none.</returns>
    public Task<DateTimeOffset?> BatchDraft(Actor by, CancellationToken ct)
    {
        var key = DraftKey.Batch(corrects: null);
        return db.Set<Draft>()
            .Where(d => d.StaffId == by.Id && d.Key == key)
            .Select(d => (DateTimeOffset?)d.SavedAt)
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>The task that is corrected, as far as the person may see it and it served the case.</summary>
    public Task<ServiceTask?> Corrected(Guid taskId, Guid caseId, Actor by, CancellationToken ct) =>
        db.ServiceTasksVisibleTo(by)
            .AsNoTracking()
            .SingleOrDefaultAsync(t => t.Id == taskId && db.Set<ServicePlan>().Any(p => p.TaskId == t.Id && p.CaseId == caseId), ct);

    private IQueryable<Case> Mine(Actor by)
    {
        var me = by.Id;
        return by.ExtentOf(Feature.Serving) == Extent.Cases
            ? db.Set<Case>().Where(c => c.JudgeId == me)
            : db.Set<Case>().Where(c => c.ClerkId == me);
    }

    private IQueryable<ServableCase> Rows(IQueryable<Case> cases, Actor by)
    {
        var mine = db.CasesWorkedOn(by.Id);
        return cases.Select(c => new ServableCase(
            c.Id,
            c.Number,
            c.Cause,
            c.Stage,
            c.State,
            c.FiledOn,
            c.Restriction == CaseRestriction.Juvenile || c.Restriction == CaseRestriction.Family,
            mine.Contains(c.Id),
            db.Set<Court>().Where(o => o.Id == c.CourtId).Select(o => o.ShortName).First(),
            db.Set<Staff>().Where(s => s.Id == c.JudgeId).Select(s => s.Name).FirstOrDefault(),
            c.Parties.OrderBy(p => p.Position).Select(p => new PartyRow(p.Name, p.Role, p.IsOrganisation)).ToList(),
            db.Set<CaseDocument>().Count(d => d.CaseId == c.Id && d.ServedByTaskId == null),
            db.Set<CaseDocument>().Where(d => d.CaseId == c.Id && d.ServedByTaskId == null).Max(d => (DateOnly?)d.SignedOffOn)
        ));
    }
}

/// <param name="Documents">Handed over and not served.</param>
/// <param name="SignedOffOn">签发 of the newest of them.</param>
public sealed record ServableCase(
    Guid Id,
    string Number,
    string Cause,
    CaseStage Stage,
    CaseState State,
    DateOnly FiledOn,
    bool IsSensitive,
    bool IsMine,
    string Court,
    string? Judge,
    IReadOnlyList<PartyRow> Parties,
    int Documents,
    DateOnly? SignedOffOn
)
{
    /// <summary>When the first of them arrived; only in the list of what is to be served.</summary>
    public DateTimeOffset? Since { get; init; }
}

public sealed record ServiceDraft(Guid CaseId, string CaseNumber, string Cause, DateTimeOffset SavedAt);
