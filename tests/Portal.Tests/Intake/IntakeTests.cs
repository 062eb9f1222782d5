using Bunit;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Intake;

namespace Portal.Tests.Intake;

public sealed class IntakeTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_simple_call_is_answered_at_once_by_keys_alone()
    {
        var (agent, _, @case, phone) = await Town();
        var page = Open<IntakePage>(agent);
        await TypePhone(page, phone);
        await Press(page, "1");
        await Press(page, "Alt+Q");
        await Press(page, "Alt+A");
        await Press(page, "Alt+1");
        var number = page.WaitForElement(".banners .said").TextContent;

        var order = await Single(number);
        Assert.True(order.IsClosed);
        Assert.Equal(
            (Category.CaseQuery, phone, "原告", @case.Id, agent.Id),
            (order.Category, order.RequesterPhone, order.RequesterRole, order.CaseId!.Value, order.ClosedById!.Value)
        );
        Assert.Equal("", page.Find(".call .phone").GetAttribute("value") ?? ""); // ready for the next call
    }

    [Fact]
    public async Task Dispatching_shows_the_day_the_counted_days_and_who_receives_it_beforehand()
    {
        var (agent, judge, _, phone) = await Town();
        var page = Open<IntakePage>(agent);
        await TypePhone(page, phone);
        var decide = page.Find(".opt.rec").TextContent;
        Assert.Contains("11 月 25 日（周三）24:00 前答复", decide, StringComparison.Ordinal);
        Assert.Equal(["11-23", "11-24", "11-25"], page.FindAll(".mini span").Select(d => d.TextContent));
        Assert.Contains(judge.Name, decide, StringComparison.Ordinal);

        await Press(page, "6");
        await On(page, "#asked", e => e.Input("补充证据收到了吗？"));
        await Press(page, "Alt+2");
        var order = await Single(page.WaitForElement(".banners .said").TextContent);
        Assert.Equal((WorkOrderState.ToAnswer, judge.Id, new DateOnly(2026, 11, 25)), (order.State, order.OwnerId, order.DueDay));
    }

    [Fact]
    public async Task Each_category_has_the_number_key_of_its_place()
    {
        var page = Open<IntakePage>(await Somebody(Role.HotlineAgent));
        foreach (var category in Enum.GetValues<Category>())
        {
            await Press(page, $"{((int)category + 1) % 10}");
            page.WaitForAssertion(() =>
            {
                Assert.Contains(category.Chinese(), page.Find(".cats [aria-checked=true]").TextContent, StringComparison.Ordinal);
                Assert.Contains(category.Chinese(), page.Find("[aria-label=话术] h2").TextContent, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task What_was_typed_is_there_again_and_is_still_the_same_order()
    {
        var (agent, _, @case, phone) = await Town();
        var page = Open<IntakePage>(agent);
        await TypePhone(page, phone);
        await Press(page, "8");
        await On(page, "#asked", e => e.Input("“法官”一直不接电话"));
        var desk = Desk(page);
        var id = desk.Form.OrderId;
        await page.InvokeAsync(desk.Save);

        var again = Open<IntakePage>(agent);
        Assert.Equal("“法官”一直不接电话", again.WaitForElement("#asked").GetAttribute("value"));
        Assert.Equal(
            (id, @case.Id, Category.Complaint),
            (Desk(again).Form.OrderId, Desk(again).Form.CaseId!.Value, Desk(again).Form.Category!.Value)
        );
        Assert.Equal("身份已核对", again.Find(".call .c-chip").TextContent);
    }

    [Fact]
    public void The_longest_call_fits_its_draft()
    {
        var form = new IntakeForm
        {
            Phone = "13800138000",
            Text = new string('诉', WorkOrder.TextMaxLength),
            Answer = new string('答', WorkOrder.TextMaxLength),
            Name = new string('名', 40),
        };
        Assert.True(form.ToDraft().Length <= Domain.Drafts.Draft.TextMaxLength);
        Assert.Equal(form.Text, IntakeForm.FromDraft(form.ToDraft())!.Text);
    }

    [Fact]
    public async Task Pressing_twice_registers_once()
    {
        var (agent, _, _, phone) = await Town();
        var page = Open<IntakePage>(agent);
        await TypePhone(page, phone);
        await Press(page, "6");
        await On(page, "#asked", e => e.Input("补充证据收到了吗？"));
        var desk = Desk(page);
        await page.InvokeAsync(() => Task.WhenAll(desk.Register(atOnce: false), desk.Register(atOnce: false)));
        Assert.Equal(1, await Count());
        Assert.Equal("", desk.Problem);
    }

    [Fact]
    public async Task A_draft_sent_by_another_window_is_not_registered_again()
    {
        var (agent, _, _, phone) = await Town();
        var first = Open<IntakePage>(agent);
        await TypePhone(first, phone);
        await Press(first, "6");
        await On(first, "#asked", e => e.Input("补充证据收到了吗？"));
        await first.InvokeAsync(Desk(first).Save);
        var second = Open<IntakePage>(agent);
        await Press(second, "Alt+2");
        second.WaitForElement(".banners .said");
        await Press(first, "Alt+2");
        Assert.Equal(second.Find(".banners .said").TextContent, first.WaitForElement(".banners .said").TextContent);
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task Names_stay_masked_until_the_caller_is_known()
    {
        var (agent, _, @case, _) = await Town();
        await Data.Use(
            (CourtDb db) =>
                db.Set<CaseParty>()
                    .Where(p => p.CaseId == @case.Id && p.Name == "李大强")
                    .ExecuteUpdateAsync(s => s.SetProperty(p => p.IdLastFour, "123X"))
        );
        var page = Open<IntakePage>(agent);
        await TypePhone(page, "13700000001");
        var typed = @case.Number.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        await On(page, "#case", e => e.Input(typed));
        await On(page, ".form form", e => e.Submit());
        Assert.Contains("被告 李**", page.WaitForElement(".hit").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("李大强", page.Markup, StringComparison.Ordinal);

        await On(page, ".who", e => e.Input("李大强"));
        await On(page, ".four", e => e.Input("9999"));
        await Press(page, "Alt+V");
        Assert.Contains("不一致", page.WaitForElement(".banners [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("被告 李大强", page.Markup, StringComparison.Ordinal);

        await On(page, ".four", e => e.Input("123x"));
        await Press(page, "Alt+V");
        page.WaitForAssertion(() => Assert.Contains("被告 李大强", page.Find(".hit").TextContent, StringComparison.Ordinal));
        Assert.Equal("被告", Desk(page).Form.Role);
    }

    [Fact]
    public async Task Three_wrong_answers_end_the_identity_check_of_a_call()
    {
        var (agent, _, @case, _) = await Town();
        var page = Open<IntakePage>(agent);
        await On(page, "#case", e => e.Input(@case.Number));
        await On(page, ".form form", e => e.Submit());
        for (var i = 0; i < IntakeDesk.IdentityAttempts; i++)
        {
            await On(page, ".four", e => e.Input("0000"));
            await Press(page, "Alt+V");
        }

        page.WaitForAssertion(() => Assert.True(page.Find(".four").HasAttribute("disabled")));
    }

    [Fact]
    public async Task An_order_of_the_caller_is_urged_from_the_history_once_a_day()
    {
        var (agent, judge, @case, phone) = await Town();
        var litigant = await Data.Use((CourtDb db) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Phone == phone));
        Clock.Now = new(2026, 11, 11, 2, 0, 0, TimeSpan.Zero);
        var order = await Data.Message(litigant, @case);
        Clock.Now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);
        var page = Open<IntakePage>(agent);
        await TypePhone(page, phone);
        var late = page.WaitForElement(".hist li.late");
        Assert.Contains("超期 4 日", late.TextContent, StringComparison.Ordinal);
        Assert.Contains(judge.Name, late.TextContent, StringComparison.Ordinal);

        await On(page, ".urge", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("记为第 2 次催办", page.Find(".urge").TextContent, StringComparison.Ordinal));
        await On(page, ".urge", e => e.Click());
        page.WaitForElement(".banners .bad");
        Assert.Equal(1, (await Single(order.Number)).UrgeCount);
    }

    [Fact]
    public async Task An_unknown_number_of_ours_goes_to_that_courts_filing_division()
    {
        var (agent, _, _, _) = await Town();
        var liaison = await Data.Staff(Role.LiaisonOfficer, await Data.Division(DivisionKind.Filing, "tianhe"));
        var page = Open<IntakePage>(agent);
        await On(page, "#case", e => e.Input("2026粤0106民初999号"));
        await On(page, ".form form", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains(liaison.Name, page.Find(".opt.rec").TextContent, StringComparison.Ordinal));
        await Press(page, "1");
        await On(page, "#asked", e => e.Input("问进展"));
        await Press(page, "Alt+2");
        var order = await Single(page.WaitForElement(".banners .said").TextContent);
        Assert.Equal((liaison.Id, "(2026)粤0106民初999号", WorkOrderState.ToAssign), (order.OwnerId, order.CaseNumber, order.State));
    }

    [Fact]
    public async Task Without_category_text_or_court_it_says_what_is_missing_and_keeps_what_is_there()
    {
        var page = Open<IntakePage>(await Somebody(Role.HotlineAgent));
        await Press(page, "Alt+2");
        Assert.Contains("诉求类别", page.WaitForElement(".banners .bad").TextContent, StringComparison.Ordinal);
        await Press(page, "3");
        await On(page, "#asked", e => e.Input("要带什么材料"));
        await Press(page, "Alt+2");
        page.WaitForAssertion(() => Assert.Contains("选接收的法院", page.Find(".banners .bad").TextContent, StringComparison.Ordinal));
        await Press(page, "Alt+1");
        page.WaitForAssertion(() => Assert.Contains("告知的内容", page.Find(".banners .bad").TextContent, StringComparison.Ordinal));
        Assert.Equal("要带什么材料", page.Find("#asked").GetAttribute("value"));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task The_caller_chooses_to_have_the_answer_read_out()
    {
        var (agent, _, _, phone) = await Town();
        var page = Open<IntakePage>(agent);
        await TypePhone(page, phone);
        await page.InvokeAsync(() => page.FindAll("[aria-labelledby=reply-way] button").Single(b => b.TextContent == "语音播报").Click());
        page.WaitForElement("[aria-labelledby=reply-way] [aria-checked=true]");
        await Press(page, "1");
        await On(page, "#asked", e => e.Input("开庭要带什么？"));
        await Press(page, "Alt+2");
        Assert.Equal(ReplyWay.Voice, (await Single(page.WaitForElement(".banners .said").TextContent)).ReplyWay);
    }

    [Fact]
    public async Task A_landline_is_offered_no_sms()
    {
        var page = Open<IntakePage>((await Town()).Agent);
        await On(page, ".call .phone", e => e.Input("020-83210000"));
        await On(page, ".call .phone", e => e.Change("020-83210000"));
        page.WaitForAssertion(() =>
            Assert.Equal(["再次来电查询", "语音播报"], page.FindAll("[aria-labelledby=reply-way] button").Select(b => b.TextContent))
        );
    }

    private async Task<(Actor Agent, Staff Judge, Case Case, string Phone)> Town()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var @case = await Data.Case(litigant, judge: judge);
        return (await Somebody(Role.HotlineAgent, DivisionKind.Filing, "gz-zy"), judge, @case, litigant.Phone!);
    }

    private static async Task TypePhone(IRenderedComponent<IntakePage> page, string phone)
    {
        await On(page, ".call .phone", e => e.Input(phone));
        page.WaitForElement(".call .timer");
        page.WaitForElement("[aria-label=来电历史] h2 + .c-meta");
    }

    /// <param name="key">A digit chooses its category.</param>
    private static async Task Press(IRenderedComponent<IntakePage> page, string key)
    {
        await On(page, $"button[data-key='{key}']", e => e.Click());
        if (key.Length == 1)
            page.WaitForElement($"button[data-key='{key}'][aria-checked=true]");
    }

    private static IntakeDesk Desk(IRenderedComponent<IntakePage> page) => page.FindComponent<Decide>().Instance.Desk;

    private Task<WorkOrder> Single(string number) =>
        Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Number == number));

    private Task<int> Count() => Data.Use((CourtDb db) => db.Set<WorkOrder>().CountAsync());
}
