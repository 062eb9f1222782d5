using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Shared;
using Infrastructure.Litigants;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>A litigant's own 送达地址确认书, and where one can be signed.</summary>
public sealed class LitigantConfirmationQueries(CourtDb db, LitigantCaseQueries cases)
{
    private const int MostForms = 200;

    public async Task<MyConfirmations> List(Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        if (!me.IsVerified)
            return new MyConfirmations(false, ConfirmationNotices.All, [], []);
        var known = await Known(me, db.CasesOf(me), ct);
        var forms = await db.ConfirmationsOf(me)
            .AsNoTracking()
            .OrderByDescending(c => c.ConfirmedAt)
            .ThenByDescending(c => c.Id)
            .Take(MostForms)
            .ToListAsync(ct);
        return new MyConfirmations(
            true,
            ConfirmationNotices.All,
            SubjectsOf(me, known, forms),
            [.. forms.Where(f => known.ContainsKey(f.CaseId)).Select(f => ConfirmationView.Of(f, known[f.CaseId]))]
        );
    }

    /// <exception cref="RefusedException">Missing and somebody else's look the same.</exception>
    public async Task<ConfirmationView> Find(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var form =
            await db.ConfirmationsOf(me).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw ConfirmationErrors.NotFound();
        return ConfirmationView.Of(form, (await Known(me, db.CasesOf(me).Where(c => c.Id == form.CaseId), ct)).Values.Single());
    }

    /// <returns>Of the picture of the signature.</returns>
    /// <exception cref="RefusedException">No such form, or nothing was signed by hand.</exception>
    public async Task<string> Signature(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        return await db.ConfirmationsOf(me).Where(c => c.Id == id).Select(c => c.SignatureSha256).SingleOrDefaultAsync(ct)
            ?? throw ConfirmationErrors.NotFound();
    }

    private static List<SubjectView> SubjectsOf(Litigant me, Dictionary<Guid, KnownCase> known, List<AddressConfirmation> forms)
    {
        List<SubjectView> subjects = [];
        foreach (var at in known.Values.OrderByDescending(k => k.Case.FiledOn).ThenByDescending(k => k.Case.Id))
        {
            foreach (var party in at.Case.Parties.OrderBy(p => p.Position))
            {
                if (party.IdentityKey == me.IdentityKey)
                    subjects.Add(Subject(party, null));
                foreach (var agent in party.Agents.Where(a => a.IdentityKey == me.IdentityKey && a.EndedAt is null))
                    subjects.Add(Subject(party, agent));
            }

            SubjectView Subject(CaseParty party, CaseAgent? agent)
            {
                var current = forms.Find(f => f.PersonId == (agent?.Id ?? party.Id) && f.IsInForce);
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
                    Prefill(current ?? forms.FirstOrDefault(), current is not null, at.Case, me),
                    [
                        .. ConfirmationScopes
                            .Names.Where(n => ConfirmationScopes.From(at.Case.Stage).HasFlag(n.Scope))
                            .Select(n => new ScopeView(n.Scope, n.Name)),
                    ]
                );
            }
        }

        return subjects;
    }

    /// <summary>The form in force; else the newest of another case, without what was special about that one.</summary>
    private static FormView Prefill(AddressConfirmation? form, bool isOfThisCase, Case @case, Litigant me)
    {
        if (form is null)
            return new FormView(
                false,
                true,
                true,
                me.Phone ?? "",
                "",
                "",
                "",
                FormView.Split(ConfirmationScopes.From(@case.Stage)),
                false,
                ""
            );
        var view = FormView.Of(form);
        return isOfThisCase
            ? view
            : view with
            {
                Scope = FormView.Split(ConfirmationScopes.From(@case.Stage)),
                AcceptsElectronic = false,
                KeepsSecret = false,
                Remarks = "",
            };
    }

    internal static string NameOf(CaseParty party, Case @case) =>
        @case.IsSensitive ? party.Role.Chinese() : Masking.NameForSelf(party.Name);

    private async Task<Dictionary<Guid, KnownCase>> Known(Litigant me, IQueryable<Case> mine, CancellationToken ct)
    {
        var rows = (await cases.Rows(me, mine, ct)).ToDictionary(r => r.Id);
        var found = await mine.AsNoTracking().Include(c => c.Parties).ThenInclude(p => p.Agents).ToListAsync(ct);
        return found.Where(c => rows.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => new KnownCase(c, rows[c.Id]));
    }

    private Task<Litigant> Me(Actor by, CancellationToken ct) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
}

/// <summary>A case with how its person sees it.</summary>
internal sealed record KnownCase(Case Case, CaseRow Row);
