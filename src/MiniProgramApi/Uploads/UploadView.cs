using System.Text.Json;
using Domain.Attachments;
using Domain.Uploads;

namespace MiniProgramApi.Uploads;

/// <param name="State"><c>uploaded</c> only when the court can open it, as the attachment of the same id.</param>
/// <param name="Fingerprint">Of the hash, as people compare it.</param>
/// <param name="Code">Why it was refused.</param>
/// <param name="Title">The same as a sentence.</param>
public sealed record UploadView(
    Guid Id,
    string Name,
    long Length,
    long Offset,
    UploadState State,
    DateTimeOffset ExpiresAt,
    string? Sha256,
    string? Fingerprint,
    string? Code,
    string? Title
)
{
    public static UploadView Of(Upload upload, long offset) =>
        new(
            upload.Id,
            upload.Name,
            upload.Length,
            offset,
            upload.State,
            upload.ExpiresAt,
            upload.Sha256,
            upload.Sha256 is { } sha256 ? FileFingerprint.Of(sha256) : null,
            upload.RefusalCode,
            upload.RefusalWords
        );

    public static string Word(UploadState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
