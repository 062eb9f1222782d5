using Domain.Cases;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The trial system says something new of a case: the open phone shows it, and what it takes back is gone there too.</summary>
public sealed class CaseCourseTests(Platform platform) : PlatformTest(platform)
{
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);

    [Fact]
    public async Task A_hearing_reaches_the_open_page_and_a_withdrawn_node_leaves_it()
    {
        var h5 = await Platform.H5();
        var idNumber = CourtData.IdNumber(CourtData.Next());
        var person = await Platform.Data.Litigant(idNumber: idNumber);
        var today = ChinaTime.DayOf(Platform.Data.Now());
        DateTimeOffset At(int days) => new(today.AddDays(days), new TimeOnly(9, 30), s_china);
        var record = TrialRecords.Of(await Platform.Data.Division(), plaintiff: idNumber) with
        {
            Nodes = [new("n1", CaseNodeKind.Filed, At(-20)), new("n2", CaseNodeKind.Other, At(-2)) { Words = "发错了的进展" }],
        };
        await Send(record);
        var key = CaseNumber.Read(record.Number!, today.Year).CaseKey;
        var id = await Platform.Data.Use((CourtDb db) => db.Set<Case>().Where(c => c.Number == key).Select(c => c.Id).SingleAsync());

        var phone = await LitigantPage.SignIn(Platform.Browser, h5, Platform.Data, person.Phone!);
        await phone.Open($"pages/cases/detail?id={id}");
        await Expect(phone.Heading("发错了的进展")).ToBeVisibleAsync();
        await phone.Page.Mark();

        await Send(record with { Version = 2, Hearings = [new("h1", At(13)) { Room = "第七法庭" }] });
        await Expect(phone.Heading("第七法庭")).ToBeVisibleAsync();

        await Send(record with { Version = 3, Hearings = [new("h1", At(13)) { Room = "第九法庭" }], Nodes = [record.Nodes[0]] });
        await Expect(phone.Heading("第九法庭")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("发错了的进展")).ToHaveCountAsync(0);
        await Expect(phone.Heading("法院收下了案子")).ToBeVisibleAsync();

        await Send(record with { Version = 4, Parties = [record.Parties[1]] });
        await Expect(phone.Heading("这个案子里没有登记您")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("第九法庭")).ToHaveCountAsync(0);
        Assert.True(await phone.Page.IsMarked());
        await Platform.AssertTraceIsIntact();
    }

    private async Task Send(TrialRecord record)
    {
        var answers = await Platform.Data.Use((TakeOverCases u) => u.Handle([new RecordLine(1, record)], RecordSender.Folder, default));
        Assert.Empty(answers.Single().Faults);
    }
}
