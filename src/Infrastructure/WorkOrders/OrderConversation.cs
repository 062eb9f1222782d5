using Domain.Handling;
using Domain.WorkOrders;
using Infrastructure.Litigants;

namespace Infrastructure.WorkOrders;

/// <summary>What was said between a litigant and the court, with what they said in orders that were merged into this one; the oldest first.</summary>
internal static class OrderConversation
{
    /// <param name="files">By entry; those of a first message by its order.</param>
    public static IEnumerable<Said> Of(WorkOrder order, IReadOnlyList<WorkOrder> merged, ILookup<Guid, AttachmentView> files) =>
        new[] { order }.Concat(merged).SelectMany(o => Sayings(o, files)).OrderBy(s => s.At).ThenBy(s => s.Said.Id).Select(s => s.Said);

    private static IEnumerable<(DateTimeOffset At, Said Said)> Sayings(WorkOrder order, ILookup<Guid, AttachmentView> files)
    {
        yield return (
            order.ReceivedAt,
            new Said(order.Id, Speaker.Me, SaidKind.Message, order.Text, Moment.Short(order.ReceivedAt), "您", [.. files[order.Id]])
        );
        foreach (var entry in order.Entries.Where(e => e.IsForLitigant))
        {
            var kind = KindOf(entry.Kind);
            var isMine = kind is SaidKind.Supplement or SaidKind.Urge;
            var by =
                !isMine ? entry.AuthorTitle
                : entry.AuthorId == order.LitigantId ? "您"
                : "12368 代您";
            yield return (
                entry.At,
                new Said(entry.Id, isMine ? Speaker.Me : Speaker.Court, kind, entry.Text, Moment.Short(entry.At), by, [.. files[entry.Id]])
            );
        }
    }

    private static SaidKind KindOf(EntryKind kind) =>
        kind switch
        {
            EntryKind.Supplement => SaidKind.Supplement,
            EntryKind.Urge => SaidKind.Urge,
            EntryKind.Interim => SaidKind.Interim,
            EntryKind.Answer => SaidKind.Answer,
            EntryKind.Explanation => SaidKind.Explanation,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not for litigants"),
        };
}
