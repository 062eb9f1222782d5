using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What the recipient does.</summary>
public sealed partial class Service
{
    /// <summary>Opened by a person whose identity is known by a session or a phone code; previews and scanners never come here.</summary>
    /// <param name="via">The channel by which the person came.</param>
    /// <param name="evidence">How the identity is known, e.g. 本人实名, 已验手机码 138****8000.</param>
    /// <param name="cameBy">The attempt whose link the person followed.</param>
    public void Open(Guid documentId, ServiceChannel via, string evidence, Actor by, DateTimeOffset now, Guid? cameBy = null)
    {
        var copy = CopyWith(documentId);
        var attempt = CameBy(via, cameBy);
        attempt?.OpenedAt ??= now;
        attempt?.Reach(AttemptState.Opened, now);
        if (copy.OpenedAt is null)
            (copy.OpenedAt, copy.OpenedAttemptId) = (now, attempt?.Id);
        var data = new OpenedData(TracedCopy.Of(copy), attempt is null ? null : TracedAttempt.Of(attempt), via, evidence);
        Raise(FactFor(ServiceFacts.Opened, by, now, data)); // every opening, not only the first
    }

    /// <summary>Signed for: only receipt, no agreement.</summary>
    /// <param name="signatureSha256">Of the picture of a handwritten signature; null for a confirmation.</param>
    public void Sign(
        Guid documentId,
        ServiceChannel via,
        string? signatureSha256,
        string evidence,
        Actor by,
        DateTimeOffset now,
        Guid? cameBy = null
    )
    {
        var copy = CopyWith(documentId);
        if (copy.SignedAt is not null)
            return;
        var attempt = CameBy(via, cameBy);
        attempt?.SignedAt ??= now;
        (copy.SignedAt, copy.SignedAttemptId, copy.SignatureSha256, copy.SignedName) = (now, attempt?.Id, signatureSha256, by.Name);
        attempt?.Reach(AttemptState.Signed, now);
        var data = new SignedData([TracedCopy.Of(copy)], attempt is null ? null : TracedAttempt.Of(attempt), now, evidence);
        Raise(FactFor(ServiceFacts.Signed, by, now, data, signatureSha256 ?? ""));
    }

    /// <summary>A reply of receipt, or an act that follows the content (OLR 31-2-1).</summary>
    public void Reply(ServiceChannel via, string words, Actor by, DateTimeOffset now)
    {
        if (CameBy(via) is not { } attempt)
            throw ServiceErrors.AttemptNotFound();
        attempt.RepliedAt ??= now;
        attempt.Reach(AttemptState.Opened, now);
        Raise(FactFor(ServiceFacts.Replied, by, now, new RepliedData(TracedAttempt.Of(attempt), now), words));
    }

    /// <summary>Paper is given on request (CPL 90); the date of service stays.</summary>
    public void AskForPaper(Actor by, DateTimeOffset now)
    {
        if (PaperAskedAt is not null)
            return;
        PaperAskedAt = now;
        Raise(FactFor(ServiceFacts.PaperAsked, by, now));
    }

    public void PaperSent(string reference, Actor by, DateTimeOffset now)
    {
        if (PaperAskedAt is null || PaperSentAt is not null)
            throw ServiceErrors.NotNow();
        PaperSentAt = now;
        Raise(FactFor(ServiceFacts.PaperSent, by, now, new PaperSentData(reference)));
    }

    /// <summary>The newest attempt of that channel; who came another way than we called them, came on account of the first.</summary>
    private ServiceAttempt? CameBy(ServiceChannel via, Guid? cameBy = null) =>
        Attempts.Find(a => a.Id == cameBy && a.State != AttemptState.Withdrawn)
        ?? Attempts.LastOrDefault(a => a.Channel == via && a.State != AttemptState.Withdrawn)
        ?? Attempts.Find(a => a.Channel.IsElectronic() && a.State != AttemptState.Withdrawn)
        ?? Attempts.Find(a => a.State != AttemptState.Withdrawn);
}
