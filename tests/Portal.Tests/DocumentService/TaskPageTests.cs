using Bunit;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.DocumentService.Tasks;

namespace Portal.Tests.DocumentService;

public class TaskPageTests(TestDatabase database) : DeskTest(database)
{
    private static readonly PlannedWay s_sms = new(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed, "地址确认书");
    private static readonly PlannedWay s_email = new(ServiceChannel.Email, "zhang@example.com", AddressBasis.Confirmed, "地址确认书");

    [Fact]
    public async Task A_fact_moves_the_row_the_conclusion_and_the_figures_by_itself()
    {
        var (service, _, me) = await Begun(s_sms, s_email);
        var page = OpenTask(service, me);
        page.WaitForElement("tr.rh");
        page.WaitForAssertion(() => Assert.Contains("尚未生效", page.Find("tr.rh").TextContent));

        await Change(service, me, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));

        page.WaitForAssertion(() =>
        {
            Assert.Contains("2026-11-20 生效", page.Find("tr.rh").TextContent);
            Assert.Contains("上诉期至 12-07 周一", page.Find("tr.rh").TextContent);
            Assert.Contains("最早到达：短信链接 10:26", page.Find("tr.rh").TextContent);
            Assert.Equal("1", page.Find("[data-count=Delivered]").TextContent);
            Assert.Contains("已到达 1 / 2 条", page.Find(".svc-stat").TextContent);
        });
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='/service/{service.Id}/certificate']")));
        page.WaitForAssertion(() => Assert.Contains("138****8000", page.Markup));
        Assert.DoesNotContain("陈建华", page.Markup);
    }

    [Fact]
    public async Task Only_the_failed_one_is_tried_again_from_its_row()
    {
        var (service, _, me) = await Begun(s_sms, s_email);
        await Change(service, me, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Change(service, me, s => s.Failed(s.Attempts[1].Id, "smtp_552", Clock.Now, Clock.Now));
        var page = OpenTask(service, me);
        page.WaitForElement("tr.rh");
        page.WaitForAssertion(() => Assert.Contains("对方邮箱已满（552），1 份未达", page.Markup));
        page.WaitForAssertion(() => Assert.Contains("只重试失败的 1 条", page.Markup));

        await On(page, ".svc-retry", e => e.Click());

        page.WaitForAssertion(() => Assert.Contains("已重新发送 1 次", page.Markup));
        page.WaitForAssertion(() => Assert.Equal("0", page.Find("[data-count=Failed]").TextContent));
        Assert.Equal(3, (await Stored(service)).Attempts.Count);
    }

    [Fact]
    public async Task Withdrawing_asks_for_a_reason_and_shows_it_to_a_colleague_at_once()
    {
        var (service, _, me) = await Begun(s_sms);
        var colleague = OpenTask(service, await Somebody(Role.Clerk));
        colleague.WaitForElement("tr.rh");
        var page = OpenTask(service, me);
        await On(page, ".c-phead button.btn-ghost", e => e.Click());
        await On(page, "#withdraw-reason", e => e.Input("文书有误"));
        await On(page, ".svc-withdraw", e => e.Submit());
        foreach (var screen in new[] { page, colleague })
            screen.WaitForAssertion(() => Assert.Contains("文书有误", screen.Markup));
        // the task first, its services after it
        await Wait.Until("the service is withdrawn", async () => (await Stored(service)).State == ServiceState.Withdrawn);
    }

    [Fact]
    public async Task A_part_served_task_says_what_was_served_and_that_the_rest_was_withdrawn()
    {
        var staff = await Data.Staff(Role.Clerk, await Data.Division());
        var me = await Data.ActorOf(staff);
        var @case = await Data.Case();
        var found = new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Found, "户籍信息");
        var recipient = CourtDataServing.Recipient(@case.Parties[0], consent: "", ways: found);
        var service = (await Data.BegunServices(@case, staff, [recipient], DocumentKind.Judgment, DocumentKind.AppealFeeNotice)).Single();
        var judgment = service.Copies.Single(c => c.Kind == DocumentKind.Judgment);
        var litigant = Actor.Litigant(Guid.CreateVersion7(), "陈建华");
        await Change(service, me, s => s.Sign(judgment.DocumentId, ServiceChannel.SmsLink, null, "已验手机码", litigant, Clock.Now));
        await Data.Use((WithdrawServiceTask u) => u.Handle(service.TaskId, "文书有误", me, default));

        var page = OpenTask(service, me);
        page.WaitForElement("tr.rh");
        page.WaitForAssertion(() => Assert.Contains("2026-11-20 生效，1 份已撤回", page.Find("tr.rh").TextContent));
        Assert.Contains("上诉期至 12-07 周一", page.Find("tr.rh").TextContent);
        Assert.Contains("部分已送达，其余已撤回", page.Find(".c-phead").TextContent);
    }

    [Fact]
    public async Task A_reply_on_the_phone_is_a_reply_and_times_of_another_day_have_their_day()
    {
        var (service, _, me) = await Begun(s_sms with { Basis = AddressBasis.Found });
        await Change(service, me, s => s.Sent(s.Attempts[0].Id, Clock.Now.AddDays(-2), Clock.Now));
        await Change(service, me, s => s.NoteReply(s.Attempts[0].Id, Clock.Now, "来电说收到", me, Clock.Now));
        var page = OpenTask(service, me);
        page.WaitForAssertion(() => Assert.Contains("10:26 回复", page.Find("tr.at").TextContent));
        Assert.Contains("已回复", page.Find("tr.at").TextContent);
        Assert.Contains("已回复或者作出诉讼行为：短信链接 10:26", page.Find("tr.rh").TextContent); // not when it was sent
        Assert.DoesNotContain("查看", page.Find("tr.at").TextContent);
        Assert.DoesNotContain("10:26:", page.Markup);

        Clock.Now = Clock.Now.AddDays(1);
        var tomorrow = OpenTask(service, me);
        tomorrow.WaitForAssertion(() => Assert.Contains("11-20 10:26 回复", tomorrow.Find("tr.at").TextContent));
        Assert.Contains("短信链接 11-20 10:26", tomorrow.Find("tr.rh").TextContent);
    }

    [Fact]
    public async Task What_a_colleague_withdrew_meanwhile_leaves_the_words_and_takes_the_button()
    {
        var (service, _, me) = await Begun(s_sms);
        var page = OpenTask(service, me);
        await On(page, ".c-phead button.btn-ghost", e => e.Click());
        await On(page, "#withdraw-reason", e => e.Input("地址有误"));

        var colleague = await Somebody(Role.Clerk);
        await Data.Use((WithdrawServiceTask u) => u.Handle(service.TaskId, "重复送达", colleague, default));

        page.WaitForAssertion(() => Assert.Contains("这个送达任务已经撤回，原因：重复送达。", page.Find(".svc-withdraw").TextContent));
        Assert.Equal("地址有误", page.Find(".svc-withdraw textarea").TextContent);
        Assert.Empty(page.FindAll(".c-phead button"));
        Assert.Empty(page.FindAll(".svc-withdraw .btn-final"));
    }

    [Fact]
    public async Task What_is_all_served_is_not_offered_to_be_withdrawn_and_refused_in_the_same_words()
    {
        var (service, _, me) = await Begun(s_sms);
        var page = OpenTask(service, me);
        page.WaitForAssertion(() => Assert.Contains("撤回", page.Find(".c-phead").TextContent));
        await Change(service, me, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        page.WaitForAssertion(() => Assert.Equal(TaskWithdrawals.AllServed, page.Find("#no-withdrawal").TextContent));
        Assert.Empty(page.FindAll(".c-phead button"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            Data.Use((WithdrawServiceTask u) => u.Handle(service.TaskId, "文书有误", me, default))
        );
        Assert.Equal(("service_task.nothing_to_withdraw", TaskWithdrawals.AllServed), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Red_failures_the_state_and_both_filters_mean_the_same()
    {
        var (reached, _, me) = await Begun(s_sms, s_email); // one way failed, the other served
        await Change(reached, me, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Change(reached, me, s => s.Failed(s.Attempts[1].Id, "smtp_552", Clock.Now, Clock.Now));
        var @case = await Data.Case();
        var clerk = await Data.Use((CourtDb db) => db.Set<Staff>().AsNoTracking().SingleAsync(s => s.Id == me.Id));
        var services = await Data.BegunServices(
            @case,
            clerk,
            [CourtDataServing.Recipient(@case.Parties[0], ways: s_sms), CourtDataServing.Recipient(@case.Parties[1], ways: s_email)]
        );
        await Change(services[1], me, s => s.Failed(s.Attempts[0].Id, "smtp_552", Clock.Now, Clock.Now));

        var list = Open<TasksPage>(me);
        list.WaitForAssertion(() => Assert.Equal(2, list.FindAll("tbody tr").Count));
        var rows = list.FindAll("tbody tr").ToDictionary(r => r.QuerySelector("a b")!.TextContent);
        Assert.Contains("部分失败", rows[services[0].TaskNumber].TextContent);
        Assert.Contains("1 人各渠道都没送到", rows[services[0].TaskNumber].QuerySelector(".c-late")!.TextContent);
        Assert.Contains("全部送达", rows[reached.TaskNumber].TextContent);
        Assert.Null(rows[reached.TaskNumber].QuerySelector(".c-late"));
        await On(list, "#task-filter", f => f.Change("Failed"));
        list.WaitForAssertion(() => Assert.Equal(services[0].TaskNumber, Assert.Single(list.FindAll("tbody tr a b")).TextContent));

        var failed = OpenTask(services[0], me);
        failed.WaitForAssertion(() => Assert.Contains("部分失败", failed.Find(".c-phead .c-chip").TextContent));
        Assert.NotEmpty(failed.FindAll(".svc-stat .late"));
        var other = OpenTask(reached, me);
        other.WaitForAssertion(() => Assert.Equal("1", other.Find("[data-count=Failed]").TextContent));
        Assert.Empty(other.FindAll(".svc-stat .late"));
    }

    [Fact]
    public async Task A_task_that_is_being_prepared_shows_how_far_it_is_and_what_could_not_be()
    {
        var @case = await Data.Case();
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var (task, plan) = await Data.ConfirmedTask(@case, clerk);
        var me = await Data.ActorOf(clerk);
        var page = Render<TaskPage>(p => p.AddCascadingValue(me).Add(x => x.Id, task.Id));
        page.WaitForElement("progress");
        page.WaitForAssertion(() => Assert.Contains("正在准备文书：0 / 1 个案件", page.Markup));

        await Data.Use(
            (CourtDb db) =>
                db.Set<ServicePlan>()
                    .Where(p => p.Id == plan.Id)
                    .ExecuteUpdateAsync(p =>
                        p.SetProperty(x => x.State, ServicePlanState.Failed).SetProperty(x => x.FailureCode, "pdf_broken")
                    )
        );
        await Data.Use(
            async (CourtDb db) =>
            {
                db.Hint(task.Id, LiveTopic.ServiceTask(task.Id));
                await db.SaveChangesAsync();
            }
        );
        page.WaitForAssertion(() => Assert.Contains("1 个案件的文书没有准备好", page.Markup));
        await On(page, ".svc-plans button", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("正在准备文书：0 / 1 个案件", page.Markup));
    }

    [Fact]
    public async Task Another_division_finds_no_such_task_and_a_head_finds_no_buttons()
    {
        var (service, _, _) = await Begun(s_sms);
        var stranger = OpenTask(service, await Somebody(Role.Clerk, DivisionKind.Criminal));
        stranger.WaitForAssertion(() => Assert.Contains("没有这个送达任务", stranger.Markup));
        var head = OpenTask(service, await Somebody(Role.DivisionHead));
        head.WaitForElement("tr.rh");
        Assert.Empty(head.FindAll(".c-phead button"));
    }

    [Fact]
    public async Task The_list_follows_and_shows_what_each_task_has_reached()
    {
        var (service, _, me) = await Begun(s_sms);
        var page = Open<TasksPage>(me);
        page.WaitForElement($"a[href='/service/tasks/{service.TaskId}']");
        page.WaitForAssertion(() => Assert.Contains("0 / 1 人已送达", page.Markup));
        await Change(service, me, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        page.WaitForAssertion(() => Assert.Contains("1 / 1 人已送达", page.Markup));
        page.WaitForAssertion(() => Assert.Contains("全部送达", page.Find("tbody .c-chip").TextContent));
    }

    private IRenderedComponent<TaskPage> OpenTask(Service service, Actor me) =>
        Render<TaskPage>(p => p.AddCascadingValue(me).Add(x => x.Id, service.TaskId));

    private async Task<(Service Service, Case Case, Actor Me)> Begun(params PlannedWay[] ways)
    {
        var @case = await Data.Case();
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        return (
            (await Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: ways)])).Single(),
            @case,
            await Data.ActorOf(clerk)
        );
    }

    private Task Change(Service service, Actor by, Action<Service> act) =>
        Data.Use((ServiceDesk desk) => desk.Change(service.Id, by, (s, _) => act(s), default));

    private Task<Service> Stored(Service service) =>
        Data.Use((CourtDb db) => db.Set<Service>().AsNoTracking().Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id));
}
