using Domain.DocumentService;
using Domain.Shared;
using Portal.App;

namespace Portal.DocumentService.Law;

/// <summary>What a clerk may record of a service.</summary>
public enum LawAct
{
    Reply,
    Act,
    Arrival,
    Rebut,
    Accept,
    GoOn,
}

public static class LawActs
{
    public static string Title(this LawAct act) =>
        act switch
        {
            LawAct.Reply => "登记回复",
            LawAct.Act => "登记诉讼行为",
            LawAct.Arrival => "另证到达时间",
            LawAct.Rebut => "推翻推定",
            LawAct.Accept => "认定接受送达",
            _ => "继续其他方式送达",
        };

    /// <summary>What it does, above the form.</summary>
    public static string Meaning(this LawAct act, Procedure procedure) =>
        act switch
        {
            LawAct.Reply => "对方以电话、短信或者书面回复已收到的，以回复之日为送达之日；确认的地址仍以到达之日为准。",
            LawAct.Act => "对方作出与文书内容相应的诉讼行为的，例如到庭、答辩、提交证据，以行为之日为送达之日。",
            LawAct.Arrival =>
                $"对方证明到达其系统的日期与本系统记录不一致的，以对方证明的日期为准（{LawTable.Of(LawPoint.SentDate, procedure).Cite}）。",
            LawAct.Rebut => "推定送达被推翻后，这次送达不再生效，转其他方式继续送达。原来的认定保留在轨迹里。",
            LawAct.Accept => "写明对方以什么行为接受了送达，以及行为的时间，以行为之日为送达之日。",
            _ => "没有证据表明对方接受电子送达，这次查看不产生送达效力。",
        };

    public static string TextLabel(this LawAct act) =>
        act switch
        {
            LawAct.Reply => "怎样回复的",
            LawAct.Act or LawAct.Accept => "什么行为",
            LawAct.GoOn => "理由",
            _ => "证据和说明",
        };

    public static bool HasTime(this LawAct act) => act is LawAct.Reply or LawAct.Act or LawAct.Arrival or LawAct.Accept;

    public static Task<RefusedException?> Record(
        this LawAct act,
        UseCaseRunner run,
        GivenEvidence given,
        DateTimeOffset at,
        RebuttalGround ground,
        Actor by
    ) =>
        act switch
        {
            LawAct.Reply => run.Try<RecordReply>((u, ct) => u.Handle(given, at, by, ct)),
            LawAct.Act => run.Try<RecordAct>((u, ct) => u.Handle(given, at, by, ct)),
            LawAct.Arrival => run.Try<ProveArrival>((u, ct) => u.Handle(given, at, by, ct)),
            LawAct.Rebut => run.Try<RebutPresumption>((u, ct) => u.Handle(given, ground, by, ct)),
            LawAct.Accept => run.Try<DecideService>((u, ct) => u.Handle(given, at, by, ct)),
            _ => run.Try<DecideService>((u, ct) => u.Handle(given, null, by, ct)),
        };
}
