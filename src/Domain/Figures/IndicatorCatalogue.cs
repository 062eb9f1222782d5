namespace Domain.Figures;

/// <summary>
/// Every indicator once (口径; domain facts §7.3): screens show these words beside the figure, files carry them, and each figure is counted
/// in one place, <c>Infrastructure/Figures</c>. A day that is over keeps its figures (ADR 14).
/// </summary>
public static class IndicatorCatalogue
{
    private const string Kept = "以后转办、重办不改变已过去日期的数";
    private const string AtEnd = "本期为此刻，往期为期末当日结束时";

    public static Indicator Received { get; } =
        new("接收", "件", "收到的全部工单，含当场答复和后来合并的", $"按收到的日期计，归当日结束时的承办单位和承办人；{Kept}");

    public static Indicator Closed { get; } =
        new("办结", "件", "办结的工单，含当场答复和合并结束的；重办后再次办结的再计一次", $"按办结的日期计；{Kept}");

    public static Indicator Open { get; } = new("在办", "件", "尚未办结的工单", AtEnd);

    public static Indicator Late { get; } = new("已超期", "件", "在办工单中期限日已经过去的，期限当日不算", AtEnd);

    public static Indicator DueToday { get; } = new("今日到期", "件", "在办工单中期限为今日的", "此刻");

    public static Indicator NewToday { get; } = new("今日新派", "件", "今日派单的工单，办结与否都算", "此刻");

    public static Indicator Levels { get; } = new("督办层级", "件", "已超期工单按已经报到的最高层级分；还没有报的另列“未报”", "此刻");

    public static Indicator Due { get; } = new("期限届满", "件", "派单后期限日已经过去的工单，合并的不计", $"按期限日计；{Kept}");

    public static Indicator Missed { get; } = new("未按期办结", "件", "期限届满的工单中，到期限日结束时没有办结的", $"按期限日计；{Kept}");

    public static Indicator OnTime { get; } =
        new("按期办结率", "%", "期限日结束前办结的工单÷期限届满的工单，逾期未办结的计入分母", $"按期限日计；{Kept}");

    public static Indicator Content { get; } = new("满意率", "%", "评价为满意和基本满意的÷收到的评价", $"按评价的日期计；{Kept}");

    public static Indicator FirstReply { get; } =
        new(
            "首次答复平均",
            "个工作日",
            "派单工单从收到到首次答复的工作日的平均，当日答复为0",
            "按首次答复的日期计；工作日按现行日历，日历更正后随之更正"
        );

    public static Indicator Supervised { get; } =
        new("督办率", "%", "进入督办（报到一级以上）的工单÷期限届满的工单", $"督办按首次上报的日期计，届满按期限日计；{Kept}");

    public static Indicator Repeated { get; } =
        new("重复诉求率", "%", "三十日内同一诉求人就同一案件（没有案件的，同一类别）再次提出的工单÷接收的工单", $"按收到的日期计；{Kept}");

    public static Indicator Restarted { get; } = new("重新计时", "次", "转出时说明理由、重新起算期限的次数", $"按重新起算的日期计；{Kept}");

    public static Indicator Reopened { get; } = new("回头看重办", "次", "立案庭复核后重新办理的次数", $"按重办的日期计；{Kept}");

    public static Indicator Merged { get; } = new("已合并", "件", "并入同一诉求人另一工单的", $"按合并的日期计；{Kept}");

    public static Indicator PerCase { get; } =
        new("占案比", "%", "接收的工单÷期末未结案件", "接收按收到的日期计，未结案件以审判系统登记的收案、结案日期为准");

    public static Indicator Rank { get; } =
        new(
            "名次",
            "位",
            "先比按期办结率，相同再比督办率（低的在前），都相同的并列、其后顺延；当月期限届满不足5件的不排名，注明件数不足；12368 坐席当场答复的件计入所涉单位，坐席不参加该单位的排名",
            "按自然月计"
        );

    public static Indicator Begun { get; } = new("送达", "人次", "开始的送达，一名受送达人一次任务计一人次", "按开始送达的日期计");

    public static Indicator Served { get; } =
        new("送达成功率", "%", "已送达和推定送达的人次÷开始的送达，撤回的不计", "按开始送达的日期计，结果为此刻");

    public static Indicator ServiceStates { get; } =
        new("送达状态", "人次", "期内开始的送达按此刻的状态分", "按开始送达的日期计，状态为此刻");

    public static Indicator ChannelRate { get; } =
        new(
            "渠道成功率",
            "%",
            "成功÷（成功＋失败），等待结果的不计。对一名受送达人用一种渠道送一次计1次，不论几份文书；到达、查看、签收和退回之日视为送达的是成功，没有到达和到达而没有送达效力的是失败",
            "按发送的日期计，结果为此刻"
        );

    public static Indicator TimeToEffect { get; } =
        new(
            "生效用时",
            "天",
            "从开始送达到生效日的自然日，当天为0；一半、九成指这一比例的送达在该天数内生效",
            "按开始送达的日期计，结果为此刻"
        );

    /// <summary>Those of orders, in the order in which screens show them.</summary>
    public static IReadOnlyList<Indicator> OfOrders { get; } =
    [Received, Closed, Open, Late, Due, Missed, OnTime, Content, FirstReply, Supervised, Repeated, Restarted, Reopened, Merged, PerCase];

    public static IReadOnlyList<Indicator> OfServices { get; } = [Begun, Served, ServiceStates, ChannelRate, TimeToEffect];

    public static IReadOnlyList<Indicator> All { get; } = [.. OfOrders, DueToday, NewToday, Levels, Rank, .. OfServices];
}
