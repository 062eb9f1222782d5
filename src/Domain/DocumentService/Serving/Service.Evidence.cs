using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What a clerk records of the recipient, each with its grounds.</summary>
public sealed partial class Service
{
    /// <summary>The recipient proved another arrival at the own system (JI 135).</summary>
    public void ProveArrival(Guid attemptId, DateTimeOffset arrivedAt, string evidence, Actor by, DateTimeOffset now)
    {
        var attempt = AttemptOf(attemptId);
        if (!attempt.Channel.IsElectronic() || attempt.SentAt is null)
            throw ServiceErrors.NotNow();
        if (arrivedAt < attempt.QueuedAt || arrivedAt > now)
            throw ServiceErrors.TimeWrong();
        attempt.ProvedArrivalAt = arrivedAt;
        Raise(
            FactFor(
                ServiceFacts.ArrivalProved,
                by,
                now,
                new ArrivalProvedData(TracedAttempt.Of(attempt), arrivedAt),
                ServiceTexts.Reason(evidence)
            )
        );
    }

    /// <summary>The presumption is rebutted (OLR 31): the service is open again.</summary>
    public void Rebut(Guid attemptId, RebuttalGround ground, string evidence, Actor by, DateTimeOffset now)
    {
        var attempt = AttemptOf(attemptId);
        if (attempt.IsRebutted)
            return;
        if (!Copies.Exists(c => c.Standing == ServiceStanding.Presumed && c.OpenedAttemptId == attemptId))
            throw ServiceErrors.NotNow();
        attempt.IsRebutted = true;
        Raise(FactFor(ServiceFacts.Rebutted, by, now, new RebuttedData(TracedAttempt.Of(attempt), ground), ServiceTexts.Reason(evidence)));
    }

    /// <summary>A reply of receipt on the phone, by SMS or in writing (OLR 31-2-1).</summary>
    public void NoteReply(Guid attemptId, DateTimeOffset at, string words, Actor by, DateTimeOffset now)
    {
        var attempt = AttemptOf(attemptId);
        if (attempt.RepliedAt is not null)
            return;
        CheckHappened(attempt, at, now);
        attempt.RepliedAt = at;
        attempt.Reach(AttemptState.Opened, at);
        Raise(FactFor(ServiceFacts.Replied, by, now, new RepliedData(TracedAttempt.Of(attempt), at), ServiceTexts.Reason(words)));
    }

    /// <summary>The recipient did what the document asks for (OLR 31-2-1): came to the hearing, filed a defence.</summary>
    public void NoteAct(Guid attemptId, DateTimeOffset at, string what, Actor by, DateTimeOffset now)
    {
        var attempt = AttemptOf(attemptId);
        if (attempt.ActedAt is not null)
            return;
        CheckHappened(attempt, at, now);
        attempt.ActedAt = at;
        Raise(FactFor(ServiceFacts.Acted, by, now, new ActedData(TracedAttempt.Of(attempt), at), ServiceTexts.Reason(what)));
    }

    /// <summary>Read without consent on record, and the clerk names the act by which the recipient accepted it (OLR 29-4): served on that day.</summary>
    public void Accept(Guid attemptId, DateTimeOffset actedAt, string what, Actor by, DateTimeOffset now)
    {
        var attempt = ForClerk(attemptId);
        CheckHappened(attempt, actedAt, now);
        attempt.ActedAt = actedAt;
        Raise(FactFor(ServiceFacts.Accepted, by, now, new AcceptedData(TracedAttempt.Of(attempt), actedAt), ServiceTexts.Reason(what)));
    }

    /// <summary>Read without consent on record, and nothing shows that the recipient accepted it: other ways go on.</summary>
    public void NotAccepted(Guid attemptId, string why, Actor by, DateTimeOffset now)
    {
        var attempt = ForClerk(attemptId);
        attempt.NotAcceptedAt = now;
        Raise(FactFor(ServiceFacts.NotAccepted, by, now, new NotAcceptedData(TracedAttempt.Of(attempt)), ServiceTexts.Reason(why)));
    }

    private ServiceAttempt ForClerk(Guid attemptId)
    {
        var attempt = AttemptOf(attemptId);
        return !attempt.IsInVain && StandingCopies().Any(c => c.Standing == ServiceStanding.ForClerk && c.OpenedAttemptId == attemptId)
            ? attempt
            : throw ServiceErrors.NotNow();
    }

    private static void CheckHappened(ServiceAttempt attempt, DateTimeOffset at, DateTimeOffset now)
    {
        if (!attempt.Channel.IsElectronic() || attempt.SentAt is null)
            throw ServiceErrors.NotNow();
        if (at < attempt.QueuedAt || at > now)
            throw ServiceErrors.TimeWrong();
    }
}

/// <summary>Why reading is presumed wrongly (OLR 31).</summary>
public enum RebuttalGround
{
    /// <summary>系统错误.</summary>
    SystemError,

    /// <summary>送达地址非受送达人所有或使用.</summary>
    NotOwnAddress,

    /// <summary>非本人阅知.</summary>
    NotReadByPerson,
}

public static class RebuttalGrounds
{
    public static string Chinese(this RebuttalGround ground) =>
        ground switch
        {
            RebuttalGround.SystemError => "存在系统错误",
            RebuttalGround.NotOwnAddress => "送达地址非受送达人所有或者使用",
            RebuttalGround.NotReadByPerson => "非本人阅知",
            _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, null),
        };
}
