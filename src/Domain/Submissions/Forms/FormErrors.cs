using Domain.Shared;

namespace Domain.Submissions;

public static class FormErrors
{
    public static RefusedException NoForm() => new(Refusal.NotFound, "submission.no_form", "这一项没有表格，直接添加材料就行");
}
