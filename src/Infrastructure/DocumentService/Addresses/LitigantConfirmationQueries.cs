using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Shared;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>A litigant's own 送达地址确认书, and where one can be signed.</summary>
public sealed class LitigantConfirmationQueries(CourtDb db, LitigantCaseQueries cases)
{
    /// <summary>The forms, also ended ones, the newest first.</summary>
    /// <param name="caseId">Only of this case.</param>
    /// <param name="after">Null begins with the newest.</param>
    public async Task<MyConfirmations> List(Actor by, Guid? caseId, Cursor? after, int limit, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var mine = db.ConfirmationsOf(me).Where(c => caseId == null || c.CaseId == caseId);
        var forms = Page<AddressConfirmation>.Of(
            await mine.AsNoTracking().NewestFirst(after, c => c.ConfirmedAt, c => c.Id, limit).ToListAsync(ct),
            c => new Cursor(c.ConfirmedAt, c.Id),
            limit
        );
        var ids = forms.Rows.Select(f => f.CaseId).ToList();
        var known = (await cases.Read(me, db.CasesOf(me).Where(c => ids.Contains(c.Id)), ct)).ToDictionary(k => k.Case.Id);
        return new MyConfirmations(
            me.IsVerified,
            [.. forms.Rows.Where(f => known.ContainsKey(f.CaseId)).Select(f => ConfirmationView.Of(f, known[f.CaseId]))],
            forms.Next?.For(LitigantLists.Confirmations)
        );
    }

    /// <summary>Where one can be signed, case by case, the newest filed first.</summary>
    /// <param name="caseId">Only of this case.</param>
    /// <param name="after">Null begins with the newest.</param>
    /// <param name="limit">Cases; of one with several agents or parties come several.</param>
    public async Task<ConfirmationSubjects> Subjects(Actor by, Guid? caseId, Cursor? after, int limit, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var mine = caseId is { } only ? db.CasesOf(me).Where(c => c.Id == only) : db.CasesOf(me);
        var page = await cases.Newest(me, mine, after, limit, ct);
        var ids = page.Rows.Select(k => k.Case.Id).ToList();
        var forms = db.ConfirmationsOf(me).AsNoTracking().OrderByDescending(c => c.ConfirmedAt).ThenByDescending(c => c.Id);
        var ofCases = await forms.Where(c => ids.Contains(c.CaseId)).ToListAsync(ct);
        var newest = await forms.FirstOrDefaultAsync(ct);
        var given = await db.ServiceAddressesOf(me)
            .AsNoTracking()
            .Where(a =>
                ids.Contains(a.CaseId) && a.EndedAt == null && (a.Basis == AddressBasis.Provided || a.Basis == AddressBasis.Confirmed)
            )
            .OrderBy(a => a.Kind)
            .ThenBy(a => a.AddedAt)
            .ToListAsync(ct);
        return new ConfirmationSubjects(
            me.IsVerified,
            ConfirmationNotices.All,
            SubjectsOf(me, page.Rows, ofCases, given, newest),
            page.Next?.For(LitigantLists.Subjects)
        );
    }

    /// <exception cref="RefusedException">Missing and somebody else's look the same.</exception>
    public async Task<ConfirmationView> Find(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var form =
            await db.ConfirmationsOf(me).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw ConfirmationErrors.NotFound();
        return ConfirmationView.Of(form, (await cases.Read(me, db.CasesOf(me).Where(c => c.Id == form.CaseId), ct)).Single());
    }

    /// <returns>Of the picture of the signature.</returns>
    /// <exception cref="RefusedException">No such form, or nothing was signed by hand.</exception>
    public async Task<string> Signature(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        return await db.ConfirmationsOf(me).Where(c => c.Id == id).Select(c => c.SignatureSha256).SingleOrDefaultAsync(ct)
            ?? throw ConfirmationErrors.NotFound();
    }

    private static List<SubjectView> SubjectsOf(
        Litigant me,
        IReadOnlyList<KnownCase> known,
        List<AddressConfirmation> forms,
        List<ServiceAddress> given,
        AddressConfirmation? newest
    )
    {
        List<SubjectView> subjects = [];
        foreach (var at in known)
        {
            foreach (var party in at.Case.Parties.Where(p => p.LeftAt is null).OrderBy(p => p.Position))
            {
                if (party.IdentityKey == me.IdentityKey)
                    subjects.Add(Subject(party, null));
                foreach (var agent in party.Agents.Where(a => a.IdentityKey == me.IdentityKey && a.EndedAt is null))
                    subjects.Add(Subject(party, agent));
            }

            SubjectView Subject(CaseParty party, CaseAgent? agent)
            {
                var own = forms.FindAll(f => f.PersonId == (agent?.Id ?? party.Id));
                var current = own.Find(f => f.IsInForce);
                var addresses = given.FindAll(a => a.PartyId == party.Id && a.AgentId == agent?.Id);
                var now = ConfirmationScopes.Of(at.Case.Stage);
                return new SubjectView(
                    at.Case.Id,
                    at.Row.Number,
                    at.Row.Title,
                    at.Row.CourtName,
                    party.Id,
                    agent?.Id,
                    NameOf(party, at.Case),
                    ConfirmationView.RoleOf(party.Role, agent is not null),
                    me.Name!,
                    agent is null ? "本人" : "诉讼代理人",
                    current is null ? null : ConfirmationView.Of(current, at),
                    [.. addresses.Where(a => a.IsDesignated).Select(a => DesignatedAddress.Of(a, current, now))],
                    addresses.FindLast(a => a.Kind == AddressKind.Postal)?.Value,
                    current is not null ? FormView.Of(current) : Suggested(own.FirstOrDefault() ?? newest, me),
                    [
                        .. ConfirmationScopes
                            .Names.Where(n => ConfirmationScopes.From(at.Case.Stage).HasFlag(n.Scope))
                            .Select(n => new ScopeView(n.Scope, n.Name, n.Scope == now)),
                    ]
                );
            }
        }

        return subjects;
    }

    /// <summary>
    /// Addresses of the form that ended here, else of the newest of another case, else the own phone;
    /// consent and scope are the person's own acts each time (OLR 29).
    /// </summary>
    private static FormView Suggested(AddressConfirmation? newest, Litigant me) =>
        new(
            AcceptsElectronic: false,
            AcceptsWeChat: false,
            AcceptsAccount: false,
            newest?.Mobile ?? me.Phone ?? "",
            newest?.Email ?? "",
            newest?.PostalAddress ?? "",
            newest?.Postcode ?? "",
            Scope: [],
            KeepsSecret: false,
            Remarks: ""
        );

    internal static string NameOf(CaseParty party, Case @case) =>
        @case.IsSensitive ? party.Role.Chinese() : Masking.NameForSelf(party.Name);

    private Task<Litigant> Me(Actor by, CancellationToken ct) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
}
