using System.Linq.Expressions;
using Domain.Cases;

namespace Domain.Figures;

/// <summary>What the figures know of a case.</summary>
public sealed record CountedCase(Guid Id, Guid CourtId, DateOnly FiledOn, DateOnly? ClosedOn, Guid DivisionId, Guid? JudgeId)
{
    public static readonly Expression<Func<Case, CountedCase>> From = c => new CountedCase(
        c.Id,
        c.CourtId,
        c.FiledOn,
        c.ClosedOn,
        c.DivisionId,
        c.JudgeId
    );

    private static readonly Func<Case, CountedCase> s_of = From.Compile();

    public static CountedCase Of(Case @case) => s_of(@case);
}

/// <summary>
/// What a case adds to the figures as it stands; see <see cref="WorkOrderFigures"/>. How many were open at the end of a past day is
/// what is open now less what has changed since: two sums that stay as short as the time between, and only dated facts. A case that
/// is entered late counts from the day on which it was filed, as the trial system says; a later change is booked on its own day.
/// </summary>
public static class CaseFigures
{
    /// <summary>Stands where the gauge has no day: before any case.</summary>
    public static readonly DateOnly NoDay = new(1900, 1, 1);

    public static IEnumerable<FigureChange> Of(CountedCase @case)
    {
        yield return Change(FigureMetric.CasesMoved, @case.FiledOn, 1);
        if (@case.ClosedOn is { } closed)
            yield return Change(FigureMetric.CasesMoved, closed, -1);
        else
            yield return Change(FigureMetric.CasesOpen, NoDay, 1);

        FigureChange Change(FigureMetric metric, DateOnly day, long value) =>
            new(
                new FigureKey(metric, day, "")
                {
                    CourtId = @case.CourtId,
                    DivisionId = @case.DivisionId,
                    OwnerId = @case.JudgeId ?? Guid.Empty,
                },
                value
            );
    }
}
