using System.Text.RegularExpressions;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A recipient answers the SMS that carries documents with 收到: that is a reply of receipt (OLR 31-2-1).</summary>
public sealed partial class ReplyToServiceSms(ICourtDb db, ConcludeServices conclude)
{
    /// <summary>Older links are no longer what such an answer means.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>The whole text says that it was received, and nothing else.</summary>
    public static bool IsReceipt(string text) => Receipt().IsMatch(string.Concat(TypedText.Normalise(text).Where(char.IsLetterOrDigit)));

    /// <summary>Nothing is saved: the caller saves it with the message.</summary>
    /// <returns>Null when no service, or more than one, may be meant; then a person has to look.</returns>
    public async Task<Service?> Take(string phone, string text, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken ct)
    {
        if (!IsReceipt(text))
            return null;
        var meant = await Open(phone, sentAt, now).Take(20).ToListAsync(ct);
        if (meant.Select(a => a.ServiceId).Distinct().Count() != 1)
            return null;
        var (attemptId, serviceId) = (meant[^1].Id, meant[^1].ServiceId);
        var found = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == serviceId, ct);
        found.NoteReply(attemptId, sentAt > now ? now : sentAt, text, Actor.System, now);
        await conclude.Update([found], now, ct);
        return found;
    }

    /// <summary>The whole text refuses the documents, and says nothing else.</summary>
    public static bool IsRefusal(string text) => Refusal().IsMatch(string.Concat(TypedText.Normalise(text).Where(char.IsLetterOrDigit)));

    /// <summary>The services that an SMS from this number may be about.</summary>
    public async Task<IReadOnlyList<Service>> MeantBy(string phone, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken ct)
    {
        var meant = await Open(phone, sentAt, now).AsNoTracking().Take(20).ToListAsync(ct);
        var ids = meant.Select(a => a.ServiceId).Distinct().ToList();
        return await db.Set<Service>()
            .AsNoTracking()
            .Include(s => s.Copies)
            .Where(s => ids.Contains(s.Id))
            .OrderBy(s => s.Id)
            .ToListAsync(ct);
    }

    /// <summary>SMS with documents that wait for a word from this number, the first sent first.</summary>
    private IQueryable<ServiceAttempt> Open(string phone, DateTimeOffset sentAt, DateTimeOffset now)
    {
        var since = now - Window;
        return from attempt in db.Set<ServiceAttempt>()
            join service in db.Set<Service>() on attempt.ServiceId equals service.Id
            where
                attempt.Address == phone
                && attempt.Channel == ServiceChannel.SmsLink
                && attempt.RepliedAt == null
                && attempt.SentAt >= since
                && attempt.QueuedAt <= sentAt
                && attempt.Basis != AddressBasis.Unconfirmed
                && attempt.State != AttemptState.Failed
                && attempt.State != AttemptState.Withdrawn
                && service.State != ServiceState.Withdrawn
            orderby attempt.QueuedAt
            select attempt;
    }

    [GeneratedRegex("^(?:我|本人)?(?:已经?)?(?:收到|收悉|签收|知悉|阅|看到)(?:了|啦)?(?:谢谢|多谢|感谢)?$")]
    private static partial Regex Receipt();

    [GeneratedRegex(
        "^(?:我|本人)?(?:拒收|拒绝(?:签收|接收|收取)?|不(?:签收|接收|收))(?:这份|该)?(?:法院)?(?:的)?(?:文书|材料|送达)?(?:了)?$"
    )]
    private static partial Regex Refusal();
}
