using Bunit;
using Domain.InboundMessages;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.InboundMessages;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.InboundMessages;

namespace Portal.Tests.InboundMessages;

public sealed class InboundSmsPageTests(TestDatabase database) : DeskTest(database)
{
    private int _sequence;

    [Fact]
    public async Task The_liaison_officer_sees_what_needs_a_person_and_marks_it()
    {
        var (liaison, judge) = (await Somebody(Role.LiaisonOfficer), await Data.Staff(Role.Judge, await Data.Division(), "陈静怡"));
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        await Receive(judge.Mobile, "收到");

        var page = Open<InboundSmsPage>(liaison);
        var line = page.WaitForElement("tbody tr");
        Assert.Contains("陈静怡", line.TextContent);
        Assert.Contains("未构成答复", line.TextContent);
        Assert.Contains(Masking.Phone(judge.Mobile), line.TextContent);
        Assert.DoesNotContain(judge.Mobile, page.Markup);
        Assert.Equal($"/work-orders/{order.Id}", line.QuerySelector("a")!.GetAttribute("href"));

        await On(page, "tbody button", b => b.Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody tr")));
        await On(page, "[role=tab]:nth-child(2)", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains(liaison.Name, page.Find("tbody tr").TextContent));
    }

    [Fact]
    public async Task A_letter_is_registered_from_its_line()
    {
        var filing = await Somebody(Role.FilingDivision, DivisionKind.Filing);
        await Somebody(Role.LiaisonOfficer, DivisionKind.Filing);
        await Receive("13900000011", "请问怎么立案");
        var page = Open<InboundSmsPage>(filing);
        page.WaitForElement("tbody tr");
        Assert.Equal(["登记工单", "并入工单", "回短信", "标记已处理"], page.FindAll("tbody button").Select(b => b.TextContent.Trim()));
        await On(page, "tbody button", b => b.Click());
        await On(page, "tbody form", f => f.Submit());
        await On(page, "[role=tab]:nth-child(2)", b => b.Click());
        page.WaitForAssertion(() => Assert.Contains("已登记工单", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        var order = await Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync());
        Assert.Equal((Channel.Sms, "请问怎么立案", "13900000011"), (order.Channel, order.Text, order.RequesterPhone));
    }

    [Fact]
    public async Task One_form_is_open_at_a_time_and_a_letter_goes_into_an_order_of_its_phone_by_choice()
    {
        var filing = await Somebody(Role.FilingDivision, DivisionKind.Filing);
        await Somebody(Role.LiaisonOfficer, DivisionKind.Filing);
        var intake = new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "陈建华", "13900000012", "", "问进度")
        {
            CourtId = filing.Post!.CourtId,
        };
        var order = await Data.Use((RegisterIntake register) => register.Handle(Guid.CreateVersion7(), intake, filing, default));
        await Receive("13900000012", "补充一句");
        await Receive("13900000013", "请问怎么立案");
        var page = Open<InboundSmsPage>(filing);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        await On(page, "tbody tr:nth-child(1) button:nth-of-type(3)", b => b.Click());
        await On(page, "tbody tr:last-child button:nth-of-type(2)", b => b.Click());
        Assert.Single(page.FindAll("tbody form"));
        await On(page, "#letter-order", s => s.Change(order.Number));
        await On(page, "tbody form", f => f.Submit());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        var entries = await Data.Use(
            (CourtDb db) => db.Set<WorkOrder>().AsNoTracking().Include(o => o.Entries).SingleAsync(o => o.Id == order.Id)
        );
        Assert.Contains(entries.Entries, e => e.Text.Contains("补充一句", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_answer_has_settled_needs_nobody()
    {
        var (liaison, judge) = (await Somebody(Role.LiaisonOfficer), await Data.Staff(Role.Judge, await Data.Division()));
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        await Receive(judge.Mobile, "收到");
        Assert.Single((await Rows(liaison, onlyOpen: true)).Rows);
        await Data.Answer(order, judge);
        Assert.Empty((await Rows(liaison, onlyOpen: true)).Rows);
        Assert.False(Assert.Single((await Rows(liaison, onlyOpen: false)).Rows).IsOpen);
    }

    [Fact]
    public async Task Each_sees_the_own_and_unknown_numbers_belong_to_the_filing_division()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var litigant = await Data.Litigant();
        await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        await Receive(judge.Mobile, "收到");
        await Receive("13900000009", "请问怎么立案");

        List<int> seen =
        [
            (await Rows(await Somebody(Role.LiaisonOfficer), true)).Rows.Count,
            (await Rows(await Somebody(Role.LiaisonOfficer, DivisionKind.Enforcement), true)).Rows.Count,
            (await Rows(await Somebody(Role.FilingDivision, DivisionKind.Filing), true)).Rows.Count,
            (await Rows(await Somebody(Role.FilingDivision, DivisionKind.Filing, "tianhe"), true)).Rows.Count,
            (await Rows(await Somebody(Role.Administrator), true)).Rows.Count,
            (await Rows(await Somebody(Role.Judge), true)).Rows.Count,
        ];
        Assert.Equal([1, 0, 2, 1, 2, 0], seen);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var filing = await Somebody(Role.FilingDivision, DivisionKind.Filing);
        var messages = Enumerable
            .Range(0, Page<InboundSmsRow>.Size + 3)
            .Select(i => new IncomingSms("sms", $"p{i}", "13900000010", $"第 {i} 条", "", Clock.Now))
            .ToList();
        await Data.Use((KeepInboundSms keep) => keep.Handle(messages, default));
        var first = await Rows(filing, onlyOpen: false);
        var second = await Data.Use((InboundSmsQueries q) => q.Newest(false, first.Next, filing, default));
        Assert.Null(second.Next);
        Assert.Equal(messages.Count, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
    }

    private Task<Page<InboundSmsRow>> Rows(Actor me, bool onlyOpen) =>
        Data.Use((InboundSmsQueries q) => q.Newest(onlyOpen, null, me, default));

    private async Task Receive(string from, string text)
    {
        await Data.Use(
            (KeepInboundSms keep) => keep.Handle([new IncomingSms("sms", $"s{++_sequence}", from, text, "", Clock.Now)], default)
        );
        await Data.Use((InboundSmsRound round) => round.Run(default));
    }
}
