using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.App;

public class SignInTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Right = "Yuexiu-12368";
    private const string Here = "10.4.1.7";
    private readonly SetClock _clock = new("2026-11-20 10:26");
    private CourtData _data = null!;
    private Staff _staff = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString(), _clock);
        _staff = await _data.Staff(Role.Judge, await _data.Division());
        await Change(s => s.ChangePassword(Passwords().Hash(Right), Actor.System, _clock.GetUtcNow()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_right_password_signs_in_whatever_the_case_of_the_name() =>
        Assert.Equal(_staff.Id, (await SignIn(_staff.LoginName.ToUpperInvariant() + " ", Right)).Id);

    [Fact]
    public async Task Five_wrong_passwords_lock_out_the_right_one_for_a_quarter_of_an_hour()
    {
        for (var i = 0; i < PasswordPolicy.LockoutAfter; i++)
            await Refused(_staff.LoginName, "wrong");
        await Refused(_staff.LoginName, Right);

        _clock.Advance(PasswordPolicy.LockoutTime + TimeSpan.FromSeconds(1));
        Assert.Equal(_staff.Id, (await SignIn(_staff.LoginName, Right)).Id);
    }

    [Fact]
    public async Task A_stranger_elsewhere_locks_out_nobody_but_that_place()
    {
        for (var i = 0; i < 2 * PasswordPolicy.LockoutAfter; i++)
            await Refused(_staff.LoginName, "wrong", "198.51.100.7");
        await Refused(_staff.LoginName, Right, "198.51.100.7");
        Assert.Equal(_staff.Id, (await SignIn(_staff.LoginName, Right)).Id);
    }

    [Fact]
    public async Task Guesses_from_many_places_make_strange_ones_wait_and_the_persons_own_not()
    {
        await SignIn(_staff.LoginName, Right);
        for (var i = 0; i < PasswordPolicy.SlowAfter + 3; i++)
            await Refused(_staff.LoginName, "wrong", $"198.51.100.{i}");
        Assert.Equal(TimeSpan.FromSeconds(3), await Waits("203.0.113.1"));
        Assert.Equal(TimeSpan.Zero, await Waits(Here));
        _clock.Advance(PasswordPolicy.SlowWindow);
        Assert.Equal(TimeSpan.Zero, await Waits("203.0.113.1"));

        Task<TimeSpan> Waits(string source) => _data.Use((SignInStaff s) => s.Wait(_staff.LoginName, source, CancellationToken.None));
    }

    [Fact]
    public async Task A_right_password_in_between_begins_the_count_again()
    {
        for (var i = 0; i < PasswordPolicy.LockoutAfter - 1; i++)
            await Refused(_staff.LoginName, "wrong");
        await SignIn(_staff.LoginName, Right);
        await Refused(_staff.LoginName, "wrong");
        await SignIn(_staff.LoginName, Right);
    }

    [Fact]
    public async Task A_volley_of_guesses_counts_each_of_them()
    {
        await Task.WhenAll(Enumerable.Range(0, PasswordPolicy.LockoutAfter).Select(i => Refused(_staff.LoginName, $"guess {i}")));
        await Refused(_staff.LoginName, Right);
    }

    [Fact]
    public async Task Unknown_names_closed_accounts_and_people_without_a_post_are_refused_in_the_same_words()
    {
        var wrong = await Refused(_staff.LoginName, "wrong");
        Assert.Equal(wrong.Message, (await Refused("nobody", Right)).Message);
        await Change(s => s.SetActive(false, Actor.System, _clock.GetUtcNow()));
        Assert.Equal(wrong.Message, (await Refused(_staff.LoginName, Right)).Message);
        await Change(s => s.SetActive(true, Actor.System, _clock.GetUtcNow()));
        await _data.Use(
            (CourtDb db) => db.Set<Post>().Where(p => p.StaffId == _staff.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsActive, false))
        );
        Assert.Equal(wrong.Message, (await Refused(_staff.LoginName, Right)).Message);
    }

    [Theory]
    [InlineData("Short-1", "staff.password_weak")]
    [InlineData("onlylowercase", "staff.password_weak")]
    [InlineData(Right, "staff.password_used_before")]
    public async Task A_weak_or_used_password_is_not_taken(string chosen, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => ChangeTo(chosen))).Code);

    [Fact]
    public async Task The_last_five_passwords_may_not_come_back_and_the_sixth_may()
    {
        string[] former = ["Former-pass-1", "Former-pass-2", "Former-pass-3", "Former-pass-4", "Former-pass-5"];
        var current = Right;
        foreach (var next in former)
            (current, _) = (next, await ChangeTo(next, current));
        foreach (var used in former)
            Assert.Equal("staff.password_used_before", (await Assert.ThrowsAsync<RefusedException>(() => ChangeTo(used, current))).Code);
        await ChangeTo(Right, current);
        await SignIn(_staff.LoginName, Right);
    }

    [Fact]
    public async Task A_changed_password_ends_the_sessions_begun_under_the_old_one()
    {
        var before = (await SignIn(_staff.LoginName, Right)).SecurityStamp;
        await ChangeTo("Another-12368");
        Assert.NotEqual(before, (await SignIn(_staff.LoginName, "Another-12368")).SecurityStamp);
    }

    [Fact]
    public async Task Wrong_current_passwords_lock_too()
    {
        for (var i = 0; i < PasswordPolicy.LockoutAfter; i++)
            Assert.Equal(
                "staff.current_password_wrong",
                (await Assert.ThrowsAsync<RefusedException>(() => ChangeTo("Another-12368", "wrong"))).Code
            );
        await Refused(_staff.LoginName, Right);
    }

    private static Infrastructure.Organisation.Passwords Passwords() => new();

    private Task<Staff> SignIn(string name, string password, string source = Here) =>
        _data.Use((SignInStaff s) => s.Handle(name, password, source, CancellationToken.None));

    private async Task<RefusedException> Refused(string name, string password, string source = Here)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SignIn(name, password, source));
        Assert.Equal("staff.sign_in_refused", refused.Code);
        return refused;
    }

    private async Task<bool> ChangeTo(string chosen, string current = Right)
    {
        var me = await _data.ActorOf(_staff);
        await _data.Use((ChangePassword c) => c.Handle(current, chosen, Here, me, CancellationToken.None));
        return true;
    }

    private Task Change(Action<Staff> change) =>
        _data.Use(
            async (CourtDb db) =>
            {
                change(await db.Set<Staff>().SingleAsync(s => s.Id == _staff.Id));
                await db.SaveChangesAsync();
            }
        );
}
