using Domain.Attachments;
using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Bindings;

/// <summary>Requests as the court reviews them.</summary>
public sealed class BindingQueries(CourtDb db, ICalendars calendars, BindingSettings settings)
{
    /// <summary>The rules that hold, for whoever looks them up.</summary>
    public BindingSettings Rules => settings;

    /// <summary>What waits by its limit, what is decided by its day, the newest first.</summary>
    public async Task<Page<BindingRow>> List(BindingList list, Cursor? after, Actor by, CancellationToken ct)
    {
        var visible = db.BindingsVisibleTo(by).AsNoTracking();
        var rows = list switch
        {
            BindingList.ToReview => visible
                .Where(b => b.ClosedAt == null && b.State == BindingState.ToReview)
                .EarliestFirst(after, b => b.DueAt, b => b.Id),
            BindingList.Awaiting => visible
                .Where(b => b.ClosedAt == null && b.State == BindingState.AwaitingRequester)
                .EarliestFirst(after, b => b.DueAt, b => b.Id),
            _ => visible.Where(b => b.ClosedAt != null).NewestFirst(after, b => b.ClosedAt, b => b.Id),
        };
        var mine = db.CasesWorkedOn(by.Id);
        var found = await rows.Select(b => new { Binding = b, IsMine = b.OwnerId == by.Id || mine.Any(c => c == b.CaseId) })
            .ToListAsync(ct);
        var read = found.Select(f => Row(f.Binding, f.IsMine, by, list == BindingList.Decided)).ToList();
        return Page<BindingRow>.Of(read, r => new Cursor(r.At, r.Id));
    }

    /// <returns>Null when there is none, or not for this person.</returns>
    public async Task<BindingDetail?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var binding = await db.BindingsVisibleTo(by)
            .AsNoTracking()
            .Include(b => b.Entries.OrderBy(e => e.At).ThenBy(e => e.Id))
            .Include(b => b.Papers)
            .AsSplitQuery()
            .SingleOrDefaultAsync(b => b.Id == id, ct);
        if (binding is null)
            return null;
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleOrDefaultAsync(c => c.Id == binding.CaseId, ct);
        var files = await db.Set<Attachment>()
            .AsNoTracking()
            .Where(a => a.SubjectId == id && a.SubjectKind == SubjectKind.CaseBinding)
            .ToDictionaryAsync(a => a.Id, ct);
        var court = await db.Set<Court>().Where(c => c.Id == binding.CourtId).Select(c => c.ShortName).SingleAsync(ct);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct);
        return new BindingDetail(
            binding,
            court,
            @case,
            BindingChecks.Of(binding, @case),
            [.. binding.Papers.OrderBy(p => p.Kind).ThenBy(p => p.AttachmentId).Select(p => new PaperFile(p.Kind, files[p.AttachmentId]))],
            trace,
            binding.MayBeDecidedBy(await db.Reviewer(binding, by, ct)),
            await calendars.Current(ct)
        );
    }

    /// <summary>The last day that the requester would have.</summary>
    public async Task<CountedDay> SupplementBy(DateTimeOffset now, CancellationToken ct) =>
        (await calendars.Current(ct)).Add(ChinaTime.DayOf(now), settings.SupplementDays).Counted;

    /// <summary>A case of mine by its number, as people type it.</summary>
    /// <returns>Null when there is none in which I may enter an agent.</returns>
    public async Task<CaseToEnter?> CaseToEnter(string typed, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (CaseNumber.Read(typed, ChinaTime.DayOf(now).Year).CaseKey is not { } key || !by.Reaches(Feature.AgentEntry))
            return null;
        var mine = db.CasesWorkedOn(by.Id);
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleOrDefaultAsync(c => c.Number == key && mine.Contains(c.Id), ct);
        return found is null
            ? null
            : new(
                found.Id,
                found.Number,
                found.Cause,
                [
                    .. found
                        .Parties.Where(p => p.LeftAt is null)
                        .OrderBy(p => p.Position)
                        .Select(p => new PartyToEnter(
                            p.Id,
                            ShownName.Whole(p.Name, found.IsSensitive),
                            p.Role.Chinese(),
                            [.. p.Agents.Where(a => a.EndedAt is null).Select(a => a.Name)]
                        )),
                ]
            );
    }

    private static BindingRow Row(CaseBinding b, bool isMine, Actor by, bool isDecided) =>
        new(
            b.Id,
            b.Number,
            b.CaseNumber,
            ShownName.InCase(b.AgentName, isSensitive: false, isMine),
            b.AgentKind,
            ShownName.InCase(b.PartyName, b.IsSensitive, isMine),
            b.State,
            b.AskedAt,
            b.DueAt,
            b.DueOn,
            b.SupplementBy is { } day ? new CountedDay(day, b.SupplementByIsProvisional) : null,
            b.Level,
            b.UrgeCount,
            b.OwnerReadAt is null && b.OwnerId == by.Id && !b.IsClosed,
            isDecided ? b.ClosedAt!.Value : b.DueAt
        );
}
