using Domain.CityChanges;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Reading;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>
/// Every page can be used by everybody (axe), in each of its sizes. The pictures stay in TestResults/screens, to be laid
/// beside what was drawn.
/// </summary>
[Collection(OnAnotherPlatform.Name)]
[Trait("Walk", "all")]
public sealed class LooksTests(Platform platform) : PlatformTest(platform)
{
    private static readonly string s_screens = Directory.CreateDirectory(Path.Combine(Checkout.Results, "screens")).FullName;
    private readonly List<string> _violations = [];

    [Fact]
    public async Task The_staffs_pages_have_no_serious_violation_at_both_widths()
    {
        var data = Platform.Data;
        var division = await data.Division(court: "huangpu");
        var judge = await data.Staff(Role.Judge, division, "陈静怡");
        var head = await data.Staff(Role.DivisionHead, division, "梁启明");
        var liaison = await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Filing, "huangpu"), "麦晓宁");
        var agent = await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "gz-zy"), "黄晓彤");
        var filing = await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing, "huangpu"), "卢婉仪");
        var city = await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology, "gz-zy"), "钟国栋");
        foreach (var staff in new[] { judge, head, liaison, agent, filing, city })
            await data.GivePassword(staff);
        await data.Change(new CityLimit(Category.Complaint, new(5, 2, 2), SupervisionLimits.Default), "投诉要会商");
        var wording = new TemplateText(
            WorkOrderNotices.Interim.Key,
            NoticeChannel.Sms,
            0,
            "法院有回复",
            "您的留言 {number} 法官已经回复。"
        );
        await data.Ask(wording, "说得更短", await data.CityAdministrator());
        var person = await data.Litigant();
        var @case = await data.Case(person, division, judge);
        await data.Message(person, court: await data.Court("huangpu"), text: "想起诉，要准备什么材料？");
        await data.Answer(await data.Message(person, @case, text: "什么时候开庭？"), judge);
        WorkOrder order = null!;
        foreach (
            var text in new[] { "证人外地来不了，能视频作证吗？", "想申请调取对方的银行账户记录。", "开庭带手机给法官看转账记录，行不行？" }
        )
            order = await data.Message(person, @case, text: text);

        var handedIn = await data.Submission(@case, person);
        var file = await data.MainFile(@case, "ID 440104199001011234");
        var reading = await data.Reading(@case, person, file);
        await data.Prepared(file);

        var president = await data.Staff(Role.President, await data.Division(DivisionKind.Leadership, "huangpu"), "区国峰");
        await data.GivePassword(president);
        await Visit(president, (1920, 1080), ("staff-wallboard", "/wallboard", "黄埔法院 12368 诉讼服务运行"));
        foreach (var size in new[] { Browser.Desk, Browser.SmallDesk })
        {
            await Look(await Platform.Browser.NewPage(Platform.Portal, size), "staff-sign-in", size, "/sign-in", "登录");
            await Visit(
                judge,
                size,
                ("staff-inbox", "/work-orders", order.Title),
                ("staff-order", $"/work-orders/{order.Id}", "答复并办结"),
                ("staff-case", $"/cases/{@case.Id}", "等我办"),
                ("staff-my-cases", "/my-cases", "接下来"),
                ("staff-submissions", $"/submissions/{handedIn.Id}", "要求补正"),
                ("staff-readings", "/readings", reading.Number),
                ("staff-reading", $"/readings/{reading.Id}", "批准阅卷：1 份"),
                ("staff-bindings", "/bindings", "绑定审查"),
                ("staff-case-conflicts", "/case-conflicts", "信息不一致"),
                ("staff-templates", "/templates", "模板"),
                ("staff-sessions", "/sessions", "本机"),
                ("staff-search", $"/search?q={order.Number}", order.Title),
                ("staff-missing", $"/work-orders/{Guid.CreateVersion7()}", "没有这件工单")
            );
            await Visit(
                agent,
                size,
                ("staff-intake", "/intake", "登记来电"),
                ("staff-registrations", "/registrations", "我的登记"),
                ("staff-cases", "/cases", "案件查询")
            );
            await Visit(
                city,
                size,
                ("staff-city-changes", "/city-changes", "批准"),
                ("staff-notice-templates", "/notice-templates?kind=work_order.interim&channel=Sms", "提请批准第 1 版"),
                ("staff-calendar", "/calendar", "提请批准停工"),
                ("staff-answer-limits", "/answer-limits", "全部法院")
            );
            await Visit(filing, size, ("staff-account-recovery", "/account-recovery", "找回账号"));
            await Visit(liaison, size, ("staff-dispatch", "/dispatch", "分派给所选的人"));
            await Visit(
                head,
                size,
                ("staff-supervision", "/supervision", "超期在前"),
                ("staff-division", "/work-orders", order.Title),
                ("staff-statistics", "/statistics", "各承办人"),
                ("staff-ranking", "/ranking", "件数不足"),
                ("staff-ledger", "/ledger", order.Number)
            );
        }

        Assert.True(_violations.Count == 0, string.Join("\n", _violations));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_litigants_pages_have_no_serious_violation_in_plain_and_in_elder_mode(bool elder)
    {
        var h5 = await Platform.H5();
        var data = Platform.Data;
        var (judge, _) = await data.People("nansha");
        var person = await data.Litigant();
        var @case = await data.Case(person, await data.Division(court: "nansha"), judge);
        var waiting = await data.Message(person, @case, text: "证人外地来不了，能视频作证吗？");
        var answered = await data.Message(person, @case);
        await data.Answer(answered, judge, "可以。请开庭当天带上手机，并提前打印一份盖章的银行流水。");

        var litigant = await LitigantPage.SignIn(Platform.Browser, h5, data, person.Phone!);
        if (elder)
            await Turn(litigant);
        var mode = elder ? "-elder" : "";
        foreach (var size in new[] { Browser.Phone, Browser.Wide, Browser.SmallDesk })
        {
            await litigant.Page.SetViewportSizeAsync(size.Width, size.Height);
            await Look(litigant.Page, $"h5-home{mode}", size, "/#/", elder ? "您想办什么" : "有话想问法官");
            await Look(litigant.Page, $"h5-messages{mode}", size, "/#/pages/messages/index", "就这些了");
            await Look(litigant.Page, $"h5-waiting{mode}", size, $"/#/pages/messages/detail?id={waiting.Id}", "证人外地来不了");
            await Look(litigant.Page, $"h5-answered{mode}", size, $"/#/pages/messages/detail?id={answered.Id}", "对留言的答复");
            await Look(litigant.Page, $"h5-write{mode}", size, "/#/pages/messages/write", "想问哪个案子");
            await Look(litigant.Page, $"h5-cases{mode}", size, "/#/pages/cases/index", "在办");
            await Look(litigant.Page, $"h5-account{mode}", size, "/#/pages/account/index", "就是这台设备");
        }

        if (!elder)
            await Look(
                await Platform.Browser.NewPage(h5, Browser.Phone),
                "h5-sign-in",
                Browser.Phone,
                "/#/pages/account/sign-in",
                "用手机号登录"
            );
        Assert.True(_violations.Count == 0, string.Join("\n", _violations));
    }

    /// <summary>材料, 申请 and 阅卷 of one case.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_litigants_hand_in_and_read_has_no_serious_violation(bool elder)
    {
        var h5 = await Platform.H5();
        var data = Platform.Data;
        var scene = await data.SubmissionScene();
        var (@case, person) = (scene.Case, scene.Plaintiff);
        var handedIn = await data.Submission(@case, person);
        var file = await data.MainFile(@case, "ID 440104199001011234");

        var litigant = await LitigantPage.SignIn(Platform.Browser, h5, data, person.Phone!);
        if (elder)
            await Turn(litigant);
        var mode = elder ? "-elder" : "";
        await LookAt(
            ("materials", "materials/index", "其他材料"),
            ("material", $"materials/detail?id={handedIn.Id}", handedIn.Number),
            ("material-sent", $"materials/detail?id={handedIn.Id}&sent=1", handedIn.Number),
            ("material-choose", $"materials/choose?caseId={@case.Id}", "要交哪种材料"),
            ("material-write", $"materials/write?caseId={@case.Id}&kind=evidence", "选证据"),
            ("applications", $"applications/index?caseId={@case.Id}", "想办的不在这里"),
            ("application", $"applications/detail?caseId={@case.Id}&kind=preservation", "谁来定"),
            ("reading-ask", $"readings/ask?caseId={@case.Id}", file.Title)
        );
        var request = await data.Reading(@case, person, file);
        await data.Prepared(file);
        await LookAt(("readings", "readings/index", "法院在核对"), ("reading-waiting", $"readings/detail?id={request.Id}", "申请看的材料"));
        var judge = await data.ActorOf(scene.Judge);
        var until = ChinaTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(7);
        await data.Use(
            (ReleaseReading release) => release.Handle(request.Id, Guid.CreateVersion7(), new([file.Id], until, true), judge, default)
        );
        await LookAt(("reading-duty", $"readings/detail?id={request.Id}", "先签阅卷单"));
        await data.Use((SignReading sign) => sign.Handle(request.Id, ReadingDuty.Version, person.AsActor(), default));
        await LookAt(
            ("reading-open", $"readings/detail?id={request.Id}", "不能整本下载"),
            ("reading-page", $"readings/page?id={request.Id}&fileId={file.Id}&page=1", "放大")
        );
        Assert.True(_violations.Count == 0, string.Join("\n", _violations));

        async Task LookAt(params (string Name, string Path, string Ready)[] pages)
        {
            foreach (var size in new[] { Browser.Phone, Browser.Wide })
            {
                await litigant.Page.SetViewportSizeAsync(size.Width, size.Height);
                foreach (var (name, path, ready) in pages)
                    await Look(litigant.Page, $"h5-{name}{mode}", size, $"/#/pages/{path}", ready);
            }
        }
    }

    private static async Task Turn(LitigantPage litigant)
    {
        await litigant.Open("");
        await litigant.Press("长辈模式");
        await Expect(litigant.Heading("您想办什么")).ToBeVisibleAsync();
    }

    private async Task Visit(Staff staff, (int Width, int Height) size, params (string Name, string Path, string Ready)[] pages)
    {
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, staff, size);
        foreach (var (name, path, ready) in pages)
            await Look(desk.Page, name, size, path, ready, desk.IsLive);
        await desk.Page.CloseAsync();
    }

    private async Task Look(IPage page, string name, (int Width, int Height) size, string path, string ready, Func<Task>? first = null)
    {
        await page.GotoAsync("about:blank"); // else an address that differs behind the # only would not be loaded
        await page.GotoAsync(path);
        if (first is not null)
            await first(); // what was there before the circuit is drawn anew
        await Expect(page.GetByText(ready).Locator("visible=true").First).ToBeVisibleAsync();
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(s_screens, $"{name}-{size.Width}x{size.Height}.png") });
        if (size == Browser.Desk)
            return; // the walk over every page looks for violations at this size

        var found = await page.Axe();
        Assert.NotEmpty(found.Passes);
        _violations.AddRange(
            from violation in found.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{name} at {size.Width}: {violation.Impact} {violation.Id}: {node.Html}"
        );
    }
}
