namespace Domain.Exports;

/// <summary>Who took what out of the system as a file (导出), written before the first byte is sent.</summary>
public sealed class Export
{
    public const int SubjectMaxLength = 300;

    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public required string StaffName { get; init; }

    /// <summary>The post acted in: 立案庭平台管理.</summary>
    public required string StaffTitle { get; init; }

    /// <summary>台账 越秀法院 2026-11-01 至 2026-11-20 接收.</summary>
    public required string Subject { get; init; }

    /// <summary><c>xlsx</c> or <c>csv</c>.</summary>
    public required string Format { get; init; }

    public DateTimeOffset At { get; init; }
}
