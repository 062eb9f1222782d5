using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.WorkOrders;

/// <summary>One order with everything its screen shows. The requester's phone leaves the query masked.</summary>
/// <param name="Merged">Orders that ended in this one, with their entries; the oldest first.</param>
public sealed record OrderDetail(
    WorkOrder Order,
    string MaskedPhone,
    string Court,
    string Division,
    bool MayHandle,
    IReadOnlyList<WorkOrderEntry> Entries,
    IReadOnlyList<OrderFile> Files,
    IReadOnlyList<WorkOrder> Merged,
    CaseCard? Case,
    IReadOnlyList<TraceRow> Trace,
    bool TraceIsIntact
)
{
    public IEnumerable<OrderFile> FilesOf(Guid? entryId, Guid? orderId = null) =>
        Files.Where(f => f.EntryId == entryId && f.OrderId == (orderId ?? Order.Id));
}

/// <param name="EntryId">The entry it came with; null for the first message.</param>
public sealed record OrderFile(Guid Id, string Name, string ContentType, long Size, Guid OrderId, Guid? EntryId);

/// <param name="IsMine">The viewer sits in it or assists in it: the parties stand in full.</param>
public sealed record CaseCard(
    Guid Id,
    string Number,
    string Cause,
    CaseStage Stage,
    CaseState State,
    string Court,
    string Division,
    DateOnly? TrialPeriodEnds,
    bool IsSensitive,
    bool IsMine,
    IReadOnlyList<CasePartyCard> Parties
);

/// <param name="Name">Unmasked: the screen masks it.</param>
public sealed record CasePartyCard(PartyRole Role, string Name);

/// <summary>Somebody of the same court who can take an order over.</summary>
public sealed record HandlerRow(Guid StaffId, string Name, Role Role, string Division, bool IsSameDivision);
