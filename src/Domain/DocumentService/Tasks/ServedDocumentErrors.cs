using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>How a recipient is refused.</summary>
public static class ServedDocumentErrors
{
    /// <summary>Missing, expired, withdrawn and never made look the same.</summary>
    public static RefusedException LinkNotFound() =>
        new(
            Refusal.NotFound,
            "document_link.not_found",
            "这个链接打不开：可能过了有效期，法院已撤回，或者地址不完整。可以登录广州微法院看文书，或打 12368"
        );

    public static RefusedException VisitOver() =>
        new(Refusal.NotSignedIn, "document_visit.over", "核对已过时，请从短信或邮件里的链接再进来一次");

    public static RefusedException CodeWrong() =>
        new(Refusal.Unprocessable, "document_link.code_wrong", "验证码不对或已过 5 分钟。请看清最新一条里的 6 位数字，或重新获取");

    public static RefusedException TooManyCodes() =>
        new(
            Refusal.TooMany,
            "document_link.code_limit",
            "今天要的验证码太多了。请用以前查收过文书的手机或电脑，也可以明天再试，或打 12368"
        );

    public static RefusedException SignatureInvalid() =>
        new(Refusal.Unprocessable, "served_document.signature_invalid", "签名没有存成，请重写一遍。也可以不手写，直接确认签收");

    public static RefusedException SignatureBlank() =>
        new(Refusal.Unprocessable, "served_document.signature_blank", "框里还没有写字，请签上您的名字");

    public static RefusedException SignatureTooLarge() =>
        new(Refusal.TooLarge, "served_document.signature_too_large", "签名的图太大，请重写一遍，写得简单一些");

    public static RefusedException NotToSign() =>
        new(Refusal.Forbidden, "served_document.not_to_sign", "这份文书是转给您看的，由当事人本人签收");

    public static RefusedException NothingToSign() => new(Refusal.Unprocessable, "served_document.nothing_to_sign", "先选要签收的文书");

    /// <param name="titles">Each is named: several are signed for at once.</param>
    public static RefusedException NotOpened(IEnumerable<string> titles) =>
        new(
            Refusal.Unprocessable,
            "served_document.not_opened",
            $"{string.Concat(titles.Select(t => $"《{t}》"))}还没有打开看过，请先打开，再签收"
        );

    public static RefusedException AlreadyOpened() =>
        new(Refusal.Conflict, "served_document.already_opened", "这份文书您已经打开过，不能再说没收到。不是给您的，请选“这不是我的”");

    public static RefusedException AgentNotFound() =>
        new(Refusal.NotFound, "served_document.agent_not_found", "法院登记的代理人里没有这个人，或者代理已经结束");

    public static RefusedException NotForAgents() => new(Refusal.Forbidden, "served_document.not_for_agents", "由当事人本人办");

    public static RefusedException StatutoryAgentSigns() =>
        new(
            Refusal.Unprocessable,
            "service.statutory_agent_signs",
            "按法院登记的情况，您还未成年或者没有诉讼行为能力，请由您的法定代理人到法院签收。"
        );
}
