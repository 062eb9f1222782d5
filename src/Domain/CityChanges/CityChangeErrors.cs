using Domain.Shared;

namespace Domain.CityChanges;

public static class CityChangeErrors
{
    public static RefusedException NotYours() =>
        new(Refusal.Forbidden, "city_change.not_yours", "全市通用的内容由广州中院系统管理员提请、另一人批准后改动");

    public static RefusedException NotFound() => new(Refusal.NotFound, "city_change.not_found", "没有这项全市变更");

    public static RefusedException IdTaken() => new(Refusal.Conflict, "city_change.id_taken", "这项变更的编号已用过，请刷新页面重新提请");

    public static RefusedException OwnChange() => new(Refusal.Forbidden, "city_change.own", "自己提请的变更要由另一人批准");

    public static RefusedException NotAsker() => new(Refusal.Forbidden, "city_change.not_asker", "只有提请人能撤回");

    public static RefusedException Decided(CityChangeState state) =>
        new(Refusal.Conflict, "city_change.decided", $"这项变更{state.Chinese()}，不能再处理");

    public static RefusedException ReasonMissing() => new(Refusal.Unprocessable, "city_change.reason_missing", "请写明改动的原因");

    public static RefusedException ReturnReasonMissing() =>
        new(Refusal.Unprocessable, "city_change.return_reason_missing", "请写明退回的原因");

    public static RefusedException ReasonTooLong() =>
        new(Refusal.Unprocessable, "city_change.reason_too_long", $"原因最多 {CityChange.ReasonMaxLength} 字");
}

public static class CityChangeStates
{
    public static string Chinese(this CityChangeState state) =>
        state switch
        {
            CityChangeState.Waiting => "待批准",
            CityChangeState.Approved => "已批准",
            CityChangeState.InForce => "已生效",
            CityChangeState.Returned => "已退回",
            CityChangeState.Withdrawn => "已撤回",
            CityChangeState.Failed => "未能生效",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
