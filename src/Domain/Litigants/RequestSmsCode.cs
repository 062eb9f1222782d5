using Domain.Notifications;
using Domain.Shared;

namespace Domain.Litigants;

/// <summary>
/// Sends a code to a phone, whether or not anybody here has it. Asking again within a minute on the same device sends nothing and answers
/// how long to wait, so that a double tap or a lost answer costs one message.
/// </summary>
public sealed class RequestSmsCode(CodeSending sending)
{
    public Task<CodeAnswer> Handle(string phone, CodeAsker asker, CancellationToken ct)
    {
        if (!PhoneNumber.TryRead(phone, out var number, out var isMobile) || !isMobile)
            throw LitigantErrors.PhoneInvalid();
        return sending.Send(
            number,
            SmsCode.Account,
            asker,
            code => LitigantNotices.Code.To(NoticeRecipient.Phone(number), new Dictionary<string, string> { ["code"] = code }),
            LitigantErrors.TooManySmsCodes,
            ct
        );
    }
}
