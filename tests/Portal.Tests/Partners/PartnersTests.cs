using Bunit;
using Domain.Auditing;
using Domain.CityChanges;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Given;
using Infrastructure.Auditing;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Partners;

namespace Portal.Tests.Partners;

/// <summary>The administrator's pages of partner systems and of what is pushed to them.</summary>
public sealed class PartnersTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_court_opens_its_own_and_sees_a_secret_once_which_is_noted()
    {
        var by = await Administrator();
        var list = Open<PartnersPage>(by);
        await On(list, ".c-phead .btn-primary", open => open.Click());
        await On(list, "form input[maxlength='40']", name => name.Change("区信访系统"));
        await On(list, "fieldset input", scope => scope.Change(true));
        await On(list, "form", form => form.Submit());
        list.WaitForAssertion(() => Assert.Contains("区信访系统", list.Find("tbody").TextContent, StringComparison.Ordinal));
        var partner = await Data.Use((CourtDb db) => db.Set<Partner>().AsNoTracking().SingleAsync());
        Assert.Equal((by.Post!.CourtId, PartnerScope.CasesWrite), (partner.CourtId, partner.Scopes.Single()));

        var page = Render<PartnerPage>(p => p.AddCascadingValue(by).Add(x => x.Id, partner.Id));
        var make = page.WaitForElements("button").Single(b => b.TextContent == "生成密钥");
        await page.InvokeAsync(() => make.Click());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".c-note code").Count));
        var secret = page.FindAll(".c-note code")[1].TextContent;
        var key = await Data.Use((CourtDb db) => db.Set<PartnerKey>().AsNoTracking().SingleAsync());
        Assert.Equal((MakePartnerKey.HashOf(secret), $"…{secret[^4..]}"), (key.Hash, key.Hint));
        await Data.Use((KeepAudit keep) => keep.Run(CancellationToken.None));
        Assert.True(
            await Data.Use(
                (CourtDb db) =>
                    db.Set<AuditEntry>().AnyAsync(a => a.Kind == AuditKind.Revealed && a.SubjectId == partner.Id && a.ById == by.Id)
            )
        );
        var again = Render<PartnerPage>(p => p.AddCascadingValue(by).Add(x => x.Id, partner.Id));
        again.WaitForElement("table");
        Assert.DoesNotContain(secret, again.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_whole_city_it_is_asked_for_and_opened_by_somebody_else()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var list = Open<PartnersPage>(asker);
        await On(list, ".c-phead .btn-primary", open => open.Click());
        await On(list, "form input[maxlength='40']", name => name.Change("穗好办"));
        await On(list, "form .c-row input[type=checkbox]", city => city.Change(true));
        await On(list, "fieldset input", scope => scope.Change(true));
        await On(list, "input[aria-label=原因]", reason => reason.Change("接入城市应用"));
        await On(list, "form", form => form.Submit());
        list.WaitForAssertion(() => Assert.Contains("开通全市对接系统“穗好办”", list.Markup, StringComparison.Ordinal));
        Assert.False(await Data.Use((CourtDb db) => db.Set<Partner>().AnyAsync()));
        var id = await Data.Use((CourtDb db) => db.Set<CityChange>().Select(c => c.Id).SingleAsync());
        await Data.Use((DecideCityChange decide) => decide.Approve(id, second, CancellationToken.None));
        list.WaitForAssertion(() => Assert.Contains("全市", list.Find("tbody").TextContent, StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            Data.Use(
                async (ManagePartner m) =>
                    await m.Pause((await Data.Use((CourtDb db) => db.Set<Partner>().SingleAsync())).Id, await Administrator(), default)
            )
        );
        Assert.Equal("partner.not_found", refused.Code); // a court's own administrator
    }

    [Fact]
    public async Task What_was_given_up_is_seen_with_each_try_and_sent_again()
    {
        var by = await Administrator();
        var (partner, subscription, delivery) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Data.Use(
            (OpenPartner open) =>
                open.Handle(
                    new NewPartner(partner, "调解平台", PartnerKind.Mediation, new PartnerSettings([PartnerScope.Events], [])),
                    by,
                    CancellationToken.None
                )
        );
        await Data.Use(
            (ManageSubscription m) =>
                m.Open(partner, new(subscription, "https://court.example/", [EventKind.OrderClosed]), by, CancellationToken.None)
        );
        await Data.Use(
            async (CourtDb db) =>
            {
                var now = Clock.GetUtcNow();
                db.Add(
                    new WebhookDelivery
                    {
                        Id = delivery,
                        SubscriptionId = subscription,
                        PartnerId = partner,
                        EventId = Guid.CreateVersion7(),
                        Kind = EventKind.OrderClosed,
                        At = now,
                        SubjectNumber = "GZ20261120-000001",
                        Body = "{}",
                        State = DeliveryState.GivenUp,
                        Tries = 1,
                        EndedAt = now,
                        LastStatus = 500,
                        LastError = "status",
                    }
                );
                db.Add(
                    new WebhookAttempt
                    {
                        Id = Guid.CreateVersion7(),
                        DeliveryId = delivery,
                        At = now,
                        Status = 500,
                        Error = "status",
                        Answer = "数据库满了",
                    }
                );
                await db.SaveChangesAsync();
            }
        );
        var list = Open<DeliveriesPage>(by);
        list.WaitForAssertion(() => Assert.Contains("对方没有收下", list.Find("tbody").TextContent, StringComparison.Ordinal));
        var stranger = Open<DeliveriesPage>(await Administrator("tianhe"));
        stranger.WaitForElement(".c-blank");
        var page = Render<DeliveryPage>(p => p.AddCascadingValue(by).Add(x => x.Id, delivery));
        page.WaitForAssertion(() => Assert.Contains("数据库满了", page.Find("tbody").TextContent, StringComparison.Ordinal));
        await On(page, ".c-phead .btn-primary", again => again.Click());
        page.WaitForAssertion(() => Assert.Contains("待推送", page.Find(".c-phead").TextContent, StringComparison.Ordinal));
    }

    private async Task<Actor> Administrator(string court = "yuexiu") =>
        await Data.ActorOf(await Data.Staff(Role.Administrator, await Data.Division(DivisionKind.Technology, court)));
}
