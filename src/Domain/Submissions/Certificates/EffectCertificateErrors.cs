using Domain.Shared;

namespace Domain.Submissions;

public static class EffectCertificateErrors
{
    public static RefusedException NotVerified(string document) =>
        new(
            Refusal.Conflict,
            "effect_certificate.not_verified",
            $"{document}的生效日期还没有核实。请先在“生效”里核对送达日期和有没有上诉状（包括邮寄的），核实后再同意"
        );

    public static RefusedException NotEffective(string why) =>
        new(Refusal.Conflict, "effect_certificate.not_effective", $"现在不能开具生效证明：{why}");

    public static RefusedException NotKnown() =>
        new(
            Refusal.Conflict,
            "effect_certificate.not_known",
            "这份判决不是在本平台送达的，审判系统也没有转来生效节点，算不出生效日期。转来生效节点后再同意，或者写明原因退回"
        );

    public static RefusedException NotFound() => new(Refusal.NotFound, "effect_certificate.not_found", "没有这份生效证明，或者还没有做好");
}
