using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Tests.Shared;

public class ChangingTests
{
    private static readonly RefusedException s_refusal = new(Refusal.Conflict, "test.refused", "不行");

    [Fact]
    public async Task Whoever_loses_a_race_acts_again_on_a_fresh_state()
    {
        var db = new Store(failures: 2);
        var acts = 0;
        Assert.Equal(3, await db.Change(() => Task.FromResult(++acts), CancellationToken.None));
        Assert.Equal((3, 2), (db.Saves, db.Forgotten));
    }

    [Fact]
    public async Task A_race_that_is_lost_for_good_is_told_with_its_reason()
    {
        var db = new Store(failures: int.MaxValue);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            db.Change(() => Task.CompletedTask, CancellationToken.None, () => s_refusal)
        );
        Assert.Equal((s_refusal, Changing.Tries), (refused, db.Saves));
        await Assert.ThrowsAsync<KeyTakenException>(() =>
            new Store(failures: int.MaxValue).Change(() => Task.CompletedTask, CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_failure_that_is_no_race_is_told_as_it_is()
    {
        var full = new DbUpdateException("The disk is full.");
        var db = new Store(failures: int.MaxValue, full);
        var told = await Assert.ThrowsAsync<DbUpdateException>(() =>
            db.Change(() => Task.CompletedTask, CancellationToken.None, () => s_refusal)
        );
        Assert.Equal((full, 1), (told, db.Saves));
    }

    [Fact]
    public async Task What_was_begun_and_refused_is_not_there_for_a_later_save()
    {
        var db = new Store();
        await Assert.ThrowsAsync<RefusedException>(() => db.Change(() => Task.FromException(s_refusal), CancellationToken.None));
        Assert.Equal((0, 1), (db.Saves, db.Forgotten));
    }

    [Fact]
    public async Task The_same_request_again_gets_what_is_there()
    {
        var db = new Store();
        var (result, isNew) = await db.Once(
            () => Task.FromResult<string?>("there"),
            () => throw new InvalidOperationException("It acted twice."),
            CancellationToken.None
        );
        Assert.Equal(("there", false, 0), (result, isNew, db.Saves));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_sends_at_once_the_second_gets_what_the_first_made(bool isRefused)
    {
        var db = new Store(failures: isRefused ? 0 : 1);
        var asked = 0;
        var (result, isNew) = await db.Once(
            () => Task.FromResult(asked++ == 0 ? null : "twin"),
            () => isRefused ? Task.FromException<string>(s_refusal) : Task.FromResult("mine"),
            CancellationToken.None
        );
        Assert.Equal(("twin", false), (result, isNew));
    }

    [Fact]
    public async Task A_request_that_made_something_says_so()
    {
        var (result, isNew) = await new Store().Once(
            () => Task.FromResult<string?>(null),
            () => Task.FromResult("mine"),
            CancellationToken.None
        );
        Assert.Equal(("mine", true), (result, isNew));
    }

    [Fact]
    public async Task A_stop_is_no_lost_race()
    {
        using var stop = new CancellationTokenSource();
        var db = new Store(failures: int.MaxValue);
        await Assert.ThrowsAsync<KeyTakenException>(() => db.Change(stop.CancelAsync, stop.Token, () => s_refusal));
        Assert.Equal(1, db.Saves);
    }

    private sealed class Store(int failures = 0, Exception? failure = null) : ICourtDb
    {
        public int Saves { get; private set; }
        public int Forgotten { get; private set; }

        public DbSet<T> Set<T>()
            where T : class => throw new NotSupportedException();

        public Task<int> SaveChangesAsync(CancellationToken ct) =>
            Saves++ < failures ? throw failure ?? new KeyTakenException("Somebody else was faster.") : Task.FromResult(1);

        public void Hint(Guid id, string topic) { }

        public void Forget() => Forgotten++;
    }
}
