using Domain.Litigants;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>
/// Brings a case to what a record of the trial system says, and notes what changes. What the record leaves open stays as it is; what a person
/// entered here stays too and becomes a <see cref="CaseConflict"/> where the two differ.
/// </summary>
/// <param name="conflicts">Of the case, decided ones too; new ones are added.</param>
internal sealed partial class CaseTaking(
    Case @case,
    TrialRecord record,
    RecordPlace place,
    List<CaseConflict> conflicts,
    IIdentityKeys keys,
    DateTimeOffset now
)
{
    private readonly List<CaseChange> _changes = [];
    private readonly HashSet<ConflictPoint> _open = [];

    /// <summary>Shown from this record on.</summary>
    public List<CaseNode> NewNodes { get; } = [];

    /// <summary>Shown until this record: withdrawn, or not public any more.</summary>
    public List<CaseNode> HiddenNodes { get; } = [];

    /// <summary>Judge and clerk who gave the case to another.</summary>
    public List<CasePersonChange> People { get; } = [];

    /// <summary>Facts that the law asks for have changed: what is served is judged by them.</summary>
    public bool ChangesFacts { get; private set; }

    /// <returns>What changed.</returns>
    public IReadOnlyList<CaseChange> Run()
    {
        TakeCase();
        TakePeople();
        TakeParties();
        TakeHearings();
        TakeLimits();
        @case.LookAhead(now);
        TakeNodes();
        TakeFiles();
        TakeFees();
        foreach (var conflict in conflicts.Where(c => !_open.Any(c.IsAt)))
            conflict.Settle(@case, now);
        return _changes;
    }

    private void TakeCase()
    {
        Set(CaseField.Cause, @case.Cause, Clean(record.Cause), v => @case.Cause = v, v => v);
        Set(CaseField.FiledOn, @case.FiledOn, record.FiledOn!.Value, v => @case.FiledOn = v, Day);
        var (state, closed) = (record.State!.Value, record.ClosedOn);
        if (@case.State != state)
            Note(CaseField.State, "", @case.State.Chinese(), state.Chinese());
        else if (@case.ClosedOn != closed)
            Note(CaseField.ClosedOn, "", Day(@case.ClosedOn), Day(closed));
        (@case.State, @case.ClosedOn) = (state, closed);
        Set(CaseField.Secrecy, @case.Restriction, RestrictionOf(record.Secrecy!.Value), v => @case.Restriction = v, _ => "");
        @case.TrialProcedure = Keep(
            EnteredHere.TrialProcedure,
            CaseField.TrialProcedure,
            null,
            @case.TrialProcedure,
            record.Procedure,
            p => p.Chinese()
        );
        @case.RetriesFirstInstance = Keep(
            EnteredHere.RetrialProcedure,
            CaseField.RetrialProcedure,
            null,
            @case.RetriesFirstInstance,
            record.RetriesFirstInstance,
            yes => yes ? "一审程序" : "二审程序"
        );
    }

    private void TakePeople()
    {
        if (@case.DivisionId != place.Division.Id)
            Note(CaseField.Division, "", "", place.Division.Name);
        @case.DivisionId = place.Division.Id;
        if (place.Judge is { } judge && @case.JudgeId != judge.Id)
        {
            Note(CaseField.Judge, "", "", judge.Name);
            Moves(@case.JudgeId, judge.Id);
            @case.JudgeId = judge.Id;
        }

        if (place.Clerk is { } clerk && @case.ClerkId != clerk.Id)
        {
            Note(CaseField.Clerk, "", "", clerk.Name);
            Moves(@case.ClerkId, clerk.Id);
            @case.ClerkId = clerk.Id;
        }

        if (place.HasPanelOf(@case))
            return;
        var panel = place.Panel;
        Note(CaseField.Panel, "", "", panel!.Count == 0 ? "独任" : string.Join('、', panel!.Select(m => m.Name)));
        @case.Panel.Clear();
        @case.Panel.AddRange(PanelMember.Of(panel!.Select(m => m.Id)));
    }

    private void Moves(Guid? former, Guid next)
    {
        if (former is { } one)
            People.Add(new CasePersonChange(@case, one, next));
    }

    /// <summary>The row that the trial system means, made where there is none.</summary>
    private static (T Row, bool IsNew) Row<T>(List<T> rows, string? id, Func<string, T> make)
        where T : class, IRecorded
    {
        if (rows.Find(r => r.ExternalId == id) is { } known)
            return (known, false);
        var row = make(id!);
        rows.Add(row);
        return (row, true);
    }

    /// <summary>Which of those that are still there the record names no more.</summary>
    private static List<T> Gone<T>(IEnumerable<T> rows, IEnumerable<string?> named)
        where T : IRecorded
    {
        var ids = named.ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(r => !ids.Contains(r.ExternalId))];
    }

    /// <summary>A fact that a person may have entered here.</summary>
    private T? Keep<T>(EnteredHere fact, CaseField field, CaseParty? party, T? here, T? there, Func<T, string> words)
        where T : struct
    {
        if (there is null || here.Equals(there))
            return here;
        var entered = party?.Entered ?? @case.Entered;
        if (here is not null && entered.HasFlag(fact))
        {
            Differ(new ConflictPoint(@case, field) { PartyId = party?.Id }, here.Value.ToString()!, there.Value.ToString()!);
            return here;
        }

        Note(field, party?.Role.Chinese() ?? "", here is null ? "" : words(here.Value), words(there.Value));
        ChangesFacts = true;
        return there;
    }

    private void Differ(ConflictPoint point, string ours, string theirs)
    {
        _open.Add(point);
        if (conflicts.Find(c => c.IsAt(point)) is { } known)
            known.Stand(@case, ours, theirs, record.Version, now);
        else
            conflicts.Add(CaseConflict.Arise(point, ours, theirs, record.Version, now));
    }

    private void Set<T>(CaseField field, T from, T to, Action<T> set, Func<T, string> words)
    {
        if (EqualityComparer<T>.Default.Equals(from, to))
            return;
        Note(field, "", words(from), words(to));
        set(to);
    }

    private void Note(CaseField field, string of, string from, string to) => _changes.Add(new CaseChange(field, of, from, to));

    private static string Clean(string? text) => TypedText.Storable(text ?? "");

    private static string Day(DateOnly day) => Day((DateOnly?)day);

    private static string Day(DateOnly? day) => day is { } on ? ChinaTime.DayWithYear(on) : "";

    private static CaseRestriction RestrictionOf(TrialSecrecy secrecy) =>
        secrecy switch
        {
            TrialSecrecy.None => CaseRestriction.None,
            TrialSecrecy.ClosedHearing => CaseRestriction.ClosedHearing,
            TrialSecrecy.Juvenile => CaseRestriction.Juvenile,
            TrialSecrecy.Family => CaseRestriction.Family,
            _ => throw new ArgumentOutOfRangeException(nameof(secrecy), secrecy, "Refused at the door."),
        };
}

/// <summary>Whom a record names, as this platform knows them.</summary>
/// <param name="Judge">Null where none is named or the account is not known: whoever is there stays. So it is with the clerk.</param>
/// <param name="Panel">Null where accounts are named of which not one is known.</param>
public sealed record RecordPlace(RecordName Division, RecordName? Judge, RecordName? Clerk, IReadOnlyList<RecordName>? Panel)
{
    /// <summary>Whether the case says the same of its people already.</summary>
    internal bool IsOf(Case @case) =>
        @case.DivisionId == Division.Id
        && (Judge is null || @case.JudgeId == Judge.Id)
        && (Clerk is null || @case.ClerkId == Clerk.Id)
        && HasPanelOf(@case);

    internal bool HasPanelOf(Case @case) =>
        Panel is null || @case.Panel.OrderBy(m => m.Position).Select(m => m.StaffId).SequenceEqual(Panel.Select(m => m.Id));
}

public sealed record RecordName(Guid Id, string Name);
