using Domain.Notifications;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>The two clocks: working days to the end of the loop, and minutes until somebody takes a critical one.</summary>
public sealed partial class EarlyWarning
{
    public override Subject Subject => new(SubjectKind.EarlyWarning, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override bool IsDone => !IsOpen;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(RaisedAt);

    /// <summary>Nobody took it in time: the next in turn is called, by day and night, round and round until somebody does.</summary>
    /// <returns>False when it is not time, or somebody took it.</returns>
    public bool CallAgain(SupervisionChain chain, TimeSpan again, DateTimeOffset now)
    {
        if (CallAgainAt is not { } at || at > now || State != WarningState.ToTake)
            return false;
        var turns = Turns(chain);
        var called = turns.Count > 0 ? turns[Calls % turns.Count] : [];
        var notices = Call([.. called.Select(c => c.StaffId)], again, now).ToList();
        var data = new WarningCalledData([.. called.Select(c => new CalledPerson(c.StaffId, c.Name))], Calls);
        Raise(FactFor(EarlyWarningFacts.CalledAgain, Actor.System, now, data) with { Notices = notices });
        return true;
    }

    protected override SupervisionNotices SupervisionNotices => EarlyWarningNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => EarlyWarningNotices.Fields(this);

    /// <summary>The filing division's desk until somebody took it.</summary>
    protected override ToldPerson? OwedBy => OwnerId is { } owner ? new(owner, OwnerName, null) : new(null, "立案庭", null);

    protected override IEnumerable<Holder> RemindedInstead(SupervisionChain chain) => chain.Platform;

    protected override IReadOnlyList<string> SupervisionTopics => Topics();

    protected override bool TellsAtOnce => RiskLevel == WarningLevel.Critical;

    /// <summary>The platform's people first, then each leader, bottom to top.</summary>
    private static List<IReadOnlyList<Holder>> Turns(SupervisionChain chain)
    {
        Holder?[] leaders = [chain.Head, chain.VicePresident, chain.President];
        List<IReadOnlyList<Holder>> turns =
        [
            .. leaders.OfType<Holder>().DistinctBy(h => h.StaffId).Select(h => (IReadOnlyList<Holder>)[h]),
        ];
        if (chain.Platform.Count > 0)
            turns.Insert(0, chain.Platform);
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
