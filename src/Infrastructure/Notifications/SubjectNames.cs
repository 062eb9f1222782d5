using Domain.Bindings;
using Domain.Cases;
using Domain.CityChanges;
using Domain.Contacts;
using Domain.DocumentService;
using Domain.EarlyWarnings;
using Domain.InboundMessages;
using Domain.Reading;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>What people call a thing of any feature, and whether the reader may open it.</summary>
/// <param name="Name">GZ20261120-000123; empty where it has none.</param>
public sealed record SubjectName(Guid Id, string Name, bool MayOpen);

/// <summary>The things of a page of rows, one query for each kind among them. Each feature's own access rule decides what may be opened.</summary>
public sealed class SubjectNames(CourtDb db)
{
    public async Task<IReadOnlyDictionary<Guid, SubjectName>> Of(
        IEnumerable<(SubjectKind Kind, Guid Id)> subjects,
        Actor by,
        CancellationToken ct
    )
    {
        Dictionary<Guid, SubjectName> names = [];
        foreach (var kind in subjects.Distinct().GroupBy(s => s.Kind, s => s.Id))
        {
            foreach (var name in await Of(kind.Key, [.. kind], by).ToListAsync(ct))
                names[name.Id] = name;
        }

        return names;
    }

    private IQueryable<SubjectName> Of(SubjectKind kind, List<Guid> ids, Actor by)
    {
        switch (kind)
        {
            case SubjectKind.WorkOrder:
                var orders = db.VisibleTo(by);
                return db.Set<WorkOrder>()
                    .Where(o => ids.Contains(o.Id))
                    .Select(o => new SubjectName(o.Id, o.Number, orders.Any(v => v.Id == o.Id)));
            case SubjectKind.Service:
                var services = db.ServicesVisibleTo(by);
                return db.Set<Service>()
                    .Where(s => ids.Contains(s.Id))
                    .Select(s => new SubjectName(s.Id, s.TaskNumber, services.Any(v => v.Id == s.Id)));
            case SubjectKind.ServiceTask:
                var tasks = db.ServiceTasksVisibleTo(by);
                return db.Set<ServiceTask>()
                    .Where(t => ids.Contains(t.Id))
                    .Select(t => new SubjectName(t.Id, t.Number, tasks.Any(v => v.Id == t.Id)));
            case SubjectKind.ServiceDuty:
                var duties = db.ServiceDutiesVisibleTo(by);
                return db.Set<ServiceDuty>()
                    .Where(d => ids.Contains(d.Id))
                    .Select(d => new SubjectName(d.Id, d.TaskNumber, duties.Any(v => v.Id == d.Id)));
            case SubjectKind.EarlyWarning:
                var warnings = db.WarningsVisibleTo(by);
                return db.Set<EarlyWarning>()
                    .Where(w => ids.Contains(w.Id))
                    .Select(w => new SubjectName(w.Id, w.Number, warnings.Any(v => v.Id == w.Id)));
            case SubjectKind.ContactChange:
                var changes = db.ContactChangesVisibleTo(by);
                return db.Set<ContactChange>()
                    .Where(c => ids.Contains(c.Id))
                    .Select(c => new SubjectName(c.Id, c.DivisionName, changes.Any(v => v.Id == c.Id)));
            case SubjectKind.ContactGap:
                var gaps = db.ContactGapsVisibleTo(by);
                return db.Set<ContactGap>()
                    .Where(g => ids.Contains(g.Id))
                    .Select(g => new SubjectName(g.Id, g.DivisionName, gaps.Any(v => v.Id == g.Id)));
            case SubjectKind.InboundSms:
                var messages = db.InboundSmsVisibleTo(by);
                return db.Set<InboundSms>()
                    .Where(s => ids.Contains(s.Id))
                    .Select(s => new SubjectName(s.Id, "", messages.Any(v => v.Id == s.Id)));
            case SubjectKind.CityChange:
                var cityChanges = db.CityChangesVisibleTo(by);
                return db.Set<CityChange>()
                    .Where(c => ids.Contains(c.Id))
                    .Select(c => new SubjectName(c.Id, c.What, cityChanges.Any(v => v.Id == c.Id)));
            case SubjectKind.Case:
                var cases = db.CasesLookedUpBy(by);
                return db.Set<Case>()
                    .Where(c => ids.Contains(c.Id))
                    .Select(c => new SubjectName(c.Id, c.Number, cases.Any(v => v.Id == c.Id)));
            case SubjectKind.CaseBinding:
                var bindings = db.BindingsVisibleTo(by);
                return db.Set<CaseBinding>()
                    .Where(b => ids.Contains(b.Id))
                    .Select(b => new SubjectName(b.Id, b.Number, bindings.Any(v => v.Id == b.Id)));
            case SubjectKind.Submission:
                var submissions = db.SubmissionsVisibleTo(by);
                return db.Set<Submission>()
                    .Where(s => ids.Contains(s.Id))
                    .Select(s => new SubjectName(s.Id, s.Number, submissions.Any(v => v.Id == s.Id)));
            case SubjectKind.ReadingRequest:
                var readings = db.ReadingsVisibleTo(by);
                return db.Set<ReadingRequest>()
                    .Where(r => ids.Contains(r.Id))
                    .Select(r => new SubjectName(r.Id, r.Number, readings.Any(v => v.Id == r.Id)));
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }
}
