using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

/// <summary>What is done in the case on this platform: each as far as the viewer reaches it there.</summary>
public sealed partial class CasePageQueries
{
    public async Task<Page<CaseOrderRow>> Orders(Guid id, Cursor? after, Actor by, CancellationToken ct) =>
        Page<CaseOrderRow>.Of(
            await Orders(OrdersOf(id, by).NewestFirst(after, o => o.ReceivedAt, o => o.Id, SectionSize)).ToListAsync(ct),
            o => new Cursor(o.ReceivedAt, o.Id),
            SectionSize
        );

    public async Task<Page<CaseServiceRow>> Services(Guid id, Cursor? after, Actor by, CancellationToken ct) =>
        Page<CaseServiceRow>.Of(
            await Services(ServicesOf(id, by).NewestFirst(after, s => s.BegunAt, s => s.Id, SectionSize)).ToListAsync(ct),
            s => new Cursor(s.BegunAt, s.Id),
            SectionSize
        );

    public async Task<Page<CaseDocumentRow>> Documents(Guid id, Cursor? after, Actor by, CancellationToken ct) =>
        Page<CaseDocumentRow>.Of(
            await DocumentsOf(id, by)
                .NewestFirst(after, d => d.FrozenAt, d => d.Id, SectionSize)
                .Select(d => new CaseDocumentRow(d.Id, d.TaskId, d.Title, d.Kind, d.Serial, d.Pages, d.FrozenAt))
                .ToListAsync(ct),
            d => new Cursor(d.FrozenAt, d.Id),
            SectionSize
        );

    public async Task<IReadOnlyList<CaseConfirmationRow>> Confirmations(Guid id, Actor by, CancellationToken ct) =>
        await (
            from form in db.ConfirmationsVisibleTo(@by).AsNoTracking()
            where form.CaseId == id
            join party in db.Set<CaseParty>() on form.PartyId equals party.Id
            orderby form.ConfirmedAt descending, form.Id
            select new CaseConfirmationRow(
                form.Id,
                form.PersonId,
                form.AgentId == null
                    ? party.Name
                    : db.Set<CaseAgent>().Where(a => a.Id == form.AgentId).Select(a => a.Name).FirstOrDefault()!,
                party.Role.Chinese() + (form.AgentId == null ? "" : "的代理人"),
                form.AcceptsElectronic,
                form.Scope,
                form.ConfirmedAt,
                form.EndedAt
            )
        ).ToListAsync(ct);

    /// <summary>One statement for all of them.</summary>
    public async Task<CaseCounts> Counts(Guid id, Actor by, CancellationToken ct)
    {
        IQueryable<Tallied>[] lists =
        [
            db.Set<CaseHearing>().Where(h => h.CaseId == id).Tallied(kind: 0),
            db.Set<CaseNode>().Where(n => n.CaseId == id).Tallied(kind: 1),
            OrdersOf(id, by).Tallied(o => o.ClosedAt == null, kind: 2),
            ServicesOf(id, by).Tallied(ServiceStates.AreOpen, kind: 3),
            DocumentsOf(id, by).Tallied(kind: 4),
            db.Set<CaseFile>().Where(f => f.CaseId == id && f.RemovedAt == null).Tallied(kind: 5),
        ];
        var counted = await lists.ByKind(ct);
        return new CaseCounts(Of(0).Total, Of(1).Total, Of(2).Total, Of(2).Late, Of(3).Total, Of(3).Late, Of(4).Total, Of(5).Total);

        Tally Of(int kind) => counted.GetValueOrDefault(kind);
    }

    /// <summary>What waits for the viewer: orders of this case to answer, services of it to finish.</summary>
    public async Task<CaseDuties> Duties(Guid id, Actor by, CancellationToken ct)
    {
        var me = by.Id;
        var orders = await Orders(
                db.Set<WorkOrder>()
                    .AsNoTracking()
                    .Where(o => o.CaseId == id && o.OwnerId == me && o.ClosedAt == null && o.State != WorkOrderState.AwaitingRequester)
                    .OrderBy(o => o.DueAt)
                    .ThenBy(o => o.Id)
            )
            .ToListAsync(ct);
        if (!by.Reaches(Feature.Serving))
            return new CaseDuties(orders, []);
        var servable = db.ServableBy(by);
        var services = await Services(
                ServicesOf(id, by)
                    .Where(s => s.State == ServiceState.Failed || s.State == ServiceState.ForClerk)
                    .Where(s => servable.Any(c => c.Id == s.CaseId))
                    .OrderBy(s => s.BegunAt)
                    .ThenBy(s => s.Id)
            )
            .ToListAsync(ct);
        return new CaseDuties(orders, services);
    }

    /// <summary>The trace of its record, of what was entered here, and of what the two disagreed about; newest first.</summary>
    public async Task<Page<TraceRow>> Trace(Guid id, Cursor? after, Actor by, CancellationToken ct)
    {
        var subjects = Reached(id, by)
            .Select(c => c.Id)
            .Concat(db.Set<CaseFactNote>().Where(n => n.CaseId == id && Reached(id, by).Any()).Select(n => n.Id))
            .Concat(db.Set<CaseConflict>().Where(c => c.CaseId == id && Reached(id, by).Any()).Select(c => c.Id));
        return Page<TraceRow>.Of(
            await db.Set<TraceRow>()
                .AsNoTracking()
                .Where(t => subjects.Contains(t.SubjectId))
                .NewestFirst(after, t => t.At, t => t.SubjectId, t => t.Sequence, SectionSize)
                .ToListAsync(ct),
            t => new Cursor(t.At, t.SubjectId, t.Sequence),
            SectionSize
        );
    }

    private IQueryable<WorkOrder> OrdersOf(Guid id, Actor by) => db.VisibleTo(by).AsNoTracking().Where(o => o.CaseId == id);

    private IQueryable<Service> ServicesOf(Guid id, Actor by) => db.ServicesVisibleTo(by).AsNoTracking().Where(s => s.CaseId == id);

    private IQueryable<ServedDocument> DocumentsOf(Guid id, Actor by) =>
        db.Set<ServedDocument>().AsNoTracking().Where(d => d.CaseId == id && ServicesOf(id, by).Any());

    private static IQueryable<CaseOrderRow> Orders(IQueryable<WorkOrder> orders) =>
        orders.Select(o => new CaseOrderRow(
            o.Id,
            o.Number,
            o.Category,
            o.Channel,
            o.Title,
            o.RequesterName,
            o.RequesterRole,
            o.State,
            o.OwnerId,
            o.OwnerName,
            o.ReceivedAt,
            o.DueAt,
            o.DueDay,
            o.DueIsProvisional,
            o.UrgeCount,
            o.Level,
            o.ClosedAt,
            o.Satisfaction
        ));

    private static IQueryable<CaseServiceRow> Services(IQueryable<Service> services) =>
        services.Select(s => new CaseServiceRow(
            s.Id,
            s.TaskId,
            s.TaskNumber,
            s.RecipientName,
            s.RecipientRole,
            s.DocumentTitles,
            s.State,
            s.EffectiveOn,
            s.BegunAt
        ));
}
