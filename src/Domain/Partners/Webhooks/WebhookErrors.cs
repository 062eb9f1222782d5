using Domain.Shared;

namespace Domain.Partners;

public static class WebhookErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "webhook.not_found", "没有这个订阅");

    public static RefusedException KindsMissing() => new(Refusal.Unprocessable, "webhook.kinds_missing", "请至少选一种要推送的事项");

    public static RefusedException AddressInvalid() =>
        new(Refusal.Unprocessable, "webhook.address_invalid", "推送地址要是完整的 https 网址，不能是内网地址，不能带账号");

    public static RefusedException ScopeMissing() =>
        new(Refusal.Conflict, "webhook.scope_missing", "这个对接系统没有“接收推送”的权限，请先加上");

    public static RefusedException SecretChanging() =>
        new(Refusal.Conflict, "webhook.secret_changing", "上一次更换还没有完成，请先停用旧的签名密钥");

    public static RefusedException Ended() => new(Refusal.Conflict, "webhook.ended", "这个订阅已经终止，不能再改");

    public static RefusedException DeliveryNotFound() => new(Refusal.NotFound, "webhook.delivery_not_found", "没有这条推送");

    public static RefusedException StillWaiting() => new(Refusal.Conflict, "webhook.still_waiting", "这条推送还在排队，不用重发");
}
