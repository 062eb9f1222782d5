using Bunit;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Portal.DocumentService.Plans;

namespace Portal.Tests.DocumentService;

public sealed class FallbackPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task An_order_of_channels_is_changed_on_the_page_with_its_reason()
    {
        var page = Open<FallbackPage>(await Somebody(Role.Administrator, DivisionKind.Technology));
        await On(page, "[aria-label=改动判决书的送达顺序]", open => open.Click());
        await On(page, ".plan-edit input[type=number]", hours => hours.Change("7"));
        await On(page, ".lim-form > input", reason => reason.Change("先打电话"));
        await On(page, ".lim-form", form => form.Submit());
        page.WaitForAssertion(() => Assert.Contains("先打电话", page.Find(".cal-changes tbody").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("本院规定", page.Find("table.c-table").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_change_is_reached_and_only_those_of_the_own_court()
    {
        var (me, elsewhere) = (
            await Somebody(Role.Administrator, DivisionKind.Technology),
            await Somebody(Role.Administrator, DivisionKind.Technology, "panyu")
        );
        for (var i = 0; i < 31; i++)
            await Set(me, i % 2 == 0 ? DocumentKind.Judgment : DocumentKind.Summons, 2 + i);
        await Set(elsewhere, DocumentKind.Judgment, 48);

        var page = Open<FallbackPage>(me);
        await On(page, ".cal-changes .page-more button", more => more.Click());
        page.WaitForAssertion(() => Assert.Equal(31, page.FindAll(".cal-changes tbody tr").Count));
        Assert.Empty(page.FindAll(".cal-changes .page-more"));
        Assert.DoesNotContain(elsewhere.Name, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("select"));
    }

    private Task Set(Actor by, DocumentKind kind, int hours) =>
        Data.Use(
            (SetFallbackPlan set) =>
                set.Handle(by.Post!.CourtId, kind, [new(ServiceChannel.SmsLink, hours)], "试行", by, CancellationToken.None)
        );
}
