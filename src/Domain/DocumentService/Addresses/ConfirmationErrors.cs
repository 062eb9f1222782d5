using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

public static class ConfirmationErrors
{
    public static RefusedException NotFound() =>
        new(Refusal.NotFound, "address_confirmation.not_found", "没有这份送达地址确认书，或者不是您的");

    public static RefusedException IdReused() => new(Refusal.Conflict, "address_confirmation.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException SubjectNotFound() =>
        new(Refusal.NotFound, "address_confirmation.person_not_found", "没有这个当事人或者代理人，或者案件不归您办理");

    public static RefusedException AddressNotFound() =>
        new(Refusal.NotFound, "service_address.not_found", "没有这个地址，或者案件不归您办理");

    public static RefusedException Replaced() =>
        new(Refusal.Conflict, "address_confirmation.replaced", "这份确认书已由新的一份代替，请到新的一份撤回");

    public static RefusedException AddressEnded() => new(Refusal.Conflict, "service_address.ended", "这个地址已经停用");

    public static RefusedException MobileInvalid() =>
        new(Refusal.Unprocessable, "address_confirmation.mobile_invalid", "手机号不对，请填 11 位手机号");

    public static RefusedException EmailInvalid() =>
        new(Refusal.Unprocessable, "address_confirmation.email_invalid", "电子邮箱不对，请核对");

    public static RefusedException PostcodeInvalid() =>
        new(Refusal.Unprocessable, "address_confirmation.postcode_invalid", "邮政编码是 6 位数字");

    public static RefusedException PostalAddressMissing() =>
        new(Refusal.Unprocessable, "address_confirmation.postal_address_missing", "请填写邮寄地址，需要纸质文书时要用");

    public static RefusedException ScopeMissing() =>
        new(Refusal.Unprocessable, "address_confirmation.scope_missing", "请至少选一个适用的诉讼阶段");

    public static RefusedException ScopeInvalid() =>
        new(Refusal.Unprocessable, "address_confirmation.scope_invalid", "选的诉讼阶段已经过去，请重新选");

    public static RefusedException NoWay() =>
        new(Refusal.Unprocessable, "address_confirmation.no_way", "同意电子送达，请至少留一种方式：微信、本平台账户、手机或者邮箱");

    public static RefusedException SignatureMissing() => new(Refusal.Unprocessable, "address_confirmation.signature_missing", "请手写签名");

    public static RefusedException SignatureInvalid() =>
        new(Refusal.Unprocessable, "address_confirmation.signature_invalid", "签名图片不对或者太大，请重新签名");

    public static RefusedException SignerMissing() =>
        new(Refusal.Unprocessable, "address_confirmation.signer_missing", "请写明确认人的姓名和身份");

    public static RefusedException TextTooLong(int most) =>
        new(Refusal.Unprocessable, "address_confirmation.text_too_long", $"最多 {most} 字，请写短一些");

    public static RefusedException ValueInvalid() => new(Refusal.Unprocessable, "service_address.invalid", "地址不对，请核对");

    public static RefusedException OriginMissing() =>
        new(Refusal.Unprocessable, "service_address.origin_missing", "请写明地址来源，例如答辩状载明");

    public static RefusedException PleadingMissing() =>
        new(Refusal.Unprocessable, "service_address.pleading_missing", "本人提供的送达地址，请写明载明它的诉讼文书和日期。");

    public static RefusedException NotTheirPleading(PartyRole role, PleadingKind kind) =>
        new(
            Refusal.Unprocessable,
            "service_address.not_their_pleading",
            $"{kind.Chinese()}不是{role.Chinese()}一方提交的，不能作为{role.Chinese()}及其代理人同意电子送达的依据（{LawTable.Of(LawPoint.Consent, Procedure.Civil).Cite}）。"
        );

    public static RefusedException PleadingInFuture() =>
        new(Refusal.Unprocessable, "service_address.pleading_in_future", "诉讼文书的日期不能晚于今天。");

    public static RefusedException NotDesignated() =>
        new(Refusal.NotFound, "service_address.not_designated", "没有这个送达地址，或者不是您的。");

    public static RefusedException EndByForm() =>
        new(
            Refusal.Conflict,
            "service_address.end_by_form",
            "这个地址写在送达地址确认书里，请改填一份新的确认书，或者撤回对电子送达的同意。"
        );

    public static RefusedException BasisInvalid() =>
        new(Refusal.Unprocessable, "service_address.basis_invalid", "本人确认的地址请填送达地址确认书");
}
