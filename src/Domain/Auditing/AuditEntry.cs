using Domain.Shared;

namespace Domain.Auditing;

/// <summary>One row of the audit log (审计日志). It is written once and never changed.</summary>
public sealed record AuditEntry
{
    public const int WhatMaxLength = 40;
    public const int TextMaxLength = 500;
    public const int SourceMaxLength = 45;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public AuditKind Kind { get; init; }
    public ActorKind By { get; init; }

    /// <summary>Null where a sign-in was refused to nobody we know.</summary>
    public Guid? ById { get; init; }

    /// <summary>The person's name; where a sign-in was refused, what was typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The post acted in; null for litigants.</summary>
    public Guid? PostId { get; init; }

    public Guid? CourtId { get; init; }

    /// <summary>Tells the browser and the network, while there is a session.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The network that asked, where there is no session yet; see <c>Networks.Of</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it was about, as people call it: 工单, 案件, 送达统计.</summary>
    public string What { get; init; } = "";

    /// <summary>Which one.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What was searched for, the reason, what the file held.</summary>
    public string Text { get; init; } = "";

    /// <summary>The code of the refusal; empty when it was done.</summary>
    public string Refused { get; init; } = "";

    public static AuditEntry Of(AuditKind kind, string what, Actor by, Guid? subject = null, string text = "") =>
        new()
        {
            Kind = kind,
            By = by.Kind,
            ById = by.Id,
            Name = by.Name,
            PostId = by.Post?.Id,
            CourtId = by.Post?.CourtId,
            SessionId = by.SessionId,
            What = what,
            SubjectId = subject,
            Text = Cut(text, TextMaxLength),
        };

    /// <param name="typed">Anything: what comes from strangers is cut and cleaned.</param>
    public static string Cut(string typed, int length) =>
        TypedText.Storable(typed) is var text && text.Length <= length ? text : TypedText.Storable(typed)[..length];
}
