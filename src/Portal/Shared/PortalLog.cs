namespace Portal.Shared;

/// <summary>What the Portal itself writes to the log; no personal data.</summary>
internal static partial class PortalLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Number} shown to a member of staff")]
    public static partial void ShownError(this ILogger log, string number, Exception exception);
}
