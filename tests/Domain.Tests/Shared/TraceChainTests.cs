using Domain.Shared;
using Domain.Tests.WorkOrders;

namespace Domain.Tests.Shared;

public class TraceChainTests
{
    [Fact]
    public void A_chain_that_nobody_touched_has_no_break_and_gives_what_it_sealed()
    {
        var (order, rows) = Chain();
        Assert.Null(TraceChain.BreakOf(order, rows, TakenFacts.Mac));
        var chain = new TraceChain(TakenFacts.Mac);
        rows.ForEach(chain.Add);
        Assert.Equal(new SealedPart(TakenFacts.Nothing.Own, rows.Count), Assert.Single(chain.Sealed));
    }

    [Fact]
    public void Every_break_is_named_and_not_only_the_first()
    {
        var (order, rows) = Chain();
        var chain = new TraceChain(TakenFacts.Mac);
        foreach (var row in rows.Where(r => r.Sequence != 2))
            chain.Add(row);
        chain.End(order.Version + 1, order.TraceHash);
        Assert.Equal(
            ["row 3: row 2 is missing", "row 5: rows are missing at the end: the record counts 5, the trace ends at 4"],
            chain.Breaks.Select(b => b.ToString())
        );
    }

    [Fact]
    public void A_record_without_a_row_or_with_another_newest_row_is_broken()
    {
        var (order, rows) = Chain();
        Assert.Equal("row 1: there is no trace at all", TraceChain.BreakOf(order, [], TakenFacts.Mac)?.ToString());
        var chain = new TraceChain(TakenFacts.Mac);
        rows.ForEach(chain.Add);
        chain.End(order.Version, rows[^2].Hash);
        Assert.Equal("the newest row is not the one that the record names", Assert.Single(chain.Breaks).Problem);
    }

    [Fact]
    public void Under_another_key_no_row_holds()
    {
        var (order, rows) = Chain();
        Assert.Equal(
            "row 1: the row was changed after it was written",
            TraceChain.BreakOf(order, rows, new TakenFacts.TestMac(2))?.ToString()
        );
    }

    [Fact]
    public void The_newest_word_on_a_part_counts()
    {
        var order = An.Order();
        var part = new SealedRow("parts", 2, "a/1", TraceRow.HashOf("first"), "第 1 页 全");
        var chain = new TraceChain(TakenFacts.Mac);
        var own = TakenFacts.Nothing.Own;
        foreach (var (_, row) in order.TakeFacts(TakenFacts.Mac, new SealedState(own, [part])))
            chain.Add(row);
        Assert.Equal(new SealedPart(part, 2), chain.Find("parts", "a/1"));
        order.Answered();
        foreach (var (_, row) in order.TakeFacts(TakenFacts.Mac, new SealedState(own, [part with { Hash = SealedRow.Gone }])))
            chain.Add(row);
        Assert.True(chain.Find("parts", "a/1")!.Row.IsGone);
        Assert.Empty(chain.Breaks);
    }

    /// <summary>Four rows of one order.</summary>
    private static (Aggregate Order, List<TraceRow> Rows) Chain()
    {
        var order = An.Order();
        order.UrgedAt(An.Friday);
        order.Answered();
        return (order, [.. order.TakeFacts().Select(t => t.Row)]);
    }
}
