using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Sends a code to the phone or address that the link was sent to; to no other.</summary>
public sealed class RequestLinkCode(ICourtDb db, CodeSending sending, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>document_link.not_found</c>, <c>document_link.code_limit</c>.</exception>
    public async Task<CodeAnswer> Handle(string token, CodeAsker asker, CancellationToken ct)
    {
        var attempt =
            await db.AttemptsByLink(token, clock.GetUtcNow()).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw ServedDocumentErrors.LinkNotFound();
        var channel = attempt.Channel == ServiceChannel.Email ? NoticeChannel.Email : NoticeChannel.Sms;
        var subject = await db.Set<Service>()
            .Where(s => s.Id == attempt.ServiceId)
            .Select(s => new Subject(SubjectKind.ServiceTask, s.TaskId) { CourtId = s.CourtId, DivisionId = s.DivisionId })
            .SingleAsync(ct);
        return await sending.Send(
            attempt.Address,
            attempt.VisitPurpose(),
            asker,
            code =>
                [
                    ServiceNotices.LinkCode.Through(
                        channel,
                        null,
                        attempt.Address,
                        new Dictionary<string, string> { ["code"] = code },
                        subject
                    ),
                ],
            ServedDocumentErrors.TooManyCodes,
            ct
        );
    }
}

/// <summary>Whoever proves that phone or address may read that one service for <see cref="ServiceVisit.Lifetime"/>.</summary>
public sealed class VisitByLink(ICourtDb db, SmsCodeCheck codes, TimeProvider clock)
{
    /// <param name="device">That asked for the code; see <see cref="CodeAsker"/>.</param>
    /// <returns>The token that opens the visit; it is kept hashed.</returns>
    /// <exception cref="RefusedException"><c>document_link.not_found</c>, <c>document_link.code_wrong</c>.</exception>
    public async Task<string> Handle(string token, string code, string device, CancellationToken ct)
    {
        var attempt =
            await db.AttemptsByLink(token, clock.GetUtcNow()).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw ServedDocumentErrors.LinkNotFound();
        await codes.UseOf(attempt.Address, attempt.VisitPurpose(), code, device, ServedDocumentErrors.CodeWrong, ct);
        var (visit, opener) = ServiceVisit.Begin(attempt, clock.GetUtcNow());
        db.Set<ServiceVisit>().Add(visit);
        await db.SaveChangesAsync(ct);
        return opener;
    }
}

internal static class VisitAccess
{
    public static string VisitPurpose(this ServiceAttempt attempt) => SmsCode.Link("service", attempt.ServiceId);
}

/// <summary>The person leaves: the token is worth nothing from now on.</summary>
public sealed class EndServiceVisit(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, CancellationToken ct)
    {
        if (await db.Set<ServiceVisit>().SingleOrDefaultAsync(v => v.Id == id && v.EndedAt == null, ct) is not { } visit)
            return;
        visit.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }
}
