using System.Text.RegularExpressions;
using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Reading;

/// <summary>A party or an agent asks to read. A case that is not there and one that is not theirs are answered alike.</summary>
public sealed partial class AskReading(
    ICourtDb db,
    Handlers handlers,
    ICalendars calendars,
    ReadingSettings settings,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the phone: sending the same again returns the request that is there.</param>
    public async Task<(ReadingRequest Request, bool IsNew)> Handle(Guid id, Wish wish, Actor by, CancellationToken ct)
    {
        if (await Sent(id, wish, by, ct) is { } known)
            return (known, false);
        var person = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        if (!person.IsVerified)
            throw LitigantErrors.NotVerified();
        return await db.Once(() => Sent(id, wish, by, ct), () => Open(id, wish, person, by, ct), ct);
    }

    /// <summary>As whom this person reads in a case; with its parties and agents.</summary>
    /// <returns>Null for who is not of the case.</returns>
    public static Reader? ReaderOf(Case @case, Litigant person, DateOnly today)
    {
        if (!person.IsVerified)
            return null;
        var key = person.IdentityKey!;
        return @case
            .Parties.OrderBy(p => p.Position)
            .SelectMany(p => p.ActedForBy(key, today).Select(agent => Of(p, agent)))
            .OrderBy(r => r.Agent is not null)
            .FirstOrDefault();

        Reader Of(CaseParty of, CaseAgent? agent) =>
            new(person.Id, of, agent)
            {
                Name = person.Name!,
                Phone = person.Phone ?? "",
                IdentityKey = key,
                Mark = Mark(of, agent),
            };
    }

    /// <summary>Whatever else stands there could be anything, an ID number too.</summary>
    [GeneratedRegex(@"^[0-9]{17}\z")]
    private static partial Regex Licence();

    private static string Mark(CaseParty party, CaseAgent? agent) =>
        agent is { LicenceNumber: var licence } && Licence().IsMatch(licence) ? $"律师 {licence[..5]}****{licence[^4..]}"
        : agent is { IsLawyer: true } ? "律师"
        : agent is not null ? "代理人"
        : party.IdLastFour.Length > 0 ? $"证件尾号 {party.IdLastFour}"
        : "";

    private async Task<ReadingRequest> Open(Guid id, Wish wish, Litigant person, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var @case =
            await db.CasesOf(person)
                .Include(c => c.Parties)
                    .ThenInclude(p => p.Agents)
                .AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == wish.CaseId, ct)
            ?? throw ReadingErrors.CaseNotFound();
        var reader = ReaderOf(@case, person, today) ?? throw ReadingErrors.CaseNotFound();
        await RefuseTooMany(person, @case.Id, today, ct);
        var wanted = wish.FileIds.Distinct().ToList();
        var files = await db.ReadableFiles(@case.Id).AsNoTracking().Where(f => wanted.Contains(f.Id)).ToListAsync(ct);
        if (files.Count < wanted.Count)
            throw ReadingErrors.FileNotReadable();
        foreach (var hash in files.Select(f => f.Sha256).Distinct())
            await db.WantPreview(hash, FileKind.Pdf.ContentType, now, ct);
        var judge = await handlers.Judge(@case.JudgeId ?? Guid.Empty, @case.CourtId, ct);
        var clerk = await handlers.Clerk(@case.ClerkId ?? Guid.Empty, @case.CourtId, ct);
        var owner =
            (settings.ReleasedBy == ReleasedBy.Judge ? judge ?? clerk : clerk ?? judge)
            ?? await handlers.Liaison(@case.DivisionId, ct)
            ?? await handlers.Filing(@case.CourtId, ct)
            ?? throw ReadingRequest.Declared.Errors.NobodyToTake();
        var asked = new NewReading(id, await numbers.Next(ReadingRequest.Numbers, today, ct), @case, reader, files, wish.Purpose)
        {
            Channel = wish.Channel,
        };
        var other = owner == clerk ? judge?.StaffId : clerk?.StaffId;
        var request = ReadingRequest.Ask(asked, owner, other, settings.Ladder(await calendars.Current(ct), now), by, now);
        return db.Set<ReadingRequest>().Add(request).Entity;
    }

    private async Task RefuseTooMany(Litigant person, Guid caseId, DateOnly today, CancellationToken ct)
    {
        var own = db.Set<ReadingRequest>().Where(r => r.LitigantId == person.Id);
        if (await own.AnyAsync(r => r.CaseId == caseId && r.ClosedAt == null, ct))
            throw ReadingErrors.AskedAlready();
        var since = ChinaTime.StartOf(today);
        if (await own.CountAsync(r => r.AskedAt >= since, ct) >= settings.RequestsADay)
            throw ReadingErrors.TooManyToday(settings.RequestsADay);
    }

    private async Task<ReadingRequest?> Sent(Guid id, Wish wish, Actor by, CancellationToken ct)
    {
        var request = await db.Set<ReadingRequest>().AsNoTracking().Include(r => r.Files).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null)
            return null;
        if (request.LitigantId != by.Id)
            throw ReadingErrors.IdReused();
        var isSame =
            request.CaseId == wish.CaseId
            && request.Files.Where(f => f.IsAsked).Select(f => f.CaseFileId).ToHashSet().SetEquals(wish.FileIds);
        return isSame ? request : throw ReadingErrors.SentOtherwise();
    }

    public sealed record Wish(Channel Channel, Guid CaseId, IReadOnlyCollection<Guid> FileIds, string Purpose);
}
