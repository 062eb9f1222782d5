using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The clock's side: reminders, the levels, counting anew.</summary>
public sealed partial class WorkOrder
{
    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(DispatchedAt ?? ReceivedAt);

    public override bool TakeStep(SupervisionChain chain, DateTimeOffset now)
    {
        if (TakeStep(now) is not { } step)
            return false;
        Raise(step == SupervisionStep.Reminder ? Reminded(now) : Told((int)step, chain, now));
        return true;
    }

    protected override void RaiseRecounted(DateOnly before, DateTimeOffset now) =>
        Raise(
            FactFor(
                WorkOrderFacts.Recounted,
                Actor.System,
                now,
                new RecountedData(before, DueDay, DueIsProvisional),
                notices: before == DueDay ? [] : SupervisionNotices.Recounted.ToOwner(this, ("answerByBefore", ChinaTime.Day(before)))
            )
        );

    private Fact Reminded(DateTimeOffset now) =>
        InternalFact(WorkOrderFacts.Reminded, now, new RemindedData(Late, DueDay), SupervisionNotices.Reminder.ToOwner(this));

    private Fact Told(int level, SupervisionChain chain, DateTimeOffset now)
    {
        var data = ToldData.Of(level, chain, Late);
        (string, string)[] fields =
        [
            ("level", SupervisionWords.Level(level)),
            ("division", chain.Division),
            ("owner", $"{OwnerRole.Chinese()} {Masking.Name(OwnerName)}"),
            ("told", (data.Told.Count > 0 ? data.Told[0].Role!.Value : Role.FilingDivision).Chinese()),
        ];
        return InternalFact(
            WorkOrderFacts.Supervised,
            now,
            data,
            [
                .. data.Told.SelectMany(p => SupervisionNotices.Level.ToStaff(p.StaffId!.Value, this, fields)),
                .. data.Copies.SelectMany(p => SupervisionNotices.Copy.ToStaff(p.StaffId!.Value, this, fields)),
                .. SupervisionNotices.ToOwner.ToOwner(this, fields),
            ]
        );
    }

    private ToldPerson Late => new(OwnerId, OwnerName, OwnerRole);

    /// <summary>The requester's phone does not look again: it would find nothing new.</summary>
    private Fact InternalFact(string kind, DateTimeOffset now, FactData data, IEnumerable<Notice> notices)
    {
        var fact = FactFor(kind, Actor.System, now, data, notices: notices);
        return LitigantId is { } litigant ? fact with { Topics = [.. fact.Topics.Except([LiveTopic.Litigant(litigant)])] } : fact;
    }
}
