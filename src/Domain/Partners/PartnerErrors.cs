using Domain.Shared;

namespace Domain.Partners;

public static class PartnerErrors
{
    public static RefusedException NotYours() =>
        new(Refusal.Forbidden, "partner.not_yours", "对接系统由本院系统管理员管理；全市的由广州中院系统管理员提请、另一人批准");

    public static RefusedException NotFound() => new(Refusal.NotFound, "partner.not_found", "没有这个对接系统");

    public static RefusedException IdTaken() => new(Refusal.Conflict, "partner.id_taken", "这个对接系统的编号已用过，请刷新页面重新开通");

    public static RefusedException NameMissing() => new(Refusal.Unprocessable, "partner.name_missing", "请写对接系统的名称");

    public static RefusedException NameTooLong() =>
        new(Refusal.Unprocessable, "partner.name_too_long", $"名称最多 {Partner.NameMaxLength} 字");

    public static RefusedException ScopesMissing() => new(Refusal.Unprocessable, "partner.scopes_missing", "请至少选一项权限");

    public static RefusedException LimitInvalid() =>
        new(
            Refusal.Unprocessable,
            "partner.limit_invalid",
            $"每分钟调用 1 至 {PartnerSettings.MostCallsPerMinute} 次，单次最大 1 至 {PartnerSettings.MostBodyKilobytes} KB"
        );

    public static RefusedException AddressInvalid(string address) =>
        new(Refusal.Unprocessable, "partner.address_invalid", $"“{address}”不是地址或网段，例如 10.1.2.3 或 10.1.2.0/24");

    public static RefusedException TooManyAddresses() =>
        new(Refusal.Unprocessable, "partner.too_many_addresses", $"来源地址最多 {PartnerSettings.MostAddresses} 个");

    public static RefusedException Ended() => new(Refusal.Conflict, "partner.ended", "这个对接系统已经终止，不能再改");

    public static RefusedException Changed() => new(Refusal.Conflict, "partner.changed", "这个对接系统刚被别人改过，请刷新后看清楚再提交");

    public static RefusedException KeyShown() =>
        new(Refusal.Conflict, "partner.key_shown", "这个密钥已经生成并显示过一次，没有记下的话请作废后重新生成");

    public static RefusedException KeyNotFound() => new(Refusal.NotFound, "partner.key_not_found", "没有这个密钥或证书");

    public static RefusedException TooManyKeys() =>
        new(Refusal.Conflict, "partner.too_many_keys", $"同时最多 {Partner.MostKeys} 个有效，请先作废一个旧的");

    public static RefusedException CertificateInvalid() =>
        new(Refusal.Unprocessable, "partner.certificate_invalid", "读不出证书，请粘贴 PEM 格式的客户端证书（不要包含私钥），并核对有效期");

    public static RefusedException CertificateTaken() =>
        new(Refusal.Conflict, "partner.certificate_taken", "这张证书已经登记过，一张证书只认一个对接系统");
}
