using Domain.Calendar;
using Domain.Contacts;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Contacts;

/// <summary>One division of the directory.</summary>
/// <param name="Contact">Null where none is published.</param>
/// <param name="IsVacant">No liaison officer is in service, whatever is published.</param>
public sealed record DirectoryRow(Guid CourtId, string Court, Guid DivisionId, string Division, PublishedContact? Contact, bool IsVacant);

public sealed record ContactPerson(Guid StaffId, string Name, string Division, Guid DivisionId, string Mobile, string OfficePhone);

public sealed record ContactChangeRow(ContactChange Change, string? ToDivision);

public sealed record ContactGapRow(Guid Id, string Division, DateTimeOffset FoundAt, CountedDay DueOn, DateTimeOffset DueAt, int Level);

/// <param name="Late">Reports after their limit, of the last year.</param>
public sealed record ContactFigures(int Open, int Reports, int Late);

public sealed class ContactQueries(CourtDb db, TimeProvider clock)
{
    /// <summary>Every division of both levels with its published liaison officer: some 150 rows, in the order of courts.</summary>
    public async Task<List<DirectoryRow>> Directory(CancellationToken ct)
    {
        var rows = await (
            from division in db.Set<Division>().AsNoTracking()
            join court in db.Set<Court>() on division.CourtId equals court.Id
            join c in db.Set<PublishedContact>().Where(c => c.WithdrawnAt == null) on division.Id equals c.DivisionId into contacts
            from contact in contacts.DefaultIfEmpty()
            where division.Kind != DivisionKind.Leadership
            orderby court.Position, division.Position
            select new DirectoryRow(
                court.Id,
                court.ShortName,
                division.Id,
                division.ShortName,
                contact,
                !db.Set<Post>().Any(p => p.DivisionId == division.Id && p.Role == Role.LiaisonOfficer && p.IsActive && p.Staff.IsActive)
            )
        ).ToListAsync(ct);
        return rows;
    }

    /// <summary>Whose change the actor may report.</summary>
    public async Task<List<ContactPerson>> Reportable(Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        var reportable = db.ReportableBy(by).AsNoTracking();
        var people = await (
            from staff in reportable
            join post in db.Set<Post>() on staff.Id equals post.StaffId
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where post.IsActive && post.CourtId == court
            orderby division.Position, staff.Name
            select new ContactPerson(staff.Id, staff.Name, division.ShortName, division.Id, staff.Mobile, staff.OfficePhone)
        ).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.StaffId)];
    }

    public Task<List<Division>> Divisions(Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        return db.Set<Division>()
            .AsNoTracking()
            .Where(d => d.CourtId == court && d.Kind != DivisionKind.Leadership)
            .OrderBy(d => d.Position)
            .ToListAsync(ct);
    }

    /// <summary>The newest first; what waits for publication stands before it.</summary>
    public async Task<Page<ContactChangeRow>> Changes(bool open, Cursor? after, Actor by, CancellationToken ct)
    {
        var changes = db.ContactChangesVisibleTo(by).AsNoTracking().Where(c => open ? c.EndedAt == null : c.EndedAt != null);
        var rows = await (
            from change in changes.NewestFirst(after, c => c.ReportedAt, c => c.Id)
            join d in db.Set<Division>() on change.ToDivisionId equals d.Id into divisions
            from to in divisions.DefaultIfEmpty()
            orderby change.ReportedAt descending, change.Id descending
            select new ContactChangeRow(change, to.ShortName)
        ).ToListAsync(ct);
        return Page<ContactChangeRow>.Of(rows, r => new Cursor(r.Change.ReportedAt, r.Change.Id));
    }

    /// <summary>Divisions without a liaison officer that owe a report.</summary>
    public Task<List<ContactGapRow>> Gaps(Actor by, CancellationToken ct) =>
        OpenGaps(by)
            .OrderBy(g => g.DueAt)
            .Select(g => new ContactGapRow(g.Id, g.DivisionName, g.FoundAt, new CountedDay(g.DueDay, g.DueIsProvisional), g.DueAt, g.Level))
            .ToListAsync(ct);

    /// <summary>For the navigation: what waits for publication, and divisions that owe a report.</summary>
    internal IEnumerable<IQueryable<Tallied>> Tallies(Actor by, DateTimeOffset now, int kind)
    {
        yield return OpenGaps(by).Tallied(g => g.DueAt <= now, kind);
        if (by.PublishesContacts())
            yield return db.ContactChangesVisibleTo(by).Where(c => c.EndedAt == null).Tallied(c => c.DueAt <= now, kind);
    }

    private IQueryable<ContactGap> OpenGaps(Actor by) => db.ContactGapsVisibleTo(by).AsNoTracking().Where(g => g.ClosedAt == null);

    public async Task<ContactFigures> Figures(Actor by, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddYears(-1);
        return await db.ContactChangesVisibleTo(by)
                .Where(c => c.ReportedAt >= since)
                .GroupBy(_ => 1)
                .Select(g => new ContactFigures(g.Count(c => c.EndedAt == null), g.Count(), g.Count(c => c.WasReportedLate)))
                .SingleOrDefaultAsync(ct)
            ?? new ContactFigures(0, 0, 0);
    }
}
