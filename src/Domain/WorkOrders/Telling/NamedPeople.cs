using System.Text.RegularExpressions;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>
/// Masks people and numbers in what a litigant wrote, for an SMS that a leader's phone shows to whoever stands by (domain facts §10.3). Who
/// is named nobody knows for certain: a surname behind what introduces people, or before how they are addressed, counts as a name. A word
/// too many masked does no harm; the platform shows the whole.
/// </summary>
public static partial class NamedPeople
{
    /// <returns>我和被告王**借钱，电话***********.</returns>
    public static string Mask(string words)
    {
        var masked = Numbers().Replace(words, m => new string('*', m.Length));
        masked = Introduced().Replace(masked, m => m.Groups["cue"].Value + ShownName.Of(m.Groups["name"].Value, isSensitive: false));
        return Addressed().Replace(masked, m => ShownName.Of(m.Value, isSensitive: false));
    }

    // Phones, ID numbers, accounts, also in groups: 138 0013 8000, 440104-1956…, １３８….
    [GeneratedRegex(@"(?:[0-9０-９][ \-－—]?){4,}[0-9０-９Xx]")]
    private static partial Regex Numbers();

    private const string Surname =
        "(?:欧阳|司徒|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|宇文|长孙|夏侯|端木|轩辕|呼延|南宫|西门|独孤|闻人|申屠|钟离|鲜于|濮阳|赫连"
        + "|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石"
        + "戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岑欧冼麦区关植甘霍])";

    // What follows a name more often than it is part of one.
    private const string Given =
        "[\u4e00-\u9fff](?:(?![的在不没欠是有把说和与跟向给到了已至拖还借也都就要去来将被告从为因系对住离打签收付转于承])[\u4e00-\u9fff])?";

    [GeneratedRegex(
        "(?<cue>原告|被告人?|上诉人|申请人|执行人|第三人|证人|当事人|债务人|债权人|借款人|担保人|保证人|代理人|委托人|法定代表人|名叫|叫做?|姓名[:：]?|名字[是:：]?|我是|本人"
            + "|[他她]是|丈夫|老公|妻子|老婆|前夫|前妻|儿子|女儿|父亲|母亲|爸爸|妈妈|哥哥|弟弟|姐姐|妹妹|朋友|同事|邻居|老板|房东|租客|司机|包工头|业主|律师|法官|书记员|借给|起诉|告)"
            + "(?<name>"
            + Surname
            + Given
            + ")"
    )]
    private static partial Regex Introduced();

    [GeneratedRegex(Surname + "[\u4e00-\u9fff]{1,2}(?=先生|女士|小姐|老师|医生|师傅|律师|法官|书记员|欠我|借我|骗我|打我)")]
    private static partial Regex Addressed();
}
