using System.Text.RegularExpressions;

namespace Domain.Shared;

/// <summary>An organisation's name is place, trade name (字号), trade and form: 广州市 + 顺达 + 贸易 + 有限公司. Only the trade name tells which one it is.</summary>
internal static partial class OrganisationNames
{
    private const int ShortestName = 4;

    public static bool Recognises(string name) => name.Length >= ShortestName && (PublicBody().IsMatch(name) || Form().IsMatch(name));

    /// <returns>广州**贸易有限公司; a public body as it is.</returns>
    public static string Mask(string name)
    {
        if (PublicBody().IsMatch(name))
            return name;
        var form = Form().Match(name);
        var place = Place().Match(name[..form.Index]);
        var rest = name[place.Length..form.Index];
        var trade = Trade().Match(rest).Value;
        return place.Groups["name"].Value + "**" + (trade.Length < rest.Length ? trade : "") + form.Value;
    }

    [GeneratedRegex(
        "(?:人民政府|人民法院|人民检察院|海关|(?<![书药邮棋])局|[省区市].{2,12}(?<![餐舞歌客])厅|街道办事处|居民委员会|村民委员会|派出所|管理委员会)$"
    )]
    private static partial Regex PublicBody();

    [GeneratedRegex(
        "(?:(?:股份有限公司|有限责任公司|有限公司|公司)(?:.{0,16}(?:公司|分行|支行|营业部|项目部|分店|分厂|分校))?|合伙企业(?:[（(][有普通限殊合伙]+[）)])?|合作社|业主委员会|事务所|工作室|经营部|门市部|服务部|"
            + "商行|商店|商场|超市|酒店|酒楼|饭店|餐厅|药店|诊所|卫生院|医院|幼儿园|学校|中学|小学|大学|学院|协会|基金会|研究院|研究所|银行|集团|中心|[厂店])$"
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        "^(?:广东省(?=广州|深圳|珠海|汕头|佛山|韶关|湛江|肇庆|江门|茂名|惠州|梅州|汕尾|河源|阳江|清远|东莞|中山|潮州|揭阳|云浮))?(?<name>中国|广东|广州|深圳|珠海|汕头|佛山|韶关|湛江|肇庆|江门|茂名|惠州|梅州|汕尾|"
            + "河源|阳江|清远|东莞|中山|潮州|揭阳|云浮|北京|上海|天津|重庆|香港|澳门)[省市]?"
    )]
    private static partial Regex Place();

    // No word is made of two others: one reading only, so that no name makes the match slow.
    [GeneratedRegex(
        "(?:贸易|商贸|进出口|国际|实业|发展|投资|置业|控股|科技|技术|信息|网络|电子|商务|软件|通信|智能|生物|医药|医疗|器械|健康|养老|物业|房地产|开发|建设|建筑|工程|装饰|装修|设计|园林|餐饮|食品|酒店|管理|企业|咨询|服务|"
            + "教育|培训|文化|传播|传媒|广告|影视|体育|旅游|旅行社|物流|运输|速运|快递|供应链|汽车|销售|租赁|维修|电器|机械|设备|五金|建材|家具|家居|材料|化工|塑胶|橡胶|环保|能源|电力|燃气|服装|服饰|纺织|皮具|鞋业|珠宝|化妆品|美容|"
            + "日用品|百货|印刷|包装|农业|水产|人力资源|劳务|派遣|保安|保洁|家政|保险|经纪|代理|拍卖|担保|融资|小额贷款|资产|基金|证券|商业|保理|律师|会计师|口腔|中医)+$"
    )]
    private static partial Regex Trade();
}
