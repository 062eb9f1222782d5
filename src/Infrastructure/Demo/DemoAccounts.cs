using System.Globalization;
using System.Text;
using Domain.Organisation;

namespace Infrastructure.Demo;

/// <param name="Division">Short name within the court.</param>
public sealed record DemoSignIn(Role Role, string CourtSlug, string Division, string Name, string Login);

/// <param name="WeChat">Their name there, as in the login code sim-chenjianhua; empty for who gets SMS only.</param>
public sealed record DemoLitigant(string Phone, string Name, string IdNumber, string Words, string WeChat = "", bool IsLawyer = false);

/// <summary>Who can sign in to the demo data.</summary>
public static class DemoAccounts
{
    public const string Password = "Court-12368";

    public static IReadOnlyList<DemoSignIn> Staff { get; } =
    [
        new(Role.Judge, "yuexiu", "民一庭", "陈静怡", "chenjingyi"),
        new(Role.Clerk, "yuexiu", "民一庭", "吴家乐", "wujiale"),
        new(Role.LiaisonOfficer, "yuexiu", "民一庭", "罗志敏", "luozhimin"),
        new(Role.DivisionHead, "yuexiu", "民一庭", "梁启明", "liangqiming"),
        new(Role.VicePresident, "yuexiu", "院领导", "郑伟斌", "zhengweibin"),
        new(Role.President, "yuexiu", "院领导", "区国峰", "ouguofeng"),
        new(Role.FilingDivision, "yuexiu", "立案庭", "苏慧玲", "suhuiling"),
        new(Role.LiaisonOfficer, "yuexiu", "立案庭", "麦晓宁", "maixiaoning"),
        new(Role.PetitionOffice, "yuexiu", "信访室", "冯永生", "fengyongsheng"),
        new(Role.Administrator, "yuexiu", "科信处", "简浩文", "jianhaowen"),
        new(Role.HotlineAgent, "gz-zy", "立案庭", "黄晓彤", "huangxiaotong"),
        new(Role.ShiftLeader, "gz-zy", "立案庭", "温诗婷", "wenshiting"),
        new(Role.DutyJudge, "gz-zy", "立案庭", "关德明", "guandeming"),
        new(Role.SupervisionOfficer, "gz-zy", "立案庭", "叶雅文", "yeyawen"),
        new(Role.Administrator, "gz-zy", "科信处", "钟国栋", "zhongguodong"),
        new(Role.Administrator, "gz-zy", "科信处", "冯佩珊", "fengpeishan"),
    ];

    public static IReadOnlyList<DemoLitigant> Litigants { get; } =
    [
        new("13812345620", "陈建华", DemoPeople.IdNumber("440104", "19850312", 561), "五个案件的当事人，收微信通知", "chenjianhua"),
        new("13812345621", "李志强", DemoPeople.IdNumber("440105", "19800927", 327), "被陈建华起诉"),
        new("13812345622", "林秀兰", DemoPeople.IdNumber("440103", "19560518", 244), "七十岁，常打电话"),
        new("13922345678", "周文博", DemoPeople.IdNumber("440106", "19880121", 119), "律师，代理十多个案件", IsLawyer: true),
    ];

    /// <returns>What <c>demo-accounts</c> and the start script print.</returns>
    public static string Text()
    {
        var text = new StringBuilder($"Staff (all with the password {Password})\n");
        foreach (var s in Staff)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {s.Login, -14} {s.Name}  {CourtFacts.All.Single(c => c.Slug == s.CourtSlug).ShortName}{s.Division} {s.Role.Chinese()}\n"
            );
        text.Append("Litigants (phone and SMS code)\n");
        foreach (var l in Litigants)
            text.Append(CultureInfo.InvariantCulture, $"  {l.Phone}  {l.Name}  {l.IdNumber}  {l.Words}\n");
        return text.ToString().TrimEnd();
    }
}
