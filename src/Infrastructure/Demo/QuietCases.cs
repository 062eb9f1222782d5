using Domain.Cases;
using Domain.Organisation;

namespace Infrastructure.Demo;

/// <summary>Open cases that nobody asks about: most of what a court has. Their parties are names only.</summary>
internal sealed class QuietCases(DemoStaff staff, DemoCases cases, DemoCalendar calendar)
{
    private const int PerWeight = 90;
    private const int OfDrawnDivision = 500;
    private readonly DemoDice _dice = new(20_260_404);

    public IEnumerable<Case> All()
    {
        foreach (var court in staff.Courts)
        {
            for (var i = 0; i < court.Weight * PerWeight; i++)
            {
                var kind = CaseKinds.Draw(_dice, court.Court);
                yield return New(court, kind, _dice.Of([.. court.Divisions.Where(d => d.Kind == kind.Division)]));
            }

            foreach (var drawn in court.Divisions.Where(d => DemoInbox.LaysOut(court, d)))
            {
                for (var i = 0; i < OfDrawnDivision; i++)
                    yield return New(court, CaseKinds.Loan, drawn);
            }
        }
    }

    private Case New(DemoCourt court, CaseKind kind, Division division)
    {
        var filed = calendar.Workday(calendar.Today, -_dice.Between(1, 280));
        var judge = _dice.Of(court.Holders(Role.Judge, division.Id));
        var number = DemoCases.NewNumber(_dice, court, kind, filed, cases.IsTaken);
        var @case = new Case
        {
            Id = Guid.CreateVersion7(DemoCalendar.At(filed, 600)),
            Number = number.Key,
            Cause = kind.Cause,
            Stage = number.Stage,
            State = kind.Division == DivisionKind.Enforcement ? CaseState.Enforcing : CaseState.Filed,
            Restriction = kind.Restriction,
            CourtId = court.Court.Id,
            DivisionId = division.Id,
            JudgeId = judge.Staff.Id,
            ClerkId = _dice.Of(court.Holders(Role.Clerk, division.Id)).Staff.Id,
            FiledOn = filed,
            TrialPeriodEnds = DemoProceedings.TrialEnds(filed, kind.Division, calendar.Today),
        };
        foreach (var role in kind.First == kind.Second ? [kind.First] : new[] { kind.First, kind.Second })
        {
            @case.Parties.Add(
                new CaseParty
                {
                    Id = Guid.CreateVersion7(DemoCalendar.At(filed, 600)),
                    CaseId = @case.Id,
                    Name = DemoNames.Person(_dice),
                    Role = role,
                    Position = @case.Parties.Count,
                }
            );
        }

        DemoProceedings.GiveTo(@case, kind.Division, calendar.Now);
        return @case;
    }
}
