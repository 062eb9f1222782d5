using Domain.Contacts;
using Domain.DocumentService;
using Domain.EarlyWarnings;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;

namespace Infrastructure.Tests.Outbox;

/// <summary>A notice of any feature that reached nobody is its court's matter, and leads to what it was about.</summary>
public class SubjectTests(TestDatabase database) : OutboxTest(database)
{
    [Fact]
    public async Task A_failed_notice_of_an_early_warning_is_the_filing_divisions()
    {
        var filing = await Data.Division(DivisionKind.Filing);
        var (platform, liaison, stranger) = await People(filing);
        var now = Clock.Now;
        var warning = EarlyWarning.Raise(
            new NewWarning(WarningLevel.Serious, [WarningTrigger.GroupVisit], "来访")
            {
                Id = Guid.CreateVersion7(),
                Number = "YJ20261120-0001",
                CourtId = filing.CourtId,
                DivisionId = filing.Id,
            },
            await Ladder(SupervisionLimits.Default),
            [platform.Id],
            TimeSpan.FromMinutes(15),
            Actor.System,
            now
        );
        await Save(warning);
        await Fail();

        await IsSeen(platform, SubjectKind.EarlyWarning, warning.Id, warning.Number, mayOpen: true);
        await IsSeen(liaison, SubjectKind.EarlyWarning, warning.Id, warning.Number, mayOpen: false);
        Assert.Empty(await List(stranger));
    }

    [Fact]
    public async Task A_failed_notice_of_a_change_of_contact_is_the_reporting_divisions_although_another_is_late()
    {
        var division = await Data.Division();
        var (platform, liaison, stranger) = await People(division);
        var technology = await Data.Division(DivisionKind.Technology);
        var head = await Data.Staff(Role.DivisionHead, technology);
        var settings = new ContactSettings();
        var calendar = await Calendar();
        var change = ContactChange.Report(
            new NewContactChange(division.ShortName, liaison.Name, ChinaTime.DayOf(Clock.Now))
            {
                Id = Guid.CreateVersion7(),
                CourtId = division.CourtId,
                DivisionId = division.Id,
                PublishingDivisionId = technology.Id,
                StaffId = liaison.Id,
                Mobile = "13700001111",
            },
            calendar,
            settings,
            [],
            await Data.ActorOf(liaison),
            Clock.Now
        );
        Clock.Now = change.Level1At;
        while (change.TakeStep(new SupervisionChain(new Holder(head.Id, head.Name, Role.DivisionHead), null, null), Clock.Now)) { }
        await Save(change);
        Clock.Now += NoticeKind.DigestsWithin + TimeSpan.FromSeconds(1);
        await Data.Use((MakeDigests digests) => digests.Run(CancellationToken.None));
        await Fail();

        var row = await IsSeen(liaison, SubjectKind.ContactChange, change.Id, division.ShortName, mayOpen: true);
        Assert.Equal(ContactNotices.OfChange.Level.Title, row.Title);
        Assert.Contains($"{division.ShortName}的联系方式变更", row.Text, StringComparison.Ordinal);
        await IsSeen(platform, SubjectKind.ContactChange, change.Id, division.ShortName, mayOpen: false);
        Assert.Empty(await List(stranger));
    }

    [Fact]
    public async Task A_failed_notice_that_goes_along_with_a_service_is_the_divisions_of_the_case()
    {
        var (judge, _) = await Data.People();
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var service = Assert.Single(await Data.BegunServices(await Data.Case(judge: judge), clerk));
        var (platform, liaison, stranger) = await People(await Data.Division());
        await Queue(
            ServiceNotices.Forwarded.To(NoticeRecipient.Phone("13800138000"), new Dictionary<string, string>(), service.TaskSubject)
        );
        await Fail();

        await IsSeen(liaison, SubjectKind.ServiceTask, service.TaskId, service.TaskNumber, mayOpen: true);
        await IsSeen(platform, SubjectKind.ServiceTask, service.TaskId, service.TaskNumber, mayOpen: true);
        Assert.Empty(await List(stranger));
    }

    private async Task<(Staff Platform, Staff Liaison, Staff Stranger)> People(Division division) =>
        (
            await Data.Staff(Role.FilingDivision, await Data.Division(DivisionKind.Filing)),
            await Data.Staff(Role.LiaisonOfficer, division),
            await Data.Staff(Role.FilingDivision, await Data.Division(DivisionKind.Filing, court: "panyu"))
        );

    private Task Save(Aggregate aggregate) =>
        Data.Use(
            async (CourtDb db) =>
            {
                db.Add(aggregate);
                await db.SaveChangesAsync();
            }
        );

    private async Task Fail()
    {
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        await SendAll();
        Assert.Single(await Tasks());
    }

    private async Task<UndeliveredRow> IsSeen(Staff by, SubjectKind kind, Guid id, string name, bool mayOpen)
    {
        var row = Assert.Single(await List(by));
        Assert.Equal((kind, new SubjectName(id, name, mayOpen)), (row.SubjectKind, row.Subject));
        return row;
    }

    private async Task<IReadOnlyList<UndeliveredRow>> List(Staff staff)
    {
        var by = await Data.ActorOf(staff);
        return await Data.Use(async (UndeliveredQueries q) => (await q.Page(handled: false, null, by, CancellationToken.None)).Rows);
    }

    private Task<Domain.Calendar.WorkCalendar> Calendar() =>
        Data.Use((Domain.Calendar.ICalendars calendars) => calendars.Current(CancellationToken.None).AsTask());

    private async Task<Ladder> Ladder(SupervisionLimits limits) =>
        Domain.Supervision.Ladder.Of(await Calendar(), limits, ChinaTime.DayOf(Clock.Now));
}
