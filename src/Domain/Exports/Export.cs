using Domain.Shared;

namespace Domain.Exports;

/// <summary>Who took what out of the system as a file (导出), written before the first byte is sent.</summary>
public sealed class Export : Aggregate
{
    public const int SubjectMaxLength = 300;

    private Export() { }

    public Guid StaffId { get; private init; }
    public string StaffName { get; private init; } = "";

    /// <summary>The post acted in: 立案庭平台管理.</summary>
    public string StaffTitle { get; private init; } = "";

    /// <summary>台账 越秀法院 2026-11-01 至 2026-11-20 接收.</summary>
    public string Subject { get; private init; } = "";

    /// <summary><c>xlsx</c> or <c>csv</c>.</summary>
    public string Format { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <param name="title">The post acted in.</param>
    /// <param name="subject">What the file holds; the trace keeps it whole.</param>
    /// <param name="format">The file's ending.</param>
    public static Export Of(string subject, string format, Actor by, string title, DateTimeOffset now)
    {
        var export = new Export
        {
            Id = Guid.CreateVersion7(now),
            StaffId = by.Id,
            StaffName = by.Name,
            StaffTitle = title,
            Subject = subject.Length <= SubjectMaxLength ? subject : subject[..SubjectMaxLength],
            Format = format,
            At = now,
        };
        export.Raise(new Fact("exported", by, now) { Data = new Exported(subject, format) });
        return export;
    }
}

public sealed record Exported(string Subject, string Format) : FactData;
