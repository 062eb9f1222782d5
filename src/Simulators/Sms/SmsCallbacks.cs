using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Simulators.App;
using Simulators.Phones;

namespace Simulators.Sms;

/// <summary>Reports receipts and replies to the court in batches, again and again until they are taken.</summary>
public sealed partial class SmsCallbacks(
    IHttpClientFactory clients,
    IOptions<SimulatorOptions> options,
    Inbox inbox,
    Switchboard switches,
    TimeProvider clock,
    ILogger<SmsCallbacks> log
) : BackgroundService
{
    public const string Client = "callbacks";
    private const int BatchSize = 100;
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly Channel<Item> _receipts = Channel.CreateBounded<Item>(
        new BoundedChannelOptions(Inbox.Capacity) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private readonly Channel<Item> _calls = Channel.CreateBounded<Item>(
        new BoundedChannelOptions(Inbox.Capacity) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private readonly Channel<Item> _replies = Channel.CreateBounded<Item>(
        new BoundedChannelOptions(Inbox.Capacity) { FullMode = BoundedChannelFullMode.DropOldest }
    );

    public void Report(PhoneMessage sms, Guid id, string providerId, Receipts receipts)
    {
        if (receipts == Receipts.None)
        {
            inbox.Tell(sms.Number, "未回执");
            return;
        }

        var (status, code, state) = receipts == Receipts.Failed ? ("failed", "UNDELIV", "未送达") : ("delivered", "DELIVRD", "已送达");
        var item = new Item(
            sms.Number,
            state,
            new
            {
                id,
                providerId,
                status,
                code,
                at = clock.GetUtcNow(),
                segments = sms.Segments,
            }
        );
        _receipts.Writer.TryWrite(item);
        if (receipts == Receipts.Twice)
            _receipts.Writer.TryWrite(item);
    }

    /// <summary>The phone has rung.</summary>
    public void Rang(PhoneMessage call, Guid id, string providerId, Receipts receipts)
    {
        if (receipts == Receipts.None)
        {
            inbox.Tell(call.Number, "未回执");
            return;
        }

        var (status, code, state) = receipts == Receipts.Failed ? ("failed", "NO_ANSWER", "未接听") : ("answered", "ANSWERED", "已接听");
        var item = new Item(
            call.Number,
            state,
            new
            {
                id,
                providerId,
                status,
                code,
                at = clock.GetUtcNow(),
            }
        );
        _calls.Writer.TryWrite(item);
        if (receipts == Receipts.Twice)
            _calls.Writer.TryWrite(item);
    }

    /// <summary>Somebody writes to the platform's number.</summary>
    public void Write(PhoneMessage reply) =>
        _replies.Writer.TryWrite(
            new Item(
                reply.Number,
                "已转交",
                new
                {
                    sequence = $"sim-{Guid.CreateVersion7():N}",
                    from = reply.To,
                    text = reply.Text,
                    extension = reply.Extension,
                    at = clock.GetUtcNow(),
                }
            )
        );

    /// <summary>HMAC-SHA256 over timestamp, line feed and body.</summary>
    internal static string Sign(string secret, string timestamp, byte[] body) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "\n"), .. body])
        );

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Forward(_receipts.Reader, Gateway.Sms, "receipts", (c, n) => c.Receipt(n), stoppingToken),
            Forward(_replies.Reader, Gateway.Sms, "replies", (c, n) => c.Reply(n), stoppingToken),
            Forward(_calls.Reader, Gateway.Voice, "receipts", (c, n) => c.Receipt(n), stoppingToken)
        );

    private async Task Forward(ChannelReader<Item> items, Gateway gateway, string path, Action<Counts, int> count, CancellationToken ct)
    {
        while (await items.WaitToReadAsync(ct))
        {
            await Task.Delay(s_gather, ct);
            List<Item> batch = [];
            while (batch.Count < BatchSize && items.TryRead(out var item))
                batch.Add(item);
            for (var attempt = 0; !await Post(gateway, path, batch, ct); attempt++)
                await Task.Delay(s_pauses[Math.Min(attempt, s_pauses.Length - 1)], ct);
            count(switches.Of(gateway), batch.Count);
            foreach (var item in batch)
                inbox.Tell(item.Number, item.State);
        }
    }

    private async Task<bool> Post(Gateway gateway, string path, List<Item> batch, CancellationToken ct)
    {
        var account = gateway == Gateway.Voice ? options.Value.Voice : options.Value.Sms;
        if (account.CallbackAddress is null)
            return true;
        var body = JsonSerializer.SerializeToUtf8Bytes(batch.Select(i => i.Body), s_json);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{account.CallbackAddress.AbsoluteUri.TrimEnd('/')}/{path}")
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Sign(account.Secret, timestamp, body));
        try
        {
            using var answer = await clients.CreateClient(Client).SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
                NotTaken(log, path, (int)answer.StatusCode);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false; // the court's host is not up yet
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The court did not take {Path}: {Status}")]
    private static partial void NotTaken(ILogger log, string path, int status);

    /// <param name="State">Shown on the phone when it is taken.</param>
    private sealed record Item(long Number, string State, object Body);
}
