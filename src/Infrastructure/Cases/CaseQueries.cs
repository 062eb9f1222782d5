using System.Text.RegularExpressions;
using Domain.Auditing;
using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

/// <summary>Cases as staff look them up for a caller.</summary>
public sealed partial class CaseQueries(CourtDb db, SearchQueries search, Dispatcher dispatcher, IAudit audit, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>Cases in which a party or an agent has that number.</summary>
    /// <param name="phone">Normal form.</param>
    public Task<CaseLookup> OfPhone(string phone, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("案件", phone, by, after);
        var cases = db.CasesOf(p => p.Phone == phone, a => a.Phone == phone);
        return Page(db.CasesLookedUpBy(by).Where(c => cases.Contains(c.Id)), after, "", by, ct);
    }

    /// <summary>
    /// By case number as people type it or by its beginning, by the beginning of a party's name as everywhere (ADR 21), by the last four of an
    /// ID number, or by both: 张三 1234.
    /// </summary>
    public async Task<CaseLookup> Find(string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("案件", typed, by, after);
        var text = TypedText.Normalise(typed);
        if (text.Length == 0)
            return Nothing("请输入案号、当事人姓名或身份证后四位。");
        if (LastFour().Match(text) is { Success: true } match)
        {
            var (name, four) = (match.Groups["name"].Value, match.Groups["four"].Value.ToUpperInvariant());
            var parties = db.Set<CaseParty>().Where(p => p.IdLastFour == four && (name == "" || p.Name == name));
            return await Page(
                db.CasesLookedUpBy(by).Where(c => parties.Any(p => p.CaseId == c.Id)),
                after,
                "没有找到这位当事人的案件，请核对。",
                by,
                ct
            );
        }

        if (!text.Any(char.IsDigit))
        {
            if (text.Length < EverySearch.ShortestName)
                return Nothing($"姓名从头输入，至少 {EverySearch.ShortestName} 个字。");
            var cases = db.CasesOfName(text);
            return await Page(
                db.CasesLookedUpBy(by).Where(c => cases.Contains(c.Id)),
                after,
                "没有找到这位当事人的案件，请用案号查找。",
                by,
                ct
            );
        }

        return await ByNumber(text, after, by, ct);
    }

    /// <param name="phone">The caller's number in normal form; empty when unknown.</param>
    public async Task<CaseCardData?> Card(Guid id, string phone, Actor by, CancellationToken ct)
    {
        var found = await Rows(db.CasesLookedUpBy(by).Where(c => c.Id == id), by).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        audit.Opened("案件", by, id, found.Number);
        var more = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == id)
            .Select(c => new
            {
                c.Stage,
                c.Restriction,
                c.HearingAt,
                c.CourtId,
                Clerk = db.Set<Staff>().Where(s => s.Id == c.ClerkId).Select(s => s.Name).FirstOrDefault(),
                Liaison = db.Set<Post>()
                    .Where(p => p.DivisionId == c.DivisionId && p.Role == Role.LiaisonOfficer && p.IsActive && p.Staff.IsActive)
                    .OrderBy(p => p.Id)
                    .Select(p => p.Staff.Name)
                    .FirstOrDefault(),
            })
            .SingleAsync(ct);
        var (role, name) = await CallerIn(id, phone, ct);
        return new CaseCardData(found, more.Stage, more.Restriction, more.HearingAt, more.Clerk, more.Liaison, more.CourtId, role, name);
    }

    /// <summary>Identity check (身份核对) by name and the last four of the ID number.</summary>
    /// <returns>原告 …: the party of the case that both fit; null when none does.</returns>
    public async Task<string?> Verify(Guid caseId, string name, string lastFour, Actor by, CancellationToken ct)
    {
        var (asked, four) = (name.Trim(), lastFour.Trim().ToUpperInvariant());
        if (asked.Length == 0 || four.Length != 4)
            return null;
        audit.Note(AuditEntry.Of(AuditKind.Searched, "身份核对", by, caseId, $"{asked} {four}"));
        var parties = await db.CasesLookedUpBy(by)
            .Where(c => c.Id == caseId)
            .SelectMany(c => c.Parties)
            .Where(p => p.Name == asked && p.IdLastFour == four && p.LeftAt == null)
            .OrderBy(p => p.Position)
            .Select(p => p.Role)
            .ToListAsync(ct);
        return parties.Count == 0 ? null : parties[0].Chinese();
    }

    /// <summary>Who would receive the order: of the case, or of the court when there is no case.</summary>
    /// <exception cref="RefusedException">Nobody at that court can receive it.</exception>
    public async Task<Owner> Recipient(Guid? caseId, Guid courtId, CancellationToken ct) =>
        caseId is { } id
            ? await dispatcher.ForCase(await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id, ct), ct)
            : await dispatcher.ForCourt(courtId, ct);

    public async Task<IReadOnlyList<Court>> Courts(CancellationToken ct) =>
        await db.Set<Court>().AsNoTracking().OrderBy(c => c.Position).ToListAsync(ct);

    private async Task<CaseLookup> ByNumber(string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        var all = CaseNumber.ReadAll(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        if (all.Select(r => r.CaseKey).OfType<string>().ToList() is { Count: > 1 } keys)
            return await Page(
                db.CasesLookedUpBy(by).Where(c => keys.Contains(c.Number)),
                after,
                $"这 {keys.Count} 个案号都没有查到。",
                by,
                ct
            );
        var reading = CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        if (reading.CaseKey is not { } key)
            return await db.CasesMatching(search.Read(typed), ChinaTime.DayOf(clock.GetUtcNow()).Year, by, ct) is { } beginning
                ? await Page(beginning, after, reading.Message, by, ct)
                : Nothing(reading.Message);
        var rows = await Rows(db.CasesLookedUpBy(by).Where(c => c.Number == key), by).ToListAsync(ct);
        if (rows.Count > 0)
            return new CaseLookup(rows, null, key, null, reading.Message);
        if (reading.Number is not { } number)
            return Nothing(reading.Message + $"没有查到{CaseNumber.DisplayOf(key)}，可以按当事人姓名查找。");
        if (CourtFacts.ByCaseCode(number.CourtCode) is not { InScope: true } fact)
            return new CaseLookup([], null, key, null, $"{number.CourtCode} 不是广州两级法院的案号，请来电人向该案号所属的法院咨询。");
        var court = await db.Set<Court>().AsNoTracking().SingleAsync(c => c.Slug == fact.Slug, ct);
        if (!by.Reaches(Feature.Intake))
            return new CaseLookup([], null, key, court.Id, $"没有查到{number.Display}，或者不在您能查看的范围内。");
        var doubt = reading.Verdict == CaseNumberVerdict.Suspect ? reading.Message : "";
        return new CaseLookup(
            [],
            null,
            key,
            court.Id,
            $"{doubt}没有查到{number.Display}，可以登记为未核实的案号，由{court.ShortName}立案庭接收。"
        );
    }

    private async Task<CaseLookup> Page(IQueryable<Case> cases, Cursor? after, string whenNone, Actor by, CancellationToken ct)
    {
        var page = Page<CaseRow>.Of(
            await Rows(cases.NewestFirst(after, c => c.FiledOn, c => c.Id, PageSize), by).ToListAsync(ct),
            r => new Cursor(ChinaTime.StartOf(r.FiledOn), r.Id),
            PageSize
        );
        return new CaseLookup(page.Rows, page.Next, null, null, page.Rows.Count == 0 ? whenNone : "");
    }

    private IQueryable<CaseRow> Rows(IQueryable<Case> cases, Actor by)
    {
        var mine = db.CasesWorkedOn(by.Id);
        return from c in cases
            join court in db.Set<Court>() on c.CourtId equals court.Id
            join division in db.Set<Division>() on c.DivisionId equals division.Id
            orderby c.FiledOn descending, c.Id descending
            select new CaseRow(
                c.Id,
                c.Number,
                c.Cause,
                c.State,
                c.FiledOn,
                c.Restriction == CaseRestriction.Juvenile || c.Restriction == CaseRestriction.Family,
                mine.Contains(c.Id),
                court.ShortName,
                division.ShortName,
                db.Set<Staff>().Where(s => s.Id == c.JudgeId).Select(s => s.Name).FirstOrDefault(),
                c.Parties.Where(p => p.LeftAt == null)
                    .OrderBy(p => p.Position)
                    .Select(p => new PartyRow(p.Name, p.Role, p.IsOrganisation))
                    .ToList()
            );
    }

    private async Task<(string Role, string Name)> CallerIn(Guid caseId, string phone, CancellationToken ct)
    {
        if (phone.Length == 0)
            return ("", "");
        var parties = await db.Set<CaseParty>()
            .AsNoTracking()
            .Where(p => p.CaseId == caseId && p.LeftAt == null)
            .OrderBy(p => p.Position)
            .Select(p => new
            {
                p.Role,
                p.Name,
                p.Phone,
                Agents = p.Agents.Where(a => a.Phone == phone && a.EndedAt == null).Select(a => a.Name).ToList(),
            })
            .ToListAsync(ct);
        if (parties.FirstOrDefault(p => p.Phone == phone) is { } party)
            return (party.Role.Chinese(), party.Name);
        if (parties.FirstOrDefault(p => p.Agents.Count > 0) is { } represented)
            return (represented.Role.Chinese() + "的代理人", represented.Agents[0]);
        return ("", "");
    }

    private static CaseLookup Nothing(string why) => new([], null, null, null, why);

    [GeneratedRegex(@"^(?<name>\p{L}*)\s*(?<four>\d{3}[\dXx])$")]
    private static partial Regex LastFour();
}
