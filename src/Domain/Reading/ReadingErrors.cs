using Domain.Shared;

namespace Domain.Reading;

public static class ReadingErrors
{
    public static RefusedException IdReused() => new(Refusal.Conflict, "reading.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException SentOtherwise() =>
        new(Refusal.Conflict, "reading.sent_otherwise", "先前已经送到法院，和这次写的不一样。请看送到的那一个申请");

    public static RefusedException CaseNotFound() =>
        new(Refusal.NotFound, "reading.case_not_found", "没有这个案件，或者不是您的。是代理人的，请先申请绑定");

    public static RefusedException FilesMissing() => new(Refusal.Unprocessable, "reading.files_missing", "请至少选一份材料");

    public static RefusedException FileNotReadable() =>
        new(Refusal.Unprocessable, "reading.file_not_readable", "有一份材料不能查阅，请刷新后重新选");

    public static RefusedException FileBroken() =>
        new(Refusal.Unprocessable, "reading.file_broken", "有一份材料的文件打不开，不能给看。请去掉这一份，或者请审判系统重新送来");

    public static RefusedException NotLookedThrough() =>
        new(Refusal.Unavailable, "reading.not_looked_through", "有一份材料还在找要遮盖的号码，请过一会儿再批准");

    public static RefusedException NotMaskable() =>
        new(
            Refusal.Unprocessable,
            "reading.not_maskable",
            "有一份材料读不出文字，不能自动遮盖。要给看，请逐页看过后关掉自动遮盖；不行就去掉这一份"
        );

    public static RefusedException PicturesNotLookedAt() =>
        new(
            Refusal.Unprocessable,
            "reading.pictures_not_looked_at",
            "有的页是图片，不能自动遮盖。请逐页看过，勾选“图片页我逐页看过”再批准"
        );

    public static RefusedException PurposeMissing() =>
        new(Refusal.Unprocessable, "reading.purpose_missing", "请写为了什么看案卷，比如准备开庭");

    public static RefusedException PurposeTooLong() =>
        new(Refusal.Unprocessable, "reading.purpose_too_long", $"为了什么最多写 {ReadingRequest.PurposeMaxLength} 个字");

    public static RefusedException AskedAlready() =>
        new(Refusal.Conflict, "reading.asked_already", "这个案件您已经申请过，法院还在核对。答复以后可以再申请");

    public static RefusedException TooManyToday(int aDay) =>
        new(Refusal.TooMany, "reading.too_many_today", $"一天最多申请 {aDay} 次，明天 0:00 以后可再申请，或到诉讼服务中心阅卷");

    public static RefusedException UntilOutside(int mostDays) =>
        new(Refusal.Unprocessable, "reading.until_outside", $"最后一天选今天起 {mostDays} 天以内");

    public static RefusedException ReaderLeft() => new(Refusal.Conflict, "reading.reader_left", "申请人已不在本案，不能批准");

    public static RefusedException NotOpen() => new(Refusal.Conflict, "reading.not_open", "现在不能看：没有批准、已经到期或者已经收回");

    public static RefusedException DutyChanged() =>
        new(Refusal.Conflict, "reading.duty_changed", "阅卷单的内容有更新，请刷新后重新看一遍再签");

    public static RefusedException PageNotFound() => new(Refusal.NotFound, "reading.page_not_found", "没有这一页，或者现在不能看");

    public static RefusedException PageNotReady() => new(Refusal.Unavailable, "reading.page_not_ready", "这一页还在准备，请过一会儿再试");
}
