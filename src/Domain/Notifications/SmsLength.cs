namespace Domain.Notifications;

/// <summary>How an SMS is counted: the signature belongs to it, beyond 70 characters it goes out in segments of 67.</summary>
public static class SmsLength
{
    public const int OneSegment = 70;
    public const int OfSeveral = 67;

    /// <summary>More than this nobody reads on a phone.</summary>
    public const int MaxSegments = 3;

    /// <summary>Segments of a text with its signature.</summary>
    public static int Segments(int length) => length <= OneSegment ? 1 : (length + OfSeveral - 1) / OfSeveral;
}
