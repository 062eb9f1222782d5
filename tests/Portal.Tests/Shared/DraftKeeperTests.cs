using Domain.Drafts;
using Domain.Shared;
using Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.App;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class DraftKeeperTests
{
    private readonly HandClock _clock = new(new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private int _tries;

    [Fact]
    public async Task What_is_sent_after_the_page_was_left_drops_its_draft_and_nothing_is_tried_again()
    {
        var keeper = Keeper();
        keeper.Type("您好");
        await keeper.DisposeAsync();
        Assert.Equal(1, _tries);
        Assert.True(keeper.Failed);

        await keeper.Drop(); // the answer went out meanwhile
        await keeper.DisposeAsync();
        keeper.Type("太晚");
        await keeper.Flush();
        Assert.Equal(2, _tries);
        _clock.Move(TimeSpan.FromMinutes(1));
        await Task.Yield();
        Assert.Equal(2, _tries);
    }

    [Fact]
    public async Task A_store_that_fails_is_tried_again_while_the_page_is_open()
    {
        await using var keeper = Keeper();
        keeper.Type("您好");
        await keeper.Flush();
        for (var tries = 1; tries < 4; tries++)
        {
            Assert.Equal(tries, _tries);
            _clock.Move(TimeSpan.FromSeconds(5));
            await Given.Wait.Until("the next try", () => Task.FromResult(_tries > tries));
        }
    }

    /// <summary>On a store that always fails.</summary>
    private DraftKeeper Keeper()
    {
        var services = new ServiceCollection().AddScoped<SaveDraft>(_ =>
        {
            _tries++;
            throw new InvalidOperationException("no store");
        });
        return new(
            new UseCaseRunner(
                services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(),
                new(NullLogger<LiveBus>.Instance)
            ),
            _clock,
            NullLogger.Instance,
            Actor.System,
            "reply:1",
            () => Task.CompletedTask
        );
    }
}
