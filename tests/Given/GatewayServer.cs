using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Domain.Notifications;
using Infrastructure.Notifications;

namespace Given;

/// <summary>A gateway on the other side of real HTTP: it remembers by key what it took, also when its caller is killed.</summary>
public sealed class GatewayServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<Guid, Taken> _got = new();
    private readonly Task _serving;

    private GatewayServer(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = Serve();
    }

    public static GatewayServer Start(int port) => new(port);

    public Uri Address { get; }

    /// <summary>How long a call takes.</summary>
    public TimeSpan Delay { get; set; }

    public IReadOnlyDictionary<Guid, Taken> Got => _got;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(call));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task Answer(HttpListenerContext call)
    {
        try
        {
            var ids = (await JsonSerializer.DeserializeAsync<Guid[]>(call.Request.InputStream))!;
            foreach (var id in ids)
                _got.AddOrUpdate(id, _ => new Taken(1, Stopwatch.GetTimestamp()), (_, taken) => taken with { Times = taken.Times + 1 });
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay);
            call.Response.StatusCode = (int)HttpStatusCode.OK;
            await JsonSerializer.SerializeAsync(call.Response.OutputStream, ids);
            call.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The caller was killed and hears no answer.
        }
    }

    /// <param name="At">When it came first, by the stopwatch.</param>
    public sealed record Taken(int Times, long At);
}

/// <summary>Calls a <see cref="GatewayServer"/>.</summary>
public sealed class HttpGateway(Uri address, NoticeChannel channel = NoticeChannel.Sms) : INoticeGateway
{
    private static readonly HttpClient s_http = new();

    public NoticeChannel Channel => channel;
    public int BatchSize => 100;

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        using var answer = await s_http.PostAsJsonAsync(address, notices.Select(n => n.Id), ct);
        answer.EnsureSuccessStatusCode();
        var taken = await answer.Content.ReadFromJsonAsync<Guid[]>(ct);
        return [.. taken!.Select(id => new Handover(id, HandoverOutcome.Accepted, ProviderId: $"h-{id:N}"))];
    }
}
