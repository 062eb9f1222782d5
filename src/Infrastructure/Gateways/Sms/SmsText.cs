namespace Infrastructure.Gateways.Sms;

/// <summary>A text as carriers count and sign it.</summary>
internal static class SmsText
{
    /// <summary>Characters in all, with the signature.</summary>
    public const int MaxLength = 500;

    private const int OneSegment = 70;
    private const int EachOfSeveral = 67;

    /// <summary>Counted in UTF-16 units, as the air interface does; the signature and its brackets count.</summary>
    public static int Segments(string text) => text.Length <= OneSegment ? 1 : (text.Length + EachOfSeveral - 1) / EachOfSeveral;

    /// <summary>Takes the signature 【…】 off the beginning of a text.</summary>
    /// <returns>The signature without its brackets, empty where there is none, and the rest.</returns>
    public static (string Signature, string Words) Split(string text)
    {
        var end = text.IndexOf('】', StringComparison.Ordinal);
        return text.StartsWith('【') && end > 0 ? (text[1..end], text[(end + 1)..]) : ("", text);
    }
}
