using Domain.Cases;
using Domain.Organisation;

namespace Infrastructure.Demo;

/// <summary>A case with whom of its people can be asked for.</summary>
internal sealed record DemoCase(Case Case, DemoCourt Court, Division Division, IReadOnlyList<(DemoPerson Person, string Role)> Callers);

/// <summary>
/// Some 3,700 cases of the last fourteen months, over courts by their size and divisions by their kind, and three times as many open ones
/// that nobody asks about (<see cref="QuietCases"/>): a court has far more cases than messages.
/// </summary>
internal sealed class DemoCases
{
    private const int PerWeight = 29;

    /// <summary>More of the division that has many messages a day.</summary>
    private const int OfDrawnDivision = 350;

    private readonly DemoDice _dice = new(20_260_201);
    private readonly DemoPeople _people;
    private readonly DemoCalendar _calendar;
    private readonly HashSet<string> _numbers = [];
    private readonly List<DemoCase> _all = [];

    public DemoCases(DemoStaff staff, DemoPeople people, DemoCalendar calendar)
    {
        (_people, _calendar) = (people, calendar);
        foreach (var drawn in DrawnCases.All)
            Add(staff.Courts.Single(c => c.Court.Slug == drawn.CourtSlug), drawn);
        foreach (var court in staff.Courts)
        {
            for (var i = 0; i < court.Weight * PerWeight; i++)
                Add(court);
        }

        var yuexiu = staff.Courts.Single(c => c.Court.Slug == "yuexiu");
        for (var i = 0; i < OfDrawnDivision; i++)
            Add(yuexiu, CaseKinds.Loan, yuexiu.Divisions.Single(d => DemoInbox.LaysOut(yuexiu, d)));
    }

    public IReadOnlyList<DemoCase> All => _all;

    public bool IsTaken(string number) => !_numbers.Add(number);

    private void Add(DemoCourt court)
    {
        var kind = CaseKinds.Draw(_dice, court.Court);
        Add(court, kind, _dice.Of([.. court.Divisions.Where(d => d.Kind == kind.Division)]));
    }

    private void Add(DemoCourt court, CaseKind kind, Division division)
    {
        var judges = court.Posts.Where(p => p.Post.DivisionId == division.Id && p.Post.Role == Role.Judge).ToList();
        var filed = _calendar.Workday(_calendar.Today, -_dice.Between(1, 280));
        Add(
            court,
            division,
            kind,
            NewNumber(_dice, court, kind, filed, IsTaken),
            filed,
            judge: _dice.Chance(0.03) ? null : _dice.Of(judges),
            Parties(kind)
        );
    }

    /// <summary>One more loan that has been heard; its parties are still to come, and nobody rings up about it.</summary>
    /// <param name="sequence">The next free one, even: by ordinary procedure.</param>
    public DemoCase Heard(DemoCourt court, string division, string judge, int sequence)
    {
        var of = court.Division(division);
        CaseNumber number;
        do number = new CaseNumber(_calendar.Today.Year, court.Court.Codes[0], null, CaseKinds.Loan.TypeCode, sequence);
        while (IsTaken(number.Key) && (sequence += 2) > 0);
        var filed = _calendar.Workday(_calendar.Today, -115);
        var made = Add(court, of, CaseKinds.Loan, number, filed, court.Holders(Role.Judge, of.Id).Single(j => j.Staff.Name == judge), []);
        (made.Case.State, made.Case.ClosedOn) = (CaseState.Heard, null);
        made.Case.HearingAt = DemoCalendar.At(_calendar.Workday(_calendar.Today, -16), 9 * 60 + 30);
        return made;
    }

    private void Add(DemoCourt court, DrawnCase drawn)
    {
        var division = court.Division(drawn.Division);
        var judges = court.Holders(Role.Judge, division.Id);
        var filed = _calendar.Workday(
            _calendar.Today,
            drawn.Year < _calendar.Today.Year ? -_dice.Between(225, 240)
                : drawn.IsUnassigned ? -6
                : -_dice.Between(60, 120)
        );
        var number = new CaseNumber(drawn.Year, court.Court.Codes[0], null, drawn.Kind.TypeCode, drawn.Sequence);
        var first = (drawn.First is null ? NewParty() : _people.Named(drawn.First), drawn.Kind.First);
        var second =
            drawn.IsAgainstFirm ? null
            : drawn.Second is null ? Opponent()
            : _people.Named(drawn.Second);
        var added = Add(
            court,
            division,
            drawn.Kind,
            number,
            filed,
            drawn.IsUnassigned ? null
                : drawn.Judge is null ? _dice.Of(judges)
                : judges.Single(j => j.Staff.Name == drawn.Judge),
            [first, (second, drawn.Kind.Second)],
            drawn.Lawyer
        );
        if (drawn.Hearing is null)
            return;
        (added.Case.State, added.Case.ClosedOn) = (CaseState.HearingScheduled, null);
        added.Case.HearingAt = DemoCalendar.At(_calendar.Workday(_calendar.Today, drawn.Hearing.Value), 9 * 60 + 30);
    }

    private DemoCase Add(
        DemoCourt court,
        Division division,
        CaseKind kind,
        CaseNumber number,
        DateOnly filed,
        DemoPost? judge,
        List<(DemoPerson? Person, PartyRole Role)> parties,
        string? lawyer = null
    )
    {
        var clerks = court.Holders(Role.Clerk, division.Id);
        var state =
            kind.Division == DivisionKind.Enforcement
                ? CaseState.Enforcing
                : _dice.Weighted(CaseKinds.StatesAfter(_calendar.Today.DayNumber - filed.DayNumber));
        var @case = new Case
        {
            Id = Guid.CreateVersion7(DemoCalendar.At(filed, 600)),
            Number = number.Key,
            Cause = kind.Cause,
            Stage = number.Stage,
            State = state,
            ClosedOn = state == CaseState.Closed ? filed.AddDays((_calendar.Today.DayNumber - filed.DayNumber) * 2 / 3) : null,
            Restriction = kind.Restriction,
            CourtId = court.Court.Id,
            DivisionId = division.Id,
            JudgeId = judge?.Staff.Id,
            ClerkId = judge is null ? null : ClerkOf(judge, clerks).Staff.Id,
            FiledOn = filed,
            TrialProcedure = ProcedureOf(court, kind, number),
            TrialPeriodEnds = state == CaseState.Closed ? null : DemoProceedings.TrialEnds(filed, kind.Division, _calendar.Today),
            HearingAt = HearingAt(state, filed),
            Panel =
                judge is not null && (court.Court.Level == CourtLevel.Intermediate || _dice.Chance(0.2))
                    ? PanelMember.Of([
                        judge.Staff.Id,
                        .. court.Holders(Role.Judge, division.Id).Where(j => j != judge).Take(2).Select(j => j.Staff.Id),
                    ])
                    : [],
        };
        _numbers.Add(@case.Number);
        var callers = AddParties(@case, parties, lawyer);
        var made = new DemoCase(@case, court, division, callers);
        _all.Add(made);
        return made;
    }

    /// <summary>Small civil matters of basic courts go by summary procedure; by the number, so that nothing else is drawn anew.</summary>
    private static TrialProcedure ProcedureOf(DemoCourt court, CaseKind kind, CaseNumber number) =>
        court.Court.Level == CourtLevel.Basic && kind.TypeCode == "民初" && number.Sequence % 2 == 1
            ? TrialProcedure.Summary
            : TrialProcedure.Ordinary;

    /// <summary>A judge works with the same clerk.</summary>
    private static DemoPost ClerkOf(DemoPost judge, IReadOnlyList<DemoPost> clerks) =>
        judge.Staff.Name == "陈静怡" ? clerks.Single(c => c.Staff.Name == "吴家乐") : clerks[judge.Staff.Mobile[^1] % clerks.Count];

    private DateTimeOffset? HearingAt(CaseState state, DateOnly filed) =>
        state switch
        {
            CaseState.HearingScheduled => DemoCalendar.At(
                _calendar.Workday(_calendar.Today, _dice.Between(2, 30)),
                _dice.Of([540, 570, 630, 870, 930])
            ),
            CaseState.Heard or CaseState.Closed => DemoCalendar.At(
                _calendar.Workday(filed, (_calendar.Today.DayNumber - filed.DayNumber) / 3),
                _dice.Of([540, 570, 630, 870, 930])
            ),
            _ => null,
        };

    public static CaseNumber NewNumber(DemoDice dice, DemoCourt court, CaseKind kind, DateOnly filed, Func<string, bool> isTaken)
    {
        while (true)
        {
            // Numbers rise through the year.
            var sequence = Math.Max(1, filed.DayOfYear * court.Weight * kind.NumbersPerDay / 10 + dice.Between(-40, 40));
            var number = new CaseNumber(filed.Year, dice.Of(court.Court.Codes), null, kind.TypeCode, sequence);
            if (!isTaken(number.Key))
                return number;
        }
    }

    private List<(DemoPerson?, PartyRole)> Parties(CaseKind kind)
    {
        if (kind.First == PartyRole.Accused)
            return [(NewParty(), kind.First)];
        List<(DemoPerson?, PartyRole)> parties =
        [
            (_dice.Chance(0.12) && kind.Restriction == CaseRestriction.None ? null : NewParty(), kind.First),
        ];
        parties.Add(
            (
                kind.Division == DivisionKind.Administrative ? null
                : kind.Restriction == CaseRestriction.None ? Opponent()
                : NewParty(),
                kind.Second
            )
        );
        if (_dice.Chance(0.08))
            parties.Add((NewParty(), PartyRole.ThirdParty));
        return parties;
    }

    private DemoPerson NewParty() => _people.Parties[_dice.Between(_people.Known.Count, _people.Parties.Count - 1)];

    private DemoPerson? Opponent() => _dice.Chance(0.45) ? null : NewParty();

    /// <param name="parties">Null stands for a company.</param>
    private List<(DemoPerson, string)> AddParties(Case @case, List<(DemoPerson? Person, PartyRole Role)> parties, string? lawyer)
    {
        List<(DemoPerson, string)> callers = [];
        foreach (var (person, role) in parties)
        {
            var party = new CaseParty
            {
                Id = Guid.CreateVersion7(DemoCalendar.At(@case.FiledOn, 600)),
                CaseId = @case.Id,
                Name =
                    person?.Name
                    ?? (@case.Cause is "工伤保险资格认定" or "政府信息公开" ? "区人力资源和社会保障局" : DemoNames.Firm(_dice)),
                Role = role,
                IsOrganisation = person is null,
                IdentityKey = person?.IdentityKey ?? "",
                IdLastFour = person?.LastFour ?? "",
                Phone = person?.Phone ?? "",
                Position = @case.Parties.Count,
                // A few live in 港澳台: their periods are longer.
                Domicile = @case.Parties.Count == 1 && @case.FiledOn.Day == 17 ? Domicile.HongKongMacauTaiwan : Domicile.Mainland,
                IsInCustody = role == PartyRole.Accused,
                IsMinor = person is not null && @case.Restriction == CaseRestriction.Juvenile,
            };
            @case.Parties.Add(party);
            if (person is not null)
                callers.Add((person, role.Chinese()));
            if (AgentOf(person, lawyer, isFirst: party.Position == 0) is not { } agent)
                continue;
            party.Agents.Add(
                new CaseAgent
                {
                    Id = Guid.CreateVersion7(DemoCalendar.At(@case.FiledOn, 600)),
                    PartyId = party.Id,
                    Name = agent.Name,
                    IsLawyer = true,
                    IdentityKey = agent.IdentityKey,
                    Phone = agent.Phone,
                    EndedAt = lawyer is null && _dice.Chance(0.05) ? DemoCalendar.At(@case.FiledOn.AddDays(10), 600) : null,
                }
            );
            if (party.Agents[0].EndedAt is null)
                callers.Add((agent, role.Chinese() + "的代理人"));
        }

        return callers;
    }

    private DemoPerson? AgentOf(DemoPerson? person, string? lawyer, bool isFirst) =>
        lawyer is not null
            ? isFirst
                ? _people.Named(lawyer)
                : null
            : _dice.Chance(person is null ? 0.8 : 0.3)
                ? _dice.Of(_people.Lawyers.Skip(1).Take(_dice.Chance(0.4) ? 20 : 400).ToList())
                : null;
}
