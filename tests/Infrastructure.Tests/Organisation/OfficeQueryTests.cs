using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Contacts;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Infrastructure.WorkOrders;

namespace Infrastructure.Tests.Organisation;

/// <summary>Small pages of the office: directory, who is in charge, templates, the order of channels.</summary>
public class OfficeQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_directory_names_every_division_of_both_levels_and_which_have_nobody()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var civil = await data.Division();
        await data.Staff(Role.LiaisonOfficer, civil);

        var rows = await data.Use((ContactQueries q) => q.Directory(default));

        Assert.Equal(13, rows.Select(r => r.CourtId).Distinct().Count());
        Assert.DoesNotContain(rows, r => r.Division == "院领导");
        Assert.False(rows.Single(r => r.DivisionId == civil.Id).IsVacant);
        Assert.True(rows.First(r => r.DivisionId != civil.Id && r.CourtId == civil.CourtId).IsVacant);
    }

    [Fact]
    public async Task An_administrator_sees_who_is_in_charge_in_the_own_court_only()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var (civil, leaders) = (await data.Division(court: "panyu"), await data.Division(DivisionKind.Leadership, "panyu"));
        var head = await data.Staff(Role.DivisionHead, civil);
        var vice = await data.Staff(Role.VicePresident, leaders);
        await data.Staff(Role.VicePresident, await data.Division(DivisionKind.Leadership));
        var administrator = await data.ActorOf(await data.Staff(Role.Administrator, await data.Division(DivisionKind.Filing, "panyu")));

        var view = await data.Use((InChargeQueries q) => q.OwnCourt(administrator, default));

        Assert.Equal((await data.Court("panyu")).ShortName, view.Court);
        Assert.Equal([vice.Id], view.VicePresidents.Select(v => v.StaffId));
        Assert.Equal(head.Id, view.Divisions.Single(d => d.Id == civil.Id).Chain.Head!.StaffId);
        Assert.DoesNotContain(view.Divisions, d => d.Id == leaders.Id);
    }

    [Fact]
    public async Task Templates_are_ones_own_and_everybodys()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var (me, colleague) = (await data.Staff(Role.Judge, await data.Division()), await data.Staff(Role.Judge, await data.Division()));
        foreach (var staff in new[] { me, colleague })
            await data.Use(
                async (CourtDb db) =>
                {
                    db.Set<ReplyTemplate>()
                        .Add(
                            new ReplyTemplate
                            {
                                Id = Guid.CreateVersion7(),
                                StaffId = staff.Id,
                                Name = $"{staff.Name}的",
                                Text = "…",
                            }
                        );
                    await db.SaveChangesAsync();
                }
            );
        var by = await data.ActorOf(me);

        var templates = await data.Use((TemplateQueries q) => q.For(by, default));

        Assert.Equal(me.Id, templates[0].StaffId);
        Assert.True(templates.Count > 1);
        Assert.All(templates.Skip(1), t => Assert.Null(t.StaffId));
    }

    [Fact]
    public async Task The_order_of_channels_is_read_by_the_courts_administrator_and_filing_division()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var filing = await data.Division(DivisionKind.Filing);
        foreach (var role in Enum.GetValues<Role>())
        {
            var by = await data.ActorOf(await data.Staff(role, filing));
            var mayLook = role is Role.Administrator or Role.FilingDivision;
            Assert.Equal(
                mayLook ? [filing.CourtId] : Array.Empty<Guid>(),
                (await data.Use((FallbackQueries q) => q.Courts(by, default))).Select(c => c.Id)
            );
            Assert.Equal(mayLook, (await data.Use((FallbackQueries q) => q.Of(filing.CourtId, by, default))).Count > 0);
            Assert.Empty(await data.Use((FallbackQueries q) => q.Of(Guid.CreateVersion7(), by, default)));
        }

        var everywhere = await data.ActorOf(await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing, "gz-zy")));
        everywhere = Actor.Staff(everywhere.Id, everywhere.Name, everywhere.Post! with { Level = CourtLevel.Intermediate });
        Assert.Equal(13, (await data.Use((FallbackQueries q) => q.Courts(everywhere, default))).Count);
    }
}
