using Domain.Shared;

namespace Domain.DocumentService;

public static class CaseFactErrors
{
    public static RefusedException Missing() => new(Refusal.Unprocessable, "case_facts.missing", "请选择要补充的内容，并写明来源。");

    public static RefusedException NotFound() =>
        new(Refusal.NotFound, "case_facts.case_not_found", "没有这个案件或者当事人，或者案件不归您办理。");
}
