using Domain.Shared;

namespace Domain.Partners;

public static class PartnerOrderErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "partner_order.not_found", "没有这个编号，或者不是由您的系统送来的");

    public static RefusedException ReferenceMissing() =>
        new(Refusal.Invalid, "partner_order.reference_missing", "请给出您系统里的编号（reference 或 Idempotency-Key），最多 64 字");

    public static RefusedException SentOtherwise() =>
        new(Refusal.Conflict, "partner_order.sent_otherwise", "这个编号先前送来过，内容不一样；要补充请另用编号");

    public static RefusedException OtherCourt() =>
        new(Refusal.Forbidden, "partner_order.other_court", "您的系统只对接一家法院，这件不归那家法院");

    public static RefusedException FieldsInvalid() =>
        new(Refusal.Unprocessable, "partner_order.fields_invalid", "有几项填得不对，请看 errors");
}
