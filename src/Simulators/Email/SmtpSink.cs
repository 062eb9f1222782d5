using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Simulators.App;
using Simulators.Phones;

namespace Simulators.Email;

/// <summary>A mail server that keeps what it is given: enough of SMTP for a client that sends.</summary>
public sealed class SmtpSink(IOptions<SimulatorOptions> options, Inbox inbox, Switchboard switches) : BackgroundService
{
    private const int MaxLines = 20_000;
    private TcpListener? _listener;

    /// <summary>Where it listens; 0 without a mail server.</summary>
    public int Port => _listener is null ? 0 : ((IPEndPoint)_listener.LocalEndpoint).Port;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SmtpPort is { } port)
        {
            _listener = new TcpListener(IPAddress.Loopback, port);
            _listener.Start();
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _listener?.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_listener is not null)
            _ = Talk(await _listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
    }

    private async Task Talk(TcpClient client, CancellationToken ct)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
                await Converse(reader, writer, ct);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // the client went away
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer, CancellationToken ct)
    {
        List<string> to = [];
        await writer.WriteLineAsync("220 simulator ESMTP");
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            switch (line.Split(' ', 2)[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-simulator\r\n250-8BITMIME\r\n250 AUTH LOGIN PLAIN");
                    break;
                case "AUTH" when line.EndsWith("LOGIN", StringComparison.OrdinalIgnoreCase):
                    await writer.WriteLineAsync("334 VXNlcm5hbWU6");
                    await reader.ReadLineAsync(ct);
                    await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
                    await reader.ReadLineAsync(ct);
                    await writer.WriteLineAsync("235 ok");
                    break;
                case "AUTH" when line.Contains("LOGIN ", StringComparison.OrdinalIgnoreCase):
                    await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
                    await reader.ReadLineAsync(ct);
                    await writer.WriteLineAsync("235 ok");
                    break;
                case "AUTH":
                    await writer.WriteLineAsync("235 ok");
                    break;
                case "MAIL":
                    to.Clear();
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT":
                    to.Add(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ')[0].Trim('<', '>', ' '));
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await writer.WriteLineAsync(await Take(await Data(reader, ct), to, ct));
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private static async Task<List<string>> Data(StreamReader reader, CancellationToken ct)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync(ct) is { } line && line != ".")
        {
            if (lines.Count < MaxLines)
                lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return lines;
    }

    private async Task<string> Take(List<string> lines, List<string> to, CancellationToken ct)
    {
        var behaviour = await switches.Asked(Gateway.Email, ct);
        var counts = switches.Of(Gateway.Email);
        if (behaviour.Answers == Answers.Fails)
            return "451 try again later";
        if (behaviour.Answers == Answers.Refuses)
        {
            counts.Refuse();
            return "550 no such user";
        }

        var mail = MailText.Read(lines);
        foreach (var address in to)
        {
            var isNew = inbox.Add(
                new PhoneMessage(0, Kind.Email, address, mail.Subject, mail.Body, default, "已送达")
                {
                    ClientId = mail.Id.Length == 0 ? null : $"{mail.Id} {address}",
                },
                out _
            );
            if (isNew)
                counts.Take();
            else
                counts.Repeat();
        }

        if (behaviour.Answers == Answers.TakesSilently)
            await switches.Hang(Gateway.Email, ct);
        return "250 kept";
    }
}
