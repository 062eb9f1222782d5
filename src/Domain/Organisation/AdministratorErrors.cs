using Domain.Shared;

namespace Domain.Organisation;

public static class AdministratorErrors
{
    public static RefusedException CourtUnknown() =>
        new(Refusal.Unprocessable, "administrator.court_unknown", "只能为广州中院（gz-zy）开通首批系统管理员");

    public static RefusedException NameInvalid() =>
        new(Refusal.Unprocessable, "administrator.name_invalid", $"姓名写得不对：2 到 {Staff.NameMaxLength} 个字，只写姓名");

    public static RefusedException AccountInvalid() =>
        new(
            Refusal.Unprocessable,
            "administrator.account_invalid",
            $"工号写得不对：3 到 {Staff.LoginNameMaxLength} 位，只用字母、数字、点、横线、下划线"
        );

    public static RefusedException MobileInvalid() => new(Refusal.Unprocessable, "administrator.mobile_invalid", "手机号码不对，请核对");

    public static RefusedException AccountTaken() => new(Refusal.Conflict, "administrator.account_taken", "这个工号已经有人使用，请换一个");

    public static RefusedException Enough() =>
        new(
            Refusal.Conflict,
            "administrator.enough",
            $"广州中院已有 {OpenAdministrator.Enough} 名系统管理员，不能再用命令开通。全市事项由他们两人在平台上办理"
        );
}
