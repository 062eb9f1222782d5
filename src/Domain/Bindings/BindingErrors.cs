using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;

namespace Domain.Bindings;

public static class BindingErrors
{
    public static RefusedException IdReused() => new(Refusal.Conflict, "case_binding.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException SentOtherwise() =>
        new(Refusal.Conflict, "case_binding.sent_otherwise", "先前已经送到法院，和这次写的不一样。请看送到的那一个申请");

    public static RefusedException LegacyNumber() =>
        new(Refusal.Invalid, "case_binding.legacy_number", "2016 年以前的案号请带授权委托书到诉讼服务中心，由法院当场录入，或打 12368");

    public static RefusedException PartyNameMissing() =>
        new(Refusal.Unprocessable, "case_binding.party_name_missing", "请写委托人的全名，和身份证、营业执照上一样");

    public static RefusedException ItemsMissing() =>
        new(Refusal.Unprocessable, "case_binding.items_missing", "特别授权要照委托书逐项勾选，一项都没写的选一般授权");

    public static RefusedException ItemsNotGiven() =>
        new(Refusal.Unprocessable, "case_binding.items_not_given", "只有特别授权才逐项勾选；只写“全权代理”的，按一般授权办");

    public static RefusedException PapersMissing(string papers) =>
        new(Refusal.Unprocessable, "case_binding.papers_missing", $"还差：{papers}");

    public static RefusedException TooManyPapers() =>
        new(Refusal.Unprocessable, "case_binding.too_many_papers", $"材料最多 {Attachment.MaxPerMessage} 个文件，可以合成一个 PDF 再传");

    public static RefusedException LicenceMissing() =>
        new(Refusal.Unprocessable, "case_binding.licence_missing", "请写执业证号和所在的律师事务所、法律服务所");

    public static RefusedException TextTooLong() => new(Refusal.Unprocessable, "case_binding.field_too_long", "有一项写得太长，请核对");

    public static RefusedException EndsBeforeToday() =>
        new(Refusal.Unprocessable, "case_binding.ends_before_today", "委托期限已经过了，请核对委托书");

    public static RefusedException TooManyToday(int aDay) =>
        new(Refusal.TooMany, "case_binding.too_many_today", $"一天最多提交 {aDay} 个申请，明天 0:00 以后可再交，或带委托书到诉讼服务中心");

    public static RefusedException IsParty() =>
        new(Refusal.Conflict, "case_binding.is_party", "您就是这个案子的当事人，已经在“我的案件”里，不用申请");

    public static RefusedException NotAwaited() =>
        new(Refusal.Conflict, "case_binding.not_awaited", "法院没有在等您补材料，可能已经补过或者办结");

    public static RefusedException AskedBefore() =>
        new(Refusal.Conflict, "case_binding.asked_before", "补充只能要求一次，已经要求过。请按现有材料决定");

    public static RefusedException NeedsMissing() => new(Refusal.Unprocessable, "case_binding.needs_missing", "请至少列一项要补充的");

    public static RefusedException NoCase() => new(Refusal.Conflict, "case_binding.no_case", "案号和当事人姓名没有对上任何案件，不能通过");

    public static RefusedException ItemsBeyondPaper() =>
        new(Refusal.Unprocessable, "case_binding.items_beyond_paper", "委托书没有逐项写明，只能按一般授权绑定");

    public static RefusedException TooManyAgents() =>
        new(
            Refusal.Conflict,
            "case_binding.too_many_agents",
            $"这位当事人已有 {CaseAgent.MaxOfParty} 名代理人，法律规定最多 {CaseAgent.MaxOfParty} 名。先解除一名，才能再绑定"
        );

    public static RefusedException PartyNotFound() =>
        new(Refusal.NotFound, "case_binding.party_not_found", "没有这位当事人，或者案件不归您办理");

    public static RefusedException AgentInvalid() =>
        new(Refusal.Unprocessable, "case_binding.agent_invalid", "请写代理人的姓名、身份证号，手机号写 11 位");

    public static RefusedException NotBound() => new(Refusal.Conflict, "case_binding.not_bound", "这项委托没有生效，或者已经解除");
}
