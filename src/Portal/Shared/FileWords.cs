namespace Portal.Shared;

/// <summary>How an attachment is said on a screen.</summary>
internal static class FileWords
{
    private const double Kilo = 1024;

    public static string Size(long bytes) => bytes < Kilo * Kilo ? $"{Math.Max(1, bytes / Kilo):0} KB" : $"{bytes / Kilo / Kilo:0.#} MB";

    public static string Icon(string contentType) =>
        contentType switch
        {
            _ when contentType.StartsWith("image/", StringComparison.Ordinal) => "fa-image",
            _ when contentType.StartsWith("video/", StringComparison.Ordinal) => "fa-film",
            _ when contentType.StartsWith("audio/", StringComparison.Ordinal) => "fa-volume-high",
            "application/pdf" => "fa-file-pdf",
            _ => "fa-file-lines",
        };
}
