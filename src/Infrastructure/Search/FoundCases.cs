using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Search;

/// <summary>Cases by their number or its beginning, and the people in them by phone or the beginning of their name.</summary>
internal static class FoundCases
{
    public static async Task<Page<SearchHit>> FindCases(
        this CourtDb db,
        SearchReading reading,
        int thisYear,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    )
    {
        if (await db.CasesMatching(reading, thisYear, by, ct) is not { } cases)
            return new([], null);
        var rows = await cases
            .NewestFirst(after, c => c.FiledOn, c => c.Id, size)
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.Cause,
                c.FiledOn,
                Court = db.Set<Court>().Where(t => t.Id == c.CourtId).Select(t => t.ShortName).First(),
                Judge = db.Set<Staff>().Where(s => s.Id == c.JudgeId).Select(s => s.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return Page<(SearchHit Hit, DateOnly FiledOn)>
            .Of(
                [
                    .. rows.Select(c =>
                        (
                            Hit: new SearchHit(
                                SearchGroup.Cases,
                                c.Id,
                                CaseNumber.DisplayOf(c.Number),
                                $"{c.Cause}，{c.Court}，承办 {c.Judge ?? "未定"}",
                                c.Number
                            ),
                            c.FiledOn
                        )
                    ),
                ],
                c => new Cursor(ChinaTime.StartOf(c.FiledOn), c.Hit.Id),
                size
            )
            .As(c => c.Hit);
    }

    /// <returns>Null where the words are no case's number, nor the beginning of one.</returns>
    public static async Task<IQueryable<Case>?> CasesMatching(
        this CourtDb db,
        SearchReading reading,
        int thisYear,
        Actor by,
        CancellationToken ct
    )
    {
        var (cases, key) = (db.CasesLookedUpBy(by), reading.Value);
        switch (reading.Kind)
        {
            case SearchKind.CaseNumber when await cases.AnyAsync(c => c.Number == key, ct):
                return cases.Where(c => c.Number == key);
            case SearchKind.CaseNumber:
                return Beginning(cases, [key.TrimEnd('号')]);
            case SearchKind.CaseBeginning:
                return Beginning(cases, reading.Keys);
            case SearchKind.CaseNumbers:
                return cases.Where(c => reading.Keys.Contains(c.Number));
            case SearchKind.OrderNumber or SearchKind.Nothing when reading.Typed.Length > 0:
                var keys = await db.CaseKeysOfSerial(reading.Typed, thisYear, by, ct);
                return cases.Where(c => keys.Contains(c.Number));
            default:
                return null;
        }
    }

    private static IQueryable<Case> Beginning(IQueryable<Case> cases, IReadOnlyList<string> numbers)
    {
        var (first, second) = (Beginnings.Of(numbers[0]), Beginnings.Of(numbers[^1]));
        return cases.Where(c =>
            EF.Functions.Like(c.Number, EF.Constant(first), Beginnings.Escape)
            || EF.Functions.Like(c.Number, EF.Constant(second), Beginnings.Escape)
        );
    }

    public static async Task<Page<SearchHit>> FindPeople(
        this CourtDb db,
        SearchReading reading,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    )
    {
        if (reading.Kind is not (SearchKind.Phone or SearchKind.Name))
            return new([], null);
        var cases = db.CasesLookedUpBy(by);
        var people = (reading.Kind == SearchKind.Phone ? ByPhone(db, reading.Value) : ByName(db, reading.Value)).Where(p =>
            cases.Any(c => c.Id == p.CaseId)
        );
        var mine = db.CasesWorkedOn(by.Id);
        var rows = await (
            from p in people.NewestFirst(after, p => p.FiledOn, p => p.Id, size)
            join c in db.Set<Case>() on p.CaseId equals c.Id
            orderby p.FiledOn descending, p.Id descending
            select new
            {
                Person = p,
                c.Number,
                c.Cause,
                IsMine = mine.Contains(c.Id),
            }
        ).ToListAsync(ct);
        return Page<(SearchHit Hit, FoundPerson Person)>
            .Of(
                [
                    .. rows.Select(r =>
                        (
                            Hit: new SearchHit(
                                SearchGroup.People,
                                r.Person.CaseId,
                                $"{r.Person.Role.Chinese()}{(r.Person.IsAgent ? "的代理人" : "")} {r.Person.Shown(r.IsMine)}",
                                r.Cause,
                                r.Number
                            ),
                            r.Person
                        )
                    ),
                ],
                r => new Cursor(ChinaTime.StartOf(r.Person.FiledOn), r.Person.Id),
                size
            )
            .As(r => r.Hit);
    }

    /// <summary>Cases of a party or agent whose name begins so.</summary>
    public static IQueryable<Guid> CasesOfName(this CourtDb db, string name) => ByName(db, name).Select(p => p.CaseId);

    private static IQueryable<FoundPerson> ByPhone(CourtDb db, string phone) =>
        Parties(db.Set<CaseParty>().Where(p => p.Phone == phone)).Concat(Agents(db.Set<CaseAgent>().Where(a => a.Phone == phone)));

    /// <summary>A name that is hidden is not told letter by letter either: it is found whole or not at all.</summary>
    private static IQueryable<FoundPerson> ByName(CourtDb db, string name)
    {
        var begins = Beginnings.Of(name);
        return Parties(db.Set<CaseParty>().Where(p => EF.Functions.Like(p.Name, EF.Constant(begins), Beginnings.Escape)))
            .Concat(Agents(db.Set<CaseAgent>().Where(a => EF.Functions.Like(a.Name, EF.Constant(begins), Beginnings.Escape))))
            .Where(p => !p.IsSensitive || p.Name == name);
    }

    private static IQueryable<FoundPerson> Parties(IQueryable<CaseParty> parties) =>
        parties.Select(p => new FoundPerson
        {
            Id = p.Id,
            CaseId = p.CaseId,
            FiledOn = p.Case.FiledOn,
            IsSensitive = p.Case.Restriction == CaseRestriction.Juvenile || p.Case.Restriction == CaseRestriction.Family,
            Name = p.Name,
            Role = p.Role,
            IsOrganisation = p.IsOrganisation,
            IsAgent = false,
        });

    private static IQueryable<FoundPerson> Agents(IQueryable<CaseAgent> agents) =>
        agents
            .Where(a => a.EndedAt == null)
            .Select(a => new FoundPerson
            {
                Id = a.Id,
                CaseId = a.Party.CaseId,
                FiledOn = a.Party.Case.FiledOn,
                IsSensitive = a.Party.Case.Restriction == CaseRestriction.Juvenile || a.Party.Case.Restriction == CaseRestriction.Family,
                Name = a.Name,
                Role = a.Party.Role,
                IsOrganisation = false,
                IsAgent = true,
            });

    private sealed class FoundPerson
    {
        public Guid Id { get; init; }
        public Guid CaseId { get; init; }
        public DateOnly FiledOn { get; init; }
        public bool IsSensitive { get; init; }
        public string Name { get; init; } = "";
        public PartyRole Role { get; init; }
        public bool IsOrganisation { get; init; }
        public bool IsAgent { get; init; }

        /// <summary>An organisation's name is public; a person's is whole to those who work on the case.</summary>
        public string Shown(bool isMine) => ShownName.InCase(Name, IsSensitive, isMine || IsOrganisation);
    }
}
