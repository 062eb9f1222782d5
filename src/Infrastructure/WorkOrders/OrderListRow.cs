using System.Linq.Expressions;
using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Infrastructure.WorkOrders;

/// <summary>One order as the lists of agents, liaison officers and leaders show it.</summary>
public sealed record OrderListRow(
    Guid Id,
    string Number,
    Channel Channel,
    Category Category,
    string? CaseNumber,
    string Title,
    bool IsSensitive,
    string RequesterName,
    string RequesterRole,
    WorkOrderState State,
    Guid OwnerId,
    string OwnerName,
    Role OwnerRole,
    Guid CourtId,
    Guid DivisionId,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    bool DueIsProvisional,
    DateTimeOffset? OwnerReadAt,
    int UrgeCount,
    DateTimeOffset? LastUrgedAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClosedAt,
    string? ClosedByName,
    Satisfaction? Satisfaction,
    int Level,
    SupervisionStep? NextStep,
    DateTimeOffset? NextStepAt,
    DateTimeOffset Level3At,
    DateTimeOffset? LastSupervisedAt,
    bool IsMerged
)
{
    internal static readonly Expression<Func<WorkOrder, OrderListRow>> Of = o => new OrderListRow(
        o.Id,
        o.Number,
        o.Channel,
        o.Category,
        o.CaseNumber,
        o.Title,
        o.IsSensitive,
        o.RequesterName,
        o.RequesterRole,
        o.State,
        o.OwnerId,
        o.OwnerName,
        o.OwnerRole,
        o.CourtId,
        o.DivisionId,
        o.DueAt,
        o.DueDay,
        o.DueIsProvisional,
        o.OwnerReadAt,
        o.UrgeCount,
        o.LastUrgedAt,
        o.ReceivedAt,
        o.ClosedAt,
        o.ClosedByName,
        o.Satisfaction,
        o.Level,
        o.NextStep,
        o.NextStepAt,
        o.Level3At,
        o.LastSupervisedAt,
        o.MergedIntoId != null
    );

    /// <summary>The last day in words.</summary>
    public CountedDay DueOn => new(DueDay, DueIsProvisional);

    public string Requester => ShownName.InRole(RequesterRole, RequesterName, IsSensitive);

    public bool IsClosed => State == WorkOrderState.Closed;
}
