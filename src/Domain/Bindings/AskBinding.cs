using Domain.Calendar;
using Domain.Cases;
using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>An agent asks to be bound to a party of a case. No such case, another name and a case that fits are answered alike.</summary>
public sealed class AskBinding(
    ICourtDb db,
    BindingTargets targets,
    ILawyerRegister register,
    ICalendars calendars,
    BindingSettings settings,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the phone: sending the same again returns the request that is there.</param>
    public async Task<(CaseBinding Binding, bool IsNew)> Handle(Guid id, Request request, Actor by, CancellationToken ct)
    {
        if (await Sent(id, request, by, ct) is { } known)
            return (known, false);
        var person = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        if (!person.IsVerified)
            throw LitigantErrors.NotVerified();
        await RefuseTooMany(person, ct);
        var terms = request.Terms.Checked(ChinaTime.DayOf(clock.GetUtcNow()));
        // Nothing is open here: the answer may take seconds, and a missing one stops nobody.
        var licence = terms.AgentKind.IsLicensed()
            ? await register.Look(person.Name!, terms.LicenceNumber, ct)
            : new LicenceAnswer(LicenceVerdict.NotAsked);
        return await db.Once(() => Sent(id, request, by, ct), () => Open(id, request, person, licence, by, ct), ct);
    }

    private async Task<CaseBinding> Open(Guid id, Request request, Litigant person, LicenceAnswer licence, Actor by, CancellationToken ct)
    {
        var (target, owner) = await targets.Find(request.CaseNumber, request.PartyName, ct);
        if (target.Case is { } known && known.Parties.Exists(p => p.LeftAt is null && p.IdentityKey == person.IdentityKey))
            throw BindingErrors.IsParty();
        var now = clock.GetUtcNow();
        var asked = new NewBinding(
            id,
            await numbers.Next(CaseBinding.Numbers, ChinaTime.DayOf(now), ct),
            target,
            new BindingAgent(person.Id, person.Name!, person.Phone ?? "", person.IdentityKey!),
            request.Terms
        )
        {
            Channel = request.Channel,
            Licence = licence,
            Papers = await db.Papers(request.Papers, by, ct),
        };
        var binding = CaseBinding.Ask(asked, owner, target.Case?.ClerkId, settings.Ladder(await calendars.Current(ct), now), by, now);
        return db.Set<CaseBinding>().Add(binding).Entity;
    }

    private async Task RefuseTooMany(Litigant person, CancellationToken ct)
    {
        var since = ChinaTime.StartOf(ChinaTime.DayOf(clock.GetUtcNow()));
        // What the court entered is closed as it begins: nobody asked for it.
        var today = await db.Set<CaseBinding>()
            .CountAsync(b => b.LitigantId == person.Id && b.AskedAt >= since && b.ClosedAt != b.AskedAt, ct);
        if (today >= settings.RequestsADay)
            throw BindingErrors.TooManyToday(settings.RequestsADay);
    }

    private async Task<CaseBinding?> Sent(Guid id, Request request, Actor by, CancellationToken ct)
    {
        var binding = await db.Set<CaseBinding>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct);
        if (binding is null)
            return null;
        if (binding.LitigantId != by.Id)
            throw BindingErrors.IdReused();
        return IsSame(binding, request) ? binding : throw BindingErrors.SentOtherwise();
    }

    private static bool IsSame(CaseBinding binding, Request request) =>
        CaseNumber.Read(request.CaseNumber, ChinaTime.DayOf(binding.AskedAt).Year).CaseKey == binding.CaseNumber
        && BindingTargets.IsSame(binding.PartyName, request.PartyName)
        && binding.AgentKind == request.Terms.AgentKind
        && binding.PaperAuthority == request.Terms.Authority
        && binding.Items == request.Terms.Items;

    public sealed record Request(
        Channel Channel,
        string CaseNumber,
        string PartyName,
        PaperTerms Terms,
        IReadOnlyCollection<GivenPaper> Papers
    );
}
