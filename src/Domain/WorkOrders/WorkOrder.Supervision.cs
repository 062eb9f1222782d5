using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The clock's side: reminders, the levels, counting anew.</summary>
public sealed partial class WorkOrder
{
    public override Subject Subject => new(SubjectKind.WorkOrder, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(DispatchedAt ?? ReceivedAt);

    protected override SupervisionNotices SupervisionNotices => WorkOrderNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => WorkOrderNotices.Fields(this);

    protected override IEnumerable<(string Name, string Value)> LeaderFields => WorkOrderNotices.SaidIn(this);

    /// <summary>In the words that the head approved, as far as a phone may show them.</summary>
    protected override string WhyExtended(string reason) =>
        OpenWords.WhyNot(reason, RequesterPhone, IsSensitive) is null
            ? WorkOrderNotices.Spoken(this, reason.TrimEnd('。', '；', '，', ' '), WorkOrderNotices.WhyMaxLength)
            : ExtensionGranted;

    /// <summary>The requester's phone does not look again: it would find nothing new.</summary>
    protected override IReadOnlyList<string> SupervisionTopics =>
        LitigantId is { } litigant ? [.. Topics().Except([LiveTopic.Litigant(litigant)])] : Topics();

    protected override IReadOnlyList<string> RecountTopics => Topics();
}
