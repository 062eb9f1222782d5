using Domain.Contacts;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Contacts;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Contacts;

public class ContactTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset s_friday = ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26));
    private static readonly DateOnly s_today = new(2026, 11, 20);

    [Fact]
    public async Task A_new_number_is_in_the_directory_only_after_it_is_published()
    {
        var (data, liaison, administrator, division) = await Court();
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            await Report(data, id, new(liaison.Id, s_today, Mobile: "13700001111"), liaison);
        Assert.Equal(liaison.Mobile, (await Shown(data, division))!.Mobile);
        Assert.Equal(liaison.Mobile, await MobileOf(data, liaison));

        for (var i = 0; i < 2; i++)
            await Publish(data, id, administrator);
        Assert.Equal("13700001111", (await Shown(data, division))!.Mobile);
        Assert.Equal("13700001111", await MobileOf(data, liaison));
        Assert.Equal(2, await data.Use((CourtDb db) => db.Set<PublishedContact>().CountAsync(c => c.DivisionId == division.Id)));
        Assert.Equal(
            1,
            await data.Use((CourtDb db) => db.Set<TraceRow>().CountAsync(t => t.SubjectId == id && t.Kind == ContactFacts.Published))
        );
        var numbers = await data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>().AsNoTracking().SingleAsync(t => t.SubjectId == liaison.Id && t.Kind == OrganisationFacts.NumbersChanged)
        );
        Assert.Equal(
            (administrator.Id, new NumbersChangedData("13700001111", liaison.OfficePhone, id)),
            (numbers.ActorId, numbers.Read<NumbersChangedData>())
        );
        var shown = (await Shown(data, division))!;
        Assert.Equal(
            (ContactFacts.Shown, id),
            await data.Use(
                async (CourtDb db) =>
                    await db.Set<TraceRow>().AsNoTracking().SingleAsync(t => t.SubjectId == shown.Id) is var row
                        ? (row.Kind, row.Read<ContactShownData>().ChangeId!.Value)
                        : default
            )
        );
    }

    [Fact]
    public async Task A_new_liaison_officer_takes_the_post_with_the_publication_and_the_former_one_leaves_it()
    {
        var (data, liaison, administrator, division) = await Court();
        var clerk = await data.Staff(Role.Clerk, division);
        var id = Guid.CreateVersion7();
        await Report(data, id, new(clerk.Id, s_today, BecomesLiaison: true), liaison);
        await Publish(data, id, administrator);
        var contact = (await Shown(data, division))!;
        Assert.Equal((clerk.Id, clerk.Name, "书记员"), (contact.StaffId, contact.Name, contact.Post));
        var posts = await data.Use(
            (CourtDb db) =>
                (
                    from row in db.Set<TraceRow>().AsNoTracking()
                    join post in db.Set<Post>() on row.SubjectId equals post.Id
                    where post.Role == Role.LiaisonOfficer && post.DivisionId == division.Id && row.Kind != OrganisationFacts.Entered
                    orderby post.IsActive
                    select new { row, post.StaffId }
                ).ToListAsync()
        );
        Assert.Equal(
            [(OrganisationFacts.PostEnded, liaison.Id), (OrganisationFacts.PostOpened, clerk.Id)],
            posts.Select(p => (p.row.Kind, p.StaffId))
        );
        Assert.Equal(new PostEndedData(id), posts[0].row.Read<PostEndedData>());
        Assert.Equal(
            [clerk.Id],
            await data.Use(
                (CourtDb db) =>
                    db.Set<Post>()
                        .Where(p => p.DivisionId == division.Id && p.Role == Role.LiaisonOfficer && p.IsActive)
                        .Select(p => p.StaffId)
                        .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Publishing_is_all_or_nothing()
    {
        var (data, liaison, administrator, division) = await Court();
        var id = Guid.CreateVersion7();
        await Report(data, id, new(liaison.Id, s_today, Mobile: "13700001111"), liaison);
        var by = await data.ActorOf(administrator);
        await data.Use(
            async (CourtDb db) =>
            {
                await db.Database.ExecuteSqlRawAsync(
                    "ALTER TABLE published_contacts ADD CONSTRAINT broken CHECK (mobile <> '13700001111')"
                );
                return 0;
            }
        );
        await Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            data.Use((PublishContactChange p) => p.Handle(id, by, CancellationToken.None))
        );
        Assert.Equal(liaison.Mobile, await MobileOf(data, liaison));
        Assert.Equal(liaison.Mobile, (await Shown(data, division))!.Mobile);
        Assert.Equal(
            ContactChangeState.Reported,
            await data.Use((CourtDb db) => db.Set<ContactChange>().Where(c => c.Id == id).Select(c => c.State).SingleAsync())
        );
    }

    [Fact]
    public async Task Who_moves_to_another_division_takes_the_judges_post_along_and_leaves_the_liaison_officers()
    {
        var (data, liaison, administrator, division) = await Court();
        var to = await data.Division(DivisionKind.Criminal);
        await data.Use(
            async (CourtDb db) =>
            {
                db.Set<Post>()
                    .Add(
                        new Post
                        {
                            Id = Guid.CreateVersion7(),
                            StaffId = liaison.Id,
                            CourtId = division.CourtId,
                            DivisionId = division.Id,
                            Role = Role.Judge,
                        }.Entered(Actor.System, data.Now())
                    );
                return await db.SaveChangesAsync();
            }
        );
        var id = Guid.CreateVersion7();
        await Report(data, id, new(liaison.Id, s_today, ToDivisionId: to.Id), liaison);
        await Publish(data, id, administrator);
        var post = await data.Use((CourtDb db) => db.Set<Post>().AsNoTracking().SingleAsync(p => p.StaffId == liaison.Id && p.IsActive));
        Assert.Equal((to.Id, Role.Judge), (post.DivisionId, post.Role));
        Assert.Null(await Shown(data, division));
    }

    [Fact]
    public async Task A_person_reports_the_own_change_a_liaison_officer_the_divisions_and_nobody_anothers()
    {
        var (data, liaison, administrator, division) = await Court();
        var (judge, stranger) = (
            await data.Staff(Role.Judge, division),
            await data.Staff(Role.LiaisonOfficer, await data.Division(DivisionKind.Criminal))
        );
        await Report(data, Guid.CreateVersion7(), new(judge.Id, s_today, Mobile: "13700002222"), judge);
        await Report(data, Guid.CreateVersion7(), new(judge.Id, s_today, OfficePhone: "020-83101234"), liaison);
        Assert.Equal(
            "contact_change.person_not_found",
            await Code(() => Report(data, Guid.CreateVersion7(), new(liaison.Id, s_today, Mobile: "13700003333"), judge))
        );
        Assert.Equal(
            "contact_change.person_not_found",
            await Code(() => Report(data, Guid.CreateVersion7(), new(judge.Id, s_today, Mobile: "13700003333"), stranger))
        );
        Assert.Equal("contact_change.not_yours", await Code(() => Publish(data, Guid.CreateVersion7(), liaison)));
        var elsewhere = await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology, "panyu"));
        var id = Guid.CreateVersion7();
        await Report(data, id, new(judge.Id, s_today, Mobile: "13700004444"), judge);
        Assert.Equal("contact_change.not_found", await Code(() => Publish(data, id, elsewhere)));
        Assert.Empty(
            (
                await data.Use(
                    async (ContactQueries q) => await q.Changes(true, null, await data.ActorOf(stranger), CancellationToken.None)
                )
            ).Rows
        );
    }

    [Fact]
    public async Task A_division_whose_liaison_officer_left_owes_a_report_once_until_a_successor_is_reported()
    {
        var (data, liaison, administrator, division) = await Court();
        var head = await data.Staff(Role.DivisionHead, division);
        var clerk = await data.Staff(Role.Clerk, division);
        await data.Use((FindContactGaps f) => f.Run(CancellationToken.None)); // gaps of other divisions
        await data.Use(
            (CourtDb db) => db.Set<Staff>().Where(s => s.Id == liaison.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsActive, false))
        );

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => data.Use((FindContactGaps f) => f.Run(CancellationToken.None))));
        var gap = await data.Use((CourtDb db) => db.Set<ContactGap>().AsNoTracking().SingleAsync(g => g.DivisionId == division.Id));
        Assert.Equal((new DateOnly(2026, 11, 27), (DateTimeOffset?)null), (gap.DueDay, gap.ClosedAt));
        Assert.True(
            await data.Use(
                (CourtDb db) => db.Set<Notice>().AnyAsync(n => n.Kind == ContactNotices.ToReport.Key && n.RecipientId == head.Id)
            )
        );
        Assert.True(
            (await data.Use((ContactQueries q) => q.Directory(CancellationToken.None))).Single(r => r.DivisionId == division.Id).IsVacant
        );

        await Report(data, Guid.CreateVersion7(), new(clerk.Id, s_today, BecomesLiaison: true), head);
        Assert.Equal(0, await data.Use((FindContactGaps f) => f.Run(CancellationToken.None)));
        Assert.NotNull(
            await data.Use(
                (CourtDb db) => db.Set<ContactGap>().Where(g => g.DivisionId == division.Id).Select(g => g.ClosedAt).SingleAsync()
            )
        );
    }

    private async Task<(CourtData Data, Staff Liaison, Staff Administrator, Division Division)> Court()
    {
        var data = await CourtData.Open(database.ConnectionString($"contacts_{CourtData.Next()}"), new StoppedClock(s_friday));
        var division = await data.Division();
        var liaison = await data.Staff(Role.LiaisonOfficer, division);
        var administrator = await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology));
        var by = await data.ActorOf(administrator);
        Assert.Equal(1, await data.Use((PublishDirectory p) => p.Handle(by, CancellationToken.None)));
        return (data, liaison, administrator, division);
    }

    private static Task Report(CourtData data, Guid id, ReportContactChange.Change change, Staff by) =>
        data.Use(async (ReportContactChange r) => await r.Handle(id, change, await data.ActorOf(by), CancellationToken.None));

    private static Task Publish(CourtData data, Guid id, Staff by) =>
        data.Use(async (PublishContactChange p) => await p.Handle(id, await data.ActorOf(by), CancellationToken.None));

    private static Task<PublishedContact?> Shown(CourtData data, Division division) =>
        data.Use(async (ContactQueries q) => (await q.Directory(CancellationToken.None)).Single(r => r.DivisionId == division.Id).Contact);

    private static Task<string> MobileOf(CourtData data, Staff staff) =>
        data.Use((CourtDb db) => db.Set<Staff>().Where(s => s.Id == staff.Id).Select(s => s.Mobile).SingleAsync());

    private static async Task<string> Code(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Code;
}
