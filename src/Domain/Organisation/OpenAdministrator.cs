using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>
/// Opens the accounts that an installation begins with: administrators (系统管理员) of the city's court, two of them, since what holds for
/// the whole city takes two people. Nobody can sign in before, so whoever runs the server does it.
/// </summary>
public sealed class OpenAdministrator(ICourtDb db, IPasswords passwords, TimeProvider clock)
{
    public const int Enough = 2;

    /// <param name="court">The court's slug.</param>
    /// <returns>The person, and the first password, which is kept nowhere and has to be changed at the first sign-in.</returns>
    /// <exception cref="RefusedException">Something typed is wrong, the account is taken, or two such administrators are there.</exception>
    public async Task<(Staff Staff, string Password)> Handle(string court, string name, string account, string mobile, CancellationToken ct)
    {
        var (person, login, number) = Read(name, account, mobile);
        var place =
            await db.Set<Court>().SingleOrDefaultAsync(c => c.Slug == court && c.Level == CourtLevel.Intermediate, ct)
            ?? throw AdministratorErrors.CourtUnknown();
        var division = await db.Set<Division>().SingleAsync(d => d.CourtId == place.Id && d.Kind == DivisionKind.Technology, ct);
        var password = FirstPassword.For(login);
        var hash = passwords.Hash(password);
        var opened = await db.Change(
            async () =>
            {
                if (await Administrators(place.Id).CountAsync(ct) >= Enough)
                    throw AdministratorErrors.Enough();
                if (await db.Set<Staff>().AnyAsync(s => s.LoginName == login, ct))
                    throw AdministratorErrors.AccountTaken();
                var now = clock.GetUtcNow();
                var staff = new Staff
                {
                    Id = Guid.CreateVersion7(now),
                    Name = person,
                    LoginName = login,
                    Mobile = number,
                }.Entered(Actor.System, now);
                staff.GiveFirstPassword(hash, Actor.System, now);
                staff.Posts.Add(Post.OpenFirst(staff, division, Role.Administrator, Actor.System, now));
                db.Set<Staff>().Add(staff);
                return staff;
            },
            ct,
            lost: AdministratorErrors.AccountTaken
        );
        return (opened, password);
    }

    private IQueryable<Guid> Administrators(Guid courtId) =>
        db.Set<Post>()
            .Where(p => p.CourtId == courtId && p.Role == Role.Administrator && p.IsActive && p.Staff.IsActive)
            .Select(p => p.StaffId)
            .Distinct();

    private static (string Name, string Login, string Mobile) Read(string name, string account, string mobile)
    {
        var person = name.Trim();
        if (person.Length is < 2 or > Staff.NameMaxLength || !person.All(c => char.IsLetter(c) || c is '·' or ' '))
            throw AdministratorErrors.NameInvalid();
        var login = account.Trim().ToLowerInvariant();
        if (login.Length is < 3 or > Staff.LoginNameMaxLength || !login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw AdministratorErrors.AccountInvalid();
        if (!PhoneNumber.TryRead(mobile, out var number, out var isMobile) || !isMobile)
            throw AdministratorErrors.MobileInvalid();
        return (person, login, number);
    }
}
