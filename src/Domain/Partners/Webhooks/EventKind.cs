namespace Domain.Partners;

/// <summary>What partners can hear of.</summary>
public enum EventKind
{
    OrderOpened,
    OrderHandedOn,
    OrderOverdue,
    OrderClosed,
    ServiceBegun,
    ServiceEffective,

    /// <summary>An agent was bound to a case, or no longer is.</summary>
    BindingChanged,

    /// <summary>Materials came in, or were decided on.</summary>
    MaterialChanged,
}

public static class EventKinds
{
    /// <summary>The word in requests.</summary>
    public static string Code(this EventKind kind) =>
        kind switch
        {
            EventKind.OrderOpened => "work_order.opened",
            EventKind.OrderHandedOn => "work_order.handed_on",
            EventKind.OrderOverdue => "work_order.overdue",
            EventKind.OrderClosed => "work_order.closed",
            EventKind.ServiceBegun => "service.begun",
            EventKind.ServiceEffective => "service.effective",
            EventKind.BindingChanged => "binding.changed",
            EventKind.MaterialChanged => "material.changed",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Chinese(this EventKind kind) =>
        kind switch
        {
            EventKind.OrderOpened => "工单受理",
            EventKind.OrderHandedOn => "工单转办",
            EventKind.OrderOverdue => "工单超期督办",
            EventKind.OrderClosed => "工单办结",
            EventKind.ServiceBegun => "开始送达",
            EventKind.ServiceEffective => "送达完成",
            EventKind.BindingChanged => "案件绑定变化",
            EventKind.MaterialChanged => "材料变化",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
