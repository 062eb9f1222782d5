using Bunit;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.NodePushes;

namespace Portal.Tests.NodePushes;

public sealed class NodePushesPageTests(TestDatabase database) : DeskTest(database)
{
    [Theory]
    [InlineData(Role.Administrator, DivisionKind.Technology)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing)]
    public async Task A_kind_is_switched_off_and_on_again_with_who_and_when(Role role, DivisionKind kind)
    {
        var me = await Somebody(role, kind);
        var page = Open<NodePushesPage>(me);
        await On(page, "[aria-label=推送归档]", told => told.Change(false));
        page.WaitForAssertion(() => Assert.Contains("改为不推送", page.Find(".cal-changes tbody").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(me.Name, page.Find("table.c-table").TextContent, StringComparison.Ordinal));
        Assert.False(await IsTold(me));
        await On(page, "[aria-label=推送归档]", told => told.Change(true));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".cal-changes tbody tr").Count));
        Assert.True(await IsTold(me));
    }

    [Fact]
    public async Task Another_courts_setting_is_neither_seen_nor_changed()
    {
        var (me, elsewhere) = (
            await Somebody(Role.Administrator, DivisionKind.Technology, "panyu"),
            await Somebody(Role.Administrator, DivisionKind.Technology, "tianhe")
        );
        await Data.Use((SetNodePush u) => u.Handle(elsewhere.Post!.CourtId, CaseNodeKind.Closed, false, elsewhere, default));
        var page = Open<NodePushesPage>(me);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("input[role=switch]")));
        Assert.DoesNotContain(elsewhere.Name, page.Markup, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            Data.Use((SetNodePush u) => u.Handle(elsewhere.Post!.CourtId, CaseNodeKind.Filed, false, me, default))
        );
        Assert.Equal("node_push.not_yours", refused.Code);
    }

    private Task<bool> IsTold(Actor by) =>
        Data.Use(
            (CourtDb db) =>
                db.Set<NodePush>()
                    .Where(p => p.CourtId == by.Post!.CourtId && p.Kind == CaseNodeKind.Archived)
                    .Select(p => p.IsTold)
                    .SingleAsync()
        );
}
