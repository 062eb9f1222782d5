using System.Security.Claims;
using Bunit;
using Domain.Calendar;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Search;
using Infrastructure.Exports;
using Infrastructure.Organisation;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.App;
using Portal.DocumentService.Search;

namespace Portal.Tests.DocumentService.Search;

public sealed class ServiceSearchTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_service_is_found_by_everything_that_people_type()
    {
        var (clerk, me) = await ClerkOf();
        var litigant = await Data.Litigant("欧阳娜娜");
        var @case = await Data.Case(litigant);
        var service = Assert.Single(await Data.BegunServices(@case, clerk, null, DocumentKind.Judgment, DocumentKind.Summons));
        string[] typed =
        [
            @case.Number,
            @case.Number.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).TrimEnd('号'),
            service.TaskNumber,
            service.TaskNumber.ToLowerInvariant(),
            $"{service.TaskNumber}-0001-02",
            $" {litigant.Phone![..3]} {litigant.Phone[3..]}",
            "欧阳",
            "欧阳娜娜",
        ];
        foreach (var words in typed)
            Assert.Equal([service.Id], await Find(new(words), me));
        Assert.Equal([service.Id], await Find(new("欧阳", "传"), me));
        Assert.Equal([service.Id], await Find(new(State: ServiceState.UnderWay, From: new(2026, 11, 20), To: new(2026, 11, 20)), me));
        foreach (
            var terms in new ServiceTerms[]
            {
                new("欧阳", "裁"),
                new("娜娜"),
                new(State: ServiceState.Failed),
                new(To: new(2026, 11, 19)),
                new(From: new(2026, 11, 21)),
                new("SD20261119-0001"),
                new("13800000000"),
                new("(2026)粤0104民初99999号"),
            }
        )
            Assert.Empty(await Find(terms, me));
    }

    [Fact]
    public async Task Typed_wildcards_are_letters()
    {
        var (clerk, me) = await ClerkOf();
        var service = Assert.Single(await Data.BegunServices(await Data.Case(await Data.Litigant("陈_%[建]")), clerk));
        await Data.BegunServices(await Data.Case(await Data.Litigant("陈建华")), clerk);
        Assert.Equal([service.Id], await Find(new("陈_"), me));
        Assert.Equal([service.Id], await Find(new("陈_%["), me));
        foreach (var words in new[] { "%", "_", "陈%", "[陈]", @"陈\" })
            Assert.Empty(await Find(new(words), me));
        Assert.Empty(await Find(new(Title: "%"), me));
        Assert.Empty(await Find(new(Title: "'; DROP TABLE services; --"), me));
    }

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_to_see()
    {
        var (clerk, me) = await ClerkOf();
        var (judge, _) = await Data.People();
        var @case = await Data.Case(await Data.Litigant(), judge: judge);
        await Data.BegunServices(@case, clerk);
        var division = await Data.Division();
        var (otherDivision, otherCourt) = (await Data.Division(DivisionKind.Criminal), await Data.Division(court: "panyu"));
        foreach (
            var actor in new[]
            {
                me,
                await Data.ActorOf(judge),
                await Act(Role.Clerk, division),
                await Act(Role.DivisionHead, division),
                await Act(Role.President, otherDivision),
            }
        )
            Assert.Single(await Find(new(@case.Number), actor));
        foreach (
            var stranger in new[]
            {
                await Act(Role.Judge, division),
                await Act(Role.Clerk, otherDivision),
                await Act(Role.DivisionHead, otherDivision),
                await Act(Role.President, otherCourt),
                await Act(Role.FilingDivision, otherCourt),
                await Act(Role.HotlineAgent, division),
                await Act(Role.Administrator, division),
                await Act(Role.PetitionOffice, division),
            }
        )
        {
            Assert.Empty(await Find(new(@case.Number), stranger));
            Assert.Empty(await Find(new(), stranger));
        }
    }

    [Fact]
    public async Task Paging_neither_repeats_nor_skips_while_services_come_in()
    {
        var (clerk, me) = await ClerkOf();
        var @case = await Data.Case();
        var recipients = Enumerable.Range(0, Page<ServiceRow>.Size + 10).Select(_ => CourtDataServing.Recipient(@case.Parties[0])).ToList();
        var before = (await Data.BegunServices(@case, clerk, recipients)).Select(s => s.Id).ToHashSet(); // all at one instant
        var first = await Data.Use((ServiceSearch s) => s.Find(new(@case.Number), null, me, default));
        Clock.Now = Clock.Now.AddMinutes(1);
        await Data.BegunServices(@case, clerk);
        var second = await Data.Use((ServiceSearch s) => s.Find(new(@case.Number), first.Page.Next, me, default));
        Assert.Equal((50, 10, (Cursor?)null), (first.Page.Rows.Count, second.Page.Rows.Count, second.Page.Next));
        Assert.Equal(before, first.Page.Rows.Concat(second.Page.Rows).Select(r => r.Id).ToHashSet());

        List<Guid> exported = [];
        await Data.Use(
            async (ServiceSearch s) =>
            {
                await foreach (var row in s.All(new(@case.Number), me, default))
                    exported.Add(row.Id);
            }
        );
        Assert.Equal(61, exported.Distinct().Count());
    }

    [Fact]
    public async Task The_page_shows_masked_recipients_with_channels_and_links_and_offers_the_same_as_a_file()
    {
        var (clerk, me) = await ClerkOf();
        var service = Assert.Single(await Data.BegunServices(await Data.Case(await Data.Litigant("欧阳娜娜")), clerk));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/service/search?q=欧阳&state=UnderWay");
        var page = Open<ServiceSearchPage>(me);
        page.WaitForElement("tbody tr");
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("送达中", row, StringComparison.Ordinal);
        Assert.Contains("欧阳**", row, StringComparison.Ordinal);
        Assert.DoesNotContain("娜娜", row, StringComparison.Ordinal);
        Assert.Contains("短信链接 已排队", row, StringComparison.Ordinal);
        Assert.Equal(
            [$"/service/tasks/{service.TaskId}", $"/service/{service.Id}"],
            page.FindAll("tbody a:not([data-case])").Select(a => a.GetAttribute("href"))
        );
        Assert.Contains(
            page.FindAll(".c-phead a"),
            a => a.GetAttribute("href") == "/exports/services?format=xlsx&q=%E6%AC%A7%E9%98%B3&title=&from=&to=&state=UnderWay"
        );
    }

    [Fact]
    public async Task What_is_longer_than_a_file_takes_is_refused_in_words_and_never_cut()
    {
        var (clerk, me) = await ClerkOf();
        var litigant = await Data.Litigant("欧阳娜娜");
        await Data.BegunServices(await Data.Case(litigant), clerk);
        Assert.False(await TooLong(new("欧阳"), me));
        await Data.Use(
            (CourtDb db) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5)); // a busy machine needs longer than a page may
                return db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO services
                    SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'position', n))).*
                    FROM services s, generate_series(2, {ServiceSearch.MostExported + 1}) n
                    """
                );
            }
        );
        Assert.True(await TooLong(new("欧阳"), me));
        Assert.False(await TooLong(new("司徒"), me));

        var asked = new DefaultHttpContext { User = SignedIn(clerk, me.Post!) };
        asked.Request.QueryString = new QueryString("?format=csv&q=欧阳");
        var answer = await Data.Use(
            (ServiceSearch s) =>
                Data.Use(
                    (RecordExport r) => ServiceExports.Services(asked, s, r, Services.GetRequiredService<ICalendars>(), Clock, default)
                )
        );
        var back = Assert.IsType<RedirectHttpResult>(answer).Url;
        Assert.Empty(await Data.Use((CourtDb db) => db.Set<Domain.Exports.Export>().ToListAsync()));

        Services.GetRequiredService<NavigationManager>().NavigateTo(back);
        var page = Open<ServiceSearchPage>(me);
        page.WaitForElement("tbody tr");
        Assert.Contains("没有导出：找到的送达超过 5 万条", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_finds_nothing_says_how_to_look_again()
    {
        var (_, me) = await ClerkOf();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/service/search?q=2024年12号文件");
        var page = Open<ServiceSearchPage>(me);
        page.WaitForElement(".c-blank");
        Assert.NotEmpty(page.Find("[role=status]").TextContent);
        page.WaitForAssertion(() => Assert.Contains("没有找到您能查看的送达", page.Markup, StringComparison.Ordinal));
    }

    private ClaimsPrincipal SignedIn(Staff staff, StaffPost post) =>
        StaffClaims.Principal(
            new StaffSessionRow(
                Guid.CreateVersion7(),
                staff.Id,
                staff.Name,
                Clock.Now,
                new PostRow(post.Id, post.Role, post.CourtId, "", CourtLevel.Basic, post.DivisionId, ""),
                Clock.Now,
                Clock.Now
            ),
            "",
            Clock.Now
        );

    private Task<bool> TooLong(ServiceTerms terms, Actor by) => Data.Use((ServiceSearch s) => s.IsTooLong(terms, by, default));

    private async Task<(Staff Clerk, Actor Actor)> ClerkOf()
    {
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        return (clerk, await Data.ActorOf(clerk));
    }

    private async Task<Actor> Act(Role role, Division division) => await Data.ActorOf(await Data.Staff(role, division));

    private Task<List<Guid>> Find(ServiceTerms terms, Actor by) =>
        Data.Use(async (ServiceSearch s) => (await s.Find(terms, null, by, default)).Page.Rows.Select(r => r.Id).ToList());
}
