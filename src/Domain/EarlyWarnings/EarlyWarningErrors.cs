using Domain.Shared;

namespace Domain.EarlyWarnings;

public static class EarlyWarningErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "early_warning.not_found", "没有这件预警，或者您不能查看");

    public static RefusedException NotYours() => new(Refusal.Forbidden, "early_warning.not_yours", "这一步不由您办理");

    public static RefusedException NotNow(WarningState state) =>
        new(Refusal.Conflict, "early_warning.wrong_step", $"这件预警现在是“{state.Chinese()}”，请刷新后再办");

    public static RefusedException TextMissing() => new(Refusal.Unprocessable, "early_warning.text_missing", "请写明情况");

    public static RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, "early_warning.text_too_long", $"内容最多 {EarlyWarning.TextMaxLength} 字，请写短一些");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "early_warning.reason_missing", "请写明原因");

    public static RefusedException TriggerMissing() => new(Refusal.Unprocessable, "early_warning.trigger_missing", "请至少选一种风险情形");

    public static RefusedException SameLevel() => new(Refusal.Conflict, "early_warning.same_level", "已经是这个级别了");

    public static RefusedException OwnerMissing() =>
        new(Refusal.Unprocessable, "early_warning.owner_missing", "请选择下一步的办理人；只能是本院在岗人员");

    public static RefusedException CourtMissing() => new(Refusal.Unprocessable, "early_warning.court_missing", "请选择预警报给哪家法院");

    public static RefusedException NobodyToTake() =>
        new(Refusal.Unavailable, "early_warning.nobody_to_take", "这家法院没有设立案庭，预警无人接收，请直接电话报告");

    public static RefusedException IdReused() => new(Refusal.Conflict, "early_warning.id_reused", "这个编号已经用过，请重新填写");

    public static RefusedException CandidateNotFound() =>
        new(Refusal.NotFound, "early_warning.candidate_not_found", "没有这条线索，或者不归您处理");

    public static RefusedException CandidateDecided(string by) =>
        new(Refusal.Conflict, "early_warning.candidate_decided", $"{by}已经处理了这条线索");

    public static RefusedException WordsNotYours() =>
        new(Refusal.Forbidden, "early_warning.words_not_yours", "本院的预警词由本院系统管理员维护；全市的由广州中院提请批准后改动");

    public static RefusedException WordsInvalid() =>
        new(
            Refusal.Unprocessable,
            "early_warning.words_invalid",
            $"每个词 2 至 {WarningWordList.WordMaxLength} 字，最多 {WarningWordList.MaxWords} 个"
        );

    public static RefusedException CityWordsMissing() =>
        new(Refusal.Unprocessable, "early_warning.city_words_missing", "全市的预警词至少要有 1 个");

    public static RefusedException WordsSame() => new(Refusal.Conflict, "early_warning.words_same", "与现在的预警词相同，没有要改的");

    public static RefusedException WordsChanged() =>
        new(Refusal.Conflict, "early_warning.words_changed", "别人刚改过预警词，请看过新的再改");
}
