using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.EarlyWarnings;

/// <summary>
/// A risk that somebody saw (应急预警). The court's filing division takes it, and it goes through 接单 → 排查 → 研判 → 处置 →
/// 反馈, each step with an owner. What it is about is for few eyes: see <see cref="EarlyWarningAccess"/>.
/// </summary>
public sealed partial class EarlyWarning : Supervised
{
    public static readonly NumberSeries Numbers = new("YJ", Digits: 4, Block: 1);
    public const int TextMaxLength = 2_000;
    public const int ReasonMaxLength = 300;

    private EarlyWarning() { }

    /// <summary>What people read out: <c>YJ20261120-0001</c>.</summary>
    public string Number { get; private init; } = "";

    public Guid CourtId { get; private init; }

    /// <summary>The court's filing division.</summary>
    public Guid DivisionId { get; private init; }

    /// <summary>Null when it was raised about a caller without an order.</summary>
    public Guid? WorkOrderId { get; private init; }

    public Guid? CaseId { get; private init; }

    /// <summary>The candidate that it was confirmed from.</summary>
    public Guid? CandidateId { get; private init; }

    public WarningLevel RiskLevel { get; private set; }
    public List<WarningTrigger> Triggers { get; private init; } = [];

    /// <summary>For few eyes.</summary>
    public string Description { get; private init; } = "";

    public Guid RaisedById { get; private init; }
    public string RaisedByName { get; private init; } = "";
    public DateTimeOffset RaisedAt { get; private init; }
    public WarningState State { get; private set; }

    /// <summary>Who does the step that is awaited; null until somebody took it.</summary>
    public Guid? OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";
    public Guid? TakenById { get; private set; }
    public string TakenByName { get; private set; } = "";
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the next person is called, if nobody took it by then; set for critical ones that nobody took.</summary>
    public DateTimeOffset? CallAgainAt { get; private set; }

    public int Calls { get; private set; }
    public List<EarlyWarningEntry> Entries { get; } = [];

    public bool IsOpen => State.IsOpen();

    public static EarlyWarning Raise(
        NewWarning risk,
        Ladder ladder,
        IReadOnlyList<Guid> called,
        TimeSpan again,
        Actor by,
        DateTimeOffset now
    )
    {
        if (risk.Triggers.Count == 0)
            throw EarlyWarningErrors.TriggerMissing();
        var description = CheckedText(risk.Description);
        var warning = new EarlyWarning
        {
            Id = risk.Id,
            Number = risk.Number,
            CourtId = risk.CourtId,
            DivisionId = risk.DivisionId,
            WorkOrderId = risk.WorkOrderId,
            CaseId = risk.CaseId,
            CandidateId = risk.CandidateId,
            RiskLevel = risk.Level,
            Triggers = [.. risk.Triggers.Distinct().Order()],
            Description = description,
            RaisedById = by.Id,
            RaisedByName = by.Name,
            RaisedAt = now,
        };
        warning.StartClock(ladder, now);
        warning.Raise(
            warning.FactFor(
                EarlyWarningFacts.Raised,
                by,
                now,
                new WarningRaisedData(risk.Level)
                {
                    WorkOrderId = risk.WorkOrderId,
                    CaseId = risk.CaseId,
                    CandidateId = risk.CandidateId,
                },
                description
            ) with
            {
                Notices = [.. warning.Call(called, again, now)],
            }
        );
        return warning;
    }

    /// <summary>Somebody looked at what it is about.</summary>
    public void OpenedBy(Actor by, DateTimeOffset now) => Raise(FactFor(EarlyWarningFacts.Opened, by, now) with { Topics = [] });

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData? data = null, string content = "") =>
        new(kind, by, now)
        {
            Data = data,
            Content = content,
            Topics = Topics(),
        };

    private List<string> Topics()
    {
        List<string> topics =
        [
            LiveTopic.EarlyWarning(Id),
            LiveTopic.Division(DivisionId),
            LiveTopic.Court(CourtId),
            LiveTopic.AllCourts,
            LiveTopic.Staff(RaisedById),
        ];
        if (OwnerId is { } owner)
            topics.Add(LiveTopic.Staff(owner));
        if (WorkOrderId is { } order)
            topics.Add(LiveTopic.WorkOrder(order));
        return topics;
    }

    internal static string CheckedText(string text) =>
        TypedText.Storable(text) switch
        {
            "" => throw EarlyWarningErrors.TextMissing(),
            { Length: > TextMaxLength } => throw EarlyWarningErrors.TextTooLong(),
            var words => words,
        };

    internal static string CheckedReason(string reason) =>
        TypedText.Storable(reason) switch
        {
            "" => throw EarlyWarningErrors.ReasonMissing(),
            { Length: > ReasonMaxLength } => throw EarlyWarningErrors.TextTooLong(),
            var words => words,
        };
}

/// <summary>A risk as it is raised.</summary>
public sealed record NewWarning(WarningLevel Level, IReadOnlyCollection<WarningTrigger> Triggers, string Description)
{
    public required Guid Id { get; init; }

    /// <summary>Of <see cref="EarlyWarning.Numbers"/>.</summary>
    public required string Number { get; init; }

    public required Guid CourtId { get; init; }
    public required Guid DivisionId { get; init; }
    public Guid? WorkOrderId { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? CandidateId { get; init; }
}
