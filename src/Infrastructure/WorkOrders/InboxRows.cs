using System.Linq.Expressions;
using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;

namespace Infrastructure.WorkOrders;

public enum InboxTab
{
    /// <summary>待我答复; for whoever looks over a division or a court: all that wait for the court.</summary>
    ToAnswer,

    /// <summary>等待补充.</summary>
    Awaiting,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>我转出的.</summary>
    HandedOver,
}

/// <param name="Text">Part of an order's number, a case number, a name or a phone number; empty for all.</param>
public sealed record InboxFilter(
    InboxTab Tab,
    Category? Category = null,
    Channel? Channel = null,
    bool UnreadOnly = false,
    string Text = ""
)
{
    public bool IsPlain => Category is null && Channel is null && !UnreadOnly && Text.Length == 0;
}

/// <summary>One order in a list.</summary>
public sealed record InboxRow(
    Guid Id,
    string Number,
    string? CaseNumber,
    Category Category,
    Channel Channel,
    string RequesterName,
    string RequesterRole,
    string Title,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    bool DueIsProvisional,
    bool IsUnread,
    int UrgeCount,
    WorkOrderState State,
    string OwnerName,
    DateTimeOffset? ClosedAt
)
{
    public bool IsExtended { get; init; }
    public bool IsSensitive { get; init; }
    public bool IsUrgent { get; init; }

    /// <summary>The last day in words.</summary>
    public CountedDay DueOn => new(DueDay, DueIsProvisional);

    public string Requester => ShownName.InRole(RequesterRole, RequesterName, IsSensitive);

    /// <summary>When it was handed over; only in that list.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    internal static readonly Expression<Func<WorkOrder, InboxRow>> From = o => new InboxRow(
        o.Id,
        o.Number,
        o.CaseNumber,
        o.Category,
        o.Channel,
        o.RequesterName,
        o.RequesterRole,
        o.Title,
        o.ReceivedAt,
        o.DueAt,
        o.DueDay,
        o.DueIsProvisional,
        o.OwnerReadAt == null,
        o.UrgeCount,
        o.State,
        o.OwnerName,
        o.ClosedAt
    )
    {
        IsExtended = o.ExtraDays > 0,
        IsSensitive = o.IsSensitive,
        IsUrgent = o.UrgentAt != null,
    };

    /// <summary>By when it is due; closed or handed over for the other two lists.</summary>
    internal Cursor Key(InboxTab tab) =>
        new(
            tab switch
            {
                InboxTab.Answered => ClosedAt!.Value,
                InboxTab.HandedOver => HandedOverAt!.Value,
                _ => DueAt,
            },
            Id
        );
}

/// <summary>Figures of the open orders: how many wait, and of those how many are late, due today, due within days.</summary>
/// <param name="Late">Of those to answer.</param>
/// <param name="AwaitingLate">Late all the same, as every figure counts them.</param>
public sealed record InboxCounts(int ToAnswer, int Awaiting, int Late, int Today, int Soon, int AwaitingLate = 0)
{
    public static InboxCounts None { get; } = new(0, 0, 0, 0, 0);

    public int Rest => ToAnswer - Late - Today - Soon;

    public static InboxCounts operator +(InboxCounts a, InboxCounts b) =>
        new(
            a.ToAnswer + b.ToAnswer,
            a.Awaiting + b.Awaiting,
            a.Late + b.Late,
            a.Today + b.Today,
            a.Soon + b.Soon,
            a.AwaitingLate + b.AwaitingLate
        );
}
