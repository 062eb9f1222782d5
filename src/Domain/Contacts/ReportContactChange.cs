using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Contacts;

/// <summary>A person, their division's liaison officer or head, or the administrator reports a change of contact.</summary>
public sealed class ReportContactChange(ICourtDb db, ICalendars calendars, ContactSettings settings, TimeProvider clock)
{
    /// <param name="id">Made by the page: pressing twice reports once.</param>
    public Task Handle(Guid id, Change change, Actor by, CancellationToken ct) =>
        db.Once(() => IsReported(id, by, ct), () => Report(id, change, by, ct), ct);

    private async Task Report(Guid id, Change change, Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        var staff = await db.ReportableBy(by).SingleOrDefaultAsync(s => s.Id == change.StaffId, ct) ?? throw ContactErrors.PersonNotFound();
        var division = await DivisionOf(staff.Id, by, ct);
        if (change.ToDivisionId is { } to && !await db.Set<Division>().AnyAsync(d => d.Id == to && d.CourtId == court, ct))
            throw ContactErrors.DivisionNotFound();
        var publishing =
            await db.Set<Division>()
                .Where(d => d.CourtId == court && d.Kind == DivisionKind.Technology)
                .OrderBy(d => d.Position)
                .Select(d => (Guid?)d.Id)
                .FirstOrDefaultAsync(ct)
            ?? throw ContactErrors.NobodyPublishes();
        var publishers = await db.Set<Post>()
            .Where(p => p.CourtId == court && p.Role == Role.Administrator && p.IsActive && p.Staff.IsActive)
            .Select(p => p.StaffId)
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        db.Set<ContactChange>()
            .Add(
                ContactChange.Report(
                    new NewContactChange(division.ShortName, staff.Name, change.EffectiveOn)
                    {
                        Id = id,
                        CourtId = court,
                        DivisionId = division.Id,
                        PublishingDivisionId = publishing,
                        StaffId = staff.Id,
                        BecomesLiaison = change.BecomesLiaison,
                        Mobile = Other(change.Mobile, staff.Mobile),
                        OfficePhone = Other(change.OfficePhone, staff.OfficePhone),
                        ToDivisionId = change.ToDivisionId == division.Id ? null : change.ToDivisionId,
                    },
                    await calendars.Current(ct),
                    settings,
                    publishers,
                    by,
                    now
                )
            );
        if (change.BecomesLiaison)
        {
            var target = change.ToDivisionId ?? division.Id;
            if (await db.Set<ContactGap>().SingleOrDefaultAsync(g => g.DivisionId == target && g.ClosedAt == null, ct) is { } gap)
                gap.Close(by, now);
        }
    }

    private async Task<bool> IsReported(Guid id, Actor by, CancellationToken ct)
    {
        var reportedBy = await db.Set<ContactChange>().Where(c => c.Id == id).Select(c => (Guid?)c.ReportedById).SingleOrDefaultAsync(ct);
        return reportedBy is null ? false
            : reportedBy == by.Id ? true
            : throw ContactErrors.IdReused();
    }

    /// <summary>The person's division at this court; of several posts the actor's own division first.</summary>
    private async Task<Division> DivisionOf(Guid staffId, Actor by, CancellationToken ct)
    {
        var (court, own) = (by.Post!.CourtId, by.Post.DivisionId);
        return await (
                from post in db.Set<Post>()
                join division in db.Set<Division>() on post.DivisionId equals division.Id
                where post.StaffId == staffId && post.CourtId == court && post.IsActive
                orderby division.Id == own descending, post.Role, post.Id
                select division
            ).FirstOrDefaultAsync(ct) ?? throw ContactErrors.PersonNotFound();
    }

    private static string? Other(string? typed, string now) => string.IsNullOrWhiteSpace(typed) || typed.Trim() == now ? null : typed;

    public sealed record Change(
        Guid StaffId,
        DateOnly EffectiveOn,
        bool BecomesLiaison = false,
        string? Mobile = null,
        string? OfficePhone = null,
        Guid? ToDivisionId = null
    );
}
