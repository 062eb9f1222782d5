using System.Globalization;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

public enum MailEvent
{
    /// <summary>收寄.</summary>
    Accepted,

    /// <summary>签收.</summary>
    Signed,

    /// <summary>退回.</summary>
    Returned,
}

/// <summary>One line of the post's status file.</summary>
/// <param name="Piece">Our number of the piece; empty where the post knows only its own.</param>
/// <param name="MailNumber">The post's number.</param>
public sealed record MailStatus(
    string Piece,
    string MailNumber,
    MailEvent Event,
    DateTimeOffset At,
    string Signer = "",
    SignerRelation Relation = SignerRelation.Self,
    ReturnReason Reason = ReturnReason.Postal
);

/// <summary>What the post reports of one piece. The same report again changes nothing.</summary>
public sealed class ApplyMailStatus(ICourtDb db, ServiceDesk desk, RecordPosting posting)
{
    /// <returns>False when it was known already.</returns>
    /// <exception cref="RefusedException"><c>service_entry.unknown_mail</c>, and those of the verbs.</exception>
    public async Task<bool> Handle(MailStatus status, Actor by, CancellationToken ct)
    {
        var found = await Find(status, by, ct) ?? throw ServiceEntryErrors.UnknownMail();
        if (IsKnown(found.Attempt, status))
            return false;
        var (service, id) = (found.Attempt.ServiceId, found.Attempt.Id);
        switch (status.Event)
        {
            case MailEvent.Accepted:
                await posting.Handle(service, id, status.MailNumber, status.At, by, ct);
                break;
            case MailEvent.Signed when status.Signer.Length == 0:
                throw ServiceEntryErrors.SignerMissing();
            case MailEvent.Signed:
                var party = await db.ReceivingPartyOf(service, ct);
                await desk.Change(
                    service,
                    by,
                    (s, now) => s.SignedOnPaper(id, status.Signer, status.Relation, "", status.At, null, party, by, now),
                    ct
                );
                break;
            default:
                await desk.Change(service, by, (s, now) => s.Returned(id, ChinaTime.DayOf(status.At), status.Reason, false, by, now), ct);
                break;
        }

        return true;
    }

    private static bool IsKnown(ServiceAttempt attempt, MailStatus status) =>
        status.Event switch
        {
            MailEvent.Accepted => attempt.SentAt is not null && attempt.Reference == status.MailNumber,
            MailEvent.Signed => attempt.SignedAt == status.At,
            _ => attempt.State == AttemptState.Failed
                && attempt.FailureCode == status.Reason.Code()
                && attempt.FailedAt is { } at
                && ChinaTime.DayOf(at) == ChinaTime.DayOf(status.At),
        };

    private async Task<Found?> Find(MailStatus status, Actor by, CancellationToken ct)
    {
        var services = db.ServicesHandledBy(by);
        var attempts = db.Set<ServiceAttempt>().AsNoTracking().Where(a => a.Channel == ServiceChannel.Post);
        if (status.Piece.Length == 0)
        {
            var byNumber = await attempts
                .Where(ServiceAttempt.IsPostedAs(status.MailNumber))
                .Where(a => services.Any(s => s.Id == a.ServiceId))
                .ToListAsync(ct);
            return byNumber is [var only] ? new(only) : null;
        }

        if (
            status.Piece.Split('-') is not [var day, var number, var position, var nth]
            || !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var recipient)
            || !int.TryParse(nth, NumberStyles.None, CultureInfo.InvariantCulture, out var way)
        )
            return null;
        var task = $"{day}-{number}";
        var byPiece = await attempts
            .Where(a =>
                a.Position == way
                && services.Any(s =>
                    s.Id == a.ServiceId && s.Position == recipient && db.Set<ServiceTask>().Any(t => t.Id == s.TaskId && t.Number == task)
                )
            )
            .ToListAsync(ct);
        return byPiece is [var piece] ? new(piece) : null;
    }

    private sealed record Found(ServiceAttempt Attempt);
}
