using Domain.Shared;

namespace Domain.Organisation;

public static class StaffErrors
{
    // One sentence for a wrong password, an unknown name, a source that is locked out and a closed account: it tells a stranger nothing.
    public static RefusedException SignInRefused() =>
        new(
            Refusal.NotSignedIn,
            "staff.sign_in_refused",
            $"工号或密码不正确，或者这里试的次数太多。连续 {PasswordPolicy.LockoutAfter} 次不正确，这里 {PasswordPolicy.LockoutTime.TotalMinutes:0} 分钟内不能再登录这个工号。"
        );

    public static RefusedException SessionNotFound() => new(Refusal.NotFound, "staff.session_not_found", "这个登录已经结束");

    public static RefusedException CurrentPasswordWrong() =>
        new(
            Refusal.Forbidden,
            "staff.current_password_wrong",
            $"现用密码不正确。连续 {PasswordPolicy.LockoutAfter} 次不正确，这里 {PasswordPolicy.LockoutTime.TotalMinutes:0} 分钟内不能再试。"
        );

    public static RefusedException PasswordWeak(string why) => new(Refusal.Unprocessable, "staff.password_weak", why);

    public static RefusedException PasswordUsedBefore() =>
        new(
            Refusal.Unprocessable,
            "staff.password_used_before",
            $"新密码不能与最近 {PasswordPolicy.HistoryLength} 次用过的相同，请换一个。"
        );
}
