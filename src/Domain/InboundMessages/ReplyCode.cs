using System.Globalization;
using Domain.WorkOrders;

namespace Domain.InboundMessages;

/// <summary>
/// The code by which one person's phone answers one order. A code is one order's for that person as long as the order is open, and
/// for <see cref="Remembered"/> after it was last told: the key of the table keeps it so.
/// </summary>
public sealed class ReplyCode
{
    public const int Length = 4;

    /// <summary>How far back somebody may mean an order that they were told of.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private const int All = 10_000;

    /// <summary>Far from the first choice, so that two orders of one person seldom have neighbouring codes.</summary>
    private const int Leap = 5_000;

    public Guid StaffId { get; init; }

    /// <summary>Four digits.</summary>
    public required string Code { get; init; }

    public Guid WorkOrderId { get; private set; }

    /// <summary>When an SMS last named it.</summary>
    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>Another host may give the same code at this moment.</summary>
    public int Version { get; private set; }

    public static ReplyCode Give(Guid staffId, string code, Guid workOrderId, DateTimeOffset now)
    {
        var given = new ReplyCode { StaffId = staffId, Code = code };
        given.PassTo(workOrderId, now);
        return given;
    }

    /// <summary>Nobody can mean the old order any more.</summary>
    public void PassTo(Guid workOrderId, DateTimeOffset now) => (WorkOrderId, ToldAt, Version) = (workOrderId, now, Version + 1);

    public void Told(DateTimeOffset now) => (ToldAt, Version) = (now > ToldAt ? now : ToldAt, Version + 1);

    /// <summary>The end of the order's number first, then any other, each once.</summary>
    public static IEnumerable<string> ChoicesFor(WorkOrder order)
    {
        var first = int.Parse(order.ReplyCode, NumberStyles.None, CultureInfo.InvariantCulture);
        yield return Written(first);
        for (var i = 0; i < All; i++)
        {
            if ((first + Leap + i) % All is var next && next != first)
                yield return Written(next);
        }
    }

    private static string Written(int code) => code.ToString("D" + Length, CultureInfo.InvariantCulture);
}
