using Domain.Shared;

namespace Domain.Submissions;

public static class SubmissionErrors
{
    public static RefusedException IdReused() => new(Refusal.Conflict, "submission.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException SentOtherwise() =>
        new(Refusal.Conflict, "submission.sent_otherwise", "先前已经交到法院，和这次写的不一样。请看交上去的那一份");

    public static RefusedException CaseNotFound() =>
        new(Refusal.NotFound, "submission.case_not_found", "这个案子里没有登记您。是代理人，请先绑定案件；登记错了，打 12368");

    /// <param name="why">As the list of kinds says it.</param>
    public static RefusedException NotAvailable(string why) => new(Refusal.Conflict, "submission.not_available", why);

    /// <param name="article">民事诉讼法第六十二条.</param>
    public static RefusedException NeedsAuthority(string what, string items, string article) =>
        new(
            Refusal.Forbidden,
            "submission.needs_authority",
            $"{what}要有委托人的特别授权，写明“{items}”（{article}）。请委托人本人提交，或者补交特别授权委托书重新绑定"
        );

    public static RefusedException OpenAlready(string what, string number) =>
        new(Refusal.Conflict, "submission.open_already", $"{what}已经交过一份（{number}），法院还在办，不用再交");

    public static RefusedException TooManyToday(int aDay) =>
        new(Refusal.TooMany, "submission.too_many_today", $"一天最多交 {aDay} 次，明天 0:00 以后可再交，或到诉讼服务中心交");

    public static RefusedException TooManyInCase(int most) =>
        new(Refusal.TooMany, "submission.too_many_in_case", $"这个案件里还有 {most} 份法院没看完，请等法院答复后再交");

    public static RefusedException PartsMissing(string parts) => new(Refusal.Unprocessable, "submission.parts_missing", $"还差：{parts}");

    public static RefusedException PartUnknown() =>
        new(Refusal.Unprocessable, "submission.part_unknown", "有一个文件没有说清是哪一种材料，请重新选择");

    public static RefusedException FieldsMissing(string fields) =>
        new(Refusal.Unprocessable, "submission.fields_missing", $"还没有填：{fields}");

    public static RefusedException FieldUnknown() =>
        new(Refusal.Unprocessable, "submission.field_unknown", "有一项不是这张表要填的，请刷新后重新填写");

    public static RefusedException FieldInvalid(string field) =>
        new(Refusal.Unprocessable, "submission.field_invalid", $"“{field}”填得不对，请核对");

    public static RefusedException FieldTooLong(string field, int most) =>
        new(Refusal.Unprocessable, "submission.field_too_long", $"“{field}”最多 {most} 字");

    public static RefusedException EvidenceIncomplete(string file) =>
        new(Refusal.Unprocessable, "submission.evidence_incomplete", $"请写“{file}”这份证据的名称和证明什么");

    public static RefusedException TooManyFiles(int most) =>
        new(Refusal.Unprocessable, "submission.too_many_files", $"一次最多 {most} 个文件，可以合成 PDF，或分几次交");

    public static RefusedException NothingToSend() =>
        new(Refusal.Unprocessable, "submission.nothing_to_send", "还没有添加文件，也没有填写内容");

    public static RefusedException FileNotReady(string name) =>
        new(Refusal.Conflict, "submission.file_not_ready", $"“{name}”还没有传完或者没有检查完，请等它显示“已传到”再提交");

    public static RefusedException FileUnreadable(string name) =>
        new(Refusal.Unprocessable, "submission.file_unreadable", $"法院打不开“{name}”，可能有密码或者已损坏。请换一份不带密码的再传");

    public static RefusedException HashMismatch(string name) =>
        new(Refusal.Unprocessable, "submission.hash_mismatch", $"法院收到的“{name}”和您手机里的不一样，没有收。请删掉它重新传");

    public static RefusedException NotAwaited() =>
        new(Refusal.Conflict, "submission.not_awaited", "法院没有在等您补材料，可能已经补过或者办结");

    public static RefusedException NeedsMissing() => new(Refusal.Unprocessable, "submission.needs_missing", "请至少列一项要补的");

    public static RefusedException NeedsTooLong(int most) =>
        new(Refusal.Unprocessable, "submission.needs_too_long", $"要补的最多 {most} 项，每项不超过 {Submission.ReasonMaxLength} 字");

    public static RefusedException AskedBefore() =>
        new(Refusal.Unprocessable, "submission.asked_before", "补正应当一次讲全，已经要求过一次。再次要求请写明原因");

    public static RefusedException DayInvalid() =>
        new(Refusal.Unprocessable, "submission.day_invalid", "补正的最后一天要在今天以后、60 天以内");

    public static RefusedException JudgeDecides(string what) =>
        new(Refusal.Forbidden, "submission.judge_decides", $"{what}由承办法官或者合议庭决定，书记员可以要求补正");

    public static RefusedException FileChanged() =>
        new(Refusal.Conflict, "submission.file_changed", "法院存的文件和提交时的不一样，不能据此决定。这不是提交人的错，请联系系统管理员");

    public static RefusedException NotDecided() => new(Refusal.Conflict, "submission.not_decided", "收下以后才能发给其他当事人");

    public static RefusedException CameMeanwhile() =>
        new(Refusal.Conflict, "submission.came_meanwhile", "提交人刚刚又交来材料，请看过再决定");

    public static RefusedException NotForOthers(string what) =>
        new(Refusal.Unprocessable, "submission.not_for_others", $"{what}只给法院看，不能发给其他当事人");

    public static RefusedException NoFollowUp() =>
        new(Refusal.Conflict, "submission.no_follow_up", "没有这一项后续工作，或者还不到办的时候");

    public static RefusedException NoAccount() => new(Refusal.NotFound, "submission.no_account", "这份申请没有填账号");

    public static RefusedException RevealReason() =>
        new(Refusal.Unprocessable, "submission.reveal_reason", $"写明为什么要看完整账号，最多 {RevealAccount.ReasonMaxLength} 个字");
}
