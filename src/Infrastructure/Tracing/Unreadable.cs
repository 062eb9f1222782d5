using System.Data.Common;
using System.Text.Json;
using Domain.Shared;

namespace Infrastructure.Tracing;

/// <summary>Rows that hold what this program never wrote, so that it cannot read them: the record is named, and the check goes on.</summary>
internal static class Unreadable
{
    public static bool Is(Exception e) =>
        e
            is InvalidOperationException { InnerException: not DbException }
                or FormatException
                or JsonException
                or ArgumentException
                or InvalidCastException
                or OverflowException;

    /// <returns>What is read of the fact; nothing when it cannot be, and then the fact is named.</returns>
    public static IEnumerable<T> Try<T>(TraceRow fact, Func<TraceRow, T> read, TraceFindings findings)
    {
        try
        {
            return [read(fact)];
        }
        catch (Exception e) when (Is(e))
        {
            findings.Add(fact.Called(), fact.Sequence, Problem(e));
            return [];
        }
    }

    public static string Problem(Exception e) => $"what is stored cannot be read: {e.Message.ReplaceLineEndings(" ")}";
}
