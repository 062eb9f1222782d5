using Domain.Shared;

namespace Domain.InboundMessages;

public static class InboundErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "inbound_sms.not_found", "没有这条短信，或者不归您查看");

    public static RefusedException NotDecided() => new(Refusal.Conflict, "inbound_sms.not_decided", "这条短信正在读取，请稍候再标记");

    public static RefusedException AlreadyDecided() => new(Refusal.Conflict, "inbound_sms.already_decided", "这条短信已经处理过了");
}
