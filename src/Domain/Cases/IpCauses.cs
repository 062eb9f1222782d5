namespace Domain.Cases;

/// <summary>
/// Causes of 民事案件案由规定 (法〔2020〕347号), 第五部分 知识产权与竞争纠纷, and administrative ones about the same rights, by the words that
/// name them there and nowhere else.
/// </summary>
public static class IpCauses
{
    /// <summary>著作权和邻接权: 侵害作品信息网络传播权纠纷, 侵害表演者权纠纷.</summary>
    private static readonly string[] s_copyright =
    [
        "著作权",
        "邻接权",
        "作品",
        "信息网络传播权",
        "表演者权",
        "录音录像制作者权",
        "录制者权",
        "广播组织权",
        "出版者权",
        "版式设计",
        "计算机软件",
    ];

    private static readonly string[] s_others =
    [
        "知识产权",
        "商标",
        "专利",
        "植物新品种",
        "集成电路",
        "商业秘密",
        "技术秘密",
        "技术合同",
        "技术委托开发",
        "技术合作开发",
        "技术转化",
        "技术转让",
        "技术许可",
        "技术咨询",
        "技术服务",
        "技术培训",
        "技术中介",
        "技术进口",
        "技术出口",
        "技术成果",
        "科技成果",
        "特许经营合同",
        "企业名称",
        "商号",
        "特殊标志",
        "域名",
        "发现权",
        "发明权",
        "不正当竞争",
        "仿冒",
        "虚假宣传",
        "商业诋毁",
        "商业贿赂",
        "低价倾销",
        "垄断",
        "滥用市场支配地位",
        "经营者集中",
    ];

    public static bool Has(string cause) => IsCopyright(cause) || s_others.Any(word => Names(cause, word));

    /// <summary>What of 互联网法院's cases is intellectual property on appeal: 互联网著作权权属纠纷和侵权纠纷, 互联网域名纠纷; contracts about works are not.</summary>
    public static bool IsOfInternetCourt(string cause) =>
        Names(cause, "域名") || (IsCopyright(cause) && !cause.Contains("合同", StringComparison.Ordinal));

    private static bool IsCopyright(string cause) => s_copyright.Any(word => Names(cause, word));

    private static bool Names(string cause, string word) => cause.Contains(word, StringComparison.Ordinal);
}
