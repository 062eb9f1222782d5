using Domain.Notifications;
using Domain.Shared;

namespace Domain.CityChanges;

public enum CityChangeState
{
    /// <summary>待批准.</summary>
    Waiting,

    /// <summary>已批准: a second person agreed; carried out at once, or by a worker if the process died between.</summary>
    Approved,

    /// <summary>已生效.</summary>
    InForce,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已撤回, by whoever asked.</summary>
    Withdrawn,

    /// <summary>未能生效: approved, and refused when it was carried out, e.g. because the text was changed meanwhile.</summary>
    Failed,
}

/// <summary>
/// A change that holds for the whole city (全市变更): the city's administrator asks, another person approves, then it is carried out.
/// Everything that two people must agree to goes this way (ADR 34).
/// </summary>
public sealed class CityChange : Aggregate
{
    public const int ReasonMaxLength = 200;
    public const int OutcomeMaxLength = 200;

    private CityChange() { }

    public CityChangeArea Area { get; private init; }
    public CityWish Wish { get; private init; } = null!;

    /// <summary>What it is, as foreseen when it was asked for.</summary>
    public string What { get; private init; } = "";

    /// <summary>What it was then, and what it becomes.</summary>
    public List<Difference> Differences { get; private init; } = [];

    public string Effect { get; private init; } = "";
    public string Reason { get; private init; } = "";

    /// <summary>It begins before the next working day is over: who approves is called at once, at any hour.</summary>
    public bool IsUrgent { get; private init; }

    public Guid CourtId { get; private init; }
    public Guid AskedById { get; private init; }
    public string AskedByName { get; private init; } = "";
    public DateTimeOffset AskedAt { get; private init; }
    public CityChangeState State { get; private set; }

    /// <summary>Who approved or returned it.</summary>
    public Guid? DecidedById { get; private set; }

    public string DecidedByName { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When it took effect, failed, was returned or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was returned, or why it could not take effect.</summary>
    public string Outcome { get; private set; } = "";

    private Subject Subject => new(SubjectKind.CityChange, Id) { CourtId = CourtId, DivisionId = null };

    /// <param name="id">Made by the page: pressing twice asks once.</param>
    /// <param name="approvers">Who may approve it.</param>
    internal static CityChange Ask(
        Guid id,
        CityWish wish,
        Foreseen foreseen,
        string reason,
        bool isUrgent,
        IEnumerable<Guid> approvers,
        Actor by,
        DateTimeOffset now
    )
    {
        var change = new CityChange
        {
            Id = id,
            Area = CityChangeAreas.AreaOf(wish),
            Wish = wish,
            What = foreseen.What,
            Differences = [.. foreseen.Differences],
            Effect = foreseen.Effect,
            Reason = Checked(reason, CityChangeErrors.ReasonMissing),
            IsUrgent = isUrgent,
            CourtId = by.Post!.CourtId,
            AskedById = by.Id,
            AskedByName = by.Name,
            AskedAt = now,
        };
        var data = new CityChangeAskedData(change.Area, change.What, change.Differences, change.Reason, isUrgent);
        change.Raise(CityChangeFacts.Asked, by, now, data, CityChangeNotices.ToApprove(change.Subject, approvers, change), wish.ToJson());
        return change;
    }

    /// <summary>By a second person.</summary>
    public void Approve(Actor by, DateTimeOffset now)
    {
        if (State is CityChangeState.Approved or CityChangeState.InForce && DecidedById == by.Id)
            return; // pressed twice
        CheckMayDecide(by);
        (State, DecidedById, DecidedByName, DecidedAt) = (CityChangeState.Approved, by.Id, by.Name, now);
        Raise(CityChangeFacts.Approved, by, now, null, []);
    }

    public void Return(string reason, Actor by, DateTimeOffset now)
    {
        CheckMayDecide(by);
        Outcome = Checked(reason, CityChangeErrors.ReturnReasonMissing);
        (DecidedById, DecidedByName, DecidedAt) = (by.Id, by.Name, now);
        End(CityChangeState.Returned, CityChangeFacts.Returned, new CityChangeEndedData(Outcome), "已退回，请看原因", by, now);
    }

    /// <summary>By whoever asked, as long as nobody has decided.</summary>
    public void Withdraw(Actor by, DateTimeOffset now)
    {
        if (by.Id != AskedById)
            throw CityChangeErrors.NotAsker();
        if (State == CityChangeState.Withdrawn)
            return;
        CheckWaits();
        (State, EndedAt) = (CityChangeState.Withdrawn, now);
        Raise(CityChangeFacts.Withdrawn, by, now, null, []);
    }

    /// <summary>What lets it be carried out: nothing else makes one.</summary>
    internal Approval ToApproval() =>
        State == CityChangeState.Approved
            ? new Approval(Id, new Actor(ActorKind.Staff, AskedById, AskedByName), DecidedById!.Value, DecidedByName, Reason)
            : throw new InvalidOperationException($"A change that is {State} cannot be carried out.");

    /// <summary>Saved with what it changed.</summary>
    internal void TookEffect(DateTimeOffset now) =>
        End(CityChangeState.InForce, CityChangeFacts.TookEffect, null, "已生效", Actor.System, now);

    /// <param name="words">Of the refusal.</param>
    internal void Fail(string words, DateTimeOffset now)
    {
        Outcome = words.Length <= OutcomeMaxLength ? words : words[..OutcomeMaxLength];
        End(CityChangeState.Failed, CityChangeFacts.Failed, new CityChangeEndedData(Outcome), "未能生效，请看原因", Actor.System, now);
    }

    private void CheckMayDecide(Actor by)
    {
        if (by.Id == AskedById)
            throw CityChangeErrors.OwnChange();
        CheckWaits();
    }

    private void CheckWaits()
    {
        if (State != CityChangeState.Waiting)
            throw CityChangeErrors.Decided(State);
    }

    private void End(CityChangeState state, string kind, FactData? data, string result, Actor by, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        Raise(kind, by, now, data, CityChangeNotices.Ended(Subject, AskedById, this, result));
    }

    private void Raise(string kind, Actor by, DateTimeOffset now, FactData? data, IEnumerable<Notice> notices, string content = "") =>
        Raise(
            new Fact(kind, by, now)
            {
                Data = data,
                Content = content,
                Notices = [.. notices],
                Topics = [LiveTopic.CityChanges],
            }
        );

    private static string Checked(string reason, Func<RefusedException> missing) =>
        TypedText.Storable(reason) switch
        {
            "" => throw missing(),
            { Length: > ReasonMaxLength } => throw CityChangeErrors.ReasonTooLong(),
            var given => given,
        };
}
