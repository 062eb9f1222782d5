namespace Domain.Attachments;

/// <summary>A file's SHA-256 as people see and compare it (文件指纹), the same on both sides.</summary>
public static class FileFingerprint
{
    private const int Shown = 8;

    /// <returns><c>3f2a91c0…07be55d1</c>.</returns>
    public static string Of(string sha256) => $"{sha256[..Shown]}…{sha256[^Shown..]}";
}
