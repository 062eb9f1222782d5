using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>The two clocks: working days to the end of the loop, and minutes until somebody takes a critical one.</summary>
public sealed partial class EarlyWarning
{
    public override Subject Subject => new(SubjectKind.EarlyWarning, Id, CourtId, DivisionId);

    protected override bool IsDone => !IsOpen;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(RaisedAt);

    /// <summary>Nobody took it in time: the next in turn is called, by day and night, round and round until somebody does.</summary>
    /// <returns>False when it is not time, or somebody took it.</returns>
    public bool CallAgain(SupervisionChain chain, TimeSpan again, DateTimeOffset now)
    {
        if (CallAgainAt is not { } at || at > now || State != WarningState.ToTake)
            return false;
        var turns = Turns(chain);
        var (words, called) = turns.Count > 0 ? turns[Calls % turns.Count] : ("无人可报", []);
        var notices = Call(called, again, now).ToList();
        Raise(FactFor(EarlyWarningFacts.CalledAgain, Actor.System, now, words) with { Notices = notices });
        return true;
    }

    public override bool TakeStep(SupervisionChain chain, DateTimeOffset now)
    {
        if (TakeStep(now) is not { } step)
            return false;
        var late = OwnerId ?? Guid.Empty;
        if (step == SupervisionStep.Reminder)
        {
            Raise(
                FactFor(EarlyWarningFacts.Reminded, Actor.System, now, OwnerName.Length > 0 ? OwnerName : "立案庭") with
                {
                    Notices =
                    [
                        .. EarlyWarningNotices.Reminder.To(OwnerId is { } owner ? [owner] : chain.Platform.Select(p => p.StaffId), this),
                    ],
                }
            );
            return true;
        }

        var level = (int)step;
        var told = chain.ToldAt(level, late);
        var copies = chain.Below(level, late).Where(c => told.All(t => t.StaffId != c.StaffId)).ToList();
        Raise(
            FactFor(
                EarlyWarningFacts.Supervised,
                Actor.System,
                now,
                SupervisionWords.Told(
                    level,
                    told.Select(t => t.Name),
                    chain.SkippedAt(level, late),
                    [.. copies.Select(c => c.Name), OwnerName.Length > 0 ? OwnerName : "立案庭"]
                )
            ) with
            {
                Notices =
                [
                    .. EarlyWarningNotices.Level.To(
                        [.. told.Select(t => t.StaffId), .. copies.Select(c => c.StaffId), .. OwnerId is { } o ? new[] { o } : []],
                        this,
                        SupervisionWords.Level(level)
                    ),
                ],
            }
        );
        return true;
    }

    protected override void RaiseRecounted(DateOnly before, DateTimeOffset now) =>
        Raise(
            FactFor(
                EarlyWarningFacts.Recounted,
                Actor.System,
                now,
                before == DueDay ? "督办时间调整" : $"{ChinaTime.ShortDay(before)} → {ChinaTime.ShortDay(DueDay)}"
            )
        );

    private static List<(string Words, IReadOnlyList<Guid> Staff)> Turns(SupervisionChain chain)
    {
        Holder?[] leaders = [chain.Head, chain.VicePresident, chain.President];
        List<(string, IReadOnlyList<Guid>)> turns =
        [
            .. leaders.OfType<Holder>().DistinctBy(h => h.StaffId).Select(h => (h.Name, (IReadOnlyList<Guid>)[h.StaffId])),
        ];
        if (chain.Platform.Count > 0)
            turns.Insert(0, (string.Join('、', chain.Platform.Select(p => p.Name)), [.. chain.Platform.Select(p => p.StaffId)]));
        return turns;
    }

    private IEnumerable<Notice> Call(IReadOnlyList<Guid> staff, TimeSpan again, DateTimeOffset now)
    {
        if (RiskLevel != WarningLevel.Critical)
            return EarlyWarningNotices.Raised.To(staff, this);
        Calls++;
        CallAgainAt = now + again;
        return EarlyWarningNotices.Urgent.To(staff, this, again: again);
    }
}
