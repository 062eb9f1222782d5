using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;

namespace Infrastructure.Demo;

/// <summary>Where a case stands: its limit and its nodes, as far as its state tells; nothing is drawn by dice, so that nothing else changes.</summary>
internal static class DemoProceedings
{
    /// <summary>The number of the drawn case, which is handed over whole (<see cref="DemoRecord"/>).</summary>
    public const string Drawn = "(2026)粤0104民初12345号";

    /// <summary>When a trial has to end: extended in time, but for a few.</summary>
    public static DateOnly TrialEnds(DateOnly filed, DivisionKind of, DateOnly today)
    {
        var ends = filed.AddMonths(TrialMonths(of));
        while (ends < today && filed.Day != 17)
            ends = ends.AddMonths(TrialMonths(of));
        return ends;
    }

    private static int TrialMonths(DivisionKind of) => of == DivisionKind.Criminal ? 3 : 6;

    public static void GiveTo(Case @case, DivisionKind of, DateTimeOffset now)
    {
        if (@case.Number == Drawn)
            return;
        if (@case.TrialPeriodEnds is { } ends)
            @case.Limits.Add(
                new CaseLimit
                {
                    Id = Guid.CreateVersion7(At(@case.FiledOn)),
                    CaseId = @case.Id,
                    ExternalId = "trial",
                    Kind = @case.State == CaseState.Enforcing ? CaseLimitKind.Enforcement : CaseLimitKind.Trial,
                    StartsOn = @case.FiledOn,
                    EndsOn = ends,
                    ExtendedDays = ends.DayNumber - @case.FiledOn.AddMonths(TrialMonths(of)).DayNumber,
                    Rule = @case.State == CaseState.Enforcing ? "立案之日起六个月" : @case.TrialProcedure?.Chinese() ?? "",
                }
            );
        Add(CaseNodeKind.Filed, At(@case.FiledOn));
        if (@case.JudgeId is not null)
            Add(CaseNodeKind.PanelFormed, At(@case.FiledOn.AddDays(2)));
        if (@case.HearingAt is { } hearing)
        {
            @case.Hearings.Add(
                new CaseHearing
                {
                    Id = Guid.CreateVersion7(At(@case.FiledOn)),
                    CaseId = @case.Id,
                    ExternalId = "hearing",
                    StartsAt = hearing,
                    Room = "第三法庭",
                    State = hearing < now ? HearingState.Held : HearingState.Set,
                }
            );
            Add(CaseNodeKind.HearingSet, At(@case.FiledOn.AddDays(5)));
        }

        if (@case.ClosedOn is { } closed)
            Add(CaseNodeKind.Closed, At(closed));
        @case.LookAhead(now);

        void Add(CaseNodeKind kind, DateTimeOffset at) =>
            @case.Nodes.Add(
                new CaseNode
                {
                    Id = Guid.CreateVersion7(at),
                    CaseId = @case.Id,
                    ExternalId = kind.ToString(),
                    Kind = kind,
                    At = at < now ? at : now,
                    IsPublic = true,
                }
            );
    }

    private static DateTimeOffset At(DateOnly day) => DemoCalendar.At(day, 10 * 60);
}
