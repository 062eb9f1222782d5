using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>The clerk, or a judge of the panel, enters an agent directly from the paper (S4: 由书记员第一时间录入).</summary>
public sealed class EnterAgent(
    ICourtDb db,
    ILawyerRegister register,
    IIdentityKeys keys,
    ICalendars calendars,
    BindingSettings settings,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the page: pressing twice enters once.</param>
    public async Task<CaseBinding> Handle(Guid id, Entry entry, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.AgentEntry))
            throw BindingErrors.PartyNotFound();
        var name = TypedText.Storable(entry.Name);
        if (
            name.Length is < 2 or > CaseAgent.NameMaxLength
            || !ResidentId.TryRead(entry.IdNumber, out var number)
            || !PhoneNumber.TryRead(entry.Phone, out var phone, out var isMobile)
            || !isMobile
        )
            throw BindingErrors.AgentInvalid();
        var terms = entry.Terms.Checked(ChinaTime.DayOf(clock.GetUtcNow()));
        var licence = terms.AgentKind.IsLicensed()
            ? await register.Look(name, terms.LicenceNumber, ct)
            : new LicenceAnswer(LicenceVerdict.NotAsked);
        var agent = new BindingAgent(null, name, phone, keys.For(number));
        var (binding, _) = await db.Once(() => Entered(id, by, ct), () => Enter(id, entry, agent, licence, by, ct), ct);
        return binding;
    }

    private async Task<CaseBinding> Enter(Guid id, Entry entry, BindingAgent agent, LicenceAnswer licence, Actor by, CancellationToken ct)
    {
        var cases = db.CasesWorkedOn(by.Id);
        var party =
            await db.Set<CaseParty>()
                .Include(p => p.Agents)
                .Include(p => p.Case)
                .SingleOrDefaultAsync(
                    p => p.Id == entry.PartyId && p.CaseId == entry.CaseId && p.LeftAt == null && cases.Contains(p.CaseId),
                    ct
                )
            ?? throw BindingErrors.PartyNotFound();
        var account = await db.Set<Litigant>()
            .Where(l => l.IdentityKey == agent.IdentityKey)
            .Select(l => (Guid?)l.Id)
            .SingleOrDefaultAsync(ct);
        var now = clock.GetUtcNow();
        var post = by.Post!;
        var (binding, bound) = CaseBinding.Enter(
            new NewBinding(
                id,
                await numbers.Next(CaseBinding.Numbers, ChinaTime.DayOf(now), ct),
                new BindingTarget(party.Case.Number, party.Name, party.Case, party),
                agent with
                {
                    LitigantId = account,
                },
                entry.Terms
            )
            {
                Licence = licence,
                Papers = await db.Papers(entry.Papers, by, ct),
            },
            new Owner(by.Id, by.Name, post.Role, post.CourtId, post.DivisionId, await db.DivisionName(by, ct)),
            settings.Ladder(await calendars.Current(ct), now),
            by,
            now
        );
        if (party.Agents.TrueForAll(a => a.Id != bound.Id))
            db.Set<CaseAgent>().Add(bound);
        else
            await db.Replace(binding, by, now, ct);
        return db.Set<CaseBinding>().Add(binding).Entity;
    }

    private async Task<CaseBinding?> Entered(Guid id, Actor by, CancellationToken ct)
    {
        var binding = await db.Set<CaseBinding>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct);
        return binding is null || binding.ClosedById == by.Id ? binding : throw BindingErrors.IdReused();
    }

    public sealed record Entry(Guid CaseId, Guid PartyId, string Name, string IdNumber, string Phone, PaperTerms Terms)
    {
        public IReadOnlyCollection<GivenPaper> Papers { get; init; } = [];
    }
}
