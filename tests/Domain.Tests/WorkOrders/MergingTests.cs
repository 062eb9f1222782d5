using Domain.Handling;
using Domain.Organisation;
using Domain.WorkOrders;

namespace Domain.Tests.WorkOrders;

public class MergingTests
{
    private static readonly DateTimeOffset s_monday = An.At("2026-11-23 10:00");

    [Fact]
    public void The_duplicate_ends_its_deadline_stops_and_its_urges_count_on()
    {
        var (main, duplicate) = (An.Order(), An.Order(at: s_monday));
        main.UrgedAt(An.Friday.AddHours(1));
        duplicate.UrgedAt(s_monday);
        Merge(duplicate, main);

        Assert.True(duplicate.IsMerged && duplicate.IsClosed);
        Assert.Equal((main.Id, main.Number), (duplicate.MergedIntoId!.Value, duplicate.MergedIntoNumber));
        Assert.Null(duplicate.NextStepAt);
        Assert.Null(duplicate.ClosedById);
        Assert.Equal((2, s_monday, 1), (main.UrgeCount, main.LastUrgedAt!.Value, main.MergedCount));
        Assert.Null(main.OwnerReadAt);
        Assert.False(duplicate.CanBeRated);
        An.Refused("merge.merged", () => duplicate.Answered());
        An.Refused("merge.merged", () => duplicate.Rate(Satisfaction.Satisfied, "", An.Requester, s_monday));
    }

    [Fact]
    public void The_requester_is_told_once()
    {
        var (main, duplicate) = (An.Order(), An.Order(at: s_monday));
        var before = main.Facts.Sum(f => f.Notices.Count);
        Merge(duplicate, main);
        var notice = Assert.Single(duplicate.Facts[^1].Notices);
        Assert.Equal(
            (WorkOrderNotices.Merged.Key, main.Number, "11 月 25 日（周三）"),
            (notice.Kind, notice.Fields["mainNumber"], notice.Fields["answerBy"])
        );
        Assert.Equal(before, main.Facts.Sum(f => f.Notices.Count));
    }

    [Fact]
    public void The_earlier_limit_of_the_two_counts()
    {
        var (late, early) = (An.Order(at: s_monday), An.Order());
        Assert.True(early.DueAt < late.DueAt);
        Merge(early, late);
        Assert.Equal((early.DueAt, early.Level1At), (late.DueAt, late.Level1At));

        var (main, duplicate) = (An.Order(), An.Order(at: s_monday));
        var due = main.DueAt;
        Merge(duplicate, main);
        Assert.Equal(due, main.DueAt);
    }

    [Fact]
    public void No_chains_no_cycles_and_not_into_itself()
    {
        var (a, b, c) = (An.Order(), An.Order(), An.Order());
        An.Refused("merge.chain", () => Merge(a, a));
        Merge(b, a);
        An.Refused("merge.merged", () => Merge(a, b));
        An.Refused("merge.chain", () => Merge(a, c));
        An.Refused("merge.merged", () => Merge(b, c));
        Merge(c, a);
        Assert.Equal(2, a.MergedCount);
    }

    [Fact]
    public void Only_open_orders_of_one_requester_and_one_court_go_together()
    {
        var phoneOnly = new Requester(null, "陈建华", "13812345620", "");
        var other = An.Order(An.Message(requester: new Requester(Guid.CreateVersion7(), "李志强", "13812345620", "")));
        An.Refused("merge.not_the_same", () => Merge(other, An.Order()));
        An.Refused(
            "merge.not_the_same",
            () => Merge(An.Order(An.Message(requester: phoneOnly with { Phone = "13900000000" })), An.Order())
        );
        An.Refused(
            "merge.not_the_same",
            () =>
                Merge(
                    An.Order(An.Message(requester: phoneOnly with { Phone = "" })),
                    An.Order(An.Message(requester: phoneOnly with { Phone = "" }))
                )
        );
        var elsewhere = An.Order(owner: An.Person("外院", Role.Judge, court: Guid.CreateVersion7()));
        An.Refused("work_order.not_yours", () => Merge(An.Order(), elsewhere));
        An.Refused("work_order.closed", () => Merge(An.ClosedOrder(), An.Order()));
        An.Refused("work_order.closed", () => Merge(An.Order(), An.ClosedOrder()));
        An.Refused("merge.other_way", () => Merge(An.Order(), An.Order(An.Message(requester: phoneOnly))));
        Merge(An.Order(An.Message(requester: phoneOnly)), An.Order());
    }

    [Fact]
    public void Whoever_may_handle_both_may_merge_and_so_may_the_filing_division()
    {
        var stranger = An.Person("别庭法官", Role.Judge, division: Guid.CreateVersion7());
        An.Refused("work_order.not_yours", () => Merge(An.Order(), An.Order(), stranger));
        An.Refused("work_order.not_yours", () => Merge(An.Order(owner: An.Colleague), An.Order(), An.Judge));
        Merge(An.Order(owner: An.Colleague), An.Order(), An.Head);
        Merge(An.Order(owner: An.Colleague), An.Order(), An.Person("郑海燕", Role.FilingDivision, division: Guid.CreateVersion7()));
    }

    [Theory]
    [InlineData("开庭带手机给法官看转账记录，行不行？", "开庭能带手机给法官看转账记录吗？", true)]
    [InlineData("开庭带手机给法官看转账记录，行不行？", "什么时候能拿到判决书？", false)]
    [InlineData("？？", "？？", false)]
    public void Similar_words_are_proposed_as_the_same(string a, string b, bool alike) =>
        Assert.Equal(alike, SimilarText.Likeness(a, b) >= SimilarText.Alike);

    private static void Merge(WorkOrder duplicate, WorkOrder main, Owner? by = null) =>
        duplicate.MergeInto(main, Guid.CreateVersion7(), An.As(by ?? An.Judge), "民事审判第一庭", s_monday.AddHours(1));
}
