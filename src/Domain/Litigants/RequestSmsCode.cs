using Domain.Notifications;
using Domain.Shared;

namespace Domain.Litigants;

/// <summary>
/// Sends a code to a phone, whether or not anybody here has it. Asking again within a minute sends nothing and answers how
/// long to wait, so that a double tap or a lost answer costs one message.
/// </summary>
public sealed class RequestSmsCode(ICourtDb db, TimeProvider clock)
{
    /// <returns>After how long another one may be asked for.</returns>
    public async Task<TimeSpan> Handle(string phone, CancellationToken ct)
    {
        if (!PhoneNumber.TryRead(phone, out var number, out var isMobile) || !isMobile)
            throw LitigantErrors.PhoneInvalid();
        return await new CodeSending(db, clock).Send(
            number,
            code => LitigantNotices.Code.To(NoticeRecipient.Phone(number), new Dictionary<string, string> { ["code"] = code }),
            LitigantErrors.TooManySmsCodes,
            ct
        );
    }
}
