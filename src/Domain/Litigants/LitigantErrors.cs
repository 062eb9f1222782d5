using Domain.Shared;

namespace Domain.Litigants;

public static class LitigantErrors
{
    public static RefusedException SignInRequired() => new(Refusal.NotSignedIn, "auth.required", "请先登录");

    public static RefusedException TokenExpired() => new(Refusal.NotSignedIn, "auth.token_expired", "登录已过时，请重新打开本页");

    public static RefusedException RefreshInvalid() => new(Refusal.NotSignedIn, "auth.refresh_invalid", "登录已失效，请重新登录");

    public static RefusedException WeChatCodeInvalid() =>
        new(Refusal.NotSignedIn, "auth.wechat_code_invalid", "微信登录没有成功，请再试一次");

    public static RefusedException WeChatBlocked() =>
        new(Refusal.Forbidden, "auth.wechat_blocked", "微信暂时不能为您登录。可以在浏览器里用手机号登录，或打 12368");

    public static RefusedException WeChatUnavailable() =>
        new(Refusal.Unavailable, "wechat.unavailable", "暂时连不上微信，请过一会儿再试，或打 12368");

    public static RefusedException WeChatPhoneCodeInvalid() =>
        new(Refusal.Unprocessable, "litigant.wechat_phone_code_invalid", "没有拿到微信里的手机号，请再点一次，或填手机号用短信验证");

    public static RefusedException AgreementNotFound() => new(Refusal.NotFound, "agreement.not_found", "协议已经更新，请刷新后重新阅读");

    public static RefusedException AgreementTextInvalid() =>
        new(
            Refusal.Unprocessable,
            "agreement.text_invalid",
            $"第一行写标题（最多 {Agreement.TitleMaxLength} 个字），以下写正文（最多 {Agreement.TextMaxLength} 个字）"
        );

    public static RefusedException TooOften() => new(Refusal.TooMany, "rate.limited", "试的次数太多了，请过 1 分钟再试");

    /// <param name="refusal">Not signed in when it was to sign in; unprocessable for a person who is.</param>
    public static RefusedException SmsCodeWrong(Refusal refusal) =>
        new(refusal, "auth.sms_code_wrong", "验证码不对或已过 5 分钟。请看清最新一条短信里的 6 位数字，或重新获取");

    public static RefusedException TooManySmsCodes() =>
        new(
            Refusal.TooMany,
            "auth.sms_code_limit",
            "这个号码今天要的验证码太多了。请用以前登录过的手机或电脑，或者在微信里登录，也可以明天再试，或打 12368"
        );

    public static RefusedException SmsCodesPaused() =>
        new(
            Refusal.Unavailable,
            "auth.sms_codes_paused",
            "现在要验证码的人太多，新的手机、电脑请过一会儿再试。以前登录过的不受影响，微信里也可以登录，或打 12368"
        );

    public static RefusedException PhoneInvalid() =>
        new(Refusal.Unprocessable, "litigant.phone_invalid", "手机号是 1 开头的 11 位数字，请再看一遍");

    public static RefusedException PhoneTaken() =>
        new(
            Refusal.Conflict,
            "litigant.phone_taken",
            "这个手机号在另一个账号上，两个账号里都有您的留言或实名，不能合并。请换一个号码，或打 12368"
        );

    public static RefusedException NotVerified() => new(Refusal.Forbidden, "litigant.not_verified", "先确认您是本人，才能看案子里的内容");

    public static RefusedException TooManyUploads(int aDay) =>
        new(
            Refusal.TooMany,
            "litigant.too_many_uploads",
            $"没有实名的，一天最多传 {aDay} 个文件。请先确认您是本人，也可以明天再传，或打 12368"
        );

    public static RefusedException TooManyMessages(int aDay) =>
        new(
            Refusal.TooMany,
            "litigant.too_many_messages",
            $"没有实名的，一天最多留言 {aDay} 条。请先确认您是本人，也可以明天再留，或打 12368"
        );

    public static RefusedException SessionNotFound() => new(Refusal.NotFound, "session.not_found", "这台设备已经退出登录");

    public static RefusedException NameMissing() => new(Refusal.Unprocessable, "identity.name_invalid", "请写身份证上的姓名");

    public static RefusedException IdNumberInvalid() =>
        new(Refusal.Unprocessable, "identity.id_number_invalid", "身份证号不对，请照着身份证再看一遍");

    public static RefusedException PhoneRequired() =>
        new(Refusal.Conflict, "identity.phone_required", "请先绑定您本人的手机号，再确认身份");

    public static RefusedException IdentityMismatch() =>
        new(
            Refusal.Unprocessable,
            "identity.mismatch",
            "姓名和身份证号对不上，请照着身份证再看一遍。号码没有错的，带身份证到诉讼服务中心办"
        );

    public static RefusedException IdentityTaken() =>
        new(
            Refusal.Conflict,
            "identity.taken",
            "这个身份证号已在另一个账号实名。请用那个账号登录；不是您本人办的，或者那个手机号不用了，带身份证到诉讼服务中心办"
        );

    public static RefusedException RecoveryNotYours() => new(Refusal.Forbidden, "account_recovery.not_yours", "您的岗位不能办理账号找回");

    public static RefusedException NoAccountToRecover() =>
        new(
            Refusal.NotFound,
            "account_recovery.not_found",
            "没有用这个姓名和身份证号实名的账号。请对着身份证再看一遍；没有实名过的，请本人登录后自己实名"
        );

    public static RefusedException RecoveryReasonMissing() =>
        new(Refusal.Unprocessable, "account_recovery.reason_missing", $"请写明原因和查验的证件，{Litigant.RecoveryReasonMaxLength} 字以内");

    public static RefusedException AlreadyVerified() =>
        new(Refusal.Conflict, "identity.already_verified", "您已经实名，不能换成别人。登记错了，请打 12368");

    public static RefusedException TooManyIdentityTries() =>
        new(
            Refusal.TooMany,
            "identity.too_many_tries",
            $"今天已经试了 {Litigant.IdentityTriesADay} 次，明天 0:00 以后可再试，或带身份证到诉讼服务中心办"
        );

    public static RefusedException IdentityUnavailable() =>
        new(Refusal.Unavailable, "identity.unavailable", "身份核对暂时用不了，请过一会儿再试，或带身份证到诉讼服务中心办");
}
