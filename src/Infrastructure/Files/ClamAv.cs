using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Domain.Attachments;
using Infrastructure.Settings;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Files;

/// <summary>
/// clamd, asked by its command INSTREAM: <c>tcp://host:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>. The stream goes in chunks, each behind
/// its length in four bytes, big-endian; one of length 0 ends it.
/// </summary>
public sealed partial class ClamAv : IFileScanner
{
    public const string Setting = "Scanner:Address";
    private const int ChunkSize = 64 * 1024;
    private const int AnswerMaxLength = 4 * 1024;
    private const long BytesInASecond = 5 * 1024 * 1024;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);
    private readonly ILogger<ClamAv> _log;
    private readonly EndPoint _clamd;

    /// <exception cref="SettingsException">It is neither form.</exception>
    public ClamAv(string address, ILogger<ClamAv> log) => (_clamd, _log) = (Look(address), log);

    internal static EndPoint Look(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri switch
            {
                { Scheme: "tcp", Port: > 0, Host.Length: > 0 } => new DnsEndPoint(uri.Host, uri.Port),
                { Scheme: "unix" } => new UnixDomainSocketEndPoint(uri.LocalPath),
                _ => throw Wrong(address),
            }
            : throw Wrong(address);

    public async Task<ScanVerdict> Scan(Stream bytes, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(s_limit + TimeSpan.FromSeconds(bytes.Length / BytesInASecond));
        try
        {
            return Verdict(await Ask(bytes, limited.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Unreached(_log, e.Message);
            return ScanVerdict.Unavailable;
        }
    }

    private async Task<string> Ask(Stream bytes, CancellationToken ct)
    {
        using var socket =
            _clamd is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_clamd, ct);
        await using var clamd = new NetworkStream(socket);
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[sizeof(uint) + ChunkSize];
        int read;
        do
        {
            read = await bytes.ReadAtLeastAsync(chunk.AsMemory(sizeof(uint)), ChunkSize, throwOnEndOfStream: false, ct);
            BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
            await clamd.WriteAsync(chunk.AsMemory(0, sizeof(uint) + read), ct);
        } while (read == ChunkSize);
        if (read > 0)
            await clamd.WriteAsync(new byte[sizeof(uint)], ct);

        var answer = new byte[AnswerMaxLength];
        var length = await clamd.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct); // it hangs up behind its answer
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    /// <summary><c>stream: OK</c>, <c>stream: Eicar-Signature FOUND</c>, or a sentence that ends in ERROR.</summary>
    private ScanVerdict Verdict(string answer)
    {
        if (answer == "stream: OK")
            return ScanVerdict.Clean;
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            Found(_log, answer);
            return ScanVerdict.Infected;
        }

        Unreached(_log, answer);
        return ScanVerdict.Unavailable;
    }

    private static SettingsException Wrong(string address) => new($"{Setting} is {address}: it must be tcp://host:port or unix:/path.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "An upload was refused: {Answer}")]
    private static partial void Found(ILogger log, string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "clamd gives no verdict, so that uploads are refused: {Reason}")]
    private static partial void Unreached(ILogger log, string reason);
}

/// <summary>Where no scanner is named.</summary>
internal sealed class NoScanner : IFileScanner
{
    public Task<ScanVerdict> Scan(Stream bytes, CancellationToken ct) => Task.FromResult(ScanVerdict.Clean);
}
