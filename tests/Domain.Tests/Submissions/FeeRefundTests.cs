using Domain.Cases;
using Domain.DocumentService;
using Domain.Submissions;

namespace Domain.Tests.Submissions;

public class FeeRefundTests
{
    [Fact]
    public void A_summary_case_gives_half_back_once()
    {
        var standing = Paid("买卖合同纠纷", 1_050, claimed: 50_000).Closed();
        standing.Case.TrialProcedure = TrialProcedure.Summary;
        standing.Served(standing.Mine, DocumentKind.MediationStatement, new(2026, 11, 2), "民事调解书");

        var refund = FeeRefunds.Of(standing.Of(standing.Mine));

        Assert.Equal((525m, LawPoint.FeeSettled), (refund.Amount, refund.Law));
        Assert.Equal(
            [("您交的案件受理费（2026-03-10）", "1050 元"), ("调解结案，减半（只减一次）", "525 元"), ("可以退", "525 元")],
            refund.Lines
        );
    }

    [Fact]
    public void What_was_paid_by_half_already_is_not_halved_again()
    {
        var standing = Paid("买卖合同纠纷", 525, claimed: 50_000).Closed();
        standing.Case.TrialProcedure = TrialProcedure.Summary;
        Assert.Equal(0, FeeRefunds.Of(standing.Of(standing.Mine)).Amount);

        var unknown = Paid("买卖合同纠纷", 525, claimed: null).Closed();
        unknown.Case.TrialProcedure = TrialProcedure.Summary;
        Assert.Equal(0, FeeRefunds.Of(unknown.Of(unknown.Mine)).Amount);
    }

    /// <summary>It was paid by half, as it is asked for (FEE 18); of an open summary case nobody knows yet how it ends (FEE 16).</summary>
    [Fact]
    public void What_cannot_be_told_is_not_promised()
    {
        var counterclaim = Paid("买卖合同纠纷", 525, claimed: null, CaseFeeKind.Counterclaim).Closed();
        Assert.Equal(0, FeeRefunds.Of(counterclaim.Of(counterclaim.Mine)).Amount);

        var open = Paid("买卖合同纠纷", 1_050, claimed: 50_000);
        open.Case.TrialProcedure = TrialProcedure.Summary;
        Assert.Equal(0, FeeRefunds.Of(open.Of(open.Mine)).Amount);
        Assert.Equal(525m, FeeRefunds.Of(open.Closed().Of(open.Mine)).Amount);
    }

    [Fact]
    public void Who_wins_gets_back_what_the_other_side_bears()
    {
        var standing = Paid("买卖合同纠纷", 100, claimed: null).Closed();
        (standing.Fees[0].Borne, standing.Fees[0].Returned) = (30, 20);

        var answer = standing.Ask(SubmissionKind.FeeRefund);

        Assert.Equal("50.00", answer.Known["amount"]);
        Assert.Contains("查到 50 元可退", answer.Note, StringComparison.Ordinal);
        Assert.Equal("民事诉讼法解释第二百零七条", answer.Rule);
    }

    [Fact]
    public void What_the_court_agreed_to_return_is_not_offered_again()
    {
        var standing = Paid("买卖合同纠纷", 100, claimed: null).Closed();
        standing.Fees[0].Borne = 30;
        standing.RefundsGranted.Add((standing.Mine.Id, 70));
        Assert.Equal(0, FeeRefunds.Of(standing.Of(standing.Mine)).Amount);

        standing.Fees[0].Returned = 70; // it came back
        Assert.Equal(0, FeeRefunds.Of(standing.Of(standing.Mine)).Amount);
        standing.Fees[0].Borne = 0; // and the judgment above had the other side bear all
        Assert.Equal(30, FeeRefunds.Of(standing.Of(standing.Mine)).Amount);
    }

    [Theory]
    [InlineData("准许撤回起诉民事裁定书", 525)]
    [InlineData("不准许撤诉民事裁定书", 0)]
    [InlineData("驳回起诉民事裁定书", 1_050)]
    public void A_ruling_says_what_comes_back(string title, int amount)
    {
        var standing = Paid("买卖合同纠纷", 1_050, claimed: 50_000);
        standing.Served(standing.Mine, DocumentKind.Ruling, new(2026, 11, 2), title);
        Assert.Equal(amount, FeeRefunds.Of(standing.Of(standing.Mine)).Amount);
    }

    [Fact]
    public void The_fee_of_an_appeal_comes_back_when_the_case_is_sent_back()
    {
        var standing = Paid("买卖合同纠纷", 1_050, claimed: 50_000, CaseFeeKind.Appeal);
        standing.Served(standing.Mine, DocumentKind.Ruling, new(2026, 11, 2), "发回重审民事裁定书");
        Assert.Equal(
            (1_050m, LawPoint.FeeSentBack),
            (FeeRefunds.Of(standing.Of(standing.Mine)).Amount, FeeRefunds.Of(standing.Of(standing.Mine)).Law)
        );
    }

    [Fact]
    public void Of_what_the_other_side_paid_nothing_is_said()
    {
        var standing = Paid("买卖合同纠纷", 1_050, claimed: 50_000).Closed();
        Assert.Empty(FeeRefunds.Of(standing.Of(standing.Other)).Lines);
        Assert.StartsWith("没有查到您交费的记录", standing.Ask(SubmissionKind.FeeRefund, standing.Other).Note, StringComparison.Ordinal);
        Assert.False(new Standings().Ask(SubmissionKind.FeeRefund).CanAct);
    }

    private static Standings Paid(string cause, decimal paid, decimal? claimed, CaseFeeKind kind = CaseFeeKind.Acceptance)
    {
        var standing = new Standings(cause: cause);
        standing.Fees.Add(
            new CaseFee
            {
                ExternalId = "f1",
                PartyId = standing.Mine.Id,
                Kind = kind,
                Paid = paid,
                PaidOn = new(2026, 3, 10),
                Claimed = claimed,
            }
        );
        return standing;
    }
}
