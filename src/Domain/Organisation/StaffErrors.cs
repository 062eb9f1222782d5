using Domain.Shared;

namespace Domain.Organisation;

public static class StaffErrors
{
    // One sentence for a wrong password, an unknown name, a locked and a closed account: it tells a stranger nothing.
    public static RefusedException SignInRefused() =>
        new(
            Refusal.NotSignedIn,
            "staff.sign_in_refused",
            $"工号或密码不正确，或者已被锁定。连续 {PasswordPolicy.LockoutAfter} 次不正确，锁定 {PasswordPolicy.LockoutTime.TotalMinutes:0} 分钟。"
        );

    public static RefusedException CurrentPasswordWrong() =>
        new(
            Refusal.Forbidden,
            "staff.current_password_wrong",
            $"现用密码不正确。连续 {PasswordPolicy.LockoutAfter} 次不正确，锁定 {PasswordPolicy.LockoutTime.TotalMinutes:0} 分钟。"
        );

    public static RefusedException PasswordWeak(string why) => new(Refusal.Unprocessable, "staff.password_weak", why);

    public static RefusedException PasswordUsedBefore() =>
        new(
            Refusal.Unprocessable,
            "staff.password_used_before",
            $"新密码不能与最近 {PasswordPolicy.HistoryLength} 次用过的相同，请换一个。"
        );
}
