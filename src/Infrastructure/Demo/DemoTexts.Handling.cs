namespace Infrastructure.Demo;

/// <summary>What is said while an order is handled.</summary>
internal static partial class DemoTexts
{
    public static readonly string[] Interim =
    [
        "您好：您反映的情况已收到，正在核实，核实后答复您。",
        "您好：请补充提交相关凭证的照片或者扫描件，收到后继续办理。",
        "您好：请补充说明事情发生的时间和经办人。",
    ];

    public static readonly string[] Supplements =
    [
        "补充的材料已经拍好，麻烦查收。",
        "补充说明：是上个月的事，当时由前台经手。",
        "凭证找到了，一共三张，原件在我手里。",
    ];

    public static readonly string[] Urges = ["请至少告诉我材料收到没有。", "还没有人联系我，请尽快处理。", "事情比较急，麻烦催一下。", ""];

    public static readonly string[] Notes =
    [
        "已电话联系当事人，约定明天再谈。",
        "材料在证据第二组，对方未提交意见。",
        "当事人情绪平稳，已解释流程。",
        "与联络员核对过，属本庭案件。",
    ];

    public static readonly string[] Returns = ["案件已移送其他庭，请重新分派。", "不属于本人承办，案号对应的承办人已变更。"];

    public static readonly string[] Transfers = ["合议庭另一位法官主审，转其答复。", "承办人外出培训，转代办法官处理。"];

    public static readonly string[] GoodWords = ["", "", "", "答复很快，讲得清楚。", "谢谢法官。", "态度很好。"];

    public static readonly string[] Reopenings =
    [
        "没有回答当事人问的期限，请补充答复。",
        "只转述了程序，请写明当事人现在要做什么。",
        "当事人问的是能否调取证据，请明确答复。",
    ];

    public static readonly string[] Standing =
    [
        "答复依法有据，当事人对结果不满。",
        "已电话回访，当事人表示理解。",
        "不满的是审理周期，答复本身清楚。",
    ];

    public static readonly string[] Explanations =
    [
        "您问的审理时间，法院已向承办庭了解，开庭通知会在三天前送达。",
        "答复写得不够清楚，我们已请承办法官在庭上当面说明。",
    ];

    public static readonly string[] BadWords = ["没有正面回答我的问题。", "等得太久了。", "还是不知道什么时候能判。"];
}
