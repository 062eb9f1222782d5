using Domain.Shared;

namespace Domain.Supervision;

public static class SupervisionErrors
{
    public static RefusedException NotAdministrator() =>
        new(Refusal.Forbidden, "supervision.not_administrator", "只有本院系统管理员可以设置");

    public static RefusedException DivisionNotFound() =>
        new(Refusal.NotFound, "supervision.division_not_found", "没有这个部门，或者不属于本院");

    public static RefusedException ChangedMeanwhile() =>
        new(Refusal.Conflict, "supervision.changed_meanwhile", "别人刚改过这个部门的分管院领导，请刷新后再改");

    public static RefusedException NotVicePresident() =>
        new(Refusal.Unprocessable, "supervision.not_vice_president", "所选的人不是本院在任的院领导，请重新选择");
}
