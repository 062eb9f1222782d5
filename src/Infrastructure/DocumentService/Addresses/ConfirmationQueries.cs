using Domain.Auditing;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <param name="AgentName">Whose form it is; null where it is the party's own.</param>
public sealed record ConfirmationListRow(
    AddressConfirmation Form,
    string PartyName,
    PartyRole PartyRole,
    string? AgentName,
    bool IsSensitive
)
{
    /// <summary>受送达人: the agent, where documents go to the agent.</summary>
    public string Person => ShownName.Whole(AgentName ?? PartyName, IsSensitive);

    public string Signer => ShownName.Whole(Form.SignerName, IsSensitive);

    /// <returns>被告; 被告麦泽雯的代理人.</returns>
    public string RoleText => ConfirmationView.RoleOf(PartyRole, Form.AgentId is null ? null : ShownName.Whole(PartyName, IsSensitive));
}

/// <summary>Somebody of a case to whom documents may be served.</summary>
/// <param name="Id">The agent's, else the party's.</param>
/// <param name="Party">That is served, also where the person is its agent.</param>
/// <param name="Current">The form in force; null where none is, or it is kept secret from the reader.</param>
/// <param name="Consent">To electronic service at this stage; null where there is none.</param>
public sealed record PersonOfCase(
    Guid Id,
    string Name,
    string RoleText,
    CaseParty Party,
    bool IsAgent,
    string Phone,
    AddressConfirmation? Current,
    ConsentOnRecord? Consent,
    IReadOnlyList<ServiceAddress> Addresses
);

/// <param name="MayChange">The reader serves this case.</param>
public sealed record CaseAddresses(
    Guid Id,
    string Number,
    string Cause,
    CaseStage Stage,
    TrialProcedure? TrialProcedure,
    bool? RetriesFirstInstance,
    bool MayChange,
    IReadOnlyList<PersonOfCase> People
);

/// <param name="Others">The same person's other forms in this case, the newest first: the first page of them.</param>
public sealed record ConfirmationDetail(
    AddressConfirmation Form,
    string Cause,
    string CaseNumber,
    string CourtName,
    string PersonName,
    string RoleText,
    bool MayWithdraw,
    Page<AddressConfirmation> Others,
    IReadOnlyList<TraceRow> Trace
);

public sealed record ConfirmationCase(Guid Id, string Number, string Cause, string Parties);

/// <summary>送达地址确认书 and addresses, for staff.</summary>
public sealed class ConfirmationQueries(CourtDb db, ServiceConsents consents, IAudit audit, TimeProvider clock)
{
    private const int CasesSize = 20;
    private const int OthersSize = 20;
    private const int RareNames = 2_000;

    /// <summary>The newest first.</summary>
    /// <param name="search">A case number, or the beginning of a party's or signer's name; empty for all.</param>
    public async Task<Page<ConfirmationListRow>> List(string search, bool onlyInForce, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("送达地址确认书", search, by, after);
        var typed = TypedText.Normalise(search);
        var rare = typed.Length > 0 && NumberIn(typed) is null ? await Rare(Beginnings.Of(typed), ct) : null;
        var (first, rest) = db.ConfirmationPartsVisibleTo(by);
        List<IQueryable<AddressConfirmation>> parts = [first];
        // Looked up first: with the newest of them asked for at once, the database goes back through all forms until it has a page of these few.
        if (rest is not null && await rest.Select(c => c.Id).ToListAsync(ct) is { Count: > 0 } few)
            parts.Add(db.Set<AddressConfirmation>().Where(c => few.Contains(c.Id)));
        var rows = await (
            from form in parts.Select(Wanted).NewestFirst(after, c => c.ConfirmedAt, c => c.Id)
            join party in db.Set<CaseParty>() on form.PartyId equals party.Id
            join @case in db.Set<Case>() on form.CaseId equals @case.Id
            orderby form.ConfirmedAt descending, form.Id descending
            select new ConfirmationListRow(
                form,
                party.Name,
                party.Role,
                db.Set<CaseAgent>().Where(a => a.Id == form.AgentId).Select(a => a.Name).FirstOrDefault(),
                @case.Restriction == CaseRestriction.Juvenile || @case.Restriction == CaseRestriction.Family
            )
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return Page<ConfirmationListRow>.Of(rows, r => new Cursor(r.Form.ConfirmedAt, r.Form.Id));

        IQueryable<AddressConfirmation> Wanted(IQueryable<AddressConfirmation> forms)
        {
            if (onlyInForce)
                forms = forms.Where(c => c.EndedAt == null);
            return typed.Length > 0 ? Matching(forms, typed, rare) : forms;
        }
    }

    public async Task<IReadOnlyDictionary<Guid, string>> Numbers(IEnumerable<Guid> caseIds, CancellationToken ct)
    {
        var ids = caseIds.Distinct().ToList();
        return await db.Set<Case>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
    }

    /// <summary>Rare names by their index; with frequent ones the newest forms are soon found by going back in time.</summary>
    private IQueryable<AddressConfirmation> Matching(IQueryable<AddressConfirmation> forms, string typed, List<Guid>? rare)
    {
        if (NumberIn(typed) is { } number)
        {
            var cases = db.Set<Case>().Where(k => k.Number == number).Select(k => k.Id);
            return forms.Where(c => cases.Contains(c.CaseId));
        }

        if (rare is not null)
            return forms.Where(c => rare.Contains(c.Id));
        var (begins, parties) = (Beginnings.Of(typed), db.Set<CaseParty>());
        return forms.Where(c =>
            EF.Functions.Like(c.SignerName, EF.Constant(begins), Beginnings.Escape)
            || EF.Functions.Like(parties.First(p => p.Id == c.PartyId).Name, EF.Constant(begins), Beginnings.Escape)
        );
    }

    /// <returns>The forms whose signer's or party's name begins so; null where there are many.</returns>
    private async Task<List<Guid>?> Rare(string begins, CancellationToken ct)
    {
        var signed = await db.Set<AddressConfirmation>()
            .Where(c => EF.Functions.Like(c.SignerName, EF.Constant(begins), Beginnings.Escape))
            .Select(c => c.Id)
            .Take(RareNames + 1)
            .ToListAsync(ct);
        if (signed.Count > RareNames)
            return null;
        var ofParties = await (
            from party in db.Set<CaseParty>()
            join form in db.Set<AddressConfirmation>() on new { party.CaseId, PartyId = party.Id } equals new { form.CaseId, form.PartyId }
            where EF.Functions.Like(party.Name, EF.Constant(begins), Beginnings.Escape)
            select form.Id
        )
            .Take(RareNames + 1)
            .ToListAsync(ct);
        return ofParties.Count > RareNames ? null : [.. signed.Union(ofParties)];
    }

    /// <returns>As it is stored; null where no case number was typed.</returns>
    private string? NumberIn(string typed) => CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year).CaseKey;

    /// <summary>Cases that the reader serves, by number or by the beginning of a party's name.</summary>
    /// <returns>The newest first.</returns>
    public async Task<Page<ConfirmationCase>> FindCases(string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("送达地址确认书", typed, by, after);
        var text = TypedText.Normalise(typed);
        if (text.Length < 2)
            return new([], null);
        var (number, begins) = (NumberIn(text), Beginnings.Of(text));
        var cases = db.ServableBy(by).AsNoTracking();
        var found = await (
            number is not null
                ? cases.Where(c => c.Number == number)
                : cases.Where(c => c.Parties.Any(p => EF.Functions.Like(p.Name, EF.Constant(begins), Beginnings.Escape)))
        )
            .NewestFirst(after, c => c.FiledOn, c => c.Id, CasesSize)
            .Include(c => c.Parties)
            .ToListAsync(ct);
        return Page<Case>
            .Of(found, c => new Cursor(ChinaTime.StartOf(c.FiledOn), c.Id), CasesSize)
            .As(c => new ConfirmationCase(
                c.Id,
                CaseNumber.DisplayOf(c.Number),
                c.Cause,
                string.Join('、', c.Parties.OrderBy(p => p.Position).Select(p => ShownName.Whole(p.Name, c.IsSensitive)))
            ));
    }

    /// <returns>Null when there is no such case for the reader.</returns>
    public async Task<CaseAddresses?> Case(Guid id, Actor by, CancellationToken ct)
    {
        var @case = await db.ServableBy(by)
            .AsNoTracking()
            .Where(c => c.Id == id)
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleOrDefaultAsync(ct);
        if (@case is null)
            return null;
        var forms = await db.ConfirmationsVisibleTo(by)
            .AsNoTracking()
            .Where(c => c.CaseId == id && c.EndedAt == null)
            .ToDictionaryAsync(c => c.PersonId, ct);
        var secret = await db.Set<AddressConfirmation>()
            .Where(c => c.CaseId == id && c.EndedAt == null && c.KeepsSecret)
            .Select(c => c.PersonId)
            .ToListAsync(ct);
        var addresses = await db.Set<ServiceAddress>()
            .AsNoTracking()
            .Where(a => a.CaseId == id)
            .OrderBy(a => a.EndedAt != null)
            .ThenBy(a => a.Kind)
            .ThenByDescending(a => a.AddedAt)
            .ToListAsync(ct);
        var given = await consents.Of([id], ct);
        List<PersonOfCase> people = [];
        foreach (var party in @case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position))
        {
            people.Add(Person(party.Id, party.Name, ConfirmationView.RoleOf(party.Role, false), null, party.Phone));
            people.AddRange(
                party
                    .Agents.Where(a => a.EndedAt is null)
                    .OrderBy(a => a.Id)
                    .Select(a => Person(a.Id, a.Name, ConfirmationView.RoleOf(party.Role, true), a.Id, a.Phone))
            );

            PersonOfCase Person(Guid person, string name, string role, Guid? agent, string phone)
            {
                var hidden = secret.Contains(person) && !forms.ContainsKey(person);
                var own = addresses.Where(a =>
                    a.PartyId == party.Id && a.AgentId == agent && !(hidden && a.Basis == AddressBasis.Confirmed)
                );
                return new PersonOfCase(
                    person,
                    name,
                    role,
                    party,
                    agent is not null,
                    phone,
                    forms.GetValueOrDefault(person),
                    given.GetValueOrDefault(person),
                    [.. own]
                );
            }
        }

        return new CaseAddresses(
            @case.Id,
            CaseNumber.DisplayOf(@case.Number),
            @case.Cause,
            @case.Stage,
            @case.TrialProcedure,
            @case.RetriesFirstInstance,
            true,
            people
        );
    }

    /// <returns>Null when there is no such form for the reader.</returns>
    public async Task<ConfirmationDetail?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var form = await db.ConfirmationsVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (form is null)
            return null;
        var at = await (
            from @case in db.Set<Case>().AsNoTracking()
            join court in db.Set<Court>() on @case.CourtId equals court.Id
            join party in db.Set<CaseParty>() on form.PartyId equals party.Id
            where @case.Id == form.CaseId
            select new
            {
                @case.Number,
                @case.Cause,
                Court = court.FullName,
                party.Name,
                party.Role,
                Agent = db.Set<CaseAgent>().Where(a => a.Id == form.AgentId).Select(a => a.Name).FirstOrDefault(),
            }
        ).SingleAsync(ct);
        var others = await db.ConfirmationsVisibleTo(by)
            .AsNoTracking()
            .Where(c => c.PersonId == form.PersonId && c.Id != id)
            .NewestFirst(null, c => c.ConfirmedAt, c => c.Id, OthersSize)
            .ToListAsync(ct);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct);
        var mayWithdraw = form.IsInForce && await db.ServableBy(by).AnyAsync(c => c.Id == form.CaseId, ct);
        return new ConfirmationDetail(
            form,
            at.Cause,
            CaseNumber.DisplayOf(at.Number),
            at.Court,
            at.Agent ?? at.Name,
            ConfirmationView.RoleOf(at.Role, form.AgentId is null ? null : at.Name),
            mayWithdraw,
            Page<AddressConfirmation>.Of(others, c => new Cursor(c.ConfirmedAt, c.Id), OthersSize),
            trace
        );
    }

    /// <returns>Of the picture; null when there is none for the reader.</returns>
    public Task<string?> Signature(Guid id, Actor by, CancellationToken ct) =>
        db.ConfirmationsVisibleTo(by).Where(c => c.Id == id).Select(c => c.SignatureSha256).SingleOrDefaultAsync(ct);
}
