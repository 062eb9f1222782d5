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

    protected override SupervisionNotices SupervisionNotices => EarlyWarningNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => EarlyWarningNotices.Fields(this);

    /// <summary>The filing division's desk until somebody took it.</summary>
    protected override ToldPerson? OwedBy => OwnerId is { } owner ? new(owner, OwnerName, null) : new(null, "立案庭", null);

    protected override IEnumerable<Holder> RemindedInstead(SupervisionChain chain) => chain.Platform;

    protected override IReadOnlyList<string> SupervisionTopics => Topics();

    protected override bool TellsAtOnce => RiskLevel == WarningLevel.Critical;

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
