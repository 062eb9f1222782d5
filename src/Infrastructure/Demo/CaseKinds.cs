using Domain.Cases;
using Domain.Organisation;

namespace Infrastructure.Demo;

/// <param name="TypeCode">类型代字 at a basic court; the Intermediate Court tries in second instance.</param>
/// <param name="NumbersPerDay">How fast the numbers of this type rise.</param>
internal sealed record CaseKind(
    DivisionKind Division,
    string TypeCode,
    string Cause,
    PartyRole First,
    PartyRole Second,
    int NumbersPerDay,
    CaseRestriction Restriction = CaseRestriction.None
);

internal static class CaseKinds
{
    public static readonly CaseKind Loan = Civil("民间借贷纠纷");
    public static readonly CaseKind Labour = Civil("劳动争议");
    public static readonly CaseKind Wages = Civil("追索劳动报酬纠纷");
    public static readonly CaseKind Lease = Civil("房屋租赁合同纠纷");

    private static readonly (CaseKind Kind, int Weight)[] s_basic =
    [
        (Loan, 15),
        (Labour, 7),
        (Wages, 3),
        (Lease, 7),
        (Civil("买卖合同纠纷"), 9),
        (Civil("物业服务合同纠纷"), 6),
        (Civil("金融借款合同纠纷"), 6),
        (Civil("信用卡纠纷"), 5),
        (Civil("机动车交通事故责任纠纷"), 6),
        (Civil("装饰装修合同纠纷"), 3),
        (Civil("建设工程施工合同纠纷"), 3),
        (Civil("商品房预售合同纠纷"), 3),
        (Civil("生命权、身体权、健康权纠纷"), 2),
        (Civil("离婚纠纷", CaseRestriction.Family), 5),
        (Civil("抚养纠纷", CaseRestriction.Family), 2),
        (Civil("法定继承纠纷", CaseRestriction.Family), 2),
        (Civil("侵害商业秘密纠纷", CaseRestriction.ClosedHearing), 1),
        (Crime("危险驾驶罪"), 2),
        (Crime("盗窃罪"), 2),
        (Crime("诈骗罪"), 2),
        (Crime("故意伤害罪", CaseRestriction.Juvenile), 1),
        (new(DivisionKind.Administrative, "行初", "工伤保险资格认定", PartyRole.Plaintiff, PartyRole.Defendant, 2), 2),
        (new(DivisionKind.Administrative, "行初", "政府信息公开", PartyRole.Plaintiff, PartyRole.Defendant, 2), 1),
        (Enforced("执", "民间借贷纠纷", 150), 9),
        (Enforced("执", "劳动争议", 150), 5),
        (Enforced("执恢", "买卖合同纠纷", 20), 2),
        (Enforced("执异", "案外人执行异议", 10), 1),
    ];

    private static readonly (CaseKind Kind, int Weight)[] s_internet =
    [
        (Civil("网络购物合同纠纷"), 10),
        (Civil("网络侵权责任纠纷"), 6),
        (Civil("信息网络买卖合同纠纷"), 6),
        (Civil("小额借款合同纠纷"), 8),
        (Civil("侵害作品信息网络传播权纠纷"), 5),
    ];

    public static CaseKind Draw(DemoDice dice, Court court)
    {
        if (court.Slug == "gz-int")
            return dice.Weighted(s_internet);
        var kind = dice.Weighted(s_basic);
        return court.Level == CourtLevel.Intermediate ? Appealed(kind) : kind;
    }

    public static (CaseState, int)[] StatesAfter(int days) =>
        days switch
        {
            < 40 => [(CaseState.Filed, 7), (CaseState.HearingScheduled, 3)],
            < 150 => [(CaseState.HearingScheduled, 5), (CaseState.Heard, 4), (CaseState.Closed, 2)],
            _ => [(CaseState.HearingScheduled, 1), (CaseState.Heard, 2), (CaseState.Closed, 9)],
        };

    public static CaseKind Appealed(CaseKind kind) =>
        kind.Division switch
        {
            DivisionKind.Civil => kind with
            {
                TypeCode = "民终",
                First = PartyRole.Appellant,
                Second = PartyRole.Appellee,
                NumbersPerDay = 100,
            },
            DivisionKind.Criminal => kind with { TypeCode = "刑终", NumbersPerDay = 6 },
            DivisionKind.Administrative => kind with { TypeCode = "行终", First = PartyRole.Appellant, Second = PartyRole.Appellee },
            _ => kind with { TypeCode = "执复", NumbersPerDay = 6 },
        };

    private static CaseKind Civil(string cause, CaseRestriction restriction = CaseRestriction.None) =>
        new(DivisionKind.Civil, "民初", cause, PartyRole.Plaintiff, PartyRole.Defendant, 75, restriction);

    private static CaseKind Crime(string cause, CaseRestriction restriction = CaseRestriction.None) =>
        new(DivisionKind.Criminal, "刑初", cause, PartyRole.Accused, PartyRole.Accused, 6, restriction);

    private static CaseKind Enforced(string typeCode, string cause, int perDay) =>
        new(DivisionKind.Enforcement, typeCode, cause, PartyRole.Applicant, PartyRole.Respondent, perDay);
}
