using Domain.Shared;

namespace Domain.DocumentService;

public static class CertificateErrors
{
    public static RefusedException TraceBroken() =>
        new(Refusal.Conflict, "service.trace_broken", "送达轨迹核对不一致，不能出具凭证。已报警，请联系科信处");

    public static RefusedException FileBroken() =>
        new(Refusal.Conflict, "service.file_broken", "送达文书与定稿时不一致，不能出具凭证。已报警，请联系科信处");

    public static RefusedException Stale() => new(Refusal.Conflict, "service.conclusion_stale", "送达结论还没有按最新情况算好，请稍后再试");

    public static RefusedException NotServed() => new(Refusal.Conflict, "service.not_served", "还没有一份文书送达，不能出具凭证");

    public static RefusedException NoticeRuns(DateOnly ends) =>
        new(Refusal.Conflict, "service.notice_runs", $"公告期到 {ends:yyyy-MM-dd} 才满，期满视为送达后再出具凭证");

    public static RefusedException NotElectronic() =>
        new(Refusal.Conflict, "service.not_electronic", "没有用过电子方式送达，请出具送达回证");

    public static RefusedException PrinterDown() =>
        new(Refusal.Unavailable, "certificate.printer_down", "生成 PDF 的程序没有应答，请稍后再试");

    public static RefusedException NotFound() => new(Refusal.NotFound, "certificate.not_found", "没有这份凭证，或者您不能查看");

    public static RefusedException NotVerified() =>
        new(Refusal.NotFound, "verification.not_found", "编号和校验码对不上，请照着文书或凭证上印的再输一遍");

    public static RefusedException NothingToPrint() => new(Refusal.NotFound, "service_task.nothing_to_print", "这个任务没有要邮寄的文书");
}
