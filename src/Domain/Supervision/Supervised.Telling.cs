using Domain.Calendar;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.Supervision;

/// <summary>Who is told when it is late: at each level its leader, those below by copy, and the owner. The subclass supplies who, what and the words.</summary>
public abstract partial class Supervised
{
    private const string CalendarChanged = "工作日历调整";

    /// <summary>The texts of its kind.</summary>
    protected abstract SupervisionNotices SupervisionNotices { get; }

    /// <summary>Values of the fields that its texts name.</summary>
    protected abstract IReadOnlyDictionary<string, string> NoticeFields { get; }

    /// <summary>Whose screens look again when a step is taken.</summary>
    protected abstract IReadOnlyList<string> SupervisionTopics { get; }

    /// <summary>The screens that show the last day, too.</summary>
    protected virtual IReadOnlyList<string> RecountTopics => SupervisionTopics;

    /// <summary>Who owes it; a name without id and role where it is a desk; null where nobody does yet.</summary>
    protected virtual ToldPerson? OwedBy => null;

    /// <summary>The same where only the chain says who.</summary>
    protected virtual ToldPerson? OwedIn(SupervisionChain chain) => OwedBy;

    /// <summary>Who is reminded where no one person owes it.</summary>
    protected virtual IEnumerable<Holder> RemindedInstead(SupervisionChain chain) => [];

    /// <summary>Values that only leaders and the next owner are told, beside <see cref="NoticeFields"/>.</summary>
    protected virtual IEnumerable<(string Name, string Value)> LeaderFields => [];

    /// <summary>The division's liaison officer hears of each level, too.</summary>
    protected virtual bool TellsLiaison => false;

    /// <summary>May reach people outside working hours.</summary>
    protected virtual bool TellsAtOnce => false;

    /// <summary>Who waits for it hears that the day has moved.</summary>
    /// <param name="before">The last day until now.</param>
    /// <param name="why">In a few words that anybody may read.</param>
    protected virtual IEnumerable<Notice> TellOfNewDay(CountedDay before, string why) => [];

    /// <summary>Who waits for it hears that the day has passed.</summary>
    protected virtual IEnumerable<Notice> TellOfLapse() => [];

    /// <summary>A notice about it to one member of staff, in the words of its kind.</summary>
    protected IEnumerable<Notice> Tell(NoticeKind kind, Guid? staffId, params IEnumerable<(string Name, string Value)> more)
    {
        if (staffId is not { } id)
            return [];
        Dictionary<string, string> fields = new(NoticeFields);
        foreach (var (name, value) in more)
            fields[name] = value;
        return kind.To(NoticeRecipient.Staff(id), fields, Subject, TellsAtOnce);
    }

    private Fact Reminded(SupervisionChain chain, DateTimeOffset now)
    {
        var owner = OwedIn(chain);
        List<Holder> instead = owner?.StaffId is null ? [.. RemindedInstead(chain)] : [];
        return new Fact(SupervisionFacts.Reminded, Actor.System, now)
        {
            Data = new RemindedData(owner ?? instead.Select(ToldPerson.Of).FirstOrDefault(), DueDay),
            Topics = SupervisionTopics,
            Notices =
            [
                .. Tell(SupervisionNotices.Reminder, owner?.StaffId),
                .. instead.DistinctBy(h => h.StaffId).SelectMany(h => Tell(SupervisionNotices.Reminder, h.StaffId)),
            ],
        };
    }

    private Fact Told(int level, SupervisionChain chain, DateTimeOffset now)
    {
        var data = ToldData.Of(level, chain, OwedIn(chain));
        if (TellsLiaison && chain.Liaison is { } officer && officer.StaffId != data.Owner?.StaffId)
            data = data with { Liaison = ToldPerson.Of(officer) };
        (string, string)[] fields =
        [
            ("level", SupervisionWords.Level(level)),
            .. SupervisionWords.OwnerFields(data.Owner),
            ("told", data.Told is [{ Role: { } role }, ..] ? role.Chinese() : Role.FilingDivision.Chinese()),
            .. NoticeFields.ContainsKey("division") ? Array.Empty<(string, string)>() : [("division", chain.Division)],
        ];
        return new Fact(SupervisionFacts.Supervised, Actor.System, now)
        {
            Data = data,
            Topics = level == 1 ? RecountTopics : SupervisionTopics,
            Notices =
            [
                .. level == 1 ? TellOfLapse() : [],
                .. data.Told.SelectMany(p => Tell(SupervisionNotices.Level, p.StaffId, [.. fields, .. LeaderFields])),
                .. data.Copies.SelectMany(p => Tell(SupervisionNotices.Copy, p.StaffId, [.. fields, .. LeaderFields])),
                .. Tell(SupervisionNotices.ToOwner, data.Owner?.StaffId, fields),
                .. Tell(SupervisionNotices.ToLiaison, data.Liaison?.StaffId, fields),
            ],
        };
    }

    /// <summary>The limit or its steps moved; the owner and who waits are told only when the day is another.</summary>
    private Fact Recounted(CountedDay before, DateTimeOffset now) =>
        new(SupervisionFacts.Recounted, Actor.System, now)
        {
            Data = new RecountedData(before.Day, DueDay, DueIsProvisional),
            Topics = RecountTopics,
            Notices =
                before.Day == DueDay
                    ? []
                    :
                    [
                        .. Tell(SupervisionNotices.Recounted, OwedBy?.StaffId, ("dueBefore", before.Words)),
                        .. TellOfNewDay(before, CalendarChanged),
                    ],
        };
}
