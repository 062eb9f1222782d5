using System.Reflection;
using Domain.Shared;
using Domain.WorkOrders;
using FsCheck;
using FsCheck.Fluent;

namespace Domain.Tests.WorkOrders;

public class TraceTests
{
    [Fact]
    public void Facts_become_a_chain_of_rows_that_the_order_ends()
    {
        var order = An.Order();
        var first = order.TakeFacts();
        order.UrgedAt(An.Friday);
        order.Answered();
        var rows = first.Concat(order.TakeFacts()).Select(t => t.Row).ToList();

        Assert.Equal([1, 2, 3, 4], rows.Select(r => r.Sequence));
        Assert.Equal(["", rows[0].Hash, rows[1].Hash, rows[2].Hash], rows.Select(r => r.PreviousHash));
        Assert.All(rows, row => Assert.True(row.IsIntact(TakenFacts.Mac)));
        Assert.Equal((rows[3].Hash, 4L), (order.TraceHash, order.Version));
        Assert.Empty(order.Facts);
    }

    [Fact]
    public void A_row_holds_only_the_hash_of_what_was_said()
    {
        var order = An.Order();
        var row = order.TakeFacts()[0].Row;
        Assert.Equal(TraceRow.HashOf("开庭带手机给法官看转账记录，行不行？"), row.ContentHash);
        Assert.DoesNotContain("手机", row.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_entry_says_is_what_its_row_was_sealed_over()
    {
        var order = An.Order();
        order.Supplement(Guid.CreateVersion7(), " 补充\0 ", [], An.Requester, An.Friday);
        order.UrgedAt(An.Friday, " 请快一点 ");
        order.ReplyInterim(Guid.CreateVersion7(), " 稍等 ", true, [], An.As(An.Judge), "", An.Friday);
        order.Note(Guid.CreateVersion7(), " 备注 ", An.As(An.Judge), "", An.Friday);
        order.Transfer(new(Guid.CreateVersion7(), An.Colleague, " 转办 ", An.As(An.Judge), "", An.Friday));
        order.Answered(An.Colleague, " 答复\ud83d ");

        var rows = order.TakeFacts().Select(t => t.Row).Where(r => r.EntryId is not null).ToDictionary(r => r.EntryId!.Value);
        Assert.Equal(6, order.Entries.Count);
        Assert.All(order.Entries, entry => Assert.Equal(TraceRow.HashOf(entry.Text), rows[entry.Id].ContentHash));
    }

    [Fact]
    public void Times_are_kept_in_whole_milliseconds_so_that_every_engine_gives_them_back() =>
        Assert.Equal(
            An.Friday.AddMilliseconds(7),
            TraceRow
                .After(
                    "",
                    Guid.CreateVersion7(),
                    1,
                    new Fact("noted", Actor.System, An.Friday.AddMilliseconds(7).AddTicks(1234)),
                    "",
                    TakenFacts.Mac
                )
                .At
        );

    [Fact]
    public void A_change_of_any_field_is_seen()
    {
        var rows =
            from kind in Gen.Elements(WorkOrderFacts.Answered, WorkOrderFacts.Noted)
            from told in Gen.Elements("", "第 1 次", "民一庭 陈静怡", "😀")
            from content in Gen.Elements("", "请查收", "12:\n3")
            from sequence in Gen.Choose(1, 1_000)
            from hasEntry in Gen.Elements(true, false)
            select TraceRow.After(
                TraceRow.HashOf("x"),
                Guid.CreateVersion7(),
                sequence,
                new Fact(kind, An.Requester, An.Friday.AddSeconds(sequence))
                {
                    Data = told.Length > 0 ? new Told(told) : null,
                    Content = content,
                    EntryId = hasEntry ? Guid.CreateVersion7() : null,
                },
                TakenFacts.Nothing.Own.ToString(),
                TakenFacts.Mac
            );
        var fields = typeof(TraceRow).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Equal(14, fields.Length);

        Prop.ForAll(rows.ToArbitrary(), row => row.IsIntact(TakenFacts.Mac) && fields.All(field => Changed(row, field)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Moving_a_character_from_one_field_to_the_next_is_seen()
    {
        var subject = Guid.CreateVersion7();
        var one = Row(new Fact("noted", An.Requester, An.Friday) { Data = new Told("第 1 次") });
        var other = Row(new Fact("noted", An.Requester with { Name = An.Requester.Name + one.Data }, An.Friday));
        Assert.Equal(one.ActorName + one.Data, other.ActorName + other.Data);
        Assert.NotEqual(one.Hash, other.Hash);

        TraceRow Row(Fact fact) => TraceRow.After("", subject, 1, fact, "", TakenFacts.Mac);
    }

    /// <summary>Writes another value into the field, as somebody with access to the table could, and looks whether the row notices.</summary>
    private static bool Changed(TraceRow row, PropertyInfo field)
    {
        var before = field.GetValue(row);
        field.SetValue(
            row,
            field.PropertyType switch
            {
                var t when t == typeof(string) => before + "1",
                var t when t == typeof(long) => (long)before! + 1,
                var t when t == typeof(DateTimeOffset) => ((DateTimeOffset)before!).AddMilliseconds(1),
                var t when t == typeof(ActorKind) => ActorKind.Staff,
                _ => Guid.CreateVersion7(),
            }
        );
        var seen = !row.IsIntact(TakenFacts.Mac);
        field.SetValue(row, before);
        return seen && row.IsIntact(TakenFacts.Mac);
    }

    private sealed record Told(string Text) : FactData;
}
