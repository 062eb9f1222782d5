using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;

namespace Infrastructure.Demo;

/// <summary>The drawn screens: the inbox of 陈静怡, the division of 梁启明, the messages and calls of 陈建华.</summary>
internal sealed class DemoInbox(
    DemoStaff staff,
    DemoPeople people,
    DemoCases cases,
    DemoArrivals arrivals,
    DemoCalendar calendar,
    DemoDesk desk,
    DemoTimeline timeline,
    DemoDice dice
)
{
    /// <summary>Due that many working days from today, or from the next working day on a rest day; negative is late.</summary>
    private static readonly (int Sequence, Category Category, Channel Channel, int Due, int Urges, string Asks)[] s_chen =
    [
        (9876, Category.HandOverMaterials, Channel.Web, -2, 1, "已通过网上提交授权委托书变更，请确认新代理人权限。"),
        (15002, Category.CaseQuery, Channel.Hotline, 0, 0, "询问下个月的庭审能否改为线上，本人目前在外地就医。"),
        (30218, Category.IssueDocument, Channel.Hall, 0, 2, "申请开具裁判文书生效证明，用于申请强制执行。"),
        (16640, Category.LitigationConsultation, Channel.Kiosk, 0, 0, "收到追加第三人通知书，不清楚需要准备哪些材料。"),
        (17011, Category.ContactJudge, Channel.WeChat, 1, 0, "双方已自行和解，想撤诉，请问如何办理退费？"),
        (17385, Category.HandOverMaterials, Channel.Sms, 1, 0, "鉴定机构要求补充病历原件，请告知移交方式。"),
        (17520, Category.CaseQuery, Channel.Hotline, 2, 0, "查询保全解除进度，账户仍显示冻结。"),
        (17602, Category.HandOverMaterials, Channel.WeChat, 2, 0, "已补交房屋租赁合同原件照片，请查收。"),
        (17733, Category.ContactJudge, Channel.Web, 3, 0, "申请调取银行流水，请告知是否准许。"),
        (17741, Category.LitigationConsultation, Channel.Hotline, 3, 0, "收到传票，询问是否可以委托亲属出庭。"),
        (14420, Category.Suggestion, Channel.WeChat, 3, 0, "建议调解安排在周末。"),
        (13207, Category.CaseQuery, Channel.Hotline, 2, 0, "想问一下鉴定意见出来没有。"),
        (15894, Category.ContactJudge, Channel.WeChat, 3, 0, "对方同意分三期付款，想请法官主持调解。"),
    ];

    /// <summary>The division's other judges: late, due today, due later.</summary>
    private static readonly (string Judge, int[] Late, int Today, int Later)[] s_colleagues =
    [
        ("何思远", [-5, -2], 1, 12),
        ("罗子健", [-3], 1, 7),
        ("梁嘉敏", [-1], 1, 5),
        ("温雅琪", [-1], 1, 5),
        ("关宇航", [], 1, 4),
        ("邓晓岚", [], 1, 3),
        ("莫志恒", [], 0, 2),
        ("冼慧珊", [], 0, 1),
    ];

    private readonly HashSet<Guid> _laid = [];
    private readonly DemoPost _agent = staff.Courts.SelectMany(c => c.Holders(Role.HotlineAgent)).Single(a => a.Staff.Name == "黄晓彤");
    private readonly DemoCourt _yuexiu = staff.Courts.Single(c => c.Court.Slug == "yuexiu");

    public static bool LaysOut(DemoCourt court, Division division) => court.Court.Slug == "yuexiu" && division.ShortName == "民一庭";

    public void Plan()
    {
        foreach (var (sequence, category, channel, due, urges, asks) in s_chen)
            Lay(Of("陈静怡", sequence), new DemoText(category, asks, null, ""), channel, due, urges, read: due < 2);
        foreach (var (judge, late, today, later) in s_colleagues)
        {
            foreach (var due in late)
                LayAny(judge, due, urges: -due);
            for (var i = 0; i < today; i++)
                LayAny(judge, 0, urges: i % 2);
            for (var i = 0; i < later; i++)
                LayAny(judge, 1 + i % 3, urges: 0);
        }

        foreach (var sequence in (int[])[16118, 12345, 17011, 9876])
            LayWaiting(Of("陈静怡", sequence));
        foreach (var (sequence, due) in ((int, int)[])[(18210, 1), (18233, 2), (18257, 3)])
            Lay(
                Of(null, sequence),
                new DemoText(Category.CaseQuery, "案件立案后还不知道由哪位法官承办，想了解开庭时间。", null, ""),
                Channel.WeChat,
                due,
                0,
                read: due == 1
            );
        PlanChenJianhua();
    }

    private void PlanChenJianhua()
    {
        var his = Of("陈静怡", 12345);
        var late = new DemoText(
            Category.ContactJudge,
            "陈法官您好，上次开庭时您让我三天内补交 2024 年的转账记录和聊天记录。我已从小程序上传，到现在没有任何提示，不知道是否收到、对方有没有质证意见。",
            null,
            ""
        );
        Lay(his, late, Channel.WeChat, -4, urges: 3, read: true, note: "材料已入卷（证据第二组），对方质证期已满，未提交意见。");

        var asked = calendar.Workday(calendar.Today, -4);
        var question = new DemoText(
            Category.LitigationConsultation,
            "开庭带手机给法官看转账记录，行不行？",
            null,
            "您问开庭能不能带手机出示转账记录。可以。请开庭当天带上手机，在法庭上打开给法官和对方看。\n另外请您到银行打印一份盖章的流水，在开庭前拍照，点“接着问”传来。银行不给打印的，写明原因，法院可以帮您调取。"
        );
        var at = DemoCalendar.At(asked, 16 * 60 + 30);
        timeline.At(
            at,
            async () =>
            {
                var order = await Come(his, question, Channel.WeChat, at);
                timeline.At(at.AddMinutes(32), () => desk.Open(order));
                timeline.At(DemoCalendar.At(calendar.Workday(asked, 2), 11 * 60 + 20), () => desk.Answer(order, question.Answer));
            }
        );

        var hers = Of("何思远", 11870);
        foreach (
            var (workdays, text) in ((int, DemoText)[])
                [
                    (
                        -31,
                        new(
                            Category.LitigationConsultation,
                            "我眼睛不好，看不清手机上的字，可以打电话问案子吗？",
                            "可以，12368 工作日都有人接听；小程序里也可以打开长辈模式。",
                            ""
                        )
                    ),
                    (
                        -12,
                        new(
                            Category.CaseQuery,
                            "传票收到了，想再确认一下开庭是几点、在哪个法庭。",
                            "系统显示上午九点半开庭，法庭以传票为准，请提前半小时到。",
                            ""
                        )
                    ),
                ]
        )
            Call(hers, workdays, text, Satisfaction.Satisfied);

        Call(
            his,
            -40,
            new DemoText(Category.CaseQuery, "询问开庭时间。", "系统显示开庭通知已发出，请留意短信。", ""),
            Satisfaction.Satisfied
        );
        Call(
            his,
            -58,
            new DemoText(Category.FilingConsultation, "民间借贷立案要准备哪些材料？", "请准备起诉状、身份证、转账凭证和聊天记录。", ""),
            Satisfaction.BasicallySatisfied
        );
    }

    private void Call(DemoCase about, int workdays, DemoText text, Satisfaction satisfaction)
    {
        var at = DemoCalendar.At(calendar.Workday(calendar.Today, workdays), 10 * 60 + 15);
        timeline.At(
            at,
            async () =>
            {
                var order = await Come(about, text, Channel.Hotline, at);
                timeline.At(at.AddHours(2), () => desk.ReadAnswer(order));
                timeline.At(at.AddHours(3), () => desk.Rate(order, satisfaction, ""));
            }
        );
    }

    private void LayAny(string judge, int due, int urges)
    {
        var text = dice.Of([
            .. DemoTexts.All.Where(t => t is { AtOnce: null, HearingAhead: null, NeedsCase: true, Enforcement: not true }),
        ]);
        var @case = dice.Of([
            .. cases.All.Where(c =>
                LaysOut(c.Court, c.Division)
                && c.Callers.Count > 0
                && !c.Callers.Any(p => people.IsDrawn(p.Person))
                && c.Case.JudgeId == Judge(judge).Staff.Id
                && !arrivals.IsAskedAbout(c, calendar.Today)
                && !_laid.Contains(c.Case.Id)
            ),
        ]);
        _laid.Add(@case.Case.Id);
        var channel = @case.Callers.Any(c => c.Person.Litigant is not null) ? dice.Of([Channel.WeChat, Channel.Hotline]) : Channel.Hotline;
        Lay(@case, text, channel, due, urges, read: due < 2 && dice.Chance(0.6));
    }

    /// <summary>Replied to with a question; the requester's turn.</summary>
    private void LayWaiting(DemoCase @case) =>
        Lay(
            @case,
            new DemoText(Category.HandOverMaterials, "材料交齐了吗？还缺什么请告诉我。", null, ""),
            Channel.Hotline,
            1,
            0,
            read: true,
            interim: "您好：还缺转账凭证原件的照片，请补交后继续办理。"
        );

    private void Lay(
        DemoCase @case,
        DemoText text,
        Channel channel,
        int due,
        int urges,
        bool read,
        string? note = null,
        string? interim = null
    )
    {
        var inOfficeHours = channel is Channel.Hotline or Channel.Hall or Channel.Kiosk;
        var day = calendar.DispatchedFor(calendar.Workday(calendar.Today, due), text.Category, inOfficeHours);
        var at = inOfficeHours ? calendar.AtWork(day, DateTimeOffset.MinValue) : calendar.AtHome(day, DateTimeOffset.MinValue);
        if (at > calendar.Now)
            at = calendar.Now.AddMinutes(-dice.Between(3, 40));
        timeline.At(
            at,
            async () =>
            {
                var order = await Come(@case, text, channel, at);
                var opened = calendar.AtWork(calendar.Workday(day, calendar.Works(day) ? 1 : 0), at);
                if (read)
                    timeline.At(opened, () => desk.Open(order));
                if (interim is not null)
                    timeline.At(opened.AddMinutes(20), () => desk.Interim(order, interim, asksForMore: true));
                if (note is not null)
                    timeline.At(
                        opened.AddMinutes(30),
                        () => desk.Note(order, note, _yuexiu.Holders(Role.Clerk).Single(c => c.Staff.Id == @case.Case.ClerkId).Actor)
                    );
                for (var i = 0; i < urges; i++)
                {
                    var words = DemoTexts.Urges[i % DemoTexts.Urges.Length];
                    var urged = calendar.AtHome(calendar.Workday(calendar.Workday(day, 2), i), at);
                    timeline.At(urged, () => desk.Urge(order, words, _agent));
                    if (read)
                        timeline.At(calendar.AtWork(calendar.Workday(ChinaTime.DayOf(urged), 1), urged), () => desk.Open(order));
                }
            }
        );
    }

    private async Task<DemoOrder> Come(DemoCase @case, DemoText text, Channel channel, DateTimeOffset at)
    {
        var (person, role) = @case.Callers.FirstOrDefault(c => c.Person.Litigant is not null, @case.Callers[0]);
        var asks = DemoLife.Fill(text.Asks, @case, at);
        var order =
            channel is Channel.WeChat or Channel.Web && person.Litigant is not null
                ? await desk.LeaveMessage(
                    Guid.CreateVersion7(at),
                    new LeaveMessage.Message(channel, text.Category, asks, @case.Case.Id, null, null, []),
                    person
                )
                : await desk.Register(
                    Guid.CreateVersion7(at),
                    new RegisterIntake.Intake(channel, text.Category, person.Name, person.Phone, role, asks)
                    {
                        LitigantId = person.Litigant?.Id,
                        CaseId = @case.Case.Id,
                        AnsweredAtOnce = text.AtOnce,
                    },
                    _agent
                );
        return new DemoOrder(order, text, @case.Court, @case);
    }

    /// <param name="judge">Null for a case that has none yet.</param>
    private DemoCase Of(string? judge, int sequence)
    {
        Guid? id = judge is null ? null : Judge(judge).Staff.Id;
        return cases.All.Single(c =>
            LaysOut(c.Court, c.Division) && c.Case.JudgeId == id && c.Case.Number.EndsWith($"初{sequence}号", StringComparison.Ordinal)
        );
    }

    private DemoPost Judge(string name) => _yuexiu.Holders(Role.Judge).Single(j => j.Staff.Name == name);
}
