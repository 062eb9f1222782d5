using Domain.Cases;

namespace Infrastructure.Demo;

/// <summary>Hearings, periods and nodes of a demo case, as the trial system would have sent them with what the case says already.</summary>
internal static class DemoCourse
{
    public static Case Give(Case @case, DemoCalendar calendar)
    {
        var filed = DemoCalendar.At(@case.FiledOn, 9 * 60);
        Add(@case, CaseNodeKind.Filed, filed);
        if (@case.JudgeId is not null)
            Add(@case, CaseNodeKind.PanelFormed, filed.AddDays(2));
        if (@case.HearingAt is { } at)
            Heard(@case, at, calendar);
        if (@case.TrialPeriodEnds is { } ends)
            @case.Limits.Add(
                new CaseLimit
                {
                    Id = Guid.CreateVersion7(filed),
                    CaseId = @case.Id,
                    ExternalId = "l1",
                    Kind = @case.State == CaseState.Enforcing ? CaseLimitKind.Enforcement : CaseLimitKind.Trial,
                    StartsOn = @case.FiledOn,
                    EndsOn = ends,
                }
            );
        if (@case.ClosedOn is { } closed)
            Add(@case, CaseNodeKind.Closed, DemoCalendar.At(closed, 16 * 60));
        return @case;
    }

    private static void Heard(Case @case, DateTimeOffset at, DemoCalendar calendar)
    {
        var isAhead = at > calendar.Now;
        @case.Hearings.Add(
            new CaseHearing
            {
                Id = Guid.CreateVersion7(at),
                CaseId = @case.Id,
                ExternalId = "h1",
                StartsAt = at,
                EndsAt = at.AddHours(2),
                Room = $"第{"一二三四五六七八九"[@case.Number.Length % 9]}法庭",
                State = isAhead ? HearingState.Set : HearingState.Held,
            }
        );
        var told = at.AddDays(-10);
        Add(@case, CaseNodeKind.HearingSet, told < calendar.Now ? told : calendar.Now.AddDays(-1));
    }

    private static void Add(Case @case, CaseNodeKind kind, DateTimeOffset at) =>
        @case.Nodes.Add(
            new CaseNode
            {
                Id = Guid.CreateVersion7(at),
                CaseId = @case.Id,
                ExternalId = $"n{@case.Nodes.Count + 1}",
                Kind = kind,
                At = at,
                IsPublic = true,
            }
        );
}
