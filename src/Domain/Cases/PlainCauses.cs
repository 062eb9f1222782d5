namespace Domain.Cases;

/// <summary>案由 in the words people use. Data: a wording enters only when it says no more than the cause itself does.</summary>
internal static class PlainCauses
{
    /// <param name="Dispute">Follows 您和某某的, whoever sued.</param>
    /// <param name="Complaint">Follows 您告某某, where the cause by itself tells what is complained of.</param>
    /// <param name="WithEmployer">A person calls the other side 公司 here.</param>
    public sealed record Plain(string Dispute, string? Complaint = null, bool WithEmployer = false);

    private static readonly Dictionary<string, Plain> s_byCause = new()
    {
        ["民间借贷纠纷"] = new("借钱纠纷", Complaint: "借钱不还"),
        ["追索劳动报酬纠纷"] = new("工资纠纷", WithEmployer: true),
        ["劳动争议"] = new("劳动纠纷", WithEmployer: true),
        ["劳动合同纠纷"] = new("劳动合同纠纷", WithEmployer: true),
        ["经济补偿金纠纷"] = new("离职补偿纠纷", WithEmployer: true),
        ["工伤保险待遇纠纷"] = new("工伤待遇纠纷", WithEmployer: true),
        ["劳务合同纠纷"] = new("劳务纠纷"),
        ["提供劳务者受害责任纠纷"] = new("干活受伤赔偿纠纷"),
        ["房屋租赁合同纠纷"] = new("租房合同纠纷"),
        ["房屋买卖合同纠纷"] = new("买卖房屋纠纷"),
        ["商品房预售合同纠纷"] = new("买新房纠纷"),
        ["商品房销售合同纠纷"] = new("买新房纠纷"),
        ["装饰装修合同纠纷"] = new("装修纠纷"),
        ["物业服务合同纠纷"] = new("物业服务纠纷"),
        ["相邻关系纠纷"] = new("邻里纠纷"),
        ["买卖合同纠纷"] = new("买卖纠纷"),
        ["网络购物合同纠纷"] = new("网购纠纷"),
        ["信息网络买卖合同纠纷"] = new("网购纠纷"),
        ["教育培训合同纠纷"] = new("培训班纠纷"),
        ["旅游合同纠纷"] = new("旅游纠纷"),
        ["金融借款合同纠纷"] = new("贷款纠纷"),
        ["小额借款合同纠纷"] = new("贷款纠纷"),
        ["信用卡纠纷"] = new("信用卡纠纷"),
        ["机动车交通事故责任纠纷"] = new("交通事故赔偿纠纷"),
        ["生命权、身体权、健康权纠纷"] = new("人身损害赔偿纠纷"),
        ["医疗损害责任纠纷"] = new("看病损害赔偿纠纷"),
        ["饲养动物损害责任纠纷"] = new("动物伤人赔偿纠纷"),
        ["网络侵权责任纠纷"] = new("网上侵权纠纷"),
    };

    public static Plain? Of(string cause) => s_byCause.GetValueOrDefault(cause);
}
