using Domain.Contacts;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Supervision;
using Domain.Tests.WorkOrders;

namespace Domain.Tests.Contacts;

public class ContactChangeTests
{
    private static readonly Guid s_technology = Guid.CreateVersion7();
    private static readonly Owner s_administrator = An.Person("简浩文", Role.Administrator, division: s_technology);
    private static readonly Owner s_vice = An.Person("郑伟斌", Role.VicePresident);
    private static readonly ContactSettings s_settings = new();
    private static readonly SupervisionChain s_chain = new(HolderOf(An.Head), HolderOf(s_vice), null) { Division = "民一庭" };

    // Friday 13 November: 16, 17, 18, 19, 20. Monday 28 September: 29, 30, then 8, 9, 10 October, a Saturday worked in exchange.
    [Theory]
    [InlineData("2026-11-13", "2026-11-20 23:59", "2026-11-20", false)]
    [InlineData("2026-11-13", "2026-11-21 00:00", "2026-11-20", true)]
    [InlineData("2026-09-28", "2026-10-10 23:59", "2026-10-10", false)]
    [InlineData("2026-09-28", "2026-10-11 00:00", "2026-10-10", true)]
    public void A_report_is_in_time_within_five_working_days_of_taking_effect(
        string effective,
        string reported,
        string lastDay,
        bool isLate
    )
    {
        var change = Reported(effective, reported);
        Assert.Equal((DateOnly.Parse(lastDay, null), isLate), (change.ReportBy, change.WasReportedLate));
    }

    [Theory]
    [InlineData("2026-11-20 16:00", "2026-11-24")]
    [InlineData("2026-09-29 16:00", "2026-10-08")] // 30 September, then the holiday
    public void It_is_published_within_two_working_days_of_the_report(string reported, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), Reported("2026-09-28", reported).DueDay);

    [Fact]
    public void A_report_says_something_new_with_numbers_that_are_numbers_and_a_day_that_makes_sense()
    {
        An.Refused("contact_change.nothing_changed", () => Reported("2026-11-13", "2026-11-20 10:00", mobile: null));
        An.Refused("contact_change.mobile_invalid", () => Reported("2026-11-13", "2026-11-20 10:00", mobile: "83101234"));
        An.Refused("contact_change.day_invalid", () => Reported("2025-11-13", "2026-11-20 10:00"));
        An.Refused("contact_change.day_invalid", () => Reported("2027-11-13", "2026-11-20 10:00"));
    }

    [Fact]
    public void It_is_published_or_returned_once()
    {
        var change = Reported("2026-11-13", "2026-11-20 10:00");
        change.Publish(An.As(s_administrator), An.Friday.AddHours(1));
        Assert.Null(change.NextStepAt);
        An.Refused("contact_change.ended", () => change.Return("号码不对", An.As(s_administrator), An.Friday.AddHours(2)));
    }

    [Fact]
    public void What_is_not_published_in_time_climbs_from_the_head_of_the_publishing_division()
    {
        var change = Reported("2026-11-13", "2026-11-20 10:00");
        change.TakeFacts();
        while (change.TakeStep(s_chain, change.Level1At)) { }

        var notices = change.TakeFacts().SelectMany(f => f.Fact.Notices).Where(n => n.Kind == ContactNotices.OfChange.Level.Key).ToList();
        Assert.Equal(An.Head.StaffId, Assert.Single(notices, n => n.Channel == NoticeChannel.Sms).RecipientId);
        Assert.Equal(1, change.Level);
    }

    [Fact]
    public void A_gap_is_the_heads_to_report_and_passes_over_the_head_when_it_is_late()
    {
        var gap = ContactGap.Find(
            An.CourtId,
            An.DivisionId,
            "民一庭",
            Ladder.Of(An.Calendar, s_settings.Report, new DateOnly(2026, 11, 20)),
            s_chain,
            An.Friday
        );
        var found = gap.TakeFacts().SelectMany(f => f.Fact.Notices).ToList();
        Assert.All(found, n => Assert.Equal(An.Head.StaffId, n.RecipientId));
        Assert.Equal(new DateOnly(2026, 11, 27), gap.DueDay);

        while (gap.TakeStep(s_chain, gap.Level1At)) { }

        var climbed = gap.TakeFacts().SelectMany(f => f.Fact.Notices).Where(n => n.Kind == ContactNotices.OfGap.Level.Key).ToList();
        Assert.All(climbed, n => Assert.Equal(s_vice.StaffId, n.RecipientId));
        gap.Close(An.As(An.Head), gap.DueAt);
        Assert.Equal((true, (SupervisionStep?)null), (gap.WasLate, gap.NextStep));
    }

    private static ContactChange Reported(string effective, string reported, string? mobile = "139 0000 1234") =>
        ContactChange.Report(
            new NewContactChange("民一庭", An.Liaison.Name, DateOnly.Parse(effective, null))
            {
                Id = Guid.CreateVersion7(),
                CourtId = An.CourtId,
                DivisionId = An.DivisionId,
                PublishingDivisionId = s_technology,
                StaffId = An.Liaison.StaffId,
                Mobile = mobile,
            },
            An.Calendar,
            s_settings,
            [s_administrator.StaffId],
            An.As(An.Liaison),
            An.At(reported)
        );

    private static Holder HolderOf(Owner person) => new(person.StaffId, person.Name, person.Role);
}
