using Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Outbox;

/// <summary>One claims, several are on their way: a slow call does not keep the next from starting.</summary>
internal sealed partial class OutboxLane(NoticeChannel channel, bool express, int calls, IServiceScopeFactory scopes, ILogger log)
    : IDisposable
{
    private readonly SemaphoreSlim _slots = new(calls);

    public string Name { get; } = $"{channel}{(express ? " express" : "")}";

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> Begin(CancellationToken stop)
    {
        await _slots.WaitAsync(stop);
        var scope = scopes.CreateAsyncScope();
        var isUnderWay = false;
        try
        {
            var send = scope.ServiceProvider.GetRequiredService<SendNotices>();
            isUnderWay = await send.Claim(channel, express, stop) > 0;
            if (isUnderWay)
                _ = Deliver(send, scope);
            return isUnderWay;
        }
        finally
        {
            if (!isUnderWay)
            {
                await scope.DisposeAsync();
                _slots.Release();
            }
        }
    }

    public async Task Finish()
    {
        for (var i = 0; i < calls; i++)
            await _slots.WaitAsync(CancellationToken.None);
    }

    public void Dispose() => _slots.Dispose();

    private async Task Deliver(SendNotices send, AsyncServiceScope scope)
    {
        try
        {
            await send.Deliver(channel, express, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(log, Name, e); // the claim ends by itself
        }
        finally
        {
            await scope.DisposeAsync();
            _slots.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending by {Lane} failed")]
    private static partial void Failed(ILogger log, string lane, Exception exception);
}
