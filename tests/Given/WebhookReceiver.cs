using System.Collections.Concurrent;
using System.Net;

namespace Given;

/// <summary>A subscriber on the other side of real HTTP: it keeps what it was pushed.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    private WebhookReceiver(int port)
    {
        Address = $"http://127.0.0.1:{port}/hooks";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add($"http://localhost:{port}/");
        _listener.Start();
        _serving = Serve();
    }

    public static WebhookReceiver Start() => new(FreePort.Next());

    public string Address { get; }

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 204;

    public string Location { get; set; } = "";
    public string Says { get; set; } = "";
    public TimeSpan Delay { get; set; }

    public ConcurrentQueue<Push> Pushes { get; } = new();

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
        using var reader = new StreamReader(call.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var headers = call.Request.Headers;
        Pushes.Enqueue(new Push(headers["Webhook-Id"]!, headers["Webhook-Timestamp"]!, headers["Webhook-Signature"]!, body));
        await Task.Delay(Delay);
        try
        {
            call.Response.StatusCode = Status;
            if (Location.Length > 0)
                call.Response.Headers["Location"] = Location;
            if (Says.Length > 0)
                await call.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Says));
            call.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The caller is gone.
        }
    }

    public sealed record Push(string Id, string Timestamp, string Signature, string Body);
}
