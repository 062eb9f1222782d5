namespace Infrastructure.Demo;

/// <summary>Made-up names with the ring of Guangzhou.</summary>
internal static class DemoNames
{
    private static readonly string[] s_surnames =
    [
        "陈", "陈", "陈", "李", "李", "黄", "黄", "张", "张", "梁", "梁", "林", "林", "刘", "何", "何", "吴", "罗", "郑", "谢", "邓", "曾", "冯", "叶",
        "麦", "苏", "潘", "彭", "蔡", "许", "余", "杨", "周", "卢", "朱", "关", "温", "邝", "冼", "莫", "伍", "区", "简", "钟", "赖", "霍", "欧阳", "司徒",
    ];

    private static readonly string[] s_first =
    [
        "建", "志", "伟", "家", "俊", "嘉", "晓", "文", "国", "永", "子", "思", "慧", "秀", "丽", "美", "淑", "雅", "诗", "敏", "锦", "德", "荣", "耀", "泽", "浩", "乐", "卓", "倩", "凤",
    ];

    private static readonly string[] s_second =
    [
        "明", "华", "强", "辉", "杰", "豪", "文", "峰", "宇", "航", "恒", "斌", "良", "生", "平", "珊", "琪", "怡", "敏", "玲", "仪", "欣", "婷", "莹", "芬", "兰", "娟", "雯", "岚", "彤", "宁", "铭",
    ];

    private static readonly string[] s_firms = ["穗丰", "越达", "粤和", "新港", "珠江源", "云岭", "恒基泰", "南粤通", "东湖", "西关里", "羊城优品", "海印", "华景", "白鹅潭", "麓湖", "琶洲汇"];

    private static readonly string[] s_trades = ["贸易", "物业管理", "装饰工程", "物流", "餐饮管理", "电子科技", "服装", "房地产经纪", "小额贷款", "建筑劳务", "网络科技", "汽车服务"];

    public static string Person(DemoDice dice) => dice.Of(s_surnames) + (dice.Chance(0.12) ? "" : dice.Of(s_first)) + dice.Of(s_second);

    public static string Firm(DemoDice dice) => $"广州{dice.Of(s_firms)}{dice.Of(s_trades)}有限公司";
}
