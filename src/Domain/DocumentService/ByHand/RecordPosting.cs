using System.Text.RegularExpressions;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>登记交邮: the post has it, under its number.</summary>
public sealed partial class RecordPosting(ICourtDb db, ServiceDesk desk)
{
    /// <exception cref="RefusedException"><c>service_entry.bad_mail_number</c>, <c>service_entry.mail_number_taken</c>,
    /// <c>service_entry.in_future</c>, <c>service_entry.before_sending</c>, <c>service_entry.already_entered</c>.</exception>
    public async Task Handle(Guid serviceId, Guid attemptId, string mailNumber, DateTimeOffset at, Actor by, CancellationToken ct)
    {
        var number = TypedText.Fold(mailNumber).ToUpperInvariant();
        if (!MailNumber().IsMatch(number))
            throw ServiceEntryErrors.BadMailNumber();
        if (await db.Set<ServiceAttempt>().Where(ServiceAttempt.IsPostedAs(number)).AnyAsync(a => a.Id != attemptId, ct))
            throw ServiceEntryErrors.MailNumberTaken();
        await desk.Change(serviceId, by, (service, now) => service.Posted(attemptId, number, at, by, now), ct);
    }

    [GeneratedRegex("^[0-9A-Z]{8,20}$")]
    private static partial Regex MailNumber();
}
