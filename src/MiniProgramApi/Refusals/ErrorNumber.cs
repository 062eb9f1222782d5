using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MiniProgramApi.Refusals;

public static class ErrorNumber
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"; // no I and O: they are read out on the phone

    /// <returns>K7-2081, the same for the same trace id, so that what a person reads out is found in the log.</returns>
    public static string For(string traceId)
    {
        var hash = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(traceId)));
        return string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)(hash % 24)]}{hash / 24 % 10}-{hash / 240 % 10_000:D4}");
    }
}
