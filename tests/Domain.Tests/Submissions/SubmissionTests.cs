using System.Globalization;
using Domain.Bindings;
using Domain.Cases;
using Domain.Shared;
using Domain.Submissions;
using Domain.Supervision;
using Domain.Tests.WorkOrders;
using Domain.WorkOrders;

namespace Domain.Tests.Submissions;

public class SubmissionTests
{
    private static readonly SubmissionReviewer s_panel = new(An.As(An.Judge), SitsOnPanel: true, ClerksCase: false, "民一庭");
    private static readonly SubmissionReviewer s_clerk = new(An.As(An.Colleague), SitsOnPanel: false, ClerksCase: true, "民一庭");
    private readonly CaseParty _party;
    private readonly Case _case;

    public SubmissionTests()
    {
        _case = new Case
        {
            Id = Guid.CreateVersion7(),
            Number = "(2026)粤0104民初12345号",
            Cause = "民间借贷纠纷",
            CourtId = An.CourtId,
            DivisionId = An.DivisionId,
        };
        _party = new CaseParty
        {
            Id = Guid.CreateVersion7(),
            CaseId = _case.Id,
            Name = "陈丽",
        };
        _case.Parties.Add(_party);
    }

    [Fact]
    public void What_the_clerk_takes_the_clerk_or_the_panel_decides_and_what_the_judge_decides_the_panel_alone()
    {
        Assert.All([s_clerk, s_panel], r => Accepted(Sent(), r));
        An.Refused("submission.judge_decides", () => Accepted(Sent(SubmissionKind.FeeRelief), s_clerk));
        An.Refused(
            "submission.judge_decides",
            () => Sent(SubmissionKind.FeeRelief).Refuse(Guid.CreateVersion7(), "不行", s_clerk, An.Friday)
        );
        Accepted(Sent(SubmissionKind.FeeRelief), s_panel);
        // What is missing the clerk may say of anything.
        Asked(Sent(SubmissionKind.FeeRelief), s_clerk);
        var stranger = s_panel with { SitsOnPanel = false };
        An.Refused("submission.not_yours", () => Accepted(Sent(), stranger));
        An.Refused("submission.not_yours", () => Asked(Sent(), stranger));
        Accepted(Sent(), stranger with { CaseHasNobody = true }); // its owner, where nobody is left
    }

    [Fact]
    public void The_clock_stands_while_the_submitter_is_awaited_and_begins_anew_the_day_after()
    {
        var sent = Sent();
        Assert.Equal(new DateOnly(2026, 11, 25), sent.DueDay);
        var monday = An.At("2026-11-23 10:00");
        sent.AskForMore(Guid.CreateVersion7(), new AskedFor([" 补签名 ", "补签名", "补身份证"]), Until(monday), s_clerk, monday);
        Assert.Equal(
            (true, (SupervisionStep?)null, new DateOnly(2026, 11, 30), 2),
            (sent.IsPaused, sent.NextStep, sent.SupplementBy, sent.NeedCount)
        );
        var tuesday = An.At("2026-11-24 10:00");
        sent.Supplement(Guid.CreateVersion7(), "补上了", [], [], LadderOf(tuesday), An.Requester, tuesday);
        Assert.Equal((SubmissionState.ToReview, new DateOnly(2026, 11, 27), false), (sent.State, sent.DueDay, sent.IsPaused));
        An.Refused(
            "submission.not_awaited",
            () => sent.Supplement(Guid.CreateVersion7(), "又补", [], [], LadderOf(tuesday), An.Requester, tuesday)
        );
    }

    [Fact]
    public void Where_the_setting_says_so_the_days_run_on()
    {
        var sent = Sent();
        var (due, monday) = (sent.DueDay, An.At("2026-11-23 10:00"));
        sent.AskForMore(Guid.CreateVersion7(), new AskedFor(["补签名"]), Until(monday) with { Restarts = false }, s_clerk, monday);
        Assert.False(sent.IsPaused);
        sent.Supplement(Guid.CreateVersion7(), "补上了", [], [], LadderOf(monday), An.Requester, monday.AddHours(1));
        Assert.Equal((due, SupervisionStep.Reminder), (sent.DueDay, sent.NextStep));
    }

    [Fact]
    public void A_second_asking_needs_a_reason_and_is_a_fact_of_its_own()
    {
        var sent = Sent();
        Asked(sent, s_clerk);
        sent.Supplement(Guid.CreateVersion7(), "补上了", [], [], LadderOf(An.Friday), An.Requester, An.Friday);
        An.Refused("submission.asked_before", () => Asked(sent, s_clerk));
        Asked(sent, s_clerk, "补来的过期了");
        Assert.Equal(2, sent.TimesAsked);
        Assert.Equal(
            [SubmissionFacts.MissingAsked, SubmissionFacts.MissingAskedAgain],
            sent.Facts.Select(f => f.Kind).Where(k => k.StartsWith("submission_missing", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void What_did_not_come_in_time_goes_back_to_the_court()
    {
        var sent = Sent();
        Asked(sent, s_clerk);
        Assert.False(sent.LapseSupplement(LadderOf(An.Friday), An.At("2026-11-27 23:59")));
        var saturday = An.At("2026-11-28 00:01");
        Assert.True(sent.LapseSupplement(LadderOf(saturday), saturday));
        Assert.Equal((SubmissionState.ToReview, (DateOnly?)null, 0), (sent.State, sent.SupplementBy, sent.NeedCount));
    }

    /// <summary>CPL 174: the copy in five days, the answer in fifteen, the file in five after it; a last day that is a rest day rolls on.</summary>
    [Fact]
    public void An_accepted_appeal_has_days_for_its_copy_the_answer_and_the_file()
    {
        var appeal = Sent(SubmissionKind.Appeal);
        var reviewer = appeal.Rule.Decider == SubmissionDecider.Clerk ? s_clerk : s_panel;
        Accepted(appeal, reviewer);
        SubmissionFollowUp Of(FollowUpKind kind) => appeal.FollowUps.Single(f => f.Kind == kind);
        // Five days after Friday 11-20 is Wednesday 11-25.
        Assert.Equal((new DateOnly(2026, 11, 25), (DateOnly?)null), (Of(FollowUpKind.ServeCopy).Until, Of(FollowUpKind.SendFile).Until));
        An.Refused("submission.no_follow_up", () => Done(FollowUpKind.SendFile, "2026-11-20"));
        An.Refused("submission.no_follow_up", () => Done(FollowUpKind.ServeCopy, "2026-11-21")); // not yet
        Done(FollowUpKind.ServeCopy, "2026-11-20");
        Assert.Equal(new DateOnly(2026, 12, 7), Of(FollowUpKind.AwaitReply).Until); // 12-05 is a Saturday
        appeal.Done(FollowUpKind.AwaitReply, new DateOnly(2026, 12, 2), An.Calendar, reviewer, An.At("2026-12-02 16:00"));
        Assert.Equal(new DateOnly(2026, 12, 7), Of(FollowUpKind.SendFile).Until);
        Assert.Empty(Accepted(Sent(), s_clerk).FollowUps);

        void Done(FollowUpKind kind, string day) =>
            appeal.Done(kind, DateOnly.Parse(day, CultureInfo.InvariantCulture), An.Calendar, reviewer, An.Friday);
    }

    [Fact]
    public void It_is_released_after_it_was_accepted_and_once()
    {
        var sent = Sent();
        An.Refused("submission.not_decided", () => sent.Release([], s_clerk, An.Friday));
        Accepted(sent, s_clerk);
        Assert.Null(sent.ReleasedAt);
        var other = new CasePerson(Guid.CreateVersion7(), "13800138001", UsesWeChat: false);
        sent.Release([other], s_clerk, An.Friday);
        sent.Release([other], s_clerk, An.Friday.AddDays(1));
        Assert.Equal(An.Friday, sent.ReleasedAt);
        Assert.Equal(
            other.LitigantId,
            sent.Facts.Single(f => f.Kind == SubmissionFacts.Released).Notices.Select(n => n.RecipientId).Distinct().Single()
        );
    }

    [Fact]
    public void What_is_between_the_submitter_and_the_court_is_given_to_nobody()
    {
        var sent = Sent(SubmissionKind.FeeRefund);
        var other = new CasePerson(Guid.CreateVersion7(), "13800138001", UsesWeChat: false);
        An.Refused("submission.not_for_others", () => sent.Accept(Guid.CreateVersion7(), "", [other], An.Calendar, s_panel, An.Friday));
        Accepted(sent, s_panel);
        An.Refused("submission.not_for_others", () => sent.Release([other], s_panel, An.Friday));
        Assert.Null(sent.ReleasedAt);
    }

    [Fact]
    public void The_hash_is_of_all_files_in_their_order()
    {
        var (one, two) = (new string('1', 64), new string('2', 64));
        Assert.Equal("", Receipts.HashOf([]));
        Assert.NotEqual(Receipts.HashOf([one, two]), Receipts.HashOf([two, one]));
        var sent = Sent();
        Assert.Equal((1, Receipts.HashOf([sent.Files[0].Sha256])), (sent.FileCount, sent.ReceiptHash));
    }

    private static Submission Accepted(Submission submission, SubmissionReviewer reviewer)
    {
        submission.Accept(Guid.CreateVersion7(), "", null, An.Calendar, reviewer, An.Friday);
        return submission;
    }

    private static void Asked(Submission submission, SubmissionReviewer reviewer, string why = "") =>
        submission.AskForMore(Guid.CreateVersion7(), new AskedFor(["补签名"], WhyAgain: why), Until(An.Friday), reviewer, An.Friday);

    private Submission Sent(SubmissionKind kind = SubmissionKind.OtherMaterial)
    {
        var file = An.File();
        var submitter = new Submitter(An.LitigantId, "陈丽", "13800138000", _party, null);
        return Submission.Send(
            new NewSubmission(Guid.CreateVersion7(), "CL20261120-0001", kind, _case, submitter)
            {
                Channel = Channel.WeChat,
                Files = [(new GivenFile(file.Id, "other"), file)],
            },
            An.Judge,
            null,
            LadderOf(An.Friday),
            An.Requester,
            An.Friday
        );
    }

    private static Ladder LadderOf(DateTimeOffset at) => Ladder.Of(An.Calendar, SupervisionLimits.Default, ChinaTime.DayOf(at));

    private static SupplementRule Until(DateTimeOffset at) => new(An.Calendar.Add(ChinaTime.DayOf(at), 5), Restarts: true);
}
