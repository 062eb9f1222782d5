using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Envelopes;

/// <summary>待打印的邮件: the recipients of a task to whom documents go by post, in the task's order.</summary>
public sealed partial class EnvelopeQueries(CourtDb db, IFileStore files, ICalendars calendars, TimeProvider clock)
{
    /// <returns>Null when there is no such task for this person.</returns>
    public async Task<(ServiceTask Task, IReadOnlyList<Envelope> Envelopes)?> OfTask(Guid taskId, Actor by, CancellationToken ct)
    {
        if (await db.ServiceTasksVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
            return null;
        var services = await db.ServicesVisibleTo(by)
            .AsNoTracking()
            .Where(s => s.TaskId == taskId && s.State != ServiceState.Withdrawn && s.Attempts.Any(a => a.Channel == ServiceChannel.Post))
            .Include(s => s.Copies.OrderBy(c => c.Position))
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .AsSplitQuery()
            .ToListAsync(ct);
        var positions = await db.Set<ServicePlan>().Where(p => p.TaskId == taskId).ToDictionaryAsync(p => p.CaseId, p => p.Position, ct);
        var caseIds = services.Select(s => s.CaseId).Distinct().ToList();
        var causes = await db.Set<Case>().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Cause, ct);
        var documents = (
            await db.Set<ServedDocument>()
                .AsNoTracking()
                .Where(d => d.TaskId == taskId && caseIds.Contains(d.CaseId))
                .OrderBy(d => d.Position)
                .ToListAsync(ct)
        ).ToLookup(d => d.CaseId);
        var calendar = await calendars.Current(ct);
        var court = await db.Set<Court>().Where(c => c.Id == task.CourtId).Select(c => c.FullName).SingleAsync(ct);
        var postcodes = await Postcodes(caseIds, ct);
        var broken = await Broken(documents.SelectMany(d => d), ct);
        var ordered = services
            .OrderBy(s => positions[s.CaseId])
            .ThenBy(s => s.Position)
            .Select(s => (Service: s, Attempt: s.Attempts.Last(a => a.Channel == ServiceChannel.Post)))
            .Where(x => IsToPrint(x.Attempt))
            .ToList();
        return (task, [.. ordered.Select(x => Of(x.Service, x.Attempt))]);

        Envelope Of(Service service, ServiceAttempt attempt)
        {
            var own = documents[service.CaseId].Where(d => service.StandingCopies().Any(c => c.DocumentId == d.Id)).ToList();
            var none = new Dictionary<Guid, string>();
            var evidence = new ServiceSnapshot(
                service,
                [service],
                own,
                [],
                none,
                court,
                service.CaseNumber,
                causes[service.CaseId],
                calendar
            );
            var form = new CertificateSheet(CertificateKind.Return, evidence, "", "", "", clock.GetUtcNow(), by.Name);
            var (address, postcode) = Split(attempt.Address);
            if (postcode.Length == 0)
                postcode = postcodes.GetValueOrDefault((service.PartyId, service.AgentId), "");
            var problem =
                address.Length == 0 ? "没有邮寄地址"
                : own.Find(d => broken.Contains(d.Sha256)) is { } bad ? $"《{bad.Title}》的文件与定稿时不一致"
                : "";
            return new Envelope(
                service.Id,
                attempt.Id,
                string.Create(CultureInfo.InvariantCulture, $"{task.Number}-{service.Position:D4}-{attempt.Position}"),
                postcode,
                address,
                form,
                problem
            );
        }
    }

    /// <summary>Not on its way back, not signed for.</summary>
    private static bool IsToPrint(ServiceAttempt attempt) => attempt.State is AttemptState.Queued or AttemptState.Sent;

    /// <summary>A postal address is kept with its postcode at the end.</summary>
    private static (string Address, string Postcode) Split(string stored) =>
        PostcodeAtEnd().Match(stored) is { Success: true } found
            ? (stored[..found.Index].TrimEnd(' ', '，', ','), found.Groups[1].Value)
            : (stored, "");

    private async Task<IReadOnlyDictionary<(Guid Party, Guid? Agent), string>> Postcodes(List<Guid> caseIds, CancellationToken ct)
    {
        var known = await db.Set<AddressConfirmation>()
            .Where(c => caseIds.Contains(c.CaseId) && c.EndedAt == null && c.Postcode != "")
            .OrderBy(c => c.ConfirmedAt)
            .Select(c => new
            {
                c.PartyId,
                c.AgentId,
                c.Postcode,
            })
            .ToListAsync(ct);
        return known.GroupBy(c => (c.PartyId, c.AgentId)).ToDictionary(g => g.Key, g => g.Last().Postcode);
    }

    private async Task<HashSet<string>> Broken(IEnumerable<ServedDocument> documents, CancellationToken ct)
    {
        HashSet<string> broken = [];
        foreach (var sha256 in documents.Select(d => d.Sha256).Distinct())
        {
            if (!await files.Holds(sha256, ct))
                broken.Add(sha256);
        }

        return broken;
    }

    [GeneratedRegex(@"[\s，,]*(?:邮编[:：]?\s*)?(?<![0-9])([0-9]{6})$")]
    private static partial Regex PostcodeAtEnd();
}
