using System.Security.Cryptography;
using System.Text;
using Domain.Litigants;
using Infrastructure.Callers;
using MiniProgramApi.Refusals;

namespace MiniProgramApi.Security;

/// <summary>
/// The device that asks for a code or enters one, by the key in <see cref="Header"/> that it made itself and keeps. An endpoint takes it as a
/// parameter. Only the key's hash goes further.
/// </summary>
public sealed record AskingDevice(string Hash, string Network)
{
    public const string Header = "Device-Key";

    public static ValueTask<AskingDevice> BindAsync(HttpContext context)
    {
        if (
            context.Request.Headers[Header] is not [{ Length: >= 16 and <= 80 } key]
            || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        )
            throw RequestErrors.Invalid();
        return ValueTask.FromResult(
            new AskingDevice(
                Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key))),
                Networks.Of(context.Connection.RemoteIpAddress)
            )
        );
    }

    public CodeAsker With(WorkProof? proof) => new(Hash, Network, proof);
}
