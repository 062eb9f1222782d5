using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class ReviewTests
{
    private static readonly Owner s_filing = An.Person("郑海燕", Role.FilingDivision, division: Guid.CreateVersion7());
    private static readonly DateTimeOffset s_later = An.At("2026-11-27 09:30");

    [Theory]
    [InlineData(Satisfaction.Satisfied, false)]
    [InlineData(Satisfaction.BasicallySatisfied, false)]
    [InlineData(Satisfaction.Dissatisfied, true)]
    public void Only_what_does_not_satisfy_waits_for_the_filing_division(Satisfaction satisfaction, bool waits)
    {
        var order = An.ClosedOrder();
        order.Rate(satisfaction, "", An.Requester, s_later);
        Assert.Equal(waits ? s_later : null, order.ReviewSince);
    }

    [Fact]
    public void A_reopened_order_runs_again_with_a_new_limit_and_asks_for_a_new_rating()
    {
        var order = Dissatisfied();
        Reopen(order, An.Colleague);

        Assert.Equal((WorkOrderState.ToAnswer, An.Colleague.StaffId, 1), (order.State, order.OwnerId, order.ReopenCount));
        Assert.Equal((new DateOnly(2026, 12, 2), 0), (order.DueDay, order.Level));
        Assert.NotNull(order.NextStepAt);
        Assert.Null(order.ClosedAt);
        Assert.Null(order.Satisfaction);
        Assert.Null(order.SurveyTokenHash);
        Assert.Null(order.ReviewSince);
        Assert.Equal([WorkOrderNotices.Redo.Key, WorkOrderNotices.Reopened.Key], order.Facts[^1].Notices.Select(n => n.Kind));

        order.Answered(An.Colleague, at: s_later.AddDays(1));
        order.Rate(Satisfaction.Satisfied, "这次说清楚了", An.Requester, s_later.AddDays(2));
        Assert.Equal(Satisfaction.Satisfied, order.Satisfaction);
        Assert.Equal(2, order.Entries.Count(e => e.Kind == EntryKind.Answer));
    }

    [Fact]
    public void The_first_rating_is_kept_with_the_answer_that_it_was_about()
    {
        var order = Dissatisfied();
        Reopen(order, An.Judge);
        var former = Assert.Single(order.FormerRatings);
        Assert.Equal((Satisfaction.Dissatisfied, "没说清楚", An.Judge.Name), (former.Satisfaction, former.Words, former.AnsweredByName));
        Assert.Equal(order.Facts.ToList().FindIndex(f => f.Kind == WorkOrderFacts.Rated) + 1, former.Sequence);
    }

    [Fact]
    public void The_link_of_the_first_answer_no_longer_works()
    {
        var (order, token) = SurveyTests.Answered();
        order.RateBySurvey(SurveyToken.HashOf(token), Satisfaction.Dissatisfied, "没说清楚", s_later);
        Reopen(order, An.Judge);
        An.Refused("survey.not_found", () => order.RateBySurvey(SurveyToken.HashOf(token), Satisfaction.Dissatisfied, "没说清楚", s_later));
    }

    [Fact]
    public void A_judgement_that_the_answer_stands_may_be_explained_to_the_requester_and_its_reason_is_not()
    {
        var order = Dissatisfied();
        order.CloseReview(
            Guid.CreateVersion7(),
            "答复依法有据",
            Guid.CreateVersion7(),
            "承办法官会在庭上再说明。",
            An.As(s_filing),
            "立案庭",
            s_later
        );

        Assert.True(order.IsClosed);
        Assert.Null(order.ReviewSince);
        Assert.Equal(["可以。请带上手机原件。", "承办法官会在庭上再说明。"], order.Entries.Where(e => e.IsForLitigant).Select(e => e.Text));
        Assert.Equal(WorkOrderNotices.Explained.Key, Assert.Single(order.Facts[^1].Notices).Kind);
        Assert.True(order.IsUnreadByRequester);
    }

    [Fact]
    public void Without_an_explanation_the_requester_hears_nothing()
    {
        var order = Dissatisfied();
        order.CloseReview(Guid.CreateVersion7(), "答复依法有据", Guid.CreateVersion7(), "  ", An.As(s_filing), "立案庭", s_later);
        Assert.Equal(HandlingFacts.ReviewClosed, order.Facts[^1].Kind);
        Assert.Empty(order.Facts[^1].Notices);
    }

    [Fact]
    public void It_is_reviewed_once_with_a_reason_and_by_the_filing_division_only()
    {
        var order = Dissatisfied();
        An.Refused("review.not_yours", () => Reopen(order, An.Judge, An.As(An.Head)));
        An.Refused(
            "review.not_yours",
            () => Reopen(order, An.Judge, An.As(An.Person("外院", Role.FilingDivision, court: Guid.CreateVersion7())))
        );
        An.Refused("work_order.reason_missing", () => Reopen(order, An.Judge, reason: " "));
        Reopen(order, An.Judge);
        An.Refused("review.not_open", () => Reopen(order, An.Judge));
        An.Refused("review.not_open", () => Reopen(An.ClosedOrder(), An.Judge));
    }

    [Fact]
    public void The_intermediate_courts_filing_division_reviews_every_court()
    {
        var order = Dissatisfied();
        var above = Actor.Staff(
            Guid.CreateVersion7(),
            "中院",
            new StaffPost(Guid.CreateVersion7(), Role.FilingDivision, Guid.CreateVersion7(), Guid.CreateVersion7(), CourtLevel.Intermediate)
        );
        Reopen(order, An.Judge, above);
        Assert.Equal(1, order.ReopenCount);
    }

    [Theory]
    [InlineData("2026-11-25 09:00", "2026-11-20 00:00")] // Friday's is due on Wednesday, and Wednesday is not over
    [InlineData("2026-11-26 09:00", "2026-11-23 00:00")] // Friday's, and the weekend's, are late on Thursday
    public void A_review_is_overdue_after_three_working_days(string now, string before) =>
        Assert.Equal(An.At(before), new ReviewLimits().OverdueBefore(An.Calendar, An.At(now)));

    private static WorkOrder Dissatisfied()
    {
        var order = An.ClosedOrder();
        order.Rate(Satisfaction.Dissatisfied, "没说清楚", An.Requester, s_later);
        return order;
    }

    private static void Reopen(WorkOrder order, Owner to, Actor? by = null, string reason = "没有回答能不能补交证据") =>
        order.Reopen(
            Guid.CreateVersion7(),
            to,
            Ladder.Of(An.Calendar, SupervisionLimits.Default, ChinaTime.DayOf(s_later)),
            reason,
            by ?? An.As(s_filing),
            "立案庭",
            s_later
        );
}
