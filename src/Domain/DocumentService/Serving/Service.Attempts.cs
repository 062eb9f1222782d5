using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What is done to reach the recipient, and what the channels report.</summary>
public sealed partial class Service
{
    /// <summary>The recipient has no account on this platform.</summary>
    public const string NoAccount = "no_account";

    /// <summary>One more way is tried: confirmed, fallen back to, or chosen by a clerk.</summary>
    /// <param name="retries">The attempt that it repeats.</param>
    public ServiceAttempt Attempt(PlannedWay way, Guid? retries, ServiceLinks links, Actor by, DateTimeOffset now)
    {
        if (State == ServiceState.Withdrawn)
            throw ServiceErrors.Withdrawn();
        var token = way.Channel is ServiceChannel.SmsLink or ServiceChannel.Email ? ServiceLinks.NewToken() : null;
        var isNowhere = way.Channel == ServiceChannel.WebAccount && LitigantId is null;
        var notice = isNowhere ? null : ServiceNotices.For(this, way, token is null ? "" : links.AddressOf(token));
        var attempt = new ServiceAttempt
        {
            Id = Guid.CreateVersion7(now),
            ServiceId = Id,
            DivisionId = DivisionId,
            ClerkId = ClerkId,
            CaseId = CaseId,
            Position = Attempts.Count + 1,
            Channel = way.Channel,
            Address = way.Address,
            Basis = way.Basis,
            Origin = way.Origin,
            NoticeId = notice?.Id,
            LinkHash = token is null ? null : ServiceLinks.HashOf(token),
            RetriesId = retries,
            QueuedAt = now,
            LastAt = now,
        };
        Attempts.Add(attempt);
        if (State == ServiceState.Failed)
            State = ServiceState.UnderWay;
        Raise(
            FactFor(ServiceFacts.Queued, by, now, new QueuedData(TracedAttempt.Of(attempt), way.Origin, retries), attempt.Address) with
            {
                Notices = notice is null ? [] : [notice],
            }
        );
        if (isNowhere)
            Failed(attempt.Id, NoAccount, now, now);
        else if (way.Channel == ServiceChannel.WebAccount)
            Delivered(attempt.Id, now, now); // the account is ours: it is there
        return attempt;
    }

    /// <summary>Repeats what failed and was not repeated yet.</summary>
    /// <param name="attemptId">Only this one; null for all.</param>
    /// <returns>How many attempts were begun.</returns>
    internal int RetryFailed(Guid? attemptId, ServiceLinks links, Actor by, DateTimeOffset now)
    {
        var failed = Attempts
            .Where(a => a.HasFailed && (attemptId is null || a.Id == attemptId) && !Attempts.Exists(r => r.RetriesId == a.Id))
            .ToList();
        foreach (var attempt in failed)
            Attempt(new PlannedWay(attempt.Channel, attempt.Address, attempt.Basis, attempt.Origin), attempt.Id, links, by, now);
        return failed.Count;
    }

    /// <summary>The gateway, the post or the clerk has it.</summary>
    public void Sent(Guid attemptId, DateTimeOffset at, DateTimeOffset now, string reference = "", Actor? by = null)
    {
        var attempt = AttemptOf(attemptId);
        if (attempt.SentAt is not null)
            return;
        attempt.SentAt = at;
        CameBack(attempt, at);
        if (reference.Length > 0)
            attempt.Reference = reference;
        attempt.Reach(AttemptState.Sent, at);
        Raise(FactFor(ServiceFacts.Sent, by ?? Actor.System, now, new SentData(TracedAttempt.Of(attempt), at, reference)));
    }

    /// <summary>It reached the system of the address.</summary>
    public void Delivered(Guid attemptId, DateTimeOffset at, DateTimeOffset now, Actor? by = null)
    {
        var attempt = AttemptOf(attemptId);
        if (attempt.DeliveredAt is not null)
            return;
        attempt.SentAt ??= at;
        attempt.DeliveredAt = at;
        CameBack(attempt, at);
        attempt.Reach(AttemptState.Delivered, at);
        Raise(FactFor(ServiceFacts.Delivered, by ?? Actor.System, now, new DeliveredData(TracedAttempt.Of(attempt), at)));
    }

    /// <summary>It did not get through; or it came back after it had seemed to (退信), which reopens the service.</summary>
    public void Failed(Guid attemptId, string code, DateTimeOffset at, DateTimeOffset now, Actor? by = null)
    {
        var attempt = AttemptOf(attemptId);
        if (attempt.FailedAt is not null || attempt.State is AttemptState.Withdrawn)
            return;
        if (attempt.DeliveredAt is not null || attempt.SentAt is not null)
            attempt.BouncedAt = at;
        (attempt.FailedAt, attempt.FailureCode) = (at, code);
        if (attempt.State < AttemptState.Opened)
            attempt.State = AttemptState.Failed;
        if (attempt.LastAt < at)
            attempt.LastAt = at;
        Raise(FactFor(ServiceFacts.Failed, by ?? Actor.System, now, new FailedData(TracedAttempt.Of(attempt), at, code)));
    }

    /// <summary>Reports come in any order: what failed after it had seemed to succeed has come back, whichever we heard of first.</summary>
    private static void CameBack(ServiceAttempt attempt, DateTimeOffset succeededAt)
    {
        if (attempt.FailedAt >= succeededAt)
            attempt.BouncedAt ??= attempt.FailedAt;
    }

    /// <summary>What has not gone out, and what only time would have made a service: a notice in its period, a sending without a report.</summary>
    private bool IsOpenToWithdraw(ServiceAttempt attempt) =>
        attempt.State == AttemptState.Queued
        || (
            attempt.State == AttemptState.Sent
            && (attempt.Channel == ServiceChannel.PublicNotice || attempt.Channel.IsElectronic())
            && !Copies.Exists(c => c.ServedByAttemptId == attempt.Id)
        );

    /// <summary>The clerk withdraws the documents that have not been served; what went out stays a fact.</summary>
    public void Withdraw(string reason, Actor by, DateTimeOffset now)
    {
        if (State == ServiceState.Withdrawn)
            return;
        foreach (var attempt in Attempts.Where(IsOpenToWithdraw))
            attempt.State = AttemptState.Withdrawn;
        var withdrawn = Copies.FindAll(c => c is { IsWithdrawn: false, EffectiveOn: null });
        foreach (var copy in withdrawn)
            copy.WithdrawnAt = now;
        Summarise(concludesAt: null);
        Raise(FactFor(ServiceFacts.Withdrawn, by, now, new WithdrawnData(reason) { Copies = [.. withdrawn.Select(TracedCopy.Of)] }));
    }
}
