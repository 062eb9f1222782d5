using Bunit;
using Domain.Organisation;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.InCharge;

namespace Portal.Tests.InCharge;

public sealed class InChargePageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_vice_president_is_put_in_charge_of_a_division_of_the_own_court()
    {
        var (civil, leaders) = (await Data.Division(), await Data.Division(DivisionKind.Leadership));
        var vice = await Data.Staff(Role.VicePresident, leaders, "欧阳明");
        await Data.Staff(Role.VicePresident, await Data.Division(DivisionKind.Leadership, "panyu"), "司徒远");
        var admin = await Somebody(Role.Administrator, DivisionKind.Technology);
        var page = Open<InChargePage>(admin);
        var choose = $"select[aria-label='{civil.ShortName}由谁分管']";
        await On(page, choose, select => select.Change(vice.Id.ToString()));
        page.WaitForAssertion(() => Assert.Contains("已保存", page.Find("tbody [role=status]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains($"{admin.Name} 于 2026-11-20", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("司徒远", page.Markup, StringComparison.Ordinal);
        Assert.Equal(vice.Id, (await Data.Use((CourtDb db) => db.Set<Division>().SingleAsync(d => d.Id == civil.Id))).VicePresidentId);
    }

    [Fact]
    public async Task A_post_that_nobody_holds_is_named_and_nobody_else_may_fill_it()
    {
        var vice = await Data.Staff(Role.VicePresident, await Data.Division(DivisionKind.Leadership));
        var civil = await Data.Division();
        var page = Open<InChargePage>(await Somebody(Role.Administrator, DivisionKind.Technology));
        page.WaitForAssertion(() => Assert.Contains("个岗位空缺", page.Find(".c-phead").TextContent, StringComparison.Ordinal));

        var other = Open<InChargePage>(await Somebody(Role.DivisionHead));
        await On(other, $"select[aria-label='{civil.ShortName}由谁分管']", select => select.Change(vice.Id.ToString()));
        other.WaitForElement("[role=alert]");
        Assert.Null((await Data.Use((CourtDb db) => db.Set<Division>().SingleAsync(d => d.Id == civil.Id))).VicePresidentId);
    }
}
