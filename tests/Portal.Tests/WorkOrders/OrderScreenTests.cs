using Bunit;
using Domain.Auditing;
using Domain.Calendar;
using Domain.Drafts;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Live;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.App;
using Portal.Shared;
using Portal.WorkOrders;

namespace Portal.Tests.WorkOrders;

public class OrderScreenTests(TestDatabase database) : ComponentTest, IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly SetClock _clock = new("2026-11-16 10:26");
    private CourtData _data = null!;
    private Staff _judge = null!;
    private Actor _me = null!;
    private WorkOrder _order = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString(), _clock);
        await _data.People();
        var division = await _data.Division();
        _judge = await _data.Staff(Role.Judge, division);
        _me = await _data.ActorOf(_judge);
        var litigant = await _data.Litigant();
        _order = await _data.Message(
            litigant,
            await _data.Case(litigant, division, _judge),
            text: "材料收到了吗？<script>alert(1)</script>"
        );
        Services.AddSingleton<TimeProvider>(_clock);
        var bus = new LiveBus(NullLogger<LiveBus>.Instance);
        Services.AddSingleton(await _data.Use((IServiceScopeFactory scopes) => Task.FromResult(new UseCaseRunner(scopes, bus))));
        Services.AddSingleton(await _data.Use((ICalendars calendars) => Task.FromResult(calendars)));
        Services.AddSingleton(await _data.Use((IAudit audit) => Task.FromResult(audit)));
        Services.AddSingleton(bus);
        Services.AddSingleton(new SurveyLinks("https://court.example", SurveyLinks.DefaultValidity));
        Services.AddScoped<Shell>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public new Task DisposeAsync() => base.DisposeAsync().AsTask();

    [Fact]
    public void A_litigant_s_words_are_text_and_never_markup()
    {
        var talk = Render<Conversation>(p => p.Add(c => c.Detail, Detail()).AddCascadingValue(_me));
        Assert.Contains("<script>alert(1)</script>", talk.Find(".c-msg p").TextContent);
        Assert.Empty(talk.FindAll("script"));
    }

    [Fact]
    public async Task Internal_notes_say_that_the_litigant_cannot_see_them()
    {
        await _data.Use((NoteWorkOrder n) => n.Handle(_order.Id, Guid.CreateVersion7(), "对方没有质证意见", _me, CancellationToken.None));
        var note = Render<Conversation>(p => p.Add(c => c.Detail, Detail()).AddCascadingValue(_me)).Find(".c-msg.internal");
        Assert.Contains("当事人看不到", note.TextContent);
        Assert.Contains("fa-lock", note.InnerHtml);
    }

    [Fact]
    public async Task What_is_typed_is_there_again_in_a_new_page()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("您好，材料已收到。"));
        box.WaitForAssertion(() => Assert.Contains("草稿已保存 10:26", box.Find(".c-reply-line").TextContent), TimeSpan.FromSeconds(20));
        Assert.Equal("您好，材料已收到。", Box().Find("#reply").GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_typed_a_moment_ago_is_saved_when_the_page_goes()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("还没来得及"));
        await box.Instance.DisposeAsync();
        Assert.Equal("还没来得及", (await Draft())!.Text);
    }

    [Fact]
    public async Task An_answer_closes_the_order_and_drops_the_draft()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("已收到。"));
        await Press(box, "答复并办结");
        Assert.True(Detail().Order.IsClosed);
        Assert.Null(await Draft());
    }

    [Fact]
    public async Task Who_answers_second_is_told_who_was_first_and_keeps_the_words()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("我也写好了答复。"));
        await _data.Answer(_order, _judge, "先答复的");
        await Press(box, "答复并办结");
        Assert.Contains($"{_judge.Name}已于 11-16 周一 10:26 答复办结", box.Find("[role=alert]").TextContent);

        box.Render(p => p.Add(b => b.Detail, Detail()));
        Assert.Equal("我也写好了答复。", box.Find("#unsent").TextContent);
        Assert.Equal("我也写好了答复。", (await Draft())!.Text);
        Assert.Equal("先答复的", Detail().Entries.Single(e => e.Kind == EntryKind.Answer).Text);
    }

    [Fact]
    public async Task Half_written_words_stay_readable_when_somebody_else_hands_the_order_over()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("写到一半"));
        var colleague = await HandedOver();
        var mine = Detail(await _data.ActorOf(colleague));
        box.Render(p => p.Add(b => b.Detail, mine with { MayHandle = false }));
        Assert.Equal("写到一半", box.Find("#unsent").TextContent);
        Assert.Contains(colleague.Name, box.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(box.FindAll("#reply"));
        box.Render(p => p.Add(b => b.Detail, mine with { MayHandle = true }));
        Assert.Equal("写到一半", box.Find("#reply").GetAttribute("value"));
    }

    [Fact]
    public async Task Half_written_words_stay_readable_also_when_the_order_is_out_of_reach()
    {
        var colleague = await _data.Staff(Role.Judge, await _data.Division());
        var litigant = await _data.Litigant();
        var order = await _data.Message(litigant, await _data.Case(litigant, judge: _judge));
        await _data.Use(
            (Transfer<WorkOrder> t) =>
                t.Handle(order.Id, Guid.CreateVersion7(), new HandOver(colleague.Id, "由他承办"), _me, CancellationToken.None)
        );
        var (writer, bus) = (await _data.ActorOf(colleague), Services.GetRequiredService<LiveBus>());
        var pane = Render<OrderPane>(p => p.Add(x => x.Id, order.Id).AddCascadingValue(writer));
        await On(pane, "#reply", e => e.Input("写到一半"));
        await pane.InvokeAsync(() => pane.FindAll("button").Single(b => b.TextContent == "转办").Click());
        await On(pane, "#reason", e => e.Input("已移送民三庭"));
        await _data.Use(
            (Transfer<WorkOrder> t) =>
                t.Handle(order.Id, Guid.CreateVersion7(), new HandOver(_judge.Id, "还是由他承办"), writer, CancellationToken.None)
        );
        await bus.Publish(new LiveHint([LiveTopic.WorkOrder(order.Id)], order.Id, 2));
        pane.WaitForAssertion(() => Assert.Equal("写到一半\n\n已移送民三庭", pane.Find("#unsent").TextContent));
        Assert.Contains("不归您办理", pane.Find(".c-blank").TextContent, StringComparison.Ordinal);
        await pane.InvokeAsync(() =>
            pane.FindAll("button").Single(b => b.TextContent.StartsWith("不要了", StringComparison.Ordinal)).Click()
        );
        pane.WaitForAssertion(() => Assert.Empty(pane.FindAll("#unsent")));
    }

    [Fact]
    public async Task An_empty_answer_is_refused_in_words_and_the_order_stays_open()
    {
        var box = Box();
        await Press(box, "答复并办结");
        Assert.Contains("还没有写内容", box.Find("[role=alert]").TextContent);
        Assert.False(Detail().Order.IsClosed);
    }

    [Fact]
    public async Task A_reply_on_the_way_can_ask_for_more_and_the_deadline_stands()
    {
        var due = Detail().Order.DueAt;
        var box = Box();
        await On(box, "#reply", e => e.Input("请补充身份证。"));
        await Press(box, "先回复，不办结");
        await Press(box, "回复并请补充");
        Assert.Equal((WorkOrderState.AwaitingRequester, due), (Detail().Order.State, Detail().Order.DueAt));
    }

    [Fact]
    public async Task A_template_goes_under_what_is_written_with_the_name_filled_in()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("您好。"));
        await On(box, ".c-tpl-list button", e => e.Click());
        Assert.Equal(
            $"您好。\n{_order.RequesterName}您好：您提交的材料已收到并入卷。如需再次开庭，会另行通知。",
            box.Find("#reply").GetAttribute("value")
        );
    }

    [Fact]
    public async Task Before_sending_the_judge_reads_what_the_citizen_will_get()
    {
        var box = Box();
        await On(box, "#reply", e => e.Input("可以。请带上原件。"));
        Assert.Contains("短信带全文（2 条）", Delivery(), StringComparison.Ordinal);
        await On(box, "#reply", e => e.Input("身份证号 440104199001011234 已更正。"));
        Assert.Contains("短信是链接，核对手机号后看全文（答复里有证件号）", Delivery(), StringComparison.Ordinal);

        string Delivery() => box.Find(".c-reply-line").TextContent;
    }

    [Fact]
    public async Task Who_only_may_look_writes_notes_and_no_answers()
    {
        var head = await _data.ActorOf(await _data.Staff(Role.President, await _data.Division(DivisionKind.Leadership)));
        var box = Render<ReplyBox>(p => p.Add(b => b.Detail, Detail(head)).AddCascadingValue(head));
        box.WaitForElement("#note");
        Assert.Empty(box.FindAll("#reply"));
    }

    [Theory]
    [InlineData(
        "2026-11-17 09:00",
        new[] { "今天 11-17:now ok", "11-18:", "11-19:", "11-20 督办:", "11-23:", "11-24 督办:", "11-25:", "11-26 督办:end" }
    )]
    [InlineData(
        "2026-11-19 23:00",
        new[] { "11-17:past", "11-18:past", "今天 11-19:now ok", "11-20 督办:", "11-23:", "11-24 督办:", "11-25:", "11-26 督办:end" }
    )]
    [InlineData(
        "2026-11-20 08:00",
        new[] { "11-17:past", "11-18:past", "11-19:past", "今天 11-20:now", "11-23:", "11-24 督办:", "11-25:", "11-26 督办:end" }
    )]
    [InlineData(
        "2026-11-20 09:00",
        new[] { "11-17:past", "11-18:past", "11-19:past", "今天 督办:now", "11-23:", "11-24 督办:", "11-25:", "11-26 督办:end" }
    )]
    [InlineData(
        "2026-11-21 09:00",
        new[] { "11-17:past", "11-18:past", "11-19:past", "11-20 督办:l1", "11-23:", "11-24 督办:", "11-25:", "11-26 督办:end" }
    )]
    [InlineData(
        "2026-11-25 10:26",
        new[] { "11-17:past", "11-18:past", "11-19:past", "11-20 督办:l1", "11-23:l1", "11-24 督办:l2", "今天 11-25:now", "11-26 督办:end" }
    )]
    [InlineData(
        "2026-12-01 09:00",
        new[]
        {
            "11-17:past",
            "11-18:past",
            "11-19:past",
            "11-20 督办:l1",
            "11-23:l1",
            "11-24 督办:l2",
            "11-25:l2",
            "11-26 督办:l2",
            "今天 12-01:now",
        }
    )]
    public void The_ladder_has_one_cell_for_each_working_day(string now, string[] cells)
    {
        var ladder = Render<Ladder>(p =>
            p.Add(l => l.Order, Detail().Order)
                .Add(l => l.Now, SetClock.Read(now))
                .Add(l => l.Calendar, new WorkCalendar(OfficialCalendar.Years, []))
        );
        Assert.Equal(cells, ladder.FindAll(".d").Select(d => $"{d.TextContent}:{string.Join(' ', d.ClassList.Skip(1))}"));
    }

    [Fact]
    public async Task A_full_number_is_shown_for_a_reason_that_stays_in_the_trace()
    {
        var reveal = Render<PhoneReveal>(p => p.Add(r => r.OrderId, _order.Id).Add(r => r.Masked, "138****0001").AddCascadingValue(_me));
        Assert.DoesNotContain(_order.RequesterPhone, reveal.Markup);
        await On(reveal, "button", e => e.Click());
        await On(reveal, "#reveal-reason", e => e.Change("电话核实"));
        await reveal.Find("form").SubmitAsync();
        reveal.WaitForAssertion(() => Assert.Contains(_order.RequesterPhone, reveal.Markup));
        Assert.Contains(
            Detail().Trace,
            row => row.Kind == WorkOrderFacts.PhoneRevealed && WorkOrderTrace.Words(row) == "电话核实" && row.ActorName == _judge.Name
        );
    }

    private async Task<Staff> HandedOver()
    {
        var colleague = await _data.Staff(Role.Judge, await _data.Division());
        await _data.Use(
            (Transfer<WorkOrder> t) =>
                t.Handle(_order.Id, Guid.CreateVersion7(), new HandOver(colleague.Id, "由他承办"), _me, CancellationToken.None)
        );
        return colleague;
    }

    [Fact]
    public async Task A_request_for_more_time_says_that_it_went_to_the_head()
    {
        var box = Box();
        await Press(box, "申请延期");
        await On(box, "#request-reason", e => e.Input("等待鉴定机构答复"));
        await box.Find("form.c-handover").SubmitAsync();
        box.WaitForAssertion(
            () => Assert.Equal("延期申请已提交，等庭长审批。批准以前期限不变。", box.Find(".c-note.ok[role=status]").TextContent.Trim()),
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public void Of_a_sensitive_case_the_words_about_delivery_name_no_hidden_name()
    {
        var order = Detail().Order;
        Assert.Contains(order.ShownRequester, DeliveryWords.Of(order, new(AnswerForm.Whole, "", ["可以"])), StringComparison.Ordinal);
        typeof(WorkOrder).GetProperty(nameof(WorkOrder.IsSensitive))!.SetValue(order, true);
        Assert.Contains("发给 当事人", DeliveryWords.Of(order, new(AnswerForm.Link, "案件不公开", [])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_urgent_row_wears_a_badge_and_more_time_stands_on_a_line_of_its_own()
    {
        var row = new InboxRow(
            Guid.CreateVersion7(),
            "GZ20261116-000001",
            null,
            Category.CaseQuery,
            Channel.WeChat,
            "苏小妹",
            "原告",
            "何时开庭",
            _clock.GetUtcNow(),
            _clock.GetUtcNow(),
            new(2026, 11, 24),
            false,
            false,
            0,
            WorkOrderState.ToAnswer,
            "陈静怡",
            null
        )
        {
            IsUrgent = true,
            IsExtended = true,
        };
        var item = Render<InboxItem>(p =>
            p.Add(i => i.Row, row).Add(i => i.Due, new DueWords(Pressure.Soon, "剩 1 日", "剩 1 个工作日")).Add(i => i.Href, "#")
        );
        Assert.Equal("加急", item.Find(".c-chip.bad").TextContent.Trim());
        Assert.Equal("已延期", item.FindAll(".dl")[1].TextContent);
    }

    private IRenderedComponent<ReplyBox> Box()
    {
        var box = Render<ReplyBox>(p => p.Add(b => b.Detail, Detail()).AddCascadingValue(_me));
        box.WaitForElement("#reply");
        return box;
    }

    private static Task Press(IRenderedComponent<ReplyBox> box, string words) =>
        box.FindAll("button").Single(b => b.TextContent.StartsWith(words, StringComparison.Ordinal)).ClickAsync(new());

    private OrderDetail Detail(Actor? by = null) =>
        _data.Use((OrderDetailQueries q) => q.Find(_order.Id, by ?? _me, CancellationToken.None)).GetAwaiter().GetResult()!;

    private Task<Draft?> Draft() => _data.Use((LoadDraft l) => l.Handle($"reply:{_order.Id:N}", _me, CancellationToken.None));
}
