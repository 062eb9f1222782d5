namespace Portal.Shared;

/// <summary>What the Portal itself writes to the log; no personal data.</summary>
internal static partial class PortalLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Number} shown to a member of staff")]
    public static partial void ShownError(this ILogger log, string number, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A list of work orders could not be read")]
    public static partial void ListFailed(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A draft could not be saved")]
    public static partial void DraftNotSaved(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A reply or note could not be sent")]
    public static partial void ReplyFailed(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file did not arrive")]
    public static partial void UploadFailed(this ILogger log, Exception exception);
}
