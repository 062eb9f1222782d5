using Domain.Shared;

namespace Domain.DocumentService;

public static class EffectErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "effective_judgment.not_found", "没有这份文书，或者案件不归您办理");

    public static RefusedException NotServed() =>
        new(Refusal.Conflict, "effective_judgment.not_served", "还有当事人没有送达，不能核实生效");

    /// <param name="number">Of the appeal.</param>
    public static RefusedException AppealWaits(string number) =>
        new(Refusal.Conflict, "effective_judgment.appeal_waits", $"有人在平台提起上诉（{number}），还没有审收，不能核实生效");

    public static RefusedException DayWrong(DateOnly proposed) =>
        new(Refusal.Unprocessable, "effective_judgment.day_wrong", $"生效日期不早于 {proposed:yyyy-MM-dd}，也不晚于今天");
}
