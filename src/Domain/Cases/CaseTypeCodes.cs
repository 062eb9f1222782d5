using System.Collections.Frozen;

namespace Domain.Cases;

/// <summary>
/// 类型代字: the national table of 法〔2015〕137号 with what came later (破产, 安置教育, 诉前调解).
/// A type is matched whole, so 执恢 is never read as 执, nor 民辖终 as 民辖.
/// </summary>
public static class CaseTypeCodes
{
    /// <summary>死刑复核: the one type with a random number of fixed length instead of a running one.</summary>
    public const string DeathPenaltyReview = "刑核";

    public static FrozenSet<string> All { get; } =
        Words(
            // 管辖
            "刑辖 民辖 民辖终 民辖监 行辖 行辖终 赔辖 赔辖终",
            // 刑事
            "刑初 刑终 刑监 刑申 刑抗 刑再 刑没 刑核 刑医 刑医解 刑医复 刑医监 刑止 刑止调 刑止核 刑更 刑更监 刑更备 刑他 刑教 刑教解 刑教复 刑教监",
            // 民事
            "民初 民终 民监 民申 民抗 民再 民撤 民特 民特监 民催 民督 民督监 民破 民算 民他",
            // 行政
            "行初 行终 行监 行申 行抗 行再 行审 行审复 行他 行赔初 行赔终 行赔监 行赔申 行赔抗 行赔再",
            // 国家赔偿与司法救助
            "法赔 委赔 委赔监 委赔提 委赔再 赔他 司救刑 司救民 司救行 司救赔 司救执 司救访 司救他",
            // 区际司法协助
            "认台 认港 认澳 认复 认他 请台送 请港送 请澳送 台请送 港请送 澳请送 请台调 请港调 请澳调 台请调 港请调 澳请调 请移管 助移管 请移赃 助移赃",
            // 国际司法协助
            "协外认 协他 协外送 请外送 协外调 请外调 请外移 协外移 请外引 协外引",
            // 司法制裁与非诉保全
            "司惩 司惩复 财保 行保 行保复 证保",
            // 执行
            "执 执恢 执保 执异 执复 执监 执协 执他",
            // 强制清算与破产
            "清申 破申 清终 破终 清监 破监 强清 破",
            // 诉前调解
            "民诉前调 行诉前调 诉前调 诉前调书 诉前调确"
        );

    private static FrozenSet<string> Words(params string[] groups) => groups.SelectMany(group => group.Split(' ')).ToFrozenSet();
}
