using Bunit;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.DocumentService.Law;

namespace Portal.Tests.DocumentService;

public sealed class LawPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_clerk_decides_what_was_read_without_consent_and_sees_the_limit_run()
    {
        var (service, clerk) = await Read(consent: "");
        var panel = Render<ServiceLawPanel>(p => p.AddCascadingValue(clerk).Add(x => x.Id, service.Id));
        panel.WaitForState(() => panel.Markup.Contains("请认定", StringComparison.Ordinal));
        await On(panel, ".c-note .btn-primary", e => e.Click());
        await On(panel, "#text", e => e.Change("来电表示已收到并询问上诉"));
        await On(panel, "form", e => e.Submit());
        panel.WaitForState(() => panel.Markup.Contains("上诉期至 2026-12-07，还有 17 天", StringComparison.Ordinal));
        Assert.Contains("第 15 天 12 月 5 日（周六）是休息日，顺延到 12 月 7 日（周一）", panel.Markup);
        Assert.Contains("来电表示已收到并询问上诉", panel.Markup);
    }

    [Fact]
    public async Task A_presumption_is_rebutted_on_one_of_three_grounds()
    {
        var (service, clerk) = await Read(consent: "确认书 2026-06-08");
        var panel = Render<ServiceLawPanel>(p => p.AddCascadingValue(clerk).Add(x => x.Id, service.Id));
        panel.WaitForState(() => panel.Markup.Contains("推定送达 2026-11-20", StringComparison.Ordinal));
        await panel.InvokeAsync(() => panel.FindAll(".c-row.wrap.b button").Single(b => b.TextContent == "推翻推定").Click());
        await On(panel, "#ground", e => e.Change(nameof(RebuttalGround.NotReadByPerson)));
        await On(panel, "#text", e => e.Change("手机由家人使用"));
        await On(panel, "form", e => e.Submit());
        panel.WaitForState(() => panel.Markup.Contains("尚未送达", StringComparison.Ordinal));
        Assert.Contains("非本人阅知：手机由家人使用", panel.Markup);
    }

    [Fact]
    public async Task A_leader_sees_the_panel_and_records_nothing_and_a_stranger_sees_nothing()
    {
        var (service, _) = await Read(consent: "确认书 2026-06-08");
        var (head, stranger) = (await Somebody(Role.DivisionHead), await Somebody(Role.Clerk, DivisionKind.Criminal));
        var panel = Render<ServiceLawPanel>(p => p.AddCascadingValue(head).Add(x => x.Id, service.Id));
        panel.WaitForState(() => panel.Markup.Contains("推定送达", StringComparison.Ordinal));
        Assert.Empty(panel.FindAll("button"));
        var nothing = Render<ServiceLawPanel>(p => p.AddCascadingValue(stranger).Add(x => x.Id, service.Id));
        nothing.WaitForState(() => nothing.Markup.Contains("没有这次送达", StringComparison.Ordinal));
    }

    /// <summary>Its periods are those of a foreign party by reference, and it is none.</summary>
    [Theory]
    [InlineData(Domain.Cases.Domicile.HongKongMacauTaiwan, "在内地（大陆）没有住所（港澳台，参照涉外规定）")]
    [InlineData(Domain.Cases.Domicile.Abroad, "在我国领域内没有住所")]
    public async Task A_party_of_Hong_Kong_Macau_or_Taiwan_is_not_said_to_be_outside_of_China(Domain.Cases.Domicile domicile, string said)
    {
        var staff = await Data.Staff(Role.Clerk, await Data.Division());
        var @case = await Data.Case();
        await Data.Lives(@case.Parties[0], domicile);
        var service = (await Data.BegunServices(@case, staff, [CourtDataServing.Recipient(@case.Parties[0])])).Single();
        var clerk = await Data.ActorOf(staff);
        var panel = Render<ServiceLawPanel>(p => p.AddCascadingValue(clerk).Add(x => x.Id, service.Id));
        panel.WaitForAssertion(() => Assert.Equal($"{said}，答辩、上诉期 30 天", panel.Find(".c-chip.warn").TextContent));
        var refused = Domain.DocumentService.ServiceEntryErrors.NoticeDays(service.LimitFacts);
        Assert.Contains($"{said}的为 60 日", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judgment_whose_periods_are_over_is_verified_by_a_clerk()
    {
        Clock.Now = SetClock.Read("2026-11-02 10:00");
        var staff = await Data.Staff(Role.Clerk, await Data.Division());
        var clerk = await Data.ActorOf(staff);
        var @case = await Data.Case();
        foreach (var service in await Data.BegunServices(@case, staff, [.. @case.Parties.Select(p => CourtDataServing.Recipient(p))]))
            await Change(service, s => s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now));
        await Data.Use((ProposeEffect p) => p.Run(default));
        Clock.Now = SetClock.Read("2026-11-20 10:26");

        var list = Open<EffectPage>(clerk);
        list.WaitForState(() => list.FindAll("tbody[data-rows] tr").Count == 1);
        Assert.Contains("2026-11-18", list.Markup);
        var id = await Data.Use((CourtDb db) => db.Set<EffectiveJudgment>().Select(j => j.Id).SingleAsync());
        var page = Render<EffectDetailPage>(p => p.AddCascadingValue(clerk).Add(x => x.Id, id));
        page.WaitForElement("#notes");
        await On(page, ".c-form .btn-primary", e => e.Click());
        page.WaitForState(() => page.Markup.Contains("请写明原因", StringComparison.Ordinal));
        await On(page, "#notes", e => e.Input("已查收发室，没有上诉状"));
        await On(page, ".c-form .btn-primary", e => e.Click());
        page.WaitForState(() => page.Markup.Contains("生效已核实：2026-11-18 生效", StringComparison.Ordinal));

        var stranger = Render<EffectDetailPage>(p => p.AddCascadingValue(Stranger).Add(x => x.Id, id));
        stranger.WaitForState(() => stranger.Markup.Contains("没有这份文书", StringComparison.Ordinal));
    }

    private static Actor Stranger =>
        Actor.Staff(
            Guid.CreateVersion7(),
            "外人",
            new StaffPost(Guid.CreateVersion7(), Role.Clerk, Guid.CreateVersion7(), Guid.CreateVersion7())
        );

    /// <summary>Delivered to a number that the court found, and opened.</summary>
    private async Task<(Service Service, Actor Clerk)> Read(string consent)
    {
        var staff = await Data.Staff(Role.Clerk, await Data.Division());
        var @case = await Data.Case();
        Clock.Now = SetClock.Read("2026-11-20 10:00");
        var service = (
            await Data.BegunServices(
                @case,
                staff,
                [
                    CourtDataServing.Recipient(
                        @case.Parties[0],
                        consent: consent,
                        ways: new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Found)
                    ),
                ]
            )
        ).Single();
        await Change(
            service,
            s =>
            {
                s.Delivered(s.Attempts[0].Id, Clock.Now, Clock.Now);
                s.Open(s.Copies[0].DocumentId, ServiceChannel.SmsLink, "已验手机码", Actor.System, Clock.Now);
            }
        );
        Clock.Now = SetClock.Read("2026-11-20 10:26");
        return (service, await Data.ActorOf(staff));
    }

    private Task Change(Service service, Action<Service> verb) =>
        Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await Data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], Clock.Now, default));
                await db.SaveChangesAsync();
            }
        );
}
